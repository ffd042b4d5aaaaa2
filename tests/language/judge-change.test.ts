// Directions and sizes with cells of the tables of 2023: true, untrue and not certain, with the exact messages.

import { expect, test } from 'vitest';
import { judge, type Subject } from '../../src/language/judge.ts';
import type { Meaning } from '../../src/language/vocabulary.ts';
import { cellQuantity } from '../../src/statistics/quantity.ts';
import { rational } from '../../src/statistics/rational.ts';
import { cellsOf, forEachFilling, quantityOf } from '../statistics/cells.ts';
import { certain, changed, quantityIn, rowIn, say, subjectIn } from './tables.ts';

const vormen = (row: string): Subject => subjectIn('vormen', row, 2023);

test.each([
  ['Internationale seksuele uitbuiting', 'steeg', 'holds'],
  ['Internationale seksuele uitbuiting', 'vaker', 'holds'],
  ['Arbeidsuitbuiting', 'daalde', 'holds'],
  ['Arbeidsuitbuiting', 'steeg', 'fails: it fell by 14% (348 to 299)'],
  ['Criminele uitbuiting', 'minder', 'fails: it rose by 13% (106 to 120)'],
  ['Criminele uitbuiting', 'stabiel', 'fails: it rose by 13% (106 to 120)'],
  ['Gedwongen orgaanverwijdering', 'steeg', 'holds'],
  ['Gedwongen orgaanverwijdering', 'daalde', 'fails: it rose (0 to <5)'],
])('direction of %s: %s', (row, words, verdict) => {
  expect(say(words, vormen(row))).toBe(verdict);
});

test('a direction that is not certain', () => {
  const om = subjectIn('afdoening-om', 'Overig', 2023);
  expect(say('gestegen', om)).toBe('uncertain: the growth lies between −75% and 300%');
  expect(say('gelijk gebleven', om)).toBe('uncertain: the growth lies between −75% and 300%');
  const close = changed(quantityOf('170-180', 'a'), quantityOf('175-185', 'b'));
  expect(say('gestegen', close)).toBe('uncertain: the growth lies between −3% and 9%');
  const falling = changed(quantityOf('~180', 'a'), quantityOf('175', 'b'));
  expect(say('gestegen', falling)).toBe('fails: the growth lies between −5% and 0%');
  expect(say('gelijk gebleven', falling)).toBe('uncertain: the growth lies between −5% and 0%');
  const fromNothing = changed(quantityOf('0-3', 'a'), quantityOf('2', 'b'));
  expect(say('gestegen', fromNothing)).toBe('uncertain: the difference lies between −1 and 2');
});

test('rounding keeps order', () => {
  const women = (row: string, from: string, to: string): Subject =>
    changed(quantityIn('geslacht-verdachten', row, from), quantityIn('geslacht-verdachten', row, to));
  expect(say('toegenomen', women('vrouw', '2019-2023', '2023'))).toBe('holds');
  expect(say('afgenomen', women('vrouw', '2019-2023', '2023'))).toBe(
    'fails: it rose by between 4 and 6 points (17% to 22%)',
  );
  expect(say('gestegen', changed(quantityOf('33%', 'a'), quantityOf('34%', 'b')))).toBe('holds');
  expect(say('gelijk gebleven', changed(quantityOf('34%', 'a'), quantityOf('34%', 'b')))).toBe(
    'uncertain: the difference lies between −1 and 1 points',
  );
});

test('a comparison with another group', () => {
  const women = { ...subjectIn('geslacht', 'vrouw', 2023) };
  expect(say('meer', women)).toBe('fails: it fell by 1% (500 to 493)');
  expect(say('meer', women, { against: 'rivals' })).toBe('holds');
  expect(say('minder', women, { against: 'rivals' })).toBe('fails: it is 493, and man has 364');
  expect(say('meer', rowIn('geslacht', 'vrouw', 'Arbeidsuitbuiting'))).toBe('fails: it is 76, and man has 220');
  expect(say('steeg', women, { against: 'rivals' })).toBe('fails: it fell by 1% (500 to 493)');
  expect(say('meer', { quantity: women.quantity, series: [], rivals: [] })).toBe(
    'unanswerable: there is nothing to compare it with',
  );
  expect(say('meer', changed(quantityOf('5'), quantityOf('34%')))).toMatch(/^unanswerable: a count and a percentage/i);
});

test.each([
  ['vormen', 'Internationale seksuele uitbuiting', 'sterk', 'holds'],
  [
    'vormen',
    'Internationale seksuele uitbuiting',
    'lichte',
    'fails: it rose by 53% (217 to 333), and the word is for less than 10%',
  ],
  ['vormen', 'Arbeidsuitbuiting', 'sterke', 'fails: it fell by 14% (348 to 299), and the word is for 25% and more'],
  ['opsporingsonderzoeken', 'Arbeidsuitbuiting', 'forse', 'holds'],
  ['zaken', 'Aantal bij het OM ingeschreven mensenhandelzaken', 'vrijwel evenveel', 'holds'],
  ['zaken', 'Aantal bij het OM ingeschreven mensenhandelzaken', 'nauwelijks', 'holds'],
  [
    'vormen',
    'Arbeidsuitbuiting',
    'nagenoeg gelijk',
    'fails: it fell by 14% (348 to 299), and the word is for less than 3%',
  ],
])('size in %s of %s: %s', (id, row, words, verdict) => {
  expect(say(words, subjectIn(id, row, 2023))).toBe(verdict);
});

test('a lower limit counts, an upper one does not', () => {
  const grown = (to: string): Subject => changed(quantityOf('1000', 'a'), quantityOf(to, 'b'));
  expect([say('licht', grown('1099')), say('licht', grown('1100'))]).toEqual([
    'holds',
    'fails: it rose by 10% (1.000 to 1.100), and the word is for less than 10%',
  ]);
  expect([say('fors', grown('1250')), say('fors', grown('1249'))]).toEqual([
    'holds',
    'fails: it rose by 24,9% (1.000 to 1.249), and the word is for 25% and more',
  ]);
  expect(say('licht', grown('901'))).toBe('holds');
});

test('the size of a change of percentages is in points', () => {
  const women = changed(
    quantityIn('geslacht-verdachten', 'vrouw', '2019-2023'),
    quantityIn('geslacht-verdachten', 'vrouw', '2023'),
  );
  expect(say('sterk', women)).toBe(
    'uncertain: it rose by between 4 and 6 points (17% to 22%), and the word is for 6 points and more',
  );
  expect(say('licht', women)).toBe(
    'fails: it rose by between 4 and 6 points (17% to 22%), and the word is for less than 3 points',
  );
  expect(say('duidelijke stijging', women)).toBe('holds');
  expect(say('drastisch', women)).toBe(
    'fails: it rose by between 4 and 6 points (17% to 22%), and the word is for 15 points and more',
  );
});

test('a size that is not certain, and one from nothing', () => {
  const range = changed(quantityOf('110-120', 'a'), quantityOf('150', 'b'));
  expect(say('fors', range)).toBe('holds');
  expect(say('licht', range)).toBe(
    'fails: it rose by between 25% and 37% (110-120 to 150), and the word is for less than 10%',
  );
  const close = changed(quantityOf('170-180', 'a'), quantityOf('215', 'b'));
  expect(say('fors', close)).toBe(
    'uncertain: it rose by between 19% and 27% (170-180 to 215), and the word is for 25% and more',
  );
  const nothing = changed(quantityOf('0', 'a'), quantityOf('3', 'b'));
  expect(say('fors', nothing)).toBe('holds');
  expect(say('licht', nothing)).toBe('fails: it rose (0 to 3), and the word is for less than 10%');
  expect(say('nauwelijks', changed(quantityOf('0', 'a'), quantityOf('0', 'b')))).toBe('holds');
  expect(say('fors', changed(quantityOf('0-2', 'a'), quantityOf('3', 'b')))).toBe(
    'unanswerable: there is no growth from what may be zero: 0-2',
  );
});

test('a difference from another group', () => {
  const crime = rowIn('geslacht', 'man', 'Criminele uitbuiting');
  expect(say('ongeveer in evenwicht', crime)).toBe('holds');
  expect(say('ongeveer in evenwicht', rowIn('geslacht', 'man', 'Arbeidsuitbuiting'))).toBe(
    'fails: it is 220, and vrouw has 76 (189% apart), and the word is for less than 15%',
  );
});

const claims: readonly (readonly [Meaning, (from: number, to: number) => boolean])[] = [
  [{ kind: 'direction', way: 'up', between: 'years' }, (from, to) => to > from],
  [{ kind: 'direction', way: 'down', between: 'years' }, (from, to) => to < from],
  [{ kind: 'direction', way: 'same', between: 'years' }, (from, to) => to === from],
  [{ kind: 'size', band: { from: rational(50) } }, (from, to) => Math.abs(to - from) * 2 >= from],
  [{ kind: 'size', band: { below: rational(50) } }, (from, to) => Math.abs(to - from) * 2 < from],
];

test.each(claims)('a claim is certain exactly when all fillings agree: %o', (meaning, isTrue) => {
  const kinds = new Set<string>();
  for (const from of ['2', '4', '<5', '3-5', '~10'])
    for (const to of ['0', '2', '4', '5', '<3', '4-9', '9-14', '~10', '40']) {
      const cells = cellsOf(from, to);
      const [a, b] = cells;
      if (!a || !b) throw new Error('two cells');
      const truths = new Set<boolean>();
      forEachFilling(cells, value => truths.add(isTrue(value(a), value(b))));
      const { kind } = judge(meaning, changed(certain(cellQuantity(a)), certain(cellQuantity(b))));
      expect([kind, from, to]).toEqual([
        truths.size > 1 ? 'uncertain' : truths.has(true) ? 'holds' : 'fails',
        from,
        to,
      ]);
      kinds.add(kind);
    }
  expect(kinds.size).toBe(3);
});
