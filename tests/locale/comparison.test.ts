// Comparisons in words.

import { expect, test } from 'vitest';
import { compareWords, directionWord, timesInWords } from '../../src/locale/comparison.ts';
import { exactly } from '../../src/statistics/interval.ts';
import { fromNumber, rational } from '../../src/statistics/rational.ts';

test.each<[number, string | undefined]>([
  [0, undefined],
  [0.4, undefined],
  [0.46, 'bijna half zo veel'],
  [0.5, 'half zo veel'],
  [0.53, 'ruim half zo veel'],
  [0.75, undefined],
  [1, 'evenveel'],
  [1.01, undefined],
  [1.3, undefined],
  [1.4, 'bijna anderhalf keer zo veel'],
  [1.5, 'anderhalf keer zo veel'],
  [1.6, 'ruim anderhalf keer zo veel'],
  [1.75, 'ruim anderhalf keer zo veel'],
  [1.9, 'bijna twee keer zo veel'],
  [2.04, 'twee keer zo veel'],
  [2.05, 'ruim twee keer zo veel'],
  [2.6, 'ruim tweeënhalf keer zo veel'],
  [3, 'drie keer zo veel'],
  [3.5, 'drieënhalf keer zo veel'],
  [4.5, 'vierenhalf keer zo veel'],
  [5.4, 'ruim vijf keer zo veel'],
  [12, 'twaalf keer zo veel'],
  [20.4, 'twintig keer zo veel'],
  [21, undefined],
])('%s times is %s', (ratio, words) => {
  expect(timesInWords(exactly(fromNumber(ratio)))).toBe(words);
});

test('another quality', () => {
  expect(timesInWords(exactly(rational(2)), 'hoog')).toBe('twee keer zo hoog');
  expect(timesInWords(exactly(rational(1)), 'hoog')).toBe('even hoog');
});

test('an uncertain ratio has words exactly when all its values have the same', () => {
  for (let low = 30; low <= 500; low += 7)
    for (let size = 0; size <= 40; size += 5) {
      const words = new Set<string | undefined>();
      for (let n = low; n <= low + size; n += 1) words.add(timesInWords(exactly(rational(n, 100))));
      const all = timesInWords({ low: rational(low, 100), high: rational(low + size, 100) });
      expect(all).toBe(words.size === 1 ? [...words][0] : undefined);
    }
});

test('directions and differences', () => {
  expect(['up', 'down', 'same'].map(way => directionWord(way as 'up'))).toEqual([
    'gestegen',
    'gedaald',
    'gelijk gebleven',
  ]);
  expect(directionWord('up', { up: 'stijging' })).toBe('stijging');
  expect(directionWord('down', { up: 'stijging' })).toBe('gedaald');
  expect([54, -16, 0, 1234].map(n => compareWords(rational(n)))).toEqual([
    '54 meer',
    '16 minder',
    'evenveel',
    '1.234 meer',
  ]);
  expect(compareWords(rational(1, 3))).toBe('evenveel');
  expect(compareWords(rational(-1, 3), 1, { fewer: 'lager' })).toBe('0,3 lager');
});
