// The kill test: a command killed at random moments leaves old or new files, no process, and a next run that succeeds.
// KILLS=100 vitest run tests/reliability/kill.test.ts    more kills; SEED=… the same ones again

import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeProfile } from '../../src/browser/profile.ts';
import { openOutput } from '../../src/commands/files.ts';
import { describeSelf } from '../../src/storage/owner.ts';
import { machineAt } from '../commands/machine.ts';
import { createFolder, createProject, filesIn } from '../commands/project.ts';
import { attack, canAttack, chance, longestLife, randomAttack, runWhole } from './kill.ts';

/** A command to be killed, in a project of its own. */
interface Target {
  readonly name: string;
  readonly words: readonly string[];
  /** The folder that it writes to, in the project. */
  readonly output: string;
  /** The project, made so that the command writes something else there than stood there before. */
  readonly prepare: () => Promise<string>;
}

const targets: readonly Target[] = [
  { name: 'build', words: ['build'], output: 'output', prepare: () => builtBefore() },
];

const kills = Number(process.env.KILLS ?? 6);
const seed = Number(process.env.SEED ?? (process.env.KILLS === undefined ? 1 : Date.now() % 1_000_000));

/** A project that was built, whose data then changed; its old output also has a file of a table that is gone. */
async function builtBefore(): Promise<string> {
  const project = createProject({ 'output/2023/blad-2023-csv/weg.csv': 'van een tabel die er niet meer is' });
  await runWhole({ folder: project, words: ['build'], temporary: createFolder() });
  writeFileSync(join(project, 'output/2023/blad-2023-csv/weg.csv'), 'van een tabel die er niet meer is');
  const table = join(project, 'data/2023/tables/oogst.yaml');
  writeFileSync(table, readFileSync(table, 'utf8').replace('1234', '4321'));
  return project;
}

/** What a next run does before all else: it takes the folder, and sweeps what the dead left. */
async function beginNextRun(project: string, { output, temporary }: { output: string; temporary: string }) {
  const opened = await openOutput(join(project, output), machineAt(project));
  opened.value?.close();
  const profile = await makeProfile({ temporary, self: describeSelf() });
  await profile.remove();
  return opened.diagnostics;
}

test.runIf(canAttack()).for(targets)(
  '$name survives being killed at any moment',
  { timeout: 900_000 },
  async target => {
    const { words, output } = target;
    const project = await target.prepare();
    const temporary = createFolder();
    const [kept, place] = [join(createFolder(), 'kept'), join(project, output)];
    const run = { folder: project, words, temporary };
    cpSync(place, kept, { recursive: true });
    const before = filesIn(place);
    const { status, time } = await runWhole(run);
    expect(status).toBe(0);
    const after = filesIn(place);
    expect(after).not.toEqual(before);
    const next = chance(seed);
    const told: string[] = [];
    for (let number = 0; number < kills; number += 1) {
      rmSync(place, { recursive: true });
      cpSync(kept, place, { recursive: true });
      const how = randomAttack(next, time);
      const about = `seed ${seed}, kill ${number}: ${how.signal} to ${how.target} ${Math.round(how.at)} ms after the ${how.after}`;
      const { ended, left } = await attack({ ...run, output: place, time }, how);
      expect(left, `${about}: processes after ${longestLife(time)} ms`).toEqual([]);
      for (const [name, content] of Object.entries(filesIn(place)).filter(([one]) => !one.includes('.jaarcijfers-')))
        expect([before[name], after[name]], `${about}: ${name}`).toContain(content);
      const aside = readdirSync(temporary).length;
      expect(aside, `${about}: folders in TMPDIR`).toBeLessThanOrEqual(1);
      expect(await beginNextRun(project, { output, temporary }), about).toEqual([]);
      expect([before, after], about).toContainEqual(filesIn(place));
      expect(readdirSync(temporary), about).toEqual([]);
      const state = filesIn(place)['2023/blad-2023.ledger.csv'] === after['2023/blad-2023.ledger.csv'] ? 'new' : 'old';
      told.push(`${about}: ${state}, ended in ${Math.round(ended)} ms, ${aside} aside`);
    }
    if (process.env.KILLS) process.stdout.write(`${told.join('\n')}\n`);
    expect((await runWhole(run)).status).toBe(0);
    expect(filesIn(place)).toEqual(after);
    expect(readdirSync(temporary)).toEqual([]);
  },
);
