import { expect, test } from 'vitest';
import { checkShares } from '../../src/rules/shares.ts';
import { editionOf, underlined } from './tables.ts';

/** A table of counts with their percentages, each the share of its row in all rows. */
function counted(
  rows: string,
  relation = '{ share: { column: deel }, of: { column: aantal }, in: { column: aantal, rows: all } }',
) {
  return `measures: { deel: percentage }\ncolumns: [aantal, deel]\nrows:\n${rows}\nrelations:\n  - ${relation}\n`;
}

function check(rows: string) {
  return checkShares(editionOf({ vormen: counted(rows) }).edition);
}

test.each([
  ['18 of 53 is 33.96%', '  A: [18, 34%]\n  B: [13, 25%]\n  C: [22, 42%]'],
  ['with a decimal', '  A: [18, 34.0%]\n  B: [35, 66.04%]'],
  ['a half may be rounded either way', '  A: [1, 12%]\n  B: [7, 88%]'],
  ['some count that <5 hides gives it', '  A: [<5, 29%]\n  B: [10, 71%]'],
  [
    'a missing percentage says nothing',
    '  A: [18, .]\n  B: [35, 66%]\nremarks: [{ row: A, columns: [deel], missing: Weg. }]',
  ],
  [
    'a missing count says nothing',
    '  A: [., 12%]\n  B: [35, 66%]\nremarks: [{ row: A, columns: [aantal], missing: Weg. }]',
  ],
  ['nothing has no shares', '  A: [0, 12%]\n  B: [0, 66%]'],
])('a percentage is a share: %s', (_, rows) => {
  expect(check(rows)).toEqual([]);
});

test('a percentage that is not the share is said with the counts, and both are underlined', () => {
  const [found, ...others] = check('  A: [18, 34%]\n  B: [35, 65%]');
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    rule: 'share',
    message:
      'Row "B", column "deel" has 65%; the counts give 35 ("B", "aantal") of 18 ("A") + 35 ("B") = 53, that is 66,04%.',
    hints: ['Check the marked cells against the source, and that the relation names the part and the whole.'],
  });
  expect(found && underlined(found)).toEqual([
    ...['vormen.yaml:8 | 65%', 'vormen.yaml:8 | the part | 35'],
    ...['vormen.yaml:7 | the whole | 18', 'vormen.yaml:8 | the whole | 35'],
    'vormen.yaml:10 | declared here | { share: { column: deel }, of: { column: aantal }, in: { column: aantal, rows: all } }',
  ]);
});

test('a count in both part and whole is the same number in both', () => {
  expect(check('  A: [<5, 30%]\n  B: [10, 71%]').map(({ message }) => message)).toEqual([
    'Row "A", column "deel" has 30%; the counts give 1 to 4 ("A", "aantal") of 1 to 4 ("A") + 10 ("B") = 11 to 14, that is 9,09% to 28,58%.',
  ]);
});

const relation = '{ share: { row: vrouw }, of: { table: aantallen, row: vrouw }, in: { table: aantallen, rows: all } }';
const women = `measure: percentage\ncolumns: [2023, 2024]\nrows:\n  vrouw: [17%, 22%]\nrelations:\n  - ${relation}\n`;

test('the counts may stand in another table, in the same column', () => {
  const counts = (last: string) => `columns: [2023, 2024]\nrows:\n  vrouw: [17, ${last}]\n  man: [83, 78]\n`;
  expect(checkShares(editionOf({ delen: women, aantallen: counts('22') }).edition)).toEqual([]);
  const [found] = checkShares(editionOf({ delen: women, aantallen: counts('23') }).edition);
  expect(found?.message).toBe(
    'Row "vrouw", column "2024" has 22%; the counts give 23 ("vrouw", "2024") of 23 ("vrouw") + 78 ("man") = 101, that is 22,77%.',
  );
  expect(found && underlined(found).slice(0, 2)).toEqual(['delen.yaml:7 | 22%', 'aantallen.yaml:6 | the part | 23']);
});

test('a table or label that is not there is said; a table with mistakes of its own is waited for', () => {
  const { edition } = editionOf({ delen: women });
  expect(checkShares(edition)).toMatchObject([
    { rule: 'unknown-table', message: 'This share is worked out from the table "aantallen", which is not there.' },
  ]);
  expect(checkShares(edition, ['aantallen'])).toEqual([]);
  const counts = 'columns: [2023]\nrows:\n  vrouwen: [17]\n';
  expect(checkShares(editionOf({ delen: women, aantallen: counts }).edition)).toMatchObject([
    {
      message: 'This share is worked out from the row "vrouw", which the table aantallen does not have.',
      hints: ['Did you mean "vrouwen"?'],
    },
    {
      message: 'This share is worked out from the column "2024", which the table aantallen does not have.',
      hints: ['Did you mean "2023"?', 'Name under `share` only columns that both tables have.'],
    },
    { message: 'This share is worked out from the column "2024", which the table aantallen does not have.' },
  ]);
});
