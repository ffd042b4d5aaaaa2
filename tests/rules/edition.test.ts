// All rules on tables together, on an edition with one mistake for each and on the editions of data/.

import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openFiles } from '../../src/commands/files.ts';
import { earlierEditions } from '../../src/edition/earlier.ts';
import type { Figure, Publication } from '../../src/edition/edition.ts';
import { readEdition, reportingYears } from '../../src/edition/read.ts';
import { checkTables } from '../../src/rules/tables.ts';
import { editionOf } from './tables.ts';

const tables = {
  som: 'columns: [2024]\nrows:\n  A: [1]\n  T: [2]\nrelations:\n  - { sum: rows, equals: { row: T } }\n',
  vast: 'columns: [2024]\nrows:\n  A: [99]\nrelations:\n  - { sum: rows, equals: { value: 100 } }\n',
  deel: 'measures: { d: percentage }\ncolumns: [n, d]\nrows:\n  A: [1, 40%]\n  B: [1, 50%]\nrelations:\n  - { share: { column: d }, of: { column: n }, in: { column: n, rows: all } }\n',
  eerder: 'columns: [2023]\nrows:\n  A: [1]\nrelations:\n  - { sum: rows, equals: { edition: 2023, table: oud } }\n',
  herzien: 'columns: [2023]\nrows:\n  A: [1]\n',
  panelen: 'panels:\n  Per jaar: [2024]\n  Per vorm in 2024: [Arbeid]\nrows:\n  A: [1, 1]\n',
  noot: 'columns: [2024]\nrows:\n  A: [3]\nrelations:\n  - { sum: rows, exceeds: { value: 2 }, because: Dubbel. }\n',
  wacht: 'columns: [2024]\nrows:\n  A: [3]\nrelations:\n  - { sum: rows, equals: { table: stuk } }\n',
  '2023/oud': 'columns: [2023]\nrows:\n  A: [2]\n',
  '2023/herzien': 'columns: [2023]\nrows:\n  A: [2]\n',
};

test('every rule speaks, and what needs a table that could not be read waits', () => {
  const { edition, earlier } = editionOf(tables);
  const figure = { id: 'noot', table: edition.tables.get('noot') } as Figure;
  const publication = { figures: new Map([['noot', figure]]) } as unknown as Publication;
  const found = checkTables({ ...edition, publications: [publication] }, ['stuk'], earlier);
  expect(found.map(({ rule, place }) => `${rule} ${place?.file.replace('data/2024/tables/', '')}`)).toEqual([
    ...['sum som.yaml', 'sum vast.yaml', 'share deel.yaml', 'sum eerder.yaml', 'revision herzien.yaml'],
    ...['relation-missing panelen.yaml', 'note-required noot.yaml'],
  ]);
});

const files = openFiles(fileURLToPath(new URL('../..', import.meta.url)));

test.each(reportingYears(files))('the tables of %i agree with each other and with the years before', year => {
  const { value } = readEdition(year, files);
  expect(value && checkTables(value, [], earlierEditions(year, files))).toEqual([]);
});
