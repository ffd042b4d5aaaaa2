// Two builds at once, and folders that cannot be written: a wait in turn or a plain message, never a mixed result.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOutput } from '../../src/commands/files.ts';
import { writeImport } from '../../src/commands/import.ts';
import { UsageError } from '../../src/commands/selection.ts';
import { outputUnwritable } from '../../src/storage/problem.ts';
import { machineAt } from '../commands/machine.ts';
import { createFolder, createProject, filesIn, run, writeFile } from '../commands/project.ts';

/** A small disk of its own; undefined where this user may not mount one. */
let smallDisk: string | undefined;
const mountPoint = mkdtempSync(join(tmpdir(), 'jaarcijfers-schijf-'));

beforeAll(() => {
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', mountPoint]).status === 0;
  smallDisk = mounted ? mountPoint : undefined;
});

afterAll(() => {
  if (smallDisk) spawnSync('umount', [smallDisk]);
  rmSync(mountPoint, { recursive: true, force: true });
});

test('a second build into the same folder waits for the first, and the folder is wholly that of the second', async () => {
  const project = createProject();
  const first = run(project, ['build', '2023']);
  const changed = createProject();
  const table = join(changed, 'data/2023/tables/oogst.yaml');
  writeFileSync(table, readFileSync(table, 'utf8').replace('1234', '4321'));
  await expect.poll(() => filesIn(join(project, 'output')), { timeout: 20_000, interval: 20 }).not.toEqual({});
  const second = await run(changed, ['build', '2023', '--out', join(project, 'output')]);
  expect(second.status, second.stderr).toBe(0);
  expect(second.stderr).toMatch(/^waiting for another jaarcijfers \(process \d+\) that writes to .*output…$/m);
  expect((await first).status).toBe(0);
  const alone = await run(changed, ['build', '2023', '--out', 'alleen']);
  expect(alone.stderr).not.toContain('waiting');
  expect(filesIn(join(project, 'output'))).toEqual(filesIn(join(changed, 'alleen')));
});

test('a build that waits stops when the operator stops it', async () => {
  const project = createProject();
  const { value: output } = await openOutput(join(project, 'output'), machineAt(project));
  const { signal, stderr } = await run(project, ['build', '2023'], {}, child => {
    child.stderr.on('data', text => {
      if (String(text).includes('waiting for another')) child.kill('SIGINT');
    });
  });
  expect(signal).toBe('SIGINT');
  expect(stderr).toContain('Stopped. Nothing was written');
  output?.close();
  expect(readdirSync(project)).not.toContain('output');
});

test('a full disk: a plain message, what stood there stands, and nothing stands aside', async context => {
  if (!smallDisk) return context.skip('no disk can be mounted here');
  const project = createProject();
  const old = { '2023/blad-2023.pdf': 'vorige', '2023/blad-2023-csv/oogst.csv': 'vorige' };
  for (const [name, text] of Object.entries(old)) writeFile(join(smallDisk, name), text);
  writeFileSync(join(smallDisk, 'vol'), Buffer.alloc(215_000));
  const { status, stderr } = await run(project, ['build', '2023', '--out', smallDisk]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/output-unwritable .*ENOSPC: no space left on device/);
  expect(stderr).toContain('hint: Free some space');
  rmSync(join(smallDisk, 'vol'));
  expect(filesIn(smallDisk)).toEqual(old);
  expect(readdirSync(smallDisk)).toEqual(['2023']);
});

test('a full or missing temporary folder: a plain message that names it', async context => {
  const project = createProject();
  const gone = join(project, 'weg');
  const lost = await run(project, ['build', '2023'], { TMPDIR: gone });
  expect(lost.status).toBe(1);
  expect(lost.stderr.match(/^error /gm)).toHaveLength(1);
  expect(lost.stderr).toContain(
    `temporary-unwritable  The browser cannot write its temporary files in ${gone}: ENOENT`,
  );
  if (!smallDisk) return context.skip('no disk can be mounted here');
  const full = await run(project, ['build', '2023'], { TMPDIR: smallDisk });
  expect(full.status).toBe(1);
  expect(full.stderr).toContain(`temporary-unwritable  The browser cannot write its temporary files in ${smallDisk}`);
  expect(full.stderr).toContain('set TMPDIR to another folder');
});

test.for([
  ['ENOSPC', 'Free some space'],
  ['EROFS', 'Have the disk made writable'],
  ['EACCES', 'Ask for the right to write'],
  ['ENOTDIR', 'Move the file away'],
  ['EISDIR', 'Move the folder away'],
  ['ENAMETOOLONG', 'Shorten the name'],
  ['EMFILE', 'Raise the limit on open files'],
] as const)('%s says what to do', ([code, hint]) => {
  const path = '/proef/2023/.jaarcijfers-next-3';
  const error = Object.assign(new Error(`${code}: it went wrong, open '${path}'`), { code, syscall: 'open', path });
  const diagnostic = outputUnwritable('proef', error);
  expect(diagnostic).toMatchObject({ severity: 'error', rule: 'output-unwritable' });
  expect(diagnostic.message).toBe(`The output cannot be written: ${code}: it went wrong (in /proef/2023).`);
  expect(diagnostic.hints[0]).toContain(hint);
  expect(diagnostic.hints.at(-1)).toContain('--out');
});

test('what is no refusal of the system is a bug, and thrown', () => {
  expect(() => outputUnwritable('proef', new TypeError('kapot'))).toThrow('kapot');
});

test('an import does not take back what another one typed meanwhile', () => {
  const project = createProject();
  const path = 'data/2023/tables/oogst.yaml';
  const former = filesIn(project)[path];
  const plan = { path, text: 'title: Nieuw\n', former, lines: [], diagnostics: [] };
  writeFileSync(join(project, path), 'title: Van een ander\n');
  expect(() => writeImport(plan, machineAt(project))).toThrow(UsageError);
  expect(filesIn(project)[path]).toBe('title: Van een ander\n');
  writeImport({ ...plan, former: 'title: Van een ander\n' }, machineAt(project));
  expect(filesIn(project)[path]).toBe('title: Nieuw\n');
  expect(readdirSync(join(project, 'data'))).toEqual(['2022', '2023', 'woorden.yaml']);
});

test('while another process writes into data/, an import says so and changes nothing', async () => {
  const project = createProject();
  const path = 'data/2023/tables/oogst.yaml';
  const { value: data } = await openOutput(join(project, 'data'), machineAt(project));
  const plan = { path, text: 'title: Nieuw\n', former: filesIn(project)[path], lines: [], diagnostics: [] };
  expect(() => writeImport(plan, machineAt(project))).toThrow('writes to');
  data?.close();
  expect(filesIn(project)[path]).toBe(plan.former);
});

test('a folder that a killed run left is put in order before anything else is done', async () => {
  const folder = createFolder();
  const step = { kind: 'file', path: 'a.txt', next: '.jaarcijfers-next-0', former: '.jaarcijfers-former-0', had: true };
  mkdirSync(join(folder, 'b'));
  writeFile(join(folder, 'a.txt'), 'oud');
  writeFile(join(folder, '.jaarcijfers-former-0'), 'oud');
  writeFile(join(folder, '.jaarcijfers-next-0'), 'nieuw');
  writeFile(join(folder, '.jaarcijfers-placing.json'), JSON.stringify({ steps: [step], folders: [] }));
  const { value } = await openOutput(folder, machineAt(folder));
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('nieuw');
  value?.close();
  expect(readdirSync(folder)).toEqual(['a.txt', 'b']);
});

test('a journal that cannot be read is named, with what to do', async () => {
  const folder = createFolder();
  writeFile(join(folder, '.jaarcijfers-placing.json'), '{"steps": [');
  const { value, diagnostics } = await openOutput(folder, machineAt(folder));
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ rule: 'output-unwritable', message: expect.stringContaining('placing.json') }]);
  expect(diagnostics[0]?.hints[0]).toContain('Remove that file');
  expect(readdirSync(folder)).toEqual(['.jaarcijfers-placing.json']);
});
