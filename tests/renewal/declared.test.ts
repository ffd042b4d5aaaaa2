// Remarks and relations of a table a year later: what still holds of its cells stays, and labels move along.

import { expect, test } from 'vitest';
import { bodyOf, head, renewed, tableOf } from './fixture.ts';

const series = 'columns: [2021, 2022, 2023]\nrows:\n  Appels: [., 2, 3]\n  Peren:  [1, 2, 3]\n';
const later = 'columns: [2022, 2023, 2024]\nrows:\n  Appels: [2, 3, ?]\n  Peren:  [2, 3, ?]\n';

/** What follows the rows, before and after. */
function becomes(before: string, after: string): void {
  const made = renewed(`${head}${series}${before}`);
  expect(bodyOf(made)).toBe(later + after);
  tableOf(made.text);
}

const missing = '  - row: Appels\n    columns: [2021]\n    missing: Niet geteld.\n';

test('a remark stays with the cells that stay, and goes with those that go', () => {
  becomes(
    `remarks:
${missing}  - row: Peren
    provisional: Nog niet compleet. # see the letter
`,
    `remarks:
  - row: Peren
    columns: [2022, 2023]
    provisional: Nog niet compleet. # see the letter
`,
  );
  becomes(
    `remarks:
${missing}  # From the letter.
  - { row: Peren, columns: [2021, 2023], reconstructed: Teruggerekend. }
`,
    `remarks:
  # From the letter.
  - { row: Peren, columns: [2023], reconstructed: Teruggerekend. }
`,
  );
});

test('a revision is the basis now, and with the last remark their key goes', () => {
  becomes(
    `remarks:
${missing}  - row: Peren
    columns: [2022]
    revised: Nagekomen.
    previous: 1
relations: []
`,
    'relations: []\n',
  );
});

test('remarks in one line are narrowed in that line', () => {
  becomes(
    "remarks: [{ row: Appels, columns: [2021], missing: Weg. }, { row: Peren, provisional: 'Nog, niet' }]\n",
    "remarks: [{ row: Peren, columns: [2022, 2023], provisional: 'Nog, niet' }]\n",
  );
});

const bomen = `${head}panels:\n  Per jaar: [2022, 2023]\n  Per vorm in 2023: [Hoog, Laag]\nrows:\n  Alle: [9, 9, 4, 5]\n`;
const project = { 'data/2023/tables/bomen.yaml': bomen };

test('labels of relations move with the table they stand in, and with the one they name', () => {
  const relations = `remarks:
${missing}relations:
  - sum: rows
    of: [Appels]
    for: [2022, 2023] # since the new trees
    within: { table: bomen, row: Alle }
    because: In 2023 stonden er ook peren.
  # Of one year.
  - sum: rows
    for:
      - 2023
    within: { table: bomen, rows: all, panel: Per vorm in 2023 }
    because: Er zijn ook peren.
  - sum: columns
    of: ['2022', 2023]
    exceeds: { column: 2023 }
    because: Dubbel.
`;
  const made = renewed(`${head}${series}${relations}`, undefined, project);
  expect(bodyOf(made)).toBe(
    later +
      relations
        .replace(`remarks:\n${missing}`, '')
        .replace('[2022, 2023] #', '[2023, 2024] #')
        .replace('In 2023 stonden', 'In 2024 stonden')
        .replace('- 2023', '- 2024')
        .replace('vorm in 2023', 'vorm in 2024')
        .replace("['2022', 2023]", "['2023', 2024]")
        .replace('{ column: 2023 }', '{ column: 2024 }'),
  );
  tableOf(made.text);
});

test('a share keeps its columns, and the fixed whole of percentages stays', () => {
  const relations = `remarks:
${missing}relations:
  - share: { columns: [2023] }
    of: { table: bomen, row: Alle, column: Hoog }
    in: { table: bomen, row: Alle, columns: [2023] }
  - sum: rows
    for: [2023]
    equals: { value: 2023 }
`;
  const { text } = renewed(`${head}${series}${relations}`, undefined, project);
  expect(text).toContain('  - share: { columns: [2024] }\n    of: { table: bomen, row: Alle, column: Hoog }\n');
  expect(text).toContain('    in: { table: bomen, row: Alle, columns: [2024] }\n');
  expect(text).toContain('    for: [2024]\n    equals: { value: 2023 }\n');
});

const earlier = `${head}columns: [2022, 2023]\nrows:\n  Alle: [2, 3]\n`;
const relation = `  - sum: rows
    for: [2022]
    equals: { edition: 2022, table: bomen, row: Alle }
`;

test('a relation with an earlier edition moves to the next one where that has the cells', () => {
  const { text } = renewed(`${head}${series}remarks:\n${missing}relations:\n${relation}`, undefined, {
    'data/2023/tables/bomen.yaml': earlier,
  });
  expect(text).toContain(relation.replaceAll('2022', '2023'));
});

test('where it has not, the relation goes, and a comment says so; other comments stay', () => {
  const gone =
    '# Vervallen: de vergelijking met de tabel bomen van 2022; in de editie van 2023 staan die cellen niet.\n';
  const others = '  # Of all years.\n  - sum: columns\n    exceeds: { column: 2023 }\n    because: Dubbel.\n';
  const made = renewed(`${head}${series}remarks:\n${missing}relations:\n  # From the annex.\n${relation}${others}`);
  expect(bodyOf(made)).toBe(
    `${later}relations:\n  # From the annex.\n  ${gone}${others.replace('column: 2023', 'column: 2024')}`,
  );
  tableOf(made.text);
  const alone = renewed(`${head}${series}remarks:\n${missing}relations:\n  # From the annex.\n${relation}notes: [a]\n`);
  expect(bodyOf(alone)).toBe(`${later}# From the annex.\n${gone}notes: [a]\n`);
  const without = renewed(`${head}${series}remarks:\n${missing}relations:\n${relation}`, undefined, {
    'data/2023/tables/bomen.yaml': earlier.replace('[2022, 2023]', '[2021, 2022]'),
  });
  expect(without.text).toContain(gone);
});
