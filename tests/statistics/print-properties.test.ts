// What is printed of an uncertain quantity is true of the value of every filling.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf } from '../../src/statistics/arithmetic.ts';
import type { CellReference } from '../../src/statistics/cell.ts';
import { approximationOf, leastOf, mostOf, printable } from '../../src/statistics/print.ts';
import { isFailure, type Quantity, withoutSign } from '../../src/statistics/quantity.ts';
import type { Rational } from '../../src/statistics/rational.ts';
import { fillingsOf } from './fillings.ts';
import { endsOf, isWithin, minus, ofRational, order, type Plain, plain, plus, printedPlain, times } from './plain.ts';
import {
  alikeTrees,
  allCells,
  allTrees,
  countCells,
  countTrees,
  quotientsTrees,
  quotientTrees,
  type Tree,
  valueAt,
  work,
} from './trees.ts';

const digits = fc.integer({ min: -1, max: 3 });

/** The quantity of a tree with the values of some fillings; undefined when there is none. */
function worked(
  tree: Tree,
  cells: readonly CellReference[],
  most: number,
): { quantity: Quantity; values: Plain[]; areAll: boolean } | undefined {
  const quantity = work(tree, cells);
  if (isFailure(quantity)) return undefined;
  const { areAll, fillings } = fillingsOf(cells, most);
  const values = fillings.map(filling => valueAt(tree, filling)).filter(value => value !== undefined);
  return { quantity, values, areAll };
}

function written(value: Rational, decimals: number): string {
  return printedPlain(ofRational(value), decimals);
}

function isAsTyped({ typed, decimals: own }: Quantity, decimals: number): boolean {
  return typed !== undefined && own === decimals;
}

test('one number is printed only when it is the text of every filling', () => {
  const counted = { claims: 0 };
  fc.assert(
    fc.property(allTrees, allCells, digits, (tree, cells, decimals) => {
      const one = worked(tree, cells, 40);
      if (!one || isAsTyped(one.quantity, decimals)) return;
      const result = printable(one.quantity, decimals);
      if (result.kind === 'between') return;
      counted.claims += 1;
      const text = written(result.value, decimals);
      for (const value of one.values)
        if (printedPlain(value, decimals) !== text) throw new Error(`${value} is not ${text}`);
    }),
    { seed: 2023, numRuns: 500 },
  );
  expect(counted.claims).toBeGreaterThan(60);
});

test('of whole numbers, two ends are printed only when two fillings print differently', () => {
  const counted = { one: 0, between: 0 };
  fc.assert(
    fc.property(fc.oneof(countTrees, quotientTrees, quotientsTrees), countCells, digits, (tree, cells, decimals) => {
      const one = worked(tree, cells, 200);
      if (!one?.areAll || isAsTyped(one.quantity, decimals)) return;
      const result = printable(one.quantity, decimals);
      counted[result.kind] += 1;
      const texts = new Set(one.values.map(value => printedPlain(value, decimals)));
      expect(texts.size).toBe(result.kind === 'one' ? 1 : Math.max(2, texts.size));
    }),
    { seed: 2023, numRuns: 400 },
  );
  expect(Math.min(counted.one, counted.between)).toBeGreaterThan(40);
});

test('at least and at most hold for every filling, and the nearest numbers with these decimals are given', () => {
  fc.assert(
    fc.property(allTrees, allCells, digits, (tree, cells, decimals) => {
      const one = worked(tree, cells, 40);
      if (!one) return;
      const [least, most] = [ofRational(leastOf(one.quantity, decimals)), ofRational(mostOf(one.quantity, decimals))];
      for (const value of one.values)
        if (order(least, value) > 0 || order(value, most) > 0) throw new Error(`${value} is outside`);
      const step = decimals < 0 ? plain(10 ** -decimals) : plain(1, 10 ** decimals);
      expect(order(plus(least, step), ofRational(one.quantity.interval.low))).toBe(1);
      expect(order(minus(most, step), ofRational(one.quantity.interval.high))).toBe(-1);
    }),
    { seed: 2023, numRuns: 400 },
  );
});

test('no filling lies further from "about" than a tenth of the middle, or two units of the last decimal', () => {
  const counted = { claims: 0 };
  fc.assert(
    fc.property(allTrees, allCells, fc.nat(2), (tree, cells, decimals) => {
      const one = worked(tree, cells, 40);
      const about = one && approximationOf(one.quantity, decimals);
      if (!one || !about) return;
      counted.claims += 1;
      const [low, high] = endsOf([ofRational(one.quantity.interval.low), ofRational(one.quantity.interval.high)]);
      const middle = times(plus(low, high), plain(1, 2));
      const tenth = times(order(middle, plain(0)) < 0 ? minus(plain(0), middle) : middle, plain(1, 10));
      const units = plain(2, 10 ** decimals);
      const reach = order(tenth, units) > 0 ? tenth : units;
      for (const value of one.values) {
        const off = minus(value, ofRational(about));
        if (order(off, reach) > 0 || order(minus(plain(0), off), reach) > 0) throw new Error(`${value} is too far`);
      }
    }),
    { seed: 2023, numRuns: 500 },
  );
  expect(counted.claims).toBeGreaterThan(60);
});

function size(value: Plain): Plain {
  return order(value, plain(0)) < 0 ? minus(plain(0), value) : value;
}

test('without its sign, a quantity contains the size of every filling, also in later arithmetic', () => {
  const counted = { negative: 0 };
  fc.assert(
    fc.property(alikeTrees, allCells, ([first, second], cells) => {
      const [a, b] = [worked(first, cells, 40), worked(second, cells, 40)];
      const unsigned = [a, b].map(one => one && withoutSign(one.quantity));
      const difference = unsigned[0] && unsigned[1] && differenceOf(unsigned[0], unsigned[1]);
      if (!a || !b || !difference || isFailure(difference)) return;
      if (a.quantity.interval.low.n < 0n || b.quantity.interval.low.n < 0n) counted.negative += 1;
      for (const [index, value] of a.values.entries()) {
        const other = b.values[index] ?? plain(0);
        if (!isWithin(minus(size(other), size(value)), difference.interval)) throw new Error(`${value} is outside`);
      }
    }),
    { seed: 2023, numRuns: 500 },
  );
  expect(counted.negative).toBeGreaterThan(40);
});
