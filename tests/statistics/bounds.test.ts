// Bounds of quotients that share numbers: tight in time, or wider and still true.

import { expect, test } from 'vitest';
import { meanOf, pointsOf, ratioOf, shareOf, sumOf } from '../../src/statistics/arithmetic.ts';
import { type Calculation, cellQuantity, isFailure } from '../../src/statistics/quantity.ts';
import { toNumber } from '../../src/statistics/rational.ts';
import { cellOf } from './cells.ts';
import { sequence } from './fillings.ts';

function cell(typed: string, row: string): Calculation {
  return cellQuantity(cellOf(typed, row));
}

function ends(calculation: Calculation): [number, number] {
  if (isFailure(calculation)) throw new Error(calculation.reason);
  return [toNumber(calculation.interval.low), toNumber(calculation.interval.high)];
}

function share(part: Calculation, ...others: Calculation[]): Calculation {
  return shareOf(part, sumOf([part, ...others]));
}

test('a shared number with very many values still has its best value found', () => {
  const [x, y, z] = [cell('1-1000000', 'x'), cell('<5', 'y'), cell('<10', 'z')];
  const points = (value: number): number => 100 * (value / (value + 1) - value / (value + 9));
  const [low, high] = ends(pointsOf(share(x, z), share(x, y)));
  expect(high).toBeCloseTo(Math.max(...[1, 2, 3, 4].map(points)), 9);
  expect(low).toBeCloseTo(100 * (2 / 6 - 2 / 3), 9);
});

test('a number that all quotients rise with is not searched', () => {
  const [x, y, z] = [cell('1-1000000', 'x'), cell('1-1000000', 'y'), cell('1-1000000', 'z')];
  expect(ends(sumOf([share(x, y), share(x, z)]))[1]).toBeCloseTo((200 * 1_000_000) / 1_000_001, 9);
});

test('where a search would take too long, the bounds are wider and hold for every filling', () => {
  const [x, y, z] = [cell('1-10000', 'x'), cell('1-10000', 'y'), cell('1-10000', 'z')];
  const [low, high] = ends(meanOf([share(x, y), share(y, z), share(z, x)]));
  const next = sequence();
  const value = (): number => (next(2) ? 1 + next(10_000) : [1, 100, 10_000][next(3)]) ?? 1;
  for (let round = 0; round < 2000; round += 1) {
    const [a, b, c] = [value(), value(), value()];
    const mean = (100 / 3) * (a / (a + b) + b / (b + c) + c / (c + a));
    expect(mean).toBeGreaterThan(low);
    expect(mean).toBeLessThan(high);
  }
  const [third, twoThirds] = [100 / 3, 200 / 3];
  expect(low).toBeLessThan(third);
  expect(high).toBeGreaterThan(twoThirds);
  expect([low, high].map(Math.round)).toEqual([33, 67]);
});

test('a percentage that one quotient rises with and another falls with is taken as independent', () => {
  const [p, q, r] = [cell('34%', 'p'), cell('50%', 'q'), cell('60%', 'r')];
  const [low, high] = ends(pointsOf(share(p, r), share(p, q)));
  const values = [33.5, 34, 34.5].flatMap(x =>
    [49.5, 50.5].flatMap(y => [59.5, 60.5].map(z => x / (x + y) - x / (x + z))),
  );
  expect(low).toBeLessThanOrEqual(100 * Math.min(...values));
  expect(high).toBeGreaterThanOrEqual(100 * Math.max(...values));
  expect(high - low).toBeLessThan(5);
});

test('a percentage that the whole result rises with is at its ends', () => {
  const [p, q, r] = [cell('34%', 'p'), cell('50%', 'q'), cell('60%', 'r')];
  const [low, high] = ends(sumOf([share(p, q), share(p, r)]));
  expect(low).toBeCloseTo(100 * (33.5 / (33.5 + 50.5) + 33.5 / (33.5 + 60.5)), 9);
  expect(high).toBeCloseTo(100 * (34.5 / (34.5 + 49.5) + 34.5 / (34.5 + 59.5)), 9);
});

test('what is divided by may come near zero without ever reaching it', () => {
  const [x, y, z] = [cell('<5', 'x'), cell('<5', 'y'), cell('<5', 'z')];
  const lead = pointsOf(share(x, y, z), share(x, y));
  const values = [1, 2, 3, 4].flatMap(a =>
    [1, 2, 3, 4].flatMap(b => [1, 2, 3, 4].map(c => a / (a + b) / (a / (a + b) - a / (a + b + c)))),
  );
  const points = pointsOf(shareOf(cell('0', 'none'), x), share(x, y));
  const [low, high] = ends(ratioOf(lead, points));
  expect(low).toBeCloseTo(Math.min(...values), 9);
  expect(high).toBeCloseTo(Math.max(...values), 9);
});
