// Dutch number words.

import { expect, test } from 'vitest';
import { joinedToAnd, numberInWords, ordinalInWords } from '../../src/locale/count.ts';

test.each<[number, string | undefined, string | undefined]>([
  [0, 'nul', 'nulde'],
  [1, 'een', 'eerste'],
  [2, 'twee', 'tweede'],
  [3, 'drie', 'derde'],
  [4, 'vier', 'vierde'],
  [7, 'zeven', 'zevende'],
  [8, 'acht', 'achtste'],
  [9, 'negen', 'negende'],
  [12, 'twaalf', 'twaalfde'],
  [14, 'veertien', 'veertiende'],
  [18, 'achttien', 'achttiende'],
  [19, 'negentien', 'negentiende'],
  [20, 'twintig', 'twintigste'],
  [21, 'eenentwintig', 'eenentwintigste'],
  [33, 'drieëndertig', 'drieëndertigste'],
  [48, 'achtenveertig', 'achtenveertigste'],
  [52, 'tweeënvijftig', 'tweeënvijftigste'],
  [80, 'tachtig', 'tachtigste'],
  [99, 'negenennegentig', 'negenennegentigste'],
  [100, 'honderd', 'honderdste'],
  [300, 'driehonderd', 'driehonderdste'],
  [1000, 'duizend', 'duizendste'],
  [5000, 'vijfduizend', 'vijfduizendste'],
  [32000, 'tweeëndertigduizend', 'tweeëndertigduizendste'],
  [101, undefined, undefined],
  [1100, undefined, undefined],
  [100000, undefined, undefined],
  [-1, undefined, undefined],
  [2.5, undefined, undefined],
])('%s is %s and %s', (n, cardinal, ordinal) => {
  expect(numberInWords(n)).toBe(cardinal);
  expect(ordinalInWords(n)).toBe(ordinal);
});

test('all numbers below a hundred have words of their own', () => {
  const words = Array.from({ length: 100 }, (_, n) => numberInWords(n));
  expect(words).not.toContain(undefined);
  expect(new Set(words).size).toBe(100);
});

test('a diaeresis keeps two e’s apart', () => {
  expect(['twee', 'drie', 'vier'].map(joinedToAnd)).toEqual(['tweeën', 'drieën', 'vieren']);
});
