// Directions are given only when they are certain.

import { expect, test } from 'vitest';
import { sumOf } from '../../src/statistics/arithmetic.ts';
import { directionOf } from '../../src/statistics/order.ts';
import { isFailure } from '../../src/statistics/quantity.ts';
import { cellsOf, forEachFilling, quantityOf } from './cells.ts';

test.each<[string, string, string | undefined]>([
  ['162', '135', 'down'],
  ['106', '120', 'up'],
  ['5', '5', 'same'],
  ['<5', '5', 'up'],
  ['4', '<5', undefined],
  ['<5', '<5', undefined],
  ['~180', '~190', 'up'],
  ['~180', '~180', undefined],
  ['~180', '182', undefined],
  ['170-180', '180', undefined],
  ['33%', '34%', 'up'],
  ['34%', '33%', 'down'],
  ['34%', '34%', undefined],
  ['33.5%', '34%', undefined],
  ['28.3m', '28.2m', 'down'],
  ['5', '34%', undefined],
])('from %s to %s', (from, to, direction) => {
  expect(directionOf(quantityOf(from, 'a'), quantityOf(to, 'b'))).toBe(direction);
});

test('what two sums share does not blur their order', () => {
  const [shared, more] = [quantityOf('<5', 'a'), quantityOf('<3', 'b')];
  const sum = sumOf([shared, more]);
  if (isFailure(sum)) throw new Error(sum.reason);
  expect(directionOf(shared, sum)).toBe('up');
});

test('a direction is certain exactly when all fillings agree', () => {
  for (const from of ['0', '3', '5', '<5', '4-6', '~10'])
    for (const to of ['0', '1', '5', '<3', '6-8', '~0']) {
      const [a, b] = cellsOf(from, to);
      if (!a || !b) throw new Error('two cells');
      const signs = new Set<number>();
      forEachFilling([a, b], value => signs.add(Math.sign(value(b) - value(a))));
      const expected = signs.size > 1 ? undefined : signs.has(1) ? 'up' : signs.has(-1) ? 'down' : 'same';
      expect(directionOf(quantityOf(from, 'a'), quantityOf(to, 'b'))).toBe(expected);
    }
});
