// Sums of observations tell what is known and what is missing.

import { expect, test } from 'vitest';
import { rational } from '../../src/statistics/rational.ts';
import { sumInterval } from '../../src/statistics/sum.ts';
import { cellsOf } from './cells.ts';

const observations = (...typed: string[]) => cellsOf(...typed).map(cell => cell.observation);
const between = (low: number, high: number) => ({ low: rational(low), high: rational(high) });

test('a sum without missing observations has an interval', () => {
  expect(sumInterval(observations('12', '<5', '170-180', '~20'))).toEqual({
    interval: between(12 + 1 + 170 + 15, 12 + 4 + 180 + 24),
    known: between(198, 220),
    missing: [],
  });
  expect(sumInterval([]).interval).toEqual(between(0, 0));
});

test('a missing observation leaves what is known of the others', () => {
  const cells = observations('12', '.', '<5');
  expect(sumInterval(cells)).toEqual({ interval: undefined, known: between(13, 16), missing: [cells[1]] });
});
