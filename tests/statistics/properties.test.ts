// What arithmetic gives holds for every way to fill the uncertain cells, and says no more than that.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CellReference } from '../../src/statistics/cell.ts';
import { isFailure } from '../../src/statistics/quantity.ts';
import { fillingsOf } from './fillings.ts';
import { endsOf, isWithin, ofRational, order, type Plain } from './plain.ts';
import {
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

/** The values of a tree for the fillings of its cells; undefined where it divides by zero or less. */
function valuesOf(tree: Tree, cells: readonly CellReference[], most: number) {
  const { areAll, fillings } = fillingsOf(cells, most);
  return { areAll, values: fillings.map(filling => valueAt(tree, filling)) };
}

function isThere(value: Plain | undefined): value is Plain {
  return value !== undefined;
}

test('the interval contains the value of every filling', () => {
  let worked = 0;
  fc.assert(
    fc.property(allTrees, allCells, (tree, cells) => {
      const calculation = work(tree, cells);
      if (isFailure(calculation)) return;
      worked += 1;
      for (const value of valuesOf(tree, cells, 40).values)
        if (!value || !isWithin(value, calculation.interval)) throw new Error(`${value} is outside`);
    }),
    { seed: 2023, numRuns: 800 },
  );
  expect(worked).toBeGreaterThan(400);
});

test.each<[string, fc.Arbitrary<Tree>]>([
  ['sums and differences', countTrees],
  ['means', fc.array(countTrees, { minLength: 1, maxLength: 4 }).map((of): Tree => ({ op: 'mean', of }))],
  ['shares, growth and ratios', quotientTrees],
  ['what is made of several quotients', quotientsTrees],
])('the interval is tight for %s', (_, trees) => {
  let tight = 0;
  fc.assert(
    fc.property(trees, countCells, (tree, cells) => {
      const { areAll, values } = valuesOf(tree, cells, 400);
      if (!areAll) return;
      const calculation = work(tree, cells);
      if (isFailure(calculation)) {
        if (values.every(isThere)) throw new Error(calculation.reason);
        return;
      }
      tight += 1;
      const [low, high] = endsOf(values.filter(isThere));
      if (order(low, ofRational(calculation.interval.low)) !== 0) throw new Error(`${low} is the lowest`);
      if (order(high, ofRational(calculation.interval.high)) !== 0) throw new Error(`${high} is the highest`);
    }),
    { seed: 2023, numRuns: 400 },
  );
  expect(tight).toBeGreaterThan(100);
});
