// What is printed is true for every possible value.

import { expect, test } from 'vitest';
import { formatNumber } from '../../src/locale/number.ts';
import { differenceOf, shareOf, sumOf } from '../../src/statistics/arithmetic.ts';
import { approximationOf, leastOf, mostOf, printable } from '../../src/statistics/print.ts';
import { type Calculation, cellQuantity, isFailure, type Quantity } from '../../src/statistics/quantity.ts';
import { compare, parseRational, rational, roundHalfUp } from '../../src/statistics/rational.ts';
import { cellsOf, quantityOf } from './cells.ts';

function certain(calculation: Calculation): Quantity {
  if (isFailure(calculation)) throw new Error(calculation.reason);
  return calculation;
}

function sum(...typed: string[]): Quantity {
  return certain(sumOf(cellsOf(...typed).map(cellQuantity)));
}

function printed(quantity: Quantity, decimals?: number): string {
  const result = printable(quantity, decimals);
  const digits = decimals ?? quantity.decimals;
  if (result.kind === 'one') return formatNumber(result.value, digits);
  return `${formatNumber(result.low, digits)} … ${formatNumber(result.high, digits)}`;
}

test('a typed number is printed as typed', () => {
  expect(printed(quantityOf('868'))).toBe('868');
  expect(printed(quantityOf('~180'))).toBe('180');
  expect(printed(quantityOf('34%'))).toBe('34');
  expect(printed(quantityOf('28.3m'))).toBe('28,3');
});

test('with other decimals than typed, the whole interval counts', () => {
  expect(printed(quantityOf('28.3m'), 0)).toBe('28');
  expect(printed(quantityOf('28.5m'), 0)).toBe('28 … 29');
  expect(printed(quantityOf('34%'), 1)).toBe('33,5 … 34,5');
});

test('an uncertain sum or share is one number only when all values print alike', () => {
  expect(printed(sum('20', '5', '<5'))).toBe('26 … 29');
  expect(printed(sum('20', '<2'))).toBe('21');
  const [rare, many] = [quantityOf('<5', 'a'), quantityOf('4000', 'b')];
  expect(printed(certain(shareOf(many, sumOf([rare, many]))))).toBe('100');
  expect(printed(certain(shareOf(many, sumOf([rare, many]))), 1)).toBe('99,9 … 100,0');
});

test('ends are rounded outward, so that what is said of them is true', () => {
  const share = certain(shareOf(quantityOf('<5', 'a'), quantityOf('7', 'b')));
  expect(printed(share)).toBe('14 … 58');
  expect([leastOf(share, 1), mostOf(share, 1)]).toEqual([parseRational('14.2'), parseRational('57.2')]);
});

test('one printed number is the rounding of every value between the ends', () => {
  for (let low = -60; low <= 60; low += 1)
    for (let size = 0; size <= 12; size += 1) {
      const interval = { low: rational(low, 8), high: rational(low + size, 8) };
      const roundings = new Set<bigint>();
      for (let x = low; x <= low + size; x += 1) roundings.add(roundHalfUp(rational(x, 8), 0).n);
      const quantity: Quantity = { kind: 'quantity', measure: 'ratio', interval, decimals: 0, cells: [] };
      const result = printable(quantity);
      expect(result.kind).toBe(roundings.size === 1 ? 'one' : 'between');
      if (result.kind === 'one') expect(roundings).toContain(result.value.n);
      else {
        expect(compare(result.low, interval.low)).toBeLessThanOrEqual(0);
        expect(compare(result.high, interval.high)).toBeGreaterThanOrEqual(0);
      }
    }
});

function percentageBetween(low: number, high: number): Quantity {
  const interval = { low: rational(low, 10), high: rational(high, 10) };
  return { kind: 'quantity', measure: 'percentage', interval, decimals: 0, cells: [] };
}

test.each<[string, Quantity, string | undefined]>([
  ['a percentage within two units', percentageBetween(70, 90), '8'],
  ['a percentage within more', percentageBetween(70, 91), undefined],
  ['a high percentage within a tenth', percentageBetween(570, 630), '60'],
  ['a high percentage within more', percentageBetween(570, 631), undefined],
  ['a range', quantityOf('170-180'), '180'],
  ['a rounded count', quantityOf('~180'), '180'],
  ['a sum of rounded counts', sum('~180', '~90'), '270'],
  ['a narrow sum', sum('868', '<5'), '871'],
  ['an exact sum', sum('100', '82'), '182'],
  ['a wide sum', sum('20', '5', '<5'), undefined],
  ['a suppressed count', quantityOf('<5'), undefined],
  ['a few', quantityOf('1-3'), undefined],
  ['points of typed percentages', certain(differenceOf(quantityOf('22%', 'a'), quantityOf('30%', 'b'))), '8'],
])('about %s', (_, quantity, expected) => {
  const value = approximationOf(quantity);
  expect(value && formatNumber(value, quantity.decimals)).toBe(expected);
});
