import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkRevisions } from '../../src/rules/revision.ts';
import { editionOf, type TypedTables, underlined } from './tables.ts';

function check(tables: TypedTables): Diagnostic[] {
  const { edition, earlier } = editionOf(tables);
  return checkRevisions(edition, earlier);
}

/** A table of two years with one row and, if need be, a remark on its first year. */
function table(years: string, cells: string, remark = ''): string {
  return `columns: [${years}]\nrows:\n  Politie: [${cells}]\n${remark}`;
}

function revised(previous?: string): string {
  const before = previous === undefined ? '' : `, previous: ${previous}`;
  return `remarks: [{ row: Politie, columns: [2023], revised: Nagekomen meldingen.${before} }]\n`;
}

/** The edition of 2023 printed this cell for 2023, and this one prints the other with this remark. */
function messages(then: string, now: string, remark = ''): string[] {
  const tables = {
    melders: table('2023, 2024', `${now}, 7`, remark),
    '2023/melders': table('2022, 2023', `5, ${then}`),
  };
  return check(tables).map(({ message }) => message);
}

test.each([
  ['312', '312'],
  ['<5', '<5'],
  ['170-180', '170-180'],
  ['34%', '34%'],
])('%s that is %s again is no revision', (then, now) => {
  expect(messages(then, now)).toEqual([]);
});

test.each([
  ['312', '320', '312'],
  ['<5', '5', '<5'],
  ['34%', '35%', '34%'],
  ['34%', '35%', '34'],
  ['170-180', '171', '170-180'],
])('%s that became %s is a revision when its remark says that it was %s', (then, now, previous) => {
  expect(messages(then, now, revised(previous))).toEqual([]);
});

test('a cell that differs without a remark is said with both editions and with the remark to paste', () => {
  const tables = { melders: table('2023, 2024', '320, 7'), '2023/melders': table('2022, 2023', '5, 312') };
  const [found, ...others] = check(tables);
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    severity: 'error',
    rule: 'revision',
    message:
      'Row "Politie", column "2023" has 320, and the edition of 2023 printed 312; nothing says that it was revised.',
    hints: [
      'Correct the cell, if it should be the same.',
      'Or add under `remarks`, with the reason: - { row: Politie, columns: [2023], revised: …, previous: 312 }',
    ],
  });
  expect(found && underlined(found)).toEqual([
    'melders.yaml:6 | 320',
    '2023/melders.yaml:6 | the edition of 2023 | 312',
  ]);
});

test('what is hidden now, and what no longer is, differs too', () => {
  expect(messages('3', '<5')).toEqual([
    'Row "Politie", column "2023" has <5, and the edition of 2023 printed 3; nothing says that it was revised.',
  ]);
  expect(messages('<5', '3')).toHaveLength(1);
});

test.each([
  ['320', revised('300'), 'has 320, and its remark says that it was 300; the edition of 2023 printed 312.'],
  ['320', revised('veel'), 'has 320, and its remark says that it was veel; the edition of 2023 printed 312.'],
  ['320', revised(), 'has 320, and its remark says nothing of what it was; the edition of 2023 printed 312.'],
  ['312', revised('300'), 'has 312 and is marked as revised, but the edition of 2023 printed 312 too.'],
  ['312', revised('312'), 'has 312 and is marked as revised, but the edition of 2023 printed 312 too.'],
])('%s with the remark %s is wrong', (now, remark, message) => {
  expect(messages('312', now, remark)).toEqual([`Row "Politie", column "2023" ${message}`]);
});

test('the hint gives the previous value that was printed', () => {
  const before = { '2023/melders': table('2022, 2023', '5, 312') };
  expect(check({ ...before, melders: table('2023, 2024', '320, 7', revised('300')) })[0]?.hints).toEqual([
    'Write `previous: 312` in the remark on this cell alone.',
  ]);
  expect(check({ ...before, melders: table('2023, 2024', '312, 7', revised('300')) })[0]?.hints).toEqual([
    'Take the mark out, or correct the cell: since that edition nothing has changed.',
  ]);
});

test('a provisional value that became another is a revision as well', () => {
  const remark = 'remarks: [{ row: Politie, columns: [2023], provisional: Nog niet compleet. }]\n';
  expect(messages('312', '320', remark)).toHaveLength(1);
});

test('a missing value was not printed, and one that is missing now has its reason', () => {
  const missing = (column: number) => `remarks: [{ row: Politie, columns: [${column}], missing: Weg. }]\n`;
  expect(messages('312', '.', missing(2023))).toEqual([]);
  const tables = {
    melders: table('2023, 2024', '312, 7'),
    '2023/melders': table('2022, 2023', '5, .', missing(2023)),
  };
  expect(check(tables)).toEqual([]);
});

test('the nearest earlier edition that has the table is the one that counts', () => {
  const tables = {
    melders: table('2021, 2024', '12, 7'),
    '2022/melders': table('2021', '12'),
    '2021/melders': table('2021', '10'),
    '2023/anders': table('2021', '99'),
  };
  expect(check(tables)).toEqual([]);
  expect(check({ ...tables, '2022/melders': table('2021', '13') }).map(({ message }) => message)).toEqual([
    'Row "Politie", column "2021" has 12, and the edition of 2022 printed 13; nothing says that it was revised.',
  ]);
});

test('a table with mistakes in the earlier edition is waited for', () => {
  expect(check({ melders: table('2023, 2024', '320, 7'), '2023/melders': table('2023', 'x') })).toEqual([]);
});

test('a cell without a year speaks of its own edition; a year in its row or the title of its panel dates it', () => {
  const undated = (cell: string) => `columns: [Spanje, Roemenië]\nrows:\n  bouw: [12, ${cell}]\n`;
  expect(check({ a: undated('12'), '2023/a': undated('13') })).toEqual([]);
  const byRow = (cell: string) => `columns: [Spanje, Roemenië]\nrows:\n  2023: [12, ${cell}]\n`;
  expect(check({ a: byRow('12'), '2023/a': byRow('13') })).toHaveLength(1);
  const byPanel = (year: number, cell: string) =>
    `panels:\n  Per jaar: [2022]\n  Per vorm in ${year}: [Arbeid]\nrows:\n  Man: [12, ${cell}]\n`;
  expect(check({ a: byPanel(2024, '12'), '2023/a': byPanel(2023, '13') })).toEqual([]);
  expect(check({ a: byPanel(2023, '12'), '2023/a': byPanel(2023, '13') })).toHaveLength(1);
});

test('a table may lose its panels and still have the same years', () => {
  const panels = 'panels:\n  Per jaar: [2023]\n  Per vorm in 2023: [Arbeid]\nrows:\n  Politie: [12, 5]\n';
  expect(check({ a: table('2023, 2024', '13, 5'), '2023/a': panels })).toHaveLength(1);
});
