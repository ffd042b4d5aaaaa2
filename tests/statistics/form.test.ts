// Forms: equal cells are taken together, and quotients are bounded over all corners of the box.

import { expect, test } from 'vitest';
import { addForms, type Form, formInterval, quotientInterval, type Term } from '../../src/statistics/form.ts';
import { rational, toNumber } from '../../src/statistics/rational.ts';
import { cellOf } from './cells.ts';

function term(row: string, low: number, high: number, weight: number): Term {
  const interval = { low: rational(low), high: rational(high) };
  return { cell: cellOf('<5', row), interval, weight: rational(weight) };
}

test('terms of the same cell are taken together, and vanish at weight zero', () => {
  const a = [term('a', 1, 4, 1), term('b', 2, 3, 1)];
  expect(addForms(a, [term('a', 1, 4, 2)])).toEqual([term('a', 1, 4, 3), term('b', 2, 3, 1)]);
  expect(addForms(a, a, rational(-1))).toEqual([]);
  expect(formInterval([])).toEqual({ low: rational(0), high: rational(0) });
  expect(formInterval([term('a', 1, 4, -2)])).toEqual({ low: rational(-8), high: rational(-2) });
});

/** A fixed sequence of whole numbers from 0 to `below - 1`, the same in every run. */
function sequence(): (below: number) => number {
  let state = 12345;
  return below => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
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

function cornersOf(top: Form, bottom: Form): number[] {
  const rows = ['a', 'b', 'c', 'd', 'e'];
  return Array.from({ length: 2 ** rows.length }, (_, corner) => {
    const value = (form: Form): number =>
      form
        .map(({ cell, interval, weight }) => {
          const isHigh = corner & (1 << rows.indexOf(cell.row));
          return toNumber(weight) * toNumber(isHigh ? interval.high : interval.low);
        })
        .reduce((sum, part) => sum + part, 0);
    return value(top) / value(bottom);
  });
}
