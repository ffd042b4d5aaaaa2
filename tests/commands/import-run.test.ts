// The import as an operator runs it: what goes where, when it writes, and how it ends.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createProject, filesIn, run, writeFile } from './project.ts';

const table = 'data/2023/tables/oogst.yaml';

function project(csv: string): string {
  const root = createProject();
  writeFile(join(root, 'levering.csv'), csv);
  return root;
}

const changed = ';2023\nAppels;1.300\nPeren;<5\n';

test('with --yes the changes are shown and the one file is written', async () => {
  const root = project(changed);
  const before = filesIn(root);
  const { status, stdout, stderr } = await run(root, [
    'import',
    'levering.csv',
    '--table',
    'oogst',
    '--year',
    '2023',
    '--yes',
  ]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('  Appels  2023  1234 → 1300  levering!B2\n1 cell changes, 1 is as before.\n');
  expect(stdout).toContain('  - { row: Appels, columns: [2023], revised: …, previous: 1234 }\n');
  expect(stdout).toMatch(/Written: data\/2023\/tables\/oogst\.yaml\n$/);
  expect(filesIn(root)).toEqual({ ...before, [table]: before[table]?.replace('1234', '1300') });
});

test('where there is no terminal and no --yes the changes are shown, nothing is written, and it ends in 2', async () => {
  const root = project(changed);
  const before = filesIn(root);
  const { status, stdout, stderr } = await run(root, ['import', 'levering.csv', '-t', 'oogst']);
  expect({ status, stderr }).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Nothing was written: there is no terminal to ask on.'),
  });
  expect(stdout).toContain('1234 → 1300');
  expect(filesIn(root)).toEqual(before);
});

test('a dry run shows the changes and writes nothing', async () => {
  const root = project(changed);
  const before = filesIn(root);
  const { status, stdout } = await run(root, ['import', 'levering.csv', '-t', 'oogst', '--dry-run', '--yes']);
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: expect.stringMatching(/1234 → 1300[\s\S]*this was a dry run\.\n$/),
  });
  expect(filesIn(root)).toEqual(before);
});

test('without changes there is nothing to ask or write', async () => {
  const root = project(';2023\nAppels;1234\n');
  const { status, stdout } = await run(root, ['import', 'levering.csv', '-t', 'oogst', '-y', '2023']);
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: expect.stringContaining('No cell changes: 1 cell is as before.'),
  });
});

test('a delivery that has no certain place ends in 1, with nothing written', async () => {
  const root = project(';2023\nAppels;-\nKersen;4\n');
  const before = filesIn(root);
  const { status, stderr } = await run(root, ['import', 'levering.csv', '-t', 'oogst', '-y', '2023', '--yes']);
  expect(status).toBe(1);
  expect(stderr).toMatch(/Nothing was written\.[\s\S]*import-unknown-row[\s\S]*import-cell[\s\S]*2 errors\n$/);
  expect(filesIn(root)).toEqual(before);
});

test.for([
  ['without a table', ['levering.csv'], '--table'],
  ['without a file', ['--table', 'oogst'], 'file'],
  ['of a file that is not there', ['weg.xlsx', '-t', 'oogst'], 'weg.xlsx is not there'],
  ['of a table that is not there', ['levering.csv', '-t', 'oogts'], 'Did you mean "oogst"?'],
] as const)('an import %s is wrong use', async ([, words, message]) => {
  const { status, stdout, stderr } = await run(project(changed), ['import', ...words]);
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining(message) });
});

test('a new table is written as it is shown, and the check reads it', async () => {
  const root = project('Oogst van kersen\n;2022;2023\nKersen;1.200;<5\nBron: Boomgaard\nEenheid: kisten\n');
  const { status, stdout } = await run(root, [
    'import',
    'levering.csv',
    '-t',
    'kersen',
    '-y',
    '2023',
    '--new',
    '--yes',
  ]);
  const text = readFileSync(join(root, 'data/2023/tables/kersen.yaml'), 'utf8');
  expect(status).toBe(0);
  expect(text).toContain(
    'title: Oogst van kersen\nunit: kisten\nsource: Boomgaard\ncolumns: [2022, 2023]\nrows:\n  Kersen: [1200, <5]\n',
  );
  for (const line of text.trimEnd().split('\n')) expect(stdout).toContain(`  ${line}\n`);
  expect((await run(root, ['check', '2023'])).status).toBe(0);
});

test('the help names every option, with examples', async () => {
  const { status, stdout } = await run(createProject(), ['import', '--help']);
  expect(status).toBe(0);
  for (const option of [
    '--table',
    '--year',
    '--sheet',
    '--range',
    '--omit',
    '--read',
    '--missing',
    '--new',
    '--dry-run',
    '--yes',
  ])
    expect(stdout).toContain(option);
  expect(stdout).toContain('npx jaarcijfers import levering.xlsx --table vormen');
});
