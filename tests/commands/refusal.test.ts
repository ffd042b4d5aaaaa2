// Deliveries that have no certain place in their table: nothing is written, and the message says what to do.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as library from '@e965/xlsx';
import { expect, test } from 'vitest';
import { planImport } from '../../src/commands/import.ts';
import type { ImportRequest } from '../../src/commands/intake.ts';
import { UsageError } from '../../src/commands/selection.ts';
import { deliver, levering, oogst } from './delivery.ts';
import { machineAt } from './machine.ts';
import { createFolder, writeFile } from './project.ts';

const panels = oogst.replace(
  'columns: [2021, 2022, 2023]',
  'panels:\n  Per jaar: [2021, 2022]\n  Per soort in 2023: [2023]',
);

interface Refusal {
  readonly csv: string;
  readonly yaml?: string;
  readonly rule: string;
  readonly message: string;
  readonly hint: string;
}

const refusals: Readonly<Record<string, Refusal>> = {
  'a row that is nearly one of the table': {
    csv: `${levering}Pruimen roet;1;2;3\n`,
    rule: 'import-unknown-row',
    message: 'Row "Pruimen roet" (levering!A6) has values, and the table has no such row.',
    hint: 'Did you mean "Pruimen rood"? Then make the two labels the same.',
  },
  'an unknown row of words with numbers in them': {
    csv: `${levering}Kersen;minder dan 5;minder dan 5;minder dan 5\n`,
    rule: 'import-unknown-row',
    message: 'Row "Kersen" (levering!A6)',
    hint: 'Leave it out with --omit "Kersen".',
  },
  'a row that is like none': {
    csv: `${levering}Kersen;1;2;3\n`,
    rule: 'import-unknown-row',
    message: 'Row "Kersen" (levering!A6)',
    hint: 'Leave it out with --omit "Kersen".',
  },
  'a later year': {
    csv: ';2021;2022;2023;2024\nAppels;1234;1300;1401;1500\n',
    rule: 'import-unknown-column',
    message: 'Column "2024" (levering!E1) has values, and the table has no such column.',
    hint: 'Or add the column to the table, with ? in its cells, and import again.',
  },
  'values below no label': {
    csv: ';2021;2022;;2023\nAppels;1234;1300;5;1401\n',
    rule: 'import-unknown-column',
    message: 'Column without a label (levering, column D) has values',
    hint: 'Name the block without it: --range',
  },
  'values beside no label': {
    csv: `;2021;2022\nAppels;1234;1300\n;1;2\nPeren;<5;12\n`,
    rule: 'import-unknown-row',
    message: 'Row without a label (levering, row 3) has values',
    hint: 'Name the block without it: --range',
  },
  'a total that is not the sum': {
    csv: `${levering}Totaal;1244;1320;1500\n`,
    rule: 'import-unknown-row',
    message: 'Row "Totaal" (levering!A6)',
    hint: 'Leave it out with --omit "Totaal".',
  },
  'a total of which a row is not there': {
    csv: ';2021\nAppels;1234\nPeren;<5\nTotaal;1236\n',
    rule: 'import-unknown-row',
    message: 'Row "Totaal" (levering!A4)',
    hint: 'Leave it out with --omit "Totaal".',
  },
  'a row that stands there twice': {
    csv: ';2021;2022\nAppels;1234;1300\nPeren;<5;12\nAppels;1;2\n',
    rule: 'import-repeated',
    message: 'The row "Appels" stands in sheet "levering" more than once: A2 and A4.',
    hint: '--range A3:F12',
  },
  'a sign that may mean anything': {
    csv: ';2021\nAppels;-\n',
    rule: 'import-cell',
    message: 'levering!B2 "-" does not certainly say a value (row "Appels", column "2021").',
    hint: '--read "-=0"',
  },
  'a missing value without a reason': {
    csv: ';2021\nAppels;n.b.\n',
    rule: 'import-missing',
    message:
      'levering!B2 says that the value is missing (row "Appels", column "2021"), and a missing value needs its reason.',
    hint: '--missing "',
  },
  'a missing value with a remark on its value': {
    csv: ';2021\nPruimen rood;n.b.\n',
    rule: 'import-remark',
    message: 'a remark on row "Pruimen rood", column "2021" speaks of its value',
    hint: 'Take that remark out',
  },
  'a head of another year': {
    csv: ';Per jaar;;Per soort in 2022\n;2021;2022;2023\nAppels;1234;1300;1401\n',
    yaml: panels,
    rule: 'import-panel',
    message: 'The head "Per soort in 2022" (levering!D1) stands above columns of the panel "Per soort in 2023".',
    hint: 'Check that this is the delivery for this table',
  },
  'a head above columns of another panel': {
    csv: ';Per soort in 2023;;Per jaar\n;2021;2022;2023\nAppels;1234;1300;1401\n',
    yaml: panels,
    rule: 'import-panel',
    message: 'The head "Per jaar" (levering!D1) stands above columns of the panel "Per soort in 2023".',
    hint: 'make the head and the panel say the same',
  },
};

test.for(Object.keys(refusals))('%s is refused', async name => {
  const { csv, yaml = oogst, rule, message, hint } = refusals[name] as Refusal;
  const { text, diagnostics } = await deliver(csv, { yaml });
  expect(text).toBeUndefined();
  const found = diagnostics.find(one => one.rule === rule && one.message.includes(message));
  expect(found, JSON.stringify(diagnostics)).toMatchObject({ severity: 'error' });
  if (name === 'a later year') expect(found?.hints.join()).not.toContain('Did you mean');
  expect(found?.hints.join('\n')).toContain(hint);
});

test('a head that is worded in its own way, without another year, is none to refuse', async () => {
  const { diagnostics } = await deliver(';Jaren;;Soorten 2023\n;2021;2022;2023\nAppels;1234;1300;1401\n', {
    yaml: panels,
  });
  expect(diagnostics).toEqual([]);
});

test('all mistakes of a delivery are told at once', async () => {
  const { diagnostics, text } = await deliver(`${levering.replace('17', 'x').replace('12', '1,234')}Kersen;1;2;3\n`);
  expect([text, diagnostics.map(one => one.rule)]).toEqual([
    undefined,
    ['import-unknown-row', 'import-cell', 'import-cell'],
  ]);
});

test('a result that the project cannot read is not written, with what is wrong with it', async () => {
  const yaml =
    'title: t\nunit: u\nsource: s\ncolumns: [2023]\nrows:\n  Appels: [5]\n  Peren: [.]\nremarks: [{ row: Peren, missing: Stuk. }]\n';
  const { text, diagnostics } = await deliver(';2023\nAppels;n.b.\n', { yaml, missing: 'Kwijt.' });
  expect([text, diagnostics.map(one => one.rule)]).toEqual([undefined, ['yaml-syntax']]);
});

test('a table that cannot be parsed, or has rows of other lengths, is not changed', async () => {
  const unequal = await deliver(levering, { yaml: oogst.replace('[7, 8, 9]', '[7, 8]') });
  expect([unequal.text, unequal.diagnostics.some(one => one.severity === 'error')]).toEqual([undefined, true]);
  const broken = await deliver(levering, { yaml: oogst.replace('[7, 8, 9]', '[7, 8, 9') });
  expect([broken.text, broken.diagnostics[0]?.rule]).toEqual([undefined, 'yaml-syntax']);
});

type Usage = readonly [string, Partial<ImportRequest> & { csv?: string }, string, string];

test.for<Usage>([
  ['an unknown table', { table: 'oogts' }, 'There is no table "oogts" in data/2023/tables.', 'Did you mean "oogst"?'],
  ['an unknown table like no other', { table: 'vangst-op-zee' }, 'There is no table "vangst-op-zee"', 'add --new'],
  ['an unknown year', { year: '1999' }, 'There is no reporting year 1999.', 'data/ has 2023.'],
  ['a table that is there already', { new: true }, 'is there already', 'Give the new table another name'],
  ['an unknown sheet', { sheet: 'levring' }, 'There is no sheet "levring".', 'Did you mean "levering"?'],
  ['the number of a sheet that is not there', { sheet: '2' }, 'There is no sheet "2".', '"levering"'],
  ['a range that is none', { range: 'A3' }, '"A3" is no range of cells.', '--range A3:F12'],
  [
    'a range without the table',
    { range: 'A4:B9' },
    'The labels of the table are not in levering.csv',
    'such as "Appels"',
  ],
  [
    'another file',
    { csv: ';2019\nKersen;4\n' },
    'The labels of the table are not in levering.csv (sheets: "levering").',
    'columns, such as "2021"',
  ],
  ['a sign without its meaning', { read: ['x'] }, '--read "x" does not say what a sign means.', '--read "-=0"'],
  ['a sign that means no cell', { read: ['x=niets'] }, '--read "x=niets"', '--read "-=0"'],
  ['two blocks with the same labels', { csv: `${levering}\n${levering}` }, 'levering!A2, levering!A8', '--range'],
])('%s is wrong use', async ([, request, message, hint]) => {
  const { csv = levering, ...asked } = request;
  const refusal = await deliver(csv, asked).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UsageError);
  expect((refusal as UsageError).message).toContain(message);
  expect((refusal as UsageError).hints.join('\n')).toContain(hint);
});

test('of several blocks the range names the one', async () => {
  const second = levering.replace('1.401', '1.402');
  const { text } = await deliver(`${levering}\n${second}`, { range: 'A8:D11' });
  expect(text).toContain('[1234, 1300, 1402]');
});

test('of several sheets with the table one must be named, and a hidden one counts only when it is named', async () => {
  const root = createFolder();
  writeFile(join(root, 'data/2023/tables/oogst.yaml'), oogst);
  const book = library.utils.book_new();
  for (const [name, value] of [
    ['Oud', 1],
    ['Nieuw', 2],
    ['Weg', 3],
  ] as const)
    library.utils.book_append_sheet(
      book,
      library.utils.aoa_to_sheet([
        ['', 2023],
        ['Appels', value],
      ]),
      name,
    );
  library.utils.book_set_sheet_visibility(book, 'Weg', 1);
  const file = join(root, 'levering.xlsx');
  writeFileSync(file, library.write(book, { type: 'buffer', bookType: 'xlsx' }));
  const plan = (sheet?: string) => planImport({ file, table: 'oogst', ...(sheet ? { sheet } : {}) }, machineAt(root));
  await expect(plan()).rejects.toThrow('The table may be any of several in levering.xlsx: Oud!A1, Nieuw!A1.');
  expect((await plan('nieuw')).text).toContain('1300,  2]');
  expect((await plan('3')).text).toContain('1300,  3]');
});

test('of several years the one that has the table is meant, or the latest; else it must be named', async () => {
  const root = createFolder();
  const table = (year: number): string => join(root, `data/${year}/tables/oogst.yaml`);
  writeFile(join(root, 'levering.csv'), levering);
  for (const year of [2022, 2023, 2024])
    writeFile(join(root, `data/${year}/edition.yaml`), `reportingYear: ${year}\nstatus: draft\n`);
  const plan = async (year?: string) =>
    (await planImport({ file: join(root, 'levering.csv'), table: 'oogst', ...(year ? { year } : {}) }, machineAt(root)))
      .path;
  writeFile(table(2022), oogst);
  expect(await plan()).toBe('data/2022/tables/oogst.yaml');
  writeFile(table(2023), oogst);
  await expect(plan()).rejects.toThrow('The table is in the years 2022 and 2023, not in the latest.');
  expect(await plan('2023')).toBe('data/2023/tables/oogst.yaml');
  writeFile(table(2024), oogst);
  expect(await plan()).toBe('data/2024/tables/oogst.yaml');
});

test('a file that is not there, or is no spreadsheet, is wrong use', async () => {
  const root = createFolder();
  writeFile(join(root, 'data/2023/tables/oogst.yaml'), oogst);
  writeFile(join(root, 'levering.xlsx'), 'geen');
  const plan = (file: string) => planImport({ file: join(root, file), table: 'oogst' }, machineAt(root));
  await expect(plan('nergens.xlsx')).rejects.toThrow('is not there, or cannot be read.');
  await expect(plan('levering.xlsx')).rejects.toThrow('levering.xlsx: It is no .xlsx file inside');
  await expect(plan('.')).rejects.toThrow(UsageError);
});
