import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkEarlierSums } from '../../src/rules/earlier.ts';
import { editionOf, type TypedTables, underlined } from './tables.ts';

const ages = 'columns: [2022, 2023]\nrows:\n  Onbekend: [<5, 90]\n  40+: [75, 778]\n';
const whole = '{ edition: 2023, table: leeftijd, rows: all }';

/** A table of totals of which that of 2023 is held against the ages of the edition of 2023. */
function totals(cell: string, more = '', equals = whole): string {
  return `columns: [2023, 2024]\nrows:\n  Totaal: [${cell}, 944]\n${more}relations:\n  - sum: rows\n    for: [2023]\n    equals: ${equals}\n`;
}

function check(tables: TypedTables): Diagnostic[] {
  const { edition, earlier } = editionOf(tables);
  return checkEarlierSums(edition, earlier);
}

function revised(previous: string): string {
  return `remarks: [{ row: Totaal, columns: [2023], revised: Nagekomen meldingen., previous: ${previous} }]\n`;
}

test('what the earlier edition has is the same here', () => {
  expect(check({ totaal: totals('868'), '2023/leeftijd': ages })).toEqual([]);
});

test('what differs is said with both editions, and with the remark to paste', () => {
  const [found, ...others] = check({ totaal: totals('870'), '2023/leeftijd': ages });
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    rule: 'sum',
    message:
      'In column "2023" the row "Totaal" has 870; that should equal the whole in the table leeftijd of 2023, 90 ("Onbekend") + 778 ("40+") = 868.',
    hints: [
      'Check the marked cells against the source.',
      'If this edition corrects the earlier one, add under `remarks`: - { row: Totaal, columns: [2023], revised: …, previous: 868 }',
    ],
  });
  expect(found && underlined(found)).toEqual([
    ...['totaal.yaml:6 | 870', '2023/leeftijd.yaml:6 | the whole | 90', '2023/leeftijd.yaml:7 | the whole | 778'],
    'totaal.yaml:8 | declared here | sum: rows',
  ]);
});

test('a revised cell counts with what it was before', () => {
  expect(check({ totaal: totals('870', revised('868')), '2023/leeftijd': ages })).toEqual([]);
  const [found] = check({ totaal: totals('868', revised('860')), '2023/leeftijd': ages });
  expect(found?.message).toBe(
    'In column "2023" the row "Totaal" had 860 before the revision; that should equal the whole in the table leeftijd of 2023, 90 ("Onbekend") + 778 ("40+") = 868.',
  );
});

test('the previous value of a cell that is not revised does not count', () => {
  const remark = revised('860').replace('revised', 'provisional');
  expect(check({ totaal: totals('868', remark), '2023/leeftijd': ages })).toEqual([]);
});

test('of several cells it is not known which was revised', () => {
  const table = totals('870').replace('  Totaal', '  Rest: [1, 1]\n  Totaal');
  expect(check({ totaal: table, '2023/leeftijd': ages })).toMatchObject([
    {
      hints: [
        'Check the marked cells against the source.',
        'If this edition corrects the earlier one, mark its cells as `revised` under `remarks`, with their `previous`.',
      ],
    },
  ]);
  const remark = 'remarks: [{ row: Totaal, columns: [2023], revised: Na., previous: 866 }]\n';
  const revisedTable = table.replace('relations', `${remark}relations`);
  expect(check({ totaal: revisedTable, '2023/leeftijd': ages }).map(({ message }) => message)).toEqual([
    'In column "2023" the rows added up to 1 ("Rest") + 866 ("Totaal") = 867 before the revision; that should equal the whole in the table leeftijd of 2023, 90 ("Onbekend") + 778 ("40+") = 868.',
  ]);
});

test('suppressed cells of the earlier edition are all that they may be', () => {
  const table = (cell: string) => totals(cell, '', '{ edition: 2023, table: leeftijd, rows: all, column: 2022 }');
  expect(check({ totaal: table('79'), '2023/leeftijd': ages })).toEqual([]);
  expect(check({ totaal: table('80'), '2023/leeftijd': ages })).toMatchObject([
    {
      message:
        'In column "2023" the row "Totaal" has 80; that should equal the whole in the table leeftijd of 2023, 1 to 4 ("Onbekend", "2022") + 75 ("40+", "2022") = 76 to 79.',
      hints: [
        'Check the marked cells against the source.',
        'If this edition corrects the earlier one, add under `remarks`: - { row: Totaal, columns: [2023], revised: …, previous: … }',
      ],
    },
  ]);
});

test('an edition that is not there, or not earlier, is said with those that are', () => {
  const [none] = check({ totaal: totals('868') });
  expect(none).toMatchObject({
    rule: 'unknown-edition',
    message: 'This sum is held against the edition of 2023, and there is no earlier edition of that year in data/.',
    hints: ['Take the relation out: there is no earlier edition in data/.'],
  });
  const own = { totaal: totals('868', '', whole.replace('2023', '2024')), '2022/a': ages, '2023/leeftijd': ages };
  expect(check(own)).toMatchObject([
    { rule: 'unknown-edition', hints: ['Write an earlier year that has a folder in data/: 2022, 2023.'] },
  ]);
});

test('a table or label that the earlier edition does not have is said; its own mistakes are not', () => {
  expect(check({ totaal: totals('868'), '2023/leeftijden': ages })).toMatchObject([
    {
      rule: 'unknown-table',
      message: 'This sum is held against the table "leeftijd" of 2023, which is not there.',
      hints: ['Did you mean "leeftijden"?'],
    },
  ]);
  expect(check({ totaal: totals('868'), '2023/leeftijd': ages.replace('2023]', '2021]') })).toMatchObject([
    { message: 'This sum is held against the column "2023", which the table leeftijd does not have.' },
  ]);
  expect(check({ totaal: totals('868'), '2023/leeftijd': 'columns: [2023]\nrows: { A: [x] }\n' })).toEqual([]);
});
