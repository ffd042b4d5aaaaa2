// Shares in words are the same words for every possible value.

import { expect, test } from 'vitest';
import { fractionInWords, fractionOfNoun } from '../../src/locale/fraction.ts';
import { exactly, type Interval } from '../../src/statistics/interval.ts';
import { fromNumber, rational } from '../../src/statistics/rational.ts';

function between(low: number, high: number): Interval {
  return { low: fromNumber(low), high: fromNumber(high) };
}

test.each<[number, string | undefined]>([
  [0, 'geen'],
  [0.001, undefined],
  [0.0249, undefined],
  [0.05, 'een op de twintig'],
  [0.1, 'een tiende'],
  [0.125, 'een op de acht'],
  [0.17, 'een op de zes'],
  [0.19, 'bijna een vijfde'],
  [0.2, 'een vijfde'],
  [0.23, 'bijna een kwart'],
  [0.25, 'een kwart'],
  [0.27, 'ruim een kwart'],
  [0.3, 'drie op de tien'],
  [0.32, 'bijna een derde'],
  [0.34, 'een derde'],
  [0.35, 'ruim een derde'],
  [0.403, 'twee op de vijf'],
  [0.46, 'bijna de helft'],
  [0.5, 'de helft'],
  [0.51, 'ruim de helft'],
  [0.548, 'ruim de helft'],
  [0.55, 'ruim de helft'],
  [0.551, 'bijna drie op de vijf'],
  [0.58, 'bijna drie op de vijf'],
  [0.67, 'twee derde'],
  [0.7, 'zeven op de tien'],
  [0.72, 'bijna drie kwart'],
  [0.75, 'drie kwart'],
  [0.8, 'vier op de vijf'],
  [0.83, 'vijf op de zes'],
  [0.9, 'negen op de tien'],
  [0.94, 'ruim negen op de tien'],
  [0.97, 'bijna alle'],
  [0.9999, 'bijna alle'],
  [1, 'alle'],
  [1.01, undefined],
  [-0.1, undefined],
])('%s is %s', (share, words) => {
  expect(fractionInWords(exactly(fromNumber(share)))).toBe(words);
});

test('the same words never come back after other words', () => {
  const runs: (string | undefined)[] = [];
  for (let n = 0; n <= 2400; n += 1) {
    const words = fractionInWords(exactly(rational(n, 2400)));
    if (words !== runs.at(-1)) runs.push(words);
  }
  expect(new Set(runs).size).toBe(runs.length);
  expect(runs.length).toBeGreaterThan(40);
});

test('an uncertain share has words exactly when all its values have them, or are about the same fraction', () => {
  for (let low = 0; low <= 400; low += 3)
    for (let size = 0; size <= 30; size += 1) {
      const words = new Set<string | undefined>();
      for (let n = low; n <= low + size; n += 1) words.add(fractionInWords(exactly(rational(n, 400))));
      const all = fractionInWords({ low: rational(low, 400), high: rational(low + size, 400) });
      const fractions = new Set([...words].map(one => one?.replace(/^(bijna|ruim) /, '')));
      if (words.size === 1) expect(all).toBe([...words][0]);
      else if (all !== undefined) {
        expect([...fractions].map(fraction => `ongeveer ${fraction}`)).toEqual([all]);
        expect(size).toBeLessThan(16);
      }
    }
});

test('about a fraction', () => {
  expect(fractionInWords(between(0.185, 0.215))).toBe('ongeveer een vijfde');
  expect(fractionInWords(between(0.19, 0.209))).toBe('ongeveer een vijfde');
  expect(fractionInWords(between(0.185, 0.22))).toBeUndefined();
  expect(fractionInWords(between(0.29, 0.31))).toBeUndefined();
  expect(fractionInWords(between(0, 0.04))).toBeUndefined();
  expect(fractionInWords(between(0.985, 1))).toBeUndefined();
  expect(fractionInWords(between(0.985, 0.999))).toBe('bijna alle');
  expect(fractionInWords(between(0.26, 0.28))).toBe('ruim een kwart');
});

test.each<[number, string | undefined]>([
  [0.55, 'ruim de helft van de slachtoffers'],
  [0.83, 'vijf op de zes slachtoffers'],
  [0.23, 'bijna een kwart van de slachtoffers'],
  [0.97, 'bijna alle slachtoffers'],
  [1, 'alle slachtoffers'],
  [0, 'geen slachtoffers'],
  [0.01, undefined],
])('%s of the victims is %s', (share, words) => {
  expect(fractionOfNoun(exactly(fromNumber(share)), 'slachtoffers')).toBe(words);
});
