import { expect, test } from 'vitest';
import { checkConstants } from '../../src/rules/constants.ts';
import { editionOf, underlined } from './tables.ts';

function check(rows: string, relation = '{ sum: rows, equals: { value: 100 } }') {
  const table = `measure: percentage\ncolumns: [2023, 2024]\nrows:\n${rows}\nrelations:\n  - ${relation}\n`;
  return checkConstants(editionOf({ geslacht: table }).edition);
}

test.each([
  ['two that make 100', '  man: [83%, 78%]\n  vrouw: [17%, 22%]'],
  ['each rounded by itself: 101 may be 100', '  a: [34%, 34%]\n  b: [25%, 25%]\n  c: [25%, 25%]\n  d: [17%, 17%]'],
  ['99.9 with a decimal may be 100', '  man: [83.3%, 50.0%]\n  vrouw: [16.6%, 49.9%]'],
  [
    'what is missing may be the rest',
    '  man: [., 78%]\n  vrouw: [17%, 22%]\nremarks: [{ row: man, columns: [2023], missing: Weg. }]',
  ],
])('percentages add up to 100: %s', (_, rows) => {
  expect(check(rows)).toEqual([]);
});

test('percentages that cannot add up to 100 are said with all that each may be', () => {
  const [found, ...others] = check('  man: [80%, 78%]\n  vrouw: [17%, 22%]');
  expect(others).toEqual([]);
  expect(found?.message).toBe(
    'In column "2023" the rows add up to 79,5% to 80,5% ("man") + 16,5% to 17,5% ("vrouw") = 96% to 98%; that should equal 100%.',
  );
  expect(found && underlined(found)).toEqual([
    ...['geslacht.yaml:7 | 80%', 'geslacht.yaml:8 | added to it | 17%'],
    'geslacht.yaml:10 | declared here | { sum: rows, equals: { value: 100 } }',
  ]);
});

test('decimals make the bounds narrower', () => {
  expect(check('  man: [83.3%, 50%]\n  vrouw: [16.5%, 50%]').map(({ message }) => message)).toEqual([
    'In column "2023" the rows add up to 83,25% to 83,35% ("man") + 16,45% to 16,55% ("vrouw") = 99,7% to 99,9%; that should equal 100%.',
  ]);
});

test('beside missing cells a sum can still be too high', () => {
  const rows = '  man: [104%, 78%]\n  vrouw: [., 22%]\nremarks: [{ row: vrouw, columns: [2023], missing: Weg. }]';
  expect(check(rows).map(({ message }) => message)).toEqual([
    'In column "2023" the rows add up to 103,5% to 104,5% ("man") + missing ("vrouw") = at least 103,5%; that should equal 100%.',
  ]);
});

test('a fixed number may also be a bound, of columns too', () => {
  const relation = '{ sum: columns, for: [man], exceeds: { value: 200 }, because: Dubbel. }';
  expect(check('  man: [98%, 101%]\n  vrouw: [1%, 1%]', relation)).toEqual([]);
  expect(check('  man: [98%, 100%]\n  vrouw: [1%, 1%]', relation).map(({ message }) => message)).toEqual([
    'In row "man" the columns add up to 97,5% to 98,5% ("2023") + 99,5% to 100,5% ("2024") = 197% to 199%; that should be at least 200%.',
  ]);
});
