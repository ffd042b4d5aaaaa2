// The kill test: a command killed at random moments leaves old or new files, no process, and a next run that succeeds.
// KILLS=100 vitest run tests/reliability/kill.test.ts    more kills; SEED=… the same ones again

import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeProfile } from '../../src/browser/profile.ts';
import { openOutput } from '../../src/commands/files.ts';
import { describeSelf } from '../../src/storage/owner.ts';
import { commitAll, gitOnly, openGit } from '../commands/git.ts';
import { machineAt } from '../commands/machine.ts';
import { createFolder, createProject, filesIn, sharedTemplates } from '../commands/project.ts';
import { attack, canAttack, chance, longestLife, randomAttack, runWhole } from './kill.ts';

/** A command to be killed, in a project of its own. */
interface Target {
  readonly name: string;
  readonly words: readonly string[];
  /** The folder that it writes to, in the project; it need not be there. */
  readonly output: string;
  /** How it ends when nobody kills it: with 0 unless given. */
  readonly status?: number;
  /** Whether it may start no other program than git. */
  readonly isAlone?: boolean;
  /** The project, made so that the command writes something else there than stood there before. */
  readonly prepare: () => Promise<string>;
}

/** The commands that write. To add one is to say what it writes, and where something else stood before. */
const targets: readonly Target[] = [
  { name: 'build', words: ['build'], output: 'output', prepare: () => builtBefore() },
  {
    name: 'diff',
    words: ['diff', './vorige'],
    output: 'output/wijzigingen',
    status: 1,
    prepare: () => comparedBefore(),
  },
  { name: 'release', words: ['release', '2023'], output: 'output', isAlone: true, prepare: () => releasedBefore() },
];

const kills = Number(process.env.KILLS ?? 2);
const seed = Number(process.env.SEED ?? (process.env.KILLS === undefined ? 1 : Date.now() % 1_000_000));

/** A project that was built, whose data then changed; its old output also has a file of a table that is gone. */
async function builtBefore(): Promise<string> {
  const project = createProject({ 'output/2023/blad-2023-csv/weg.csv': 'van een tabel die er niet meer is' });
  await runWhole({ folder: project, words: ['build'], temporary: createFolder(), variables: {} });
  writeFileSync(join(project, 'output/2023/blad-2023-csv/weg.csv'), 'van een tabel die er niet meer is');
  edit(project, '1234', '4321');
  return project;
}

function edit(project: string, from: string, to: string): void {
  const table = join(project, 'data/2023/tables/oogst.yaml');
  writeFileSync(table, readFileSync(table, 'utf8').replace(from, to));
}

/** A project that was compared with an earlier one, and changed since. */
async function comparedBefore(): Promise<string> {
  const project = createProject(sharedTemplates('base.css', 'changes.css', 'changes.hbs'));
  for (const name of ['data', 'templates'])
    cpSync(join(project, name), join(project, 'vorige', name), { recursive: true });
  edit(project, '1234', '1235');
  await runWhole({ folder: project, words: ['diff', './vorige'], temporary: createFolder(), variables: {} });
  edit(project, '1235', '4321');
  return project;
}

/** A project that was released, and has a later commit. */
async function releasedBefore(): Promise<string> {
  const project = createProject({ '.gitignore': 'output/\n.jaarcijfers-*\n' });
  const git = openGit(project);
  git('init', '--quiet');
  commitAll(git, 'Begin');
  const variables = gitOnly(createFolder());
  await runWhole({ folder: project, words: ['release', '2023'], temporary: createFolder(), variables });
  edit(project, '1234', '4321');
  commitAll(git, 'Verder');
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

/** What a browser leaves; what else a command leaves is swept by the next run of that command. */
function profilesIn(temporary: string): string[] {
  return readdirSync(temporary).filter(name => name.startsWith('jaarcijfers-profile-'));
}

/** Makes a folder what another one is, also when that is not there. */
function restore(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  if (existsSync(from)) cpSync(from, to, { recursive: true });
}

test.runIf(canAttack()).for(targets)(
  '$name survives being killed at any moment',
  { timeout: 900_000 },
  async target => {
    const { words, output, status = 0 } = target;
    const project = await target.prepare();
    const temporary = createFolder();
    const [kept, place] = [join(createFolder(), 'kept'), join(project, output)];
    const variables = target.isAlone ? gitOnly(createFolder()) : {};
    const run = { folder: project, words, temporary, variables };
    restore(place, kept);
    const before = filesIn(place);
    const whole = await runWhole(run);
    const { time } = whole;
    expect(whole.status).toBe(status);
    const after = filesIn(place);
    expect(after).not.toEqual(before);
    const next = chance(seed);
    const told: string[] = [];
    for (let number = 0; number < kills; number += 1) {
      restore(kept, place);
      const how = randomAttack(next, time);
      const about = `seed ${seed}, kill ${number}: ${how.signal} to ${how.target} ${Math.round(how.at)} ms after the ${how.after}`;
      const { ended, left } = await attack({ ...run, output: place, time }, how);
      expect(left, `${about}: processes after ${longestLife(how, time)} ms`).toEqual([]);
      for (const [name, content] of Object.entries(filesIn(place)).filter(([one]) => !one.includes('.jaarcijfers-')))
        expect([before[name], after[name]], `${about}: ${name}`).toContain(content);
      const aside = readdirSync(temporary).length;
      expect(await beginNextRun(project, { output, temporary }), about).toEqual([]);
      expect([before, after], about).toContainEqual(filesIn(place));
      expect(profilesIn(temporary), about).toEqual([]);
      const isNew = JSON.stringify(filesIn(place)) === JSON.stringify(after);
      told.push(`${about}: ${isNew ? 'new' : 'old'}, ended in ${Math.round(ended)} ms, ${aside} aside`);
    }
    if (process.env.KILLS) process.stdout.write(`${told.join('\n')}\n`);
    expect((await runWhole(run)).status).toBe(status);
    expect(filesIn(place)).toEqual(after);
    expect(readdirSync(temporary)).toEqual([]);
  },
);
