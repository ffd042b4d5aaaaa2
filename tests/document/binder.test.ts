import { expect, test } from 'vitest';
import { cellAt } from '../../src/claims/cells.ts';
import { plainly } from '../../src/claims/marks.ts';
import type { Statement } from '../../src/claims/statement.ts';
import { createBinder } from '../../src/document/binder.ts';
import { contextOf, tableOf } from '../prose/small.ts';

const place = { file: 'data/2023/verslag/publication.yaml', line: 2, column: 8, text: 'title: De cijfers' };
const context = contextOf('');
const binder = createBinder(context, { broken: [], unlisted: [] });
const leeftijd = tableOf('leeftijd');

function cellOf(id: string, row: string, column: string) {
  const cell = cellAt(tableOf(id), row, column);
  if (!cell) throw new Error('There is no such cell.');
  return cell;
}

function bound(text: string): { text: string; statements: Partial<Statement>[] } {
  const statements: Partial<Statement>[] = [];
  context.marks.replace(text, insert => {
    if (insert.kind === 'inline' && insert.statement) statements.push(insert.statement);
    return '';
  });
  return { text: plainly(text, context.marks), statements };
}

test('words of publication.yaml are worked out like a text, and reported at their line', () => {
  const words = bound(binder.words('Van {{melders "Politie"}} tot 31 in 2023', place));
  expect(words.text).toBe('Van 200 tot 31 in 2023');
  expect(words.statements.map(one => [one.text, one.ground])).toEqual([
    ['200', 'computed'],
    ['31', 'unbound'],
    ['2023', 'structural'],
  ]);
  expect(context.diagnostics).toMatchObject([
    {
      rule: 'unbound-number',
      place: { file: place.file, line: 2, column: 8 + 'Van {{melders "Politie"}} tot '.length },
    },
  ]);
});

test('their line is shown as it was typed, with the mistake under its own words', () => {
  const text = "title: 'Er zijn 31 in 2023'";
  binder.words('Er zijn 31 in 2023', { ...place, text });
  const found = context.diagnostics.at(-1)?.place;
  expect(found).toMatchObject({ line: 2, column: text.indexOf('31') + 1, length: 2, text });
});

test('a place whose line is not known keeps its column', () => {
  binder.words('Van 31', { file: place.file, line: 7, column: 12 });
  expect(context.diagnostics.at(-1)?.place).toMatchObject({ file: place.file, line: 7, column: 16 });
});

test('a title may end in its year', () => {
  expect(bound(binder.words('Het verslag van ons, 2023', place)).statements).toMatchObject([{ ground: 'structural' }]);
});

test('numbers in the labels of a table name what is counted', () => {
  const { text, statements } = bound(binder.label('18 tot 40 jaar, in 2023', leeftijd));
  expect(text).toBe('18 tot 40 jaar, in 2023');
  expect(statements.map(one => [one.text, one.ground, one.basis])).toEqual([
    ['18 tot 40', 'structural', 'opschrift in een tabel'],
    ['2023', 'structural', 'jaartal'],
  ]);
  expect(binder.label('Man', leeftijd)).toBe('Man');
});

test('numbers in a note of a table are cited from its source', () => {
  const { statements } = bound(binder.note('Van 12 slachtoffers was dat in 2023 niet bekend.', leeftijd));
  expect(statements).toMatchObject([
    { text: '12', ground: 'cited', basis: 'Register', place: leeftijd.place },
    { text: '2023', ground: 'structural', basis: 'jaartal' },
  ]);
});

test('numbers in a source are its own', () => {
  const source = 'IND, rapport over 300 zaken.';
  expect(bound(binder.source(source, place)).statements).toMatchObject([
    { text: '300', ground: 'cited', basis: source },
  ]);
});

test('a cell is computed from itself, and its expression is the one that an author types', () => {
  expect(bound(binder.cell(cellOf('melders', 'KMar', '2023')))).toMatchObject({
    text: '40',
    statements: [
      {
        ...{ form: 'number', ground: 'computed', verdict: 'holds', expression: 'melders "KMar" "2023"' },
        quantity: { cells: [{ row: 'KMar', column: '2023' }] },
        place: { file: 'data/2023/tables/melders.yaml', line: 7 },
      },
    ],
  });
  expect(bound(binder.cell(cellOf('melders', 'Overige', '2023'))).text).toBe('<5');
});

test('a cell without a value has no quantity', () => {
  const cell = cellOf('melders', 'KMar', '2023');
  const missing = { ...cell, observation: { ...cell.observation, value: { kind: 'missing', reason: 'weg' } as const } };
  const { text, statements } = bound(binder.cell(missing));
  expect([text, statements[0]?.ground, 'quantity' in (statements[0] ?? {})]).toEqual(['n.b.', 'computed', false]);
});

test('a number of the layout says what it is', () => {
  expect(bound(binder.count('3', 'nummer van een figuur', place)).statements).toMatchObject([
    { text: '3', ground: 'structural', basis: 'nummer van een figuur', place },
  ]);
});

test('a known difference is printed, computed, and its reason told', () => {
  const because = 'In 2023 stond het zo in 4 stukken.';
  const one = { publication: 'verslag', text: 'cijfers', printed: '34%', computed: '33%', because, place };
  const { printed, computed, because: reason } = binder.difference(one);
  expect(bound(printed).statements).toMatchObject([{ text: '34%', ground: 'asserted', verdict: 'waived', because }]);
  expect(bound(computed).statements).toMatchObject([{ text: '33%', ground: 'computed', verdict: 'holds' }]);
  expect(bound(reason).statements).toMatchObject([
    { text: '2023', ground: 'structural' },
    { text: '4', ground: 'cited', basis: 'bekend verschil' },
  ]);
});

test.each([
  ['Slachtoffers naar leeftijd', []],
  ['Slachtoffers in 2023, tot 18 jaar', []],
  ['De drie meest voorkomende leeftijden', []],
  ['De vier meest voorkomende leeftijden', ['The number "vier" in the title of a table has no ground.']],
  ['777 slachtoffers', ['The number "777" in the title of a table has no ground.']],
  ['Steeds meer slachtoffers', ['The word "Steeds" judges, and stands in the title of a table.']],
])('a title of a table only names what is counted: %s', (title, messages) => {
  const own = contextOf('');
  const titled = createBinder(own, { broken: [], unlisted: [] }).title({ ...leeftijd, title });
  expect(plainly(titled, own.marks)).toBe(title);
  expect(own.diagnostics.map(({ message }) => message).slice(0, 1)).toEqual(messages);
});
