// Quotients of forms are bounded over all corners of the box.

import { expect, test } from 'vitest';
import { always, type Form, type Term } from '../../src/statistics/form.ts';
import { quotientInterval } from '../../src/statistics/quotient.ts';
import { rational, toNumber } from '../../src/statistics/rational.ts';
import { sequence } from './fillings.ts';

function term(key: string, low: number, high: number, weight: number): Term {
  const interval = { low: rational(low), high: rational(high) };
  return { variable: { key, interval, isWhole: true }, weight: rational(weight) };
}

test('a quotient of forms with any weights is bounded by its corners', () => {
  const next = sequence();
  for (let round = 0; round < 300; round += 1) {
    const cells = ['a', 'b', 'c', 'd'].map(row => {
      const low = next(6);
      return { row, low, high: low + next(5) };
    });
    const form = (least: number): Form =>
      cells.map(({ row, low, high }) => term(row, low, high, least + next(5))).filter(({ weight }) => weight.n !== 0n);
    const [top, bottom] = [form(-2), [...form(0), term('e', 1, 3, 1)]];
    const corners = cornersOf(top, bottom);
    const { low, high } = quotientInterval(top, bottom);
    expect(toNumber(low)).toBeCloseTo(Math.min(...corners), 9);
    expect(toNumber(high)).toBeCloseTo(Math.max(...corners), 9);
  }
});

test('weights and ends may be fractions, and an end may be below zero', () => {
  const third = { ...term('a', 0, 0, 1), weight: rational(1, 3) };
  const wide = { ...third.variable, interval: { low: rational(-5, 2), high: rational(7, 4) } };
  const [top, rest] = [
    { ...third, variable: wide },
    { ...term('b', 1, 3, 1), weight: rational(2, 5) },
  ];
  expect(quotientInterval([top], [rest])).toEqual({ low: rational(-25, 12), high: rational(35, 24) });
  expect(quotientInterval([top], [{ ...rest, variable: always }])).toEqual({
    low: rational(-25, 12),
    high: rational(35, 24),
  });
});

function cornersOf(top: Form, bottom: Form): number[] {
  const rows = ['a', 'b', 'c', 'd', 'e'];
  return Array.from({ length: 2 ** rows.length }, (_, corner) => {
    const value = (form: Form): number =>
      form
        .map(({ variable: { key, interval }, weight }) => {
          const isHigh = corner & (1 << rows.indexOf(String(key)));
          return toNumber(weight) * toNumber(isHigh ? interval.high : interval.low);
        })
        .reduce((sum, part) => sum + part, 0);
    return value(top) / value(bottom);
  });
}
