import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkPooledPanels } from '../../src/rules/pooled.ts';
import { editionOf, underlined } from './tables.ts';

function check(panels: string, rows: string, more = ''): Diagnostic[] {
  return checkPooledPanels(editionOf({ delen: `panels:\n${panels}\nrows:\n${rows}\n${more}` }).edition);
}

const single = '  Per jaar: [2022, 2023]\n  Per vorm in 2023: [Arbeid, Seks]';
const period = '  Per jaar: [2022, 2023]\n  Per vorm in 2022-2023: [Arbeid, Seks]';

/** The YAML that the hints offer. */
function offered(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.flatMap(({ hints }) => hints).map(hint => hint.replace(/^Add under `relations`/, ''));
}

test('panels of the same years without a relation are said with the arithmetic and the relation to paste', () => {
  const [found, ...others] = check(single, '  Man: [7, 8, 6, <5]\n  Vrouw: [3, 4, 5, 3]');
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    severity: 'error',
    rule: 'relation-missing',
    message:
      'The panels "Per jaar" and "Per vorm in 2023" count the same years, and no relation says how they add up. In row "Vrouw" the first has 4 ("2023"), the second 5 ("Arbeid") + 3 ("Seks") = 8.',
    hints: [
      'Add under `relations`, with the reason: - { sum: columns, panel: Per vorm in 2023, exceeds: { column: 2023 }, because: … }',
    ],
  });
  expect(found && underlined(found)).toEqual([
    ...['delen.yaml:6 | Per vorm in 2023', 'delen.yaml:5 | the same years | Per jaar'],
    'delen.yaml:9 | for example | 4, 5, 3',
  ]);
});

test.each([
  [
    'equal or possibly so',
    '  Man: [7, 8, 6, <5]',
    ': - { sum: columns, panel: Per vorm in 2023, equals: { column: 2023 } }',
  ],
  [
    'less',
    '  Man: [7, 8, 6, 1]\n  Vrouw: [1, 2, 1, 1]',
    ', with the reason: - { sum: columns, panel: Per vorm in 2023, within: { column: 2023 }, because: … }',
  ],
])('the relation that is offered fits rows that are %s', (_, rows, expected) => {
  expect(offered(check(single, rows))).toEqual([expected]);
});

test('where some rows are more and others less, each gets its own', () => {
  const rows = '  Man: [7, 8, 6, 1]\n  Vrouw: [1, 2, 1, 2]\n  Onbekend: [0, 1, 1, 0]';
  expect(offered(check(single, rows))).toEqual([
    ', with the reason: - { sum: columns, panel: Per vorm in 2023, for: [Vrouw, Onbekend], exceeds: { column: 2023 }, because: … }',
    ', with the reason: - { sum: columns, panel: Per vorm in 2023, for: [Man], within: { column: 2023 }, because: … }',
  ]);
});

test('a period is held against the whole panel of years, or against the years it names', () => {
  const [found] = check(period, '  Man: [7, 8, 10, 5]');
  expect(found?.message).toBe(
    'The panels "Per jaar" and "Per vorm in 2022-2023" count the same years, and no relation says how they add up. In every row the two can be equal.',
  );
  expect(offered(found ? [found] : [])).toEqual([
    ': - { sum: columns, panel: Per vorm in 2022-2023, equals: { panel: Per jaar } }',
  ]);
  const longer = period.replace('[2022, 2023]', '[2021, 2022, 2023]');
  expect(offered(check(longer, '  Man: [1, 7, 8, 10, 5]'))).toEqual([
    ': - { sum: columns, panel: Per vorm in 2022-2023, equals: { columns: [2022, 2023] } }',
  ]);
});

test.each([
  ['the pooled panel against the years', 'panel: Per vorm in 2022-2023\n    equals: { panel: Per jaar }'],
  ['the years against the pooled panel', 'panel: Per jaar\n    equals: { panel: Per vorm in 2022-2023 }'],
  ['columns by name', 'of: [Arbeid, Seks]\n    within: { columns: [2022, 2023] }\n    because: Zo.'],
  ['more than', 'panel: Per vorm in 2022-2023\n    exceeds: { panel: Per jaar }\n    because: Zo.'],
])('a relation between the panels is enough: %s', (_, relation) => {
  expect(check(period, '  Man: [7, 8, 10, 5]', `relations:\n  - sum: columns\n    ${relation}\n`)).toEqual([]);
});

test.each([
  ['a sum of rows', 'sum: rows\n    of: [Man]\n    equals: { row: Vrouw }'],
  [
    'a sum of a row that is called as a column',
    'sum: rows\n    of: [Arbeid]\n    equals: { row: Vrouw, column: 2023 }',
  ],
  ['columns of one panel', 'sum: columns\n    of: [2022]\n    within: { column: 2023 }\n    because: Zo.'],
])('another relation is not: %s', (_, relation) => {
  expect(
    check(
      period,
      '  Man: [7, 8, 10, 5]\n  Vrouw: [7, 8, 10, 5]\n  Arbeid: [7, 8, 10, 5]',
      `relations:\n  - ${relation}\n`,
    ),
  ).toHaveLength(1);
});

test.each([
  ['the title names no year', '  Per jaar: [2022, 2023]\n  Per regio: [Noord, Zuid]'],
  ['the title names another year', '  Per jaar: [2022, 2023]\n  Per vorm in 2021: [Arbeid, Seks]'],
  ['the period begins before the years', '  Per jaar: [2022, 2023]\n  Per vorm in 2021-2023: [Arbeid, Seks]'],
  ['neither panel is of years', '  Per periode: [2022-2023, later]\n  Per vorm in 2022-2023: [Arbeid, Seks]'],
])('panels that do not count the same years need none: %s', (_, panels) => {
  expect(check(panels, '  Man: [7, 8, 10, 5]')).toEqual([]);
});

test('percentages and means do not add up', () => {
  expect(check(single, '  Man: [7%, 8%, 10%, 5%]')).toEqual([]);
  expect(check(single, '  Man: [7, 8, 10.5, 5]', 'measure: mean\n')).toEqual([]);
});
