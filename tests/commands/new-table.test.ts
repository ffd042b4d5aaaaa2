// A sheet whose table is not there yet: the file that a person would have typed, or what is lacking for it.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { planImport } from '../../src/commands/import.ts';
import type { ImportRequest } from '../../src/commands/intake.ts';
import { deliver } from './delivery.ts';
import { machineAt } from './machine.ts';
import { createFolder, writeFile } from './project.ts';

const levering = fileURLToPath(new URL('../delivery/files/levering.xlsx', import.meta.url));

async function make(sheet: string, request: Partial<ImportRequest> = {}) {
  const root = createFolder();
  writeFile(join(root, 'data/2023/edition.yaml'), 'reportingYear: 2023\nstatus: draft\n');
  return planImport({ file: levering, table: 'nieuw', new: true, sheet, ...request }, machineAt(root));
}

test('a new table is set in columns, with panels, reference date and all that the sheet says', async () => {
  const { text, diagnostics, path } = await make('Herkomst', { unit: 'slachtoffers' });
  expect({ path, diagnostics }).toEqual({ path: 'data/2023/tables/nieuw.yaml', diagnostics: [] });
  expect(text).toBe(`# yaml-language-server: $schema=../../../schema/table.schema.json
title: Herkomst van gemelde slachtoffers
unit: slachtoffers
source: CoMensha, bewerking Nationaal Rapporteur
referenceDate: 2024-04-26
panels:
  Per jaar:         [2019, 2020, 2021, 2022, 2023]
  Per vorm in 2023: [Seksuele uitbuiting, Arbeidsuitbuiting, Criminele uitbuiting, Overig / onbekend]
rows:
  Onbekend:        [  8,  15,   9,  35,  <5,   0,  <5, <5,  0]
  Overig:          [ <5,  <5,  <5,   0,  <5,  <5,  <5,  0,  0]
  Latijns-Amerika: [ 27,  76,  44,  53, 124,  68,  50,  6, <5]
  Azie:            [ 57,  74,  83,  75,  60,  23,  35,  6, <5]
  Afrika:          [791, 322, 145, 151, 239, 178,  27, 21, 27]
  Europa:          [243, 368, 272, 291, 246,  63, 173, 11, <5]
  Nederland:       [244, 155, 237, 209, 194, 135,  12, 75, <5]
`);
});

test('hidden rows and what is to be left out are, and marks are told', async () => {
  const { text, lines } = await make('Vormen', {
    unit: 'slachtoffers',
    title: 'Vormen: alle',
    omit: ['totaal meldingen', '2019'],
  });
  expect(text).toContain("title: 'Vormen: alle'\n");
  expect(text).toContain('notes:\n  - Een slachtoffer kan meer dan één vorm');
  expect(text).toContain(
    'columns: [2020, 2021, 2022, 2023]\nrows:\n  Binnenlandse seksuele uitbuiting:   [119, 189, 162, 135]\n',
  );
  expect(text).not.toMatch(/Totaal|Ter Apel/);
  expect(lines.filter(line => line.startsWith('Left out'))).toHaveLength(3);
  expect(lines.join('\n')).toContain(
    'The mark "*" (Vormen!F4) is not taken over. The sheet says: "* Voorlopige cijfers".',
  );
});

test('means and percentages are told from counts', async () => {
  expect((await make('Leeftijd', { unit: 'jaar', source: 'CoMensha' })).text).toContain(
    'measure: mean\ncolumns: [2022, 2023]\n',
  );
  expect((await make('Minderjarigen', { unit: 'slachtoffers', source: 'CoMensha' })).text).toContain(
    'measures: { Percentage: percentage }\ncolumns: [Aantal, Percentage]\nrows:\n  Binnenlandse seksuele uitbuiting:   [18,  34%]\n',
  );
});

test('years may be the rows, and a range may cut the table out', async () => {
  const { text } = await make('Vergunningen', { unit: 'aanvragen', range: 'A2:D5' });
  expect(text).toContain('source: IND. Aantallen afgerond op tientallen.\n');
  expect(text).toMatch(/rows:\n {2}2018: \[400, 150, {5}390\]\n {2}2019: .*\n {2}2020: \[300, 120, 170-180\]\n$/);
});

test('what the sheet does not say must be given', async () => {
  await expect(make('Leeftijd')).rejects.toThrow('The sheet does not say the unit, the source of the new table.');
  await expect(make('Leeftijd')).rejects.toMatchObject({ hints: ['Add --unit "slachtoffers" --source "CoMensha".'] });
});

test('of several sheets one must be named', async () => {
  const root = createFolder();
  writeFile(join(root, 'data/2023/edition.yaml'), 'reportingYear: 2023\nstatus: draft\n');
  await expect(planImport({ file: levering, table: 'nieuw', new: true }, machineAt(root))).rejects.toThrow(
    'There are several sheets: "Vormen"',
  );
  await expect(planImport({ file: levering, table: 'Nieuw!', new: true, sheet: '1' }, machineAt(root))).rejects.toThrow(
    'cannot be the name of a table',
  );
});

const asked = { table: 'nieuw', new: true, unit: 'kisten', source: 'Boomgaard' } as const;

test.for([
  ['a row without a label', 'Oogst\n;2022\nAppels;1\n;2\n', {}, 'The row at levering!A4 has no label.'],
  [
    'rows below an empty row',
    'Oogst\n;2022\nAppels;1\n\nPeren;2\n',
    {},
    'Below an empty row more rows with numbers follow, from levering!A5 on.',
  ],
  [
    'an empty cell',
    'Oogst\n;2022;2023\nAppels;1;2\nPeren;2;\n',
    {},
    'levering!C4 is empty (row "Peren", column "2023").',
  ],
  ['an unknown sign', 'Oogst\n;2022\nAppels;1\nPeren;12x.\n', {}, 'levering!B4 "12x." does not certainly say a value'],
  [
    'a missing value without a reason',
    'Oogst\n;2022;2023\nAppels;1;2\nPeren;n.b.;5\n',
    {},
    'The row "Peren" has a value that is missing',
  ],
  ['a column without a label', 'Oogst\n;2022;\nAppels;1;2\n', {}, 'The column at levering!C2 has no label.'],
  [
    'two rows with one label',
    'Oogst\n;2022\nAppels;1\nAppels;2\n',
    {},
    'The row "Appels" stands in the sheet twice, the second time at levering!A4.',
  ],
  [
    'heads above some of the columns',
    'Oogst\n;;Een;Twee\n;a;b;c\nAppels;1;2;3\n',
    {},
    'Only some of the columns have a head above them',
  ],
  ['no numbers', 'Oogst\nAppels;veel\n', {}, 'Sheet "levering" has no rows with a label and numbers behind it'],
] as const)('%s in a new table', async ([, csv, options, message]) => {
  const { text, diagnostics } = await deliver(csv, { ...asked, ...options });
  if (message === undefined) expect(text).toContain('rows:\n  Appels: [1]\n');
  else
    expect([text, diagnostics.map(one => one.message).join('\n')]).toEqual([
      undefined,
      expect.stringContaining(message),
    ]);
});

test('a range may hold empty rows, and what nothing stands behind is left out', async () => {
  const csv = 'Oogst\n;2022\nFruit\nAppels;-\n\nPeren;2\nBron: x\n';
  const { text, lines } = await deliver(csv, { ...asked, range: 'A1:B7', read: ['-=0'] });
  expect(text).toContain('columns: [2022]\nrows:\n  Appels: [0]\n  Peren:  [2]\n');
  expect(lines).toContain('Left out, as nothing stands behind it: "Bron: x".');
});

test('a reason and the meaning of signs make a new table whole', async () => {
  const csv = 'Oogst\n;2022;2023\nAppels;1;2\nPeren;n.b.;5\nPruimen;-;\n';
  const { text, diagnostics } = await deliver(csv, { ...asked, missing: 'Kwijt.', read: ['-=0', '=<5'] });
  expect(diagnostics).toEqual([]);
  expect(text).toContain(
    'rows:\n  Appels:  [1,  2]\n  Peren:   [.,  5]\n  Pruimen: [0, <5]\nremarks:\n  - row: Peren\n    columns: [2022]\n    missing: Kwijt.\n',
  );
});
