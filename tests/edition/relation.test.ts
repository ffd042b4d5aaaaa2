import { expect, test } from 'vitest';
import { createSource } from '../../src/diagnostics/source.ts';
import type { Claim, Relation, Table } from '../../src/edition/edition.ts';
import { tableSpec } from '../../src/edition/schema.ts';
import { normaliseTable } from '../../src/edition/table.ts';
import { validate } from '../../src/edition/validate.ts';
import { parseYaml } from '../../src/edition/yaml.ts';

/** A table with two panels and one relation, written as in its file. */
function tableWith(written: string): Table | undefined {
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
  return value && normaliseTable('t', value, file).value;
}

function relation(written: string): Relation | undefined {
  return tableWith(written)?.relations[0];
}

function claim(written: string): Claim | undefined {
  const table = tableWith(written);
  expect(table?.relations).toEqual([]);
  return table?.claims?.[0];
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

test('a table without other claims has none', () => {
  expect(tableWith('{ sum: rows, equals: { row: Totaal } }')).not.toHaveProperty('claims');
});

test('a fixed number is the whole of a sum, of all rows unless they are named', () => {
  expect(claim('{ sum: rows, for: [2023], equals: { value: 100 } }')).toMatchObject({
    ...{ kind: 'constant', direction: 'rows', parts: ['Man', 'Vrouw', 'Totaal'], scope: ['2023'] },
    ...{ holds: 'equals', value: 100 },
  });
  expect(claim('{ sum: columns, of: [Noord], within: { value: 99.5 }, because: Zo. }')).toMatchObject({
    ...{ kind: 'constant', parts: ['Noord'], holds: 'within', value: 99.5 },
  });
});

test('a whole in an earlier edition is in the table of the same name unless one is named', () => {
  expect(claim('{ sum: rows, for: [2022], equals: { edition: 2022 } }')).toMatchObject({
    ...{ kind: 'earlier', edition: 2022, parts: ['Man', 'Vrouw', 'Totaal'] },
    whole: { table: 't', rows: 'all', columns: 'same' },
  });
  expect(claim('{ sum: rows, equals: { edition: 2022, table: ander, row: Man } }')).toMatchObject({
    ...{ kind: 'earlier', edition: 2022, whole: { table: 'ander', rows: ['Man'], columns: 'same' } },
  });
});

test('labels of an earlier edition are not held against this table, nor taken out of the parts', () => {
  expect(claim('{ sum: rows, equals: { edition: 2022, row: Totaal } }')).toMatchObject({
    parts: ['Man', 'Vrouw', 'Totaal'],
  });
  expect(claim('{ sum: rows, equals: { edition: 2022, row: Weg } }')).toMatchObject({ whole: { rows: ['Weg'] } });
});

test('a share is said of the named cells, and its counts stand in their row and column unless others are named', () => {
  expect(claim('{ share: { column: Zuid }, of: { column: 2023 }, in: { column: 2023, rows: all } }')).toMatchObject({
    ...{ kind: 'share', rows: ['Man', 'Vrouw', 'Totaal'], columns: ['Zuid'] },
    part: { table: 't', rows: 'same', columns: ['2023'] },
    whole: { table: 't', rows: 'all', columns: ['2023'] },
  });
  expect(
    claim('{ share: { row: Man, panel: Per jaar }, of: { table: ander, row: M }, in: { table: ander, rows: [M, V] } }'),
  ).toMatchObject({
    ...{ rows: ['Man'], columns: ['2022', '2023'] },
    part: { table: 'ander', rows: ['M'], columns: 'same' },
    whole: { table: 'ander', rows: ['M', 'V'], columns: 'same' },
  });
  expect(claim('{ share: { column: Zuid }, of: { panel: Per jaar }, in: { table: ander, panel: P } }')).toMatchObject({
    part: { rows: 'same', columns: 'all', panel: 'Per jaar' },
    whole: { rows: 'same', columns: 'all', panel: 'P' },
  });
});
