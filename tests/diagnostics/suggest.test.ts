import { expect, test } from 'vitest';
import { nearestName, suggestionHints } from '../../src/diagnostics/suggest.ts';

test.each([
  ['Criminele uitbuitng', 'Criminele uitbuiting'],
  ['criminele uitbuiting', 'Criminele uitbuiting'],
  ['vromen', 'vormen'],
  ['x', undefined],
  ['geheel iets anders', undefined],
])('near %s is %s', (wrong, expected) => {
  expect(nearestName(wrong, ['Criminele uitbuiting', 'vormen', 'Totaal'])).toBe(expected);
});

test('the nearest of several near names is offered', () => {
  expect(suggestionHints('Noort', ['Noord', 'Noordwest', 'Soort'])).toEqual(['Did you mean "Noord"?']);
});

test('without a near name the whole list is offered when it is short', () => {
  expect(suggestionHints('qqqq', ['Man', 'Vrouw'])).toEqual(['Use one of "Man", "Vrouw".']);
});

test('a long list is cut, and says how long it is', () => {
  const known = Array.from({ length: 20 }, (_, index) => `rij-${index}-van-de-tabel`);
  const [hint = ''] = suggestionHints('qqqq', known);
  expect(hint).toContain('"rij-11-van-de-tabel", … (20 in all).');
  expect(hint).not.toContain('rij-12');
});

test('with nothing to offer there is no hint', () => {
  expect(suggestionHints('x', [])).toEqual([]);
});
