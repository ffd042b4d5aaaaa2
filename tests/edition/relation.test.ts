import { expect, test } from 'vitest';
import { createSource } from '../../src/diagnostics/source.ts';
import type { Relation } from '../../src/edition/edition.ts';
import { tableSpec } from '../../src/edition/schema.ts';
import { normaliseTable } from '../../src/edition/table.ts';
import { validate } from '../../src/edition/validate.ts';
import { parseYaml } from '../../src/edition/yaml.ts';

/** The only relation of a table with two panels, written as in its file. */
function relation(written: string): Relation | undefined {
  const text = `title: T
unit: slachtoffers
source: S
panels: { Per jaar: [2022, 2023], Per regio: [Noord, Zuid] }
rows:
  Man: [1, 2, 1, 1]
  Vrouw: [1, 2, 1, 1]
  Totaal: [2, 4, 2, 2]
relations:
  - ${written}
`;
  const { file } = parseYaml(createSource('t.yaml', text));
  if (!file) throw new Error('The table of the test cannot be parsed.');
  const { value, diagnostics } = validate(file, tableSpec);
  expect(diagnostics).toEqual([]);
  return value && normaliseTable('t', value, file).value?.relations[0];
}

test('a sum of rows takes all rows but the whole, in every column', () => {
  expect(relation('{ sum: rows, equals: { row: Totaal } }')).toMatchObject({
    ...{ direction: 'rows', parts: ['Man', 'Vrouw'], scope: ['2022', '2023', 'Noord', 'Zuid'], holds: 'equals' },
    whole: { table: 't', rows: ['Totaal'], columns: 'same' },
  });
});

test('of and for say which rows, in which columns', () => {
  const found = relation('{ sum: rows, of: [Man], for: [2023], within: { row: Totaal }, because: Zo is het. }');
  expect(found).toMatchObject({ parts: ['Man'], scope: ['2023'], holds: 'within', because: 'Zo is het.' });
});

test('a panel limits the columns that a sum of rows is said of', () => {
  expect(relation('{ sum: rows, panel: Per jaar, equals: { row: Totaal } }')?.scope).toEqual(['2022', '2023']);
});

test('a sum of columns takes the columns of its panel, in every row', () => {
  expect(relation('{ sum: columns, panel: Per regio, equals: { column: 2023 } }')).toMatchObject({
    ...{ direction: 'columns', parts: ['Noord', 'Zuid'], scope: ['Man', 'Vrouw', 'Totaal'] },
    whole: { table: 't', rows: 'same', columns: ['2023'] },
  });
});

test('a whole that is a panel is no part of the sum', () => {
  expect(relation('{ sum: columns, equals: { panel: Per jaar } }')?.parts).toEqual(['Noord', 'Zuid']);
});

test('a whole in another table is all its rows unless one is named', () => {
  expect(relation('{ sum: rows, exceeds: { table: ander }, because: Dubbel. }')?.whole).toEqual({
    ...{ table: 'ander', rows: 'all', columns: 'same' },
  });
  expect(relation('{ sum: rows, equals: { table: ander, row: Alles, column: X } }')?.whole).toEqual({
    ...{ table: 'ander', rows: ['Alles'], columns: ['X'] },
  });
});
