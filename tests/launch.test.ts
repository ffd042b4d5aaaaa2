import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const launcher = fileURLToPath(new URL('../src/launch.cjs', import.meta.url));
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
  copyFileSync(launcher, join(folder, 'src', 'launch.cjs'));
  return folder;
}

/** Pretends to be an older Node.js. */
const old = ['-e', `Object.defineProperty(process.versions, 'node', { value: '12.22.0' }); require(process.argv[1])`];

function launch(
  folder: string,
  { before = [] as string[] } = {},
): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...before, join(folder, 'src', 'launch.cjs'), 'build', '2023'],
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
