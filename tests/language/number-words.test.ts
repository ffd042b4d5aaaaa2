// Number words: every cardinal and ordinal that Dutch writes is read back with its value.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardinalOf, ordinalOf, plainWord } from '../../src/language/number-words.ts';
import { scanNumbers } from '../../src/language/numbers.ts';
import { capitalise } from '../../src/locale/capital.ts';
import { numberInWords, ordinalInWords } from '../../src/locale/count.ts';
import { rational } from '../../src/statistics/rational.ts';

const written = Array.from({ length: 100_000 }, (_, n) => n).filter(n => numberInWords(n) !== undefined);

/** `een` is a number with its accents only. */
function cardinal(n: number): string {
  return n === 1 ? 'één' : (numberInWords(n) ?? '');
}

test('every cardinal that the house writes is found with its value', () => {
  for (const n of written) {
    const word = cardinal(n);
    for (const text of [
      word,
      capitalise(word),
      word.toUpperCase(),
      `Er waren ${word} zaken.`,
      `(${word})`,
      word.normalize('NFD'),
    ])
      expect(scanNumbers(text), text).toMatchObject([{ form: 'cardinal', measure: 'count', value: rational(n) }]);
  }
});

test('every ordinal that the house writes is found with its value', () => {
  for (const n of written) {
    const word = ordinalInWords(n) ?? '';
    for (const text of [word, capitalise(word), `de ${word} keer`, word.normalize('NFD')])
      expect(scanNumbers(text), text).toMatchObject([{ form: 'ordinal', measure: 'ordinal', value: rational(n) }]);
  }
});

/** Any number below a million in words, as the spelling rules have it: joined, with a space behind `duizend`. */
function inWords(n: number): string {
  if (n >= 1000) {
    const thousands = Math.floor(n / 1000);
    const head = `${thousands === 1 ? '' : inWords(thousands)}duizend`;
    return n % 1000 === 0 ? head : `${head} ${inWords(n % 1000)}`;
  }
  if (n < 100) return cardinal(n);
  return `${numberInWords(n - (n % 100))}${n % 100 === 0 ? '' : numberInWords(n % 100)}`;
}

test('any number below a million is found as one token, in any sentence', () => {
  const sentence = fc.constantFrom(
    ['', ''],
    ['In totaal ', ' slachtoffers.'],
    ['Zij telde er "', '".'],
    ['van de\n', ', maar'],
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999 }), sentence, (n, [before = '', after = '']) => {
      const word = inWords(n);
      const found = scanNumbers(`${before}${word}${after}`);
      expect(found).toMatchObject([{ text: word, start: before.length, value: rational(n), decimals: 0 }]);
    }),
    { seed: 3, numRuns: 1000 },
  );
});

test.each([
  ['vijftienhonderd', 1500],
  ['vijfentwintighonderd', 2500],
  ['honderdeneen', 101],
  ['honderdenvijftig', 150],
  ['duizendeneen', 1001],
  ['tweeduizendvijfhonderd', 2500],
  ['tweeendertig', 32],
  ['miljard', 1_000_000_000],
])('%s is %i', (word, value) => {
  expect(cardinalOf(word)).toBe(value);
});

test.each([
  '',
  'en',
  'honderden',
  'driezes',
  'vijfvijf',
  'honderdhonderd',
  'nulhonderd',
  'twintigdrie',
  'duizendje',
  'achten',
])('"%s" is no cardinal', word => {
  expect(cardinalOf(word)).toBeUndefined();
});

test.each([
  ['honderdeerste', 101],
  ['honderdenderde', 103],
  ['tweehonderdste', 200],
  ['duizendste', 1000],
  ['miljoenste', 1_000_000],
])('%s is the ordinal of %i', (word, value) => {
  expect(ordinalOf(word)).toBe(value);
});

test.each(['eerst', 'tweeste', 'vierste', 'laatste', 'zoveelste', 'derden', 'honderdje'])(
  '"%s" is no ordinal',
  word => {
    expect(ordinalOf(word)).toBeUndefined();
  },
);

test('accents fall away in either encoding', () => {
  expect(plainWord('Tweeëntwintig')).toBe('tweeentwintig');
  expect(plainWord('E\u0301e\u0301n')).toBe('een');
});
