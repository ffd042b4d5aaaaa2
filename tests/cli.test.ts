// The command line as its users meet it: help, exit codes, messages, and what goes to which stream.

import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { createFolder, createProject, run, writeFile } from './commands/project.ts';

const broken = { 'data/2023/blad-2023/tekst.md': '# Oogst\n\nEr zijn {{oogst "Apels"}} kisten geplukt.\n' };

test.for([[], ['build'], ['check']])('the help of %j explains it, with examples and the exit codes', async words => {
  const { status, stdout, stderr } = await run(createFolder(), [...words, '--help']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain(`Usage: ${['jaarcijfers', ...words].join(' ')}`);
  expect(stdout).toContain(`Examples:\n  npx ${['jaarcijfers', ...words].join(' ')}`);
  expect(stdout).toMatch(/Exit codes: 0 .*1 .*2 .*3 /);
});

test('every example in the help of a command is a command that works or names its own lack', async () => {
  const project = createProject();
  for (const command of ['build', 'check']) {
    const { stdout } = await run(project, [command, '--help']);
    const examples = [...stdout.matchAll(/^ {2}npx jaarcijfers (.*)$/gm)].map(([, words = '']) => words.trim());
    expect(examples.length).toBeGreaterThan(2);
    for (const words of examples.filter(one => one.startsWith('check') && !one.includes('2024')))
      expect((await run(project, words.split(' '))).status, words).toBe(0);
  }
});

test('--version prints the version and nothing else', async () => {
  expect(await run(createFolder(), ['--version'])).toMatchObject({
    status: 0,
    stdout: `${manifest.version}\n`,
    stderr: '',
  });
});

/** What the check says of a publication with one number from a table and the year in its title. */
function covered(year: number): string {
  const counts = (computed: number, structural: number): string =>
    `${computed} computed, 0 asserted, 0 cited, ${structural} structural, 0 unbound`;
  return [
    `${year} blad-${year}`,
    `  numbers in texts    ${counts(1, 1)}`,
    `  numbers in figures  ${counts(0, 0)}`,
    `  words of judgement  ${counts(0, 0)}`,
    '',
  ].join('\n');
}

test('a sound project passes the check, which counts what its numbers stand on', async () => {
  const stdout = `${covered(2022)}${covered(2023)}No problems found.\n`;
  expect(await run(createProject(), ['check'])).toMatchObject({ status: 0, stdout, stderr: '' });
});

test('an author’s mistake ends in 1, with the place and a hint on the error stream', async () => {
  const { status, stdout, stderr } = await run(createProject(broken), ['check']);
  expect(status).toBe(1);
  expect(stdout).not.toContain('No problems');
  expect(stderr).toContain('data/2023/blad-2023/tekst.md:3:18');
  expect(stderr).toContain('Did you mean "Appels"?');
  expect(stderr).toMatch(/1 error\n$/);
});

test.for([
  ['an unknown year', ['build', '1999'], ['1999', '2022, 2023']],
  ['a year that is no year', ['check', '../2023'], ['../2023', '2022, 2023']],
  ['an unknown publication', ['build', '--publication', 'blad-2033'], ['blad-2033', 'Did you mean "blad-20']],
  ['an unknown publication among known ones', ['build', '-p', 'blad-2023', '-p', 'krant'], ['krant', '"blad-2022"']],
  ['an unknown option', ['build', '--pubication', 'x'], ['--pubication', 'Did you mean --publication?']],
  ['an option of another command', ['build', '--json'], ['--json']],
  ['an unknown command', ['biuld'], ['biuld', 'Did you mean build?']],
  ['an option without its value', ['build', '--out'], ['--out']],
] as const)('%s is wrong use: 2, said in a few lines, nothing on standard output', async ([, words, parts]) => {
  const { status, stdout, stderr } = await run(createProject(), words);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  for (const part of parts) expect(stderr).toContain(part);
  expect(stderr.trim().split('\n').length).toBeLessThan(4);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('without a command the help is shown, as wrong use', async () => {
  const { status, stderr } = await run(createProject(), []);
  expect(status).toBe(2);
  expect(stderr).toContain('Usage: jaarcijfers');
});

test('outside a project it says where to go', async () => {
  for (const command of ['check', 'build']) {
    const { status, stdout, stderr } = await run(createFolder(), [command]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('Go to the folder that holds data/ and templates/');
  }
});

test('a project without any year says so', async () => {
  const folder = createFolder();
  for (const path of ['data/.keep', 'templates/.keep']) writeFile(join(folder, path), '');
  const { status, stderr } = await run(folder, ['check']);
  expect(status).toBe(2);
  expect(stderr).toContain('no reporting year');
});

test('a check works from any folder of the project', async () => {
  const { status, stdout } = await run(join(createProject(), 'data', '2023', 'tables'), ['check', '2023']);
  expect({ status, stdout }).toEqual({ status: 0, stdout: `${covered(2023)}No problems found.\n` });
});

test('only the asked year is checked', async () => {
  const project = createProject(broken);
  expect((await run(project, ['check', '2022'])).status).toBe(0);
  expect((await run(project, ['check', '2022', '2023'])).status).toBe(1);
});

const keys = ['severity', 'rule', 'message', 'file', 'line', 'column', 'related', 'hints'];

test('check --json prints an empty array for a sound project, and nothing else', async () => {
  expect(await run(createProject(), ['check', '--json'])).toMatchObject({ status: 0, stdout: '[]\n', stderr: '' });
});

test('check --json prints the mistakes of all files as records, and nothing else', async () => {
  const project = createProject({
    ...broken,
    'data/2023/tables/oogst.yaml': 'title: Oogst\n  unit: x\n',
    'data/2022/edition.yaml': undefined,
  });
  const { status, stdout, stderr } = await run(project, ['check', '--json']);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  const records: Record<string, unknown>[] = JSON.parse(stdout);
  expect(new Set(records.map(({ file }) => file))).toEqual(
    new Set(['data/2022/edition.yaml', 'data/2023/tables/oogst.yaml']),
  );
  for (const record of records) {
    expect(Object.keys(record)).toEqual(keys);
    expect(record.severity).toMatch(/^(error|warning|notice)$/);
    expect(record.rule).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect([record.line, record.column].every(number => Number(number) >= 1)).toBe(true);
    expect(record.hints).toEqual(expect.arrayContaining([expect.any(String)]));
  }
});

test('a theme that is wrong is one mistake, not many', async () => {
  const project = createProject();
  writeFile(join(project, 'templates', 'theme.yaml'), 'paper: wit\n');
  const { status, stdout } = await run(project, ['check', '--json']);
  expect(status).toBe(1);
  const files = (JSON.parse(stdout) as { file: string }[]).map(({ file }) => file);
  expect(new Set(files)).toEqual(new Set(['templates/theme.yaml']));
});

test.for([
  ['in its own work', 'process.cwd = () => { throw new Error("kapot"); };'],
  ['in work that nobody waits for', 'setTimeout(() => Promise.reject(new Error("kapot")), 150);'],
] as const)('a bug of our own %s ends in 3 and asks to be reported', async ([, script]) => {
  const file = join(createFolder(), 'kapot.mjs');
  writeFile(file, script);
  const { status, stderr } = await run(createProject(), ['check'], { NODE_OPTIONS: `--import ${file}` });
  expect(status).toBe(3);
  expect(stderr).toContain('This is a bug in jaarcijfers');
  expect(stderr).toContain('kapot');
});

test('nothing is coloured where no terminal is, whatever NO_COLOR says', async () => {
  for (const env of [{}, { NO_COLOR: '1' }]) {
    const { stderr } = await run(createProject(broken), ['check'], env);
    expect(stderr).not.toContain('\u001B');
  }
});
