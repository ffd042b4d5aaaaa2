import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { describeSelf, stateOf } from '../src/storage/owner.ts';

const src = fileURLToPath(new URL('../src', import.meta.url));
const installed = fileURLToPath(new URL('../node_modules', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'proef-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A package of its own around the launcher, with a program that shows how it was started. */
function project(name: string, options: { modules: boolean; program?: string }): string {
  const folder = join(root, name);
  mkdirSync(join(folder, 'src'), { recursive: true });
  if (options.modules) mkdirSync(join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{"type": "module", "dependencies": {"node": "24.1.2"}}');
  writeFileSync(
    join(folder, 'src', 'cli.ts'),
    options.program ?? 'console.log(process.argv.slice(2).join() as string); process.exitCode = 1',
  );
  for (const name of ['launch.cjs', 'packed.cjs', 'pack.mjs']) copyFileSync(join(src, name), join(folder, 'src', name));
  return folder;
}

/** Pretends to be an older Node.js. */
const old = ['-e', `Object.defineProperty(process.versions, 'node', { value: '12.22.0' }); require(process.argv[1])`];

function launch(
  folder: string,
  { before = [] as string[], words = ['build', '2023'] } = {},
): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...before, join(folder, 'src', 'launch.cjs'), ...words],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

test('on a recent Node.js the program runs in the same process', () => {
  expect(launch(project('recent', { modules: true }))).toMatchObject({ status: 1, stdout: 'build,2023\n' });
});

test('on an old Node.js the pinned one runs it, with its arguments and exit code', () => {
  const folder = project('old', { modules: true });
  mkdirSync(join(folder, 'node_modules', 'node', 'bin'), { recursive: true });
  symlinkSync(process.execPath, join(folder, 'node_modules', 'node', 'bin', 'node'));
  expect(launch(folder, { before: old })).toMatchObject({ status: 1, stdout: 'build,2023\n' });
});

test('a release runs on the pinned Node.js, also where a newer one is there; a build does not', () => {
  const folder = project('newer', { modules: true });
  const bin = join(folder, 'node_modules', 'node', 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'node'), '#!/bin/sh\nshift\necho pinned "$@"\n', { mode: 0o755 });
  expect(launch(folder, { words: ['release', '2023'] }).stdout).toBe('pinned release 2023\n');
  expect(launch(folder, { words: ['verify', 'x'] }).stdout).toBe('pinned verify x\n');
  expect(launch(folder).stdout).toBe('build,2023\n');
  rmSync(join(bin, 'node'));
  expect(launch(folder, { words: ['release', '2023'] }).stdout).toBe('release,2023\n');
});

test('without the pinned Node.js the message names both versions and the remedy', () => {
  const { status, stderr } = launch(project('unpinned', { modules: true }), { before: old });
  expect(status).toBe(2);
  for (const part of ['24 or newer', process.version, '24.1.2', 'npm ci', 'npm rebuild node'])
    expect(stderr).toContain(part);
});

test('a pinned Node.js that does not start is named', () => {
  const folder = project('damaged', { modules: true });
  mkdirSync(join(folder, 'node_modules', 'node', 'bin'), { recursive: true });
  writeFileSync(join(folder, 'node_modules', 'node', 'bin', 'node'), '');
  chmodSync(join(folder, 'node_modules', 'node', 'bin', 'node'), 0o644);
  const { status, stderr } = launch(folder, { before: old });
  expect(status).toBe(2);
  expect(stderr).toContain('does not start');
});

test('without packages it says to install them', () => {
  const { status, stderr } = launch(project('bare', { modules: false }));
  expect(status).toBe(2);
  expect(stderr).toContain('npm ci');
});

test('a missing package is not reported as a bug', () => {
  const { status, stderr } = launch(project('partial', { modules: true, program: "import 'yaml';" }));
  expect(status).toBe(2);
  expect(stderr).toContain("'yaml'");
  expect(stderr).toContain('npm ci');
});

test('a program that cannot be loaded at all is our bug', () => {
  expect(launch(project('bug', { modules: true, program: 'throw new Error("kapot")' })).status).toBe(3);
});

test('a signal reaches the program in the pinned Node.js', async () => {
  const folder = project('signal', {
    modules: true,
    program: `process.on('SIGTERM', () => process.exit(9)); console.log('ready'); setTimeout(() => {}, 20000)`,
  });
  mkdirSync(join(folder, 'node_modules', 'node', 'bin'), { recursive: true });
  symlinkSync(process.execPath, join(folder, 'node_modules', 'node', 'bin', 'node'));
  const child = spawn(process.execPath, [...old, join(folder, 'src', 'launch.cjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.once('data', () => child.kill('SIGTERM'));
  expect(await new Promise(resolve => child.on('exit', resolve))).toBe(9);
});

test.each([
  ['at its start', 'console.log(process.pid); await new Promise(resolve => setTimeout(resolve, 20000))'],
  [
    'while it does not end on a signal',
    "process.on('SIGTERM', () => {}); console.log(process.pid); setTimeout(() => {}, 20000)",
  ],
])('the program in the pinned Node.js ends when the launcher is killed %s', async (name, program) => {
  const folder = project(name.replaceAll(' ', '-'), { modules: true, program });
  mkdirSync(join(folder, 'node_modules', 'node', 'bin'), { recursive: true });
  symlinkSync(process.execPath, join(folder, 'node_modules', 'node', 'bin', 'node'));
  const child = spawn(process.execPath, [...old, join(folder, 'src', 'launch.cjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const id = await new Promise<number>(resolve => child.stdout.once('data', text => resolve(Number(text))));
  const owner = describeSelf(id);
  child.kill('SIGKILL');
  const isRunning = (): boolean => {
    try {
      return process.kill(id, 0);
    } catch {
      return false;
    }
  };
  await expect.poll(() => stateOf(owner, describeSelf(process.pid, isRunning)), { timeout: 3000 }).toBe('dead');
});

const showsItself = "console.log(import.meta.url.split('/').at(-1) as string)";

/** A project that has the packer, and has run it. */
function packedProject(name: string, program = showsItself): { folder: string; stderr: string } {
  const folder = project(name, { modules: true, program });
  symlinkSync(join(installed, 'rolldown'), join(folder, 'node_modules', 'rolldown'));
  writeFileSync(join(folder, 'node_modules', '.package-lock.json'), '{}');
  return { folder, stderr: runPacker(folder) };
}

function runPacker(folder: string): string {
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'src', 'pack.mjs')], { encoding: 'utf8' });
  expect(status).toBe(0);
  return stderr;
}

test('what npm ci packed is what starts', () => {
  const { folder, stderr } = packedProject('packed');
  expect(stderr).toBe('');
  expect(launch(folder)).toEqual({ status: 0, stdout: 'cli.mjs\n', stderr: '' });
  expect(readdirSync(join(folder, 'node_modules', '.cache', 'jaarcijfers')).toSorted()).toEqual(['compile', 'packed']);
});

test.each([
  ['changed file', (folder: string) => writeFileSync(join(folder, 'src', 'cli.ts'), `${showsItself};`)],
  ['new file', (folder: string) => writeFileSync(join(folder, 'src', 'new.ts'), '')],
  ['lost file', (folder: string) => rmSync(join(folder, 'src', 'pack.mjs'))],
  ['new package', (folder: string) => writeFileSync(join(folder, 'node_modules', '.package-lock.json'), '{ }')],
])('after a %s the sources start, until they are packed again', (name, change) => {
  const { folder } = packedProject(name.replace(' ', '-'));
  change(folder);
  expect(launch(folder).stdout).toBe('cli.ts\n');
  if (name === 'lost file') return;
  runPacker(folder);
  expect(launch(folder).stdout).toBe('cli.mjs\n');
});

test('a program that cannot be packed starts all the same', () => {
  const { folder, stderr } = packedProject('unpackable', `${showsItself}; await import('./lost.ts').catch(() => 0)`);
  expect(stderr).toContain('The program was not packed, and starts a little slower: ');
  expect(launch(folder).stdout).toBe('cli.ts\n');
});
