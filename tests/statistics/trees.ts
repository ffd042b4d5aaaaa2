// Expressions made by chance: trees of arithmetic over a handful of cells, so that cells occur several times.

import fc from 'fast-check';
import { differenceOf, growthOf, meanOf, pointsOf, ratioOf, shareOf, sumOf } from '../../src/statistics/arithmetic.ts';
import type { CellReference } from '../../src/statistics/cell.ts';
import type { ObservedValue } from '../../src/statistics/observation.ts';
import { type Calculation, cellQuantity, plainQuantity } from '../../src/statistics/quantity.ts';
import { rational } from '../../src/statistics/rational.ts';
import { cellHolding } from './cells.ts';
import { minus, over, type Plain, plain, plus, times } from './plain.ts';

const lists = ['sum', 'mean'] as const;
const pairs = ['difference', 'points', 'share', 'growth', 'ratio'] as const;

/** An expression; a cell is named by its index. */
export type Tree =
  | { readonly op: 'cell'; readonly index: number }
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: (typeof lists)[number]; readonly of: readonly Tree[] }
  /** FROM and TO, or PART and WHOLE. */
  | { readonly op: (typeof pairs)[number]; readonly of: readonly [Tree, Tree] };

/** The tree worked out by the code under test. */
export function work(tree: Tree, cells: readonly CellReference[]): Calculation {
  switch (tree.op) {
    case 'cell': {
      const cell = cells[tree.index];
      if (!cell) throw new Error('no such cell');
      return cellQuantity(cell);
    }
    case 'number':
      return plainQuantity(rational(tree.value));
    case 'sum':
      return sumOf(tree.of.map(part => work(part, cells)));
    case 'mean':
      return meanOf(tree.of.map(part => work(part, cells)));
    default: {
      const [a, b] = [work(tree.of[0], cells), work(tree.of[1], cells)];
      const by = { difference: differenceOf, points: pointsOf, share: shareOf, growth: growthOf, ratio: ratioOf };
      return by[tree.op](a, b);
    }
  }
}

/** The tree's value when the cells have these values; undefined when it divides by zero or less. */
export function valueAt(tree: Tree, values: readonly Plain[]): Plain | undefined {
  switch (tree.op) {
    case 'cell':
      return values[tree.index];
    case 'number':
      return plain(tree.value);
    case 'sum':
      return total(tree.of, values);
    case 'mean': {
      const sum = total(tree.of, values);
      return sum && over(sum, plain(tree.of.length));
    }
    default: {
      const [a, b] = [valueAt(tree.of[0], values), valueAt(tree.of[1], values)];
      return a && b && ofPair(tree.op, a, b);
    }
  }
}

function total(parts: readonly Tree[], values: readonly Plain[]): Plain | undefined {
  return parts
    .map(part => valueAt(part, values))
    .reduce((sum: Plain | undefined, part) => sum && part && plus(sum, part), plain(0));
}

function ofPair(op: (typeof pairs)[number], a: Plain, b: Plain): Plain | undefined {
  if (op === 'difference' || op === 'points') return minus(b, a);
  const quotient = op === 'share' ? over(a, b) : over(op === 'growth' ? minus(b, a) : b, a);
  return quotient && (op === 'ratio' ? quotient : times(quotient, plain(100)));
}

const counts: fc.Arbitrary<ObservedValue> = fc.oneof(
  { weight: 2, arbitrary: fc.nat(12).map((value): ObservedValue => ({ kind: 'count', value })) },
  {
    weight: 4,
    arbitrary: fc.integer({ min: 2, max: 5 }).map((below): ObservedValue => ({ kind: 'suppressed', below })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(20), fc.integer({ min: 1, max: 4 }))
      .map(([low, more]): ObservedValue => ({ kind: 'range', low, high: low + more })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat(4), fc.constantFrom(2, 3, 5))
      .map(([times, to]): ObservedValue => ({ kind: 'rounded', value: times * to, to })),
  },
);

const decimals = fc.tuple(fc.nat(600), fc.nat(2));
const percentages = decimals.map(([tenths, digits]) => decimalValue('percentage', tenths, digits));
const means = decimals.map(([tenths, digits]) => decimalValue('mean', tenths, digits));

function decimalValue(kind: 'percentage' | 'mean', tenths: number, digits: number): ObservedValue {
  return { kind, value: Number((tenths / 10).toFixed(digits)), decimals: digits };
}

/** Four counts, of which some may be uncertain. */
export const countCells = fc.tuple(counts, counts, counts, counts).map(asCells);

/** Four counts, two percentages and two means. */
export const allCells = fc.tuple(counts, counts, counts, counts, percentages, percentages, means, means).map(asCells);

function asCells(values: readonly ObservedValue[]): CellReference[] {
  return values.map((value, index) => cellHolding(value, `Rij ${index + 1}`));
}

function cellAmong(...indices: number[]): fc.Arbitrary<Tree> {
  return fc.constantFrom(...indices).map((index): Tree => ({ op: 'cell', index }));
}

function listed(op: (typeof lists)[number], part: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> {
  return fc.array(part, { minLength: 1, maxLength: 3 }).map((of): Tree => ({ op, of }));
}

function paired(op: (typeof pairs)[number], part: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> {
  return fc.tuple(part, part).map((of): Tree => ({ op, of }));
}

/** Sums and differences of counts, and numbers of the text. */
export const countTrees: fc.Arbitrary<Tree> = grow(cellAmong(0, 1, 2, 3), smaller => [
  listed('sum', smaller),
  paired('difference', smaller),
  fc.integer({ min: 0, max: 9 }).map((value): Tree => ({ op: 'number', value })),
]);

/** Trees that grow at most twice. */
function grow(
  leaf: fc.Arbitrary<Tree>,
  next: (smaller: fc.Arbitrary<Tree>) => fc.Arbitrary<Tree>[],
): fc.Arbitrary<Tree> {
  const once = fc.oneof(leaf, ...next(leaf));
  return fc.oneof(leaf, ...next(once));
}

/** Sums of counts only: what stands under a share in a text. */
export const sumTrees = fc.oneof(cellAmong(0, 1, 2, 3), listed('sum', cellAmong(0, 1, 2, 3)));

/** One quotient of forms: a share, a growth or a ratio of sums and differences. */
export const quotientTrees = fc.oneof(
  fc.tuple(countTrees, sumTrees).map((of): Tree => ({ op: 'share', of })),
  fc.tuple(sumTrees, countTrees).map((of): Tree => ({ op: 'growth', of })),
  fc.tuple(sumTrees, countTrees).map((of): Tree => ({ op: 'ratio', of })),
);

const sharesOfSums = fc.oneof(paired('share', sumTrees), paired('growth', sumTrees));

/** Arithmetic on two or three quotients that may share cells. */
export const quotientsTrees = fc.oneof(
  paired('points', sharesOfSums),
  listed('sum', sharesOfSums),
  listed('mean', sharesOfSums),
  paired('growth', paired('share', sumTrees)),
  paired('ratio', sharesOfSums),
  paired('share', sharesOfSums),
);

const percentageTrees = grow(fc.oneof(cellAmong(4, 5), quotientTrees), smaller => [
  listed('sum', smaller),
  listed('mean', smaller),
  paired('share', smaller),
  paired('growth', smaller),
]);

const meanTrees = fc.oneof(cellAmong(6, 7), listed('mean', countTrees), paired('difference', cellAmong(6, 7)));

/** Every kind of tree; some do not add up, such as a ratio under a sum. */
export const allTrees = fc.oneof(
  percentageTrees,
  paired('points', percentageTrees),
  paired('difference', percentageTrees),
  paired('ratio', percentageTrees),
  paired('growth', meanTrees),
  paired('ratio', meanTrees),
  listed('mean', meanTrees),
  countTrees,
);

/** Two trees that may be held against each other. */
export const alikeTrees = fc.oneof(
  fc.tuple(percentageTrees, percentageTrees),
  fc.tuple(countTrees, countTrees),
  fc.tuple(meanTrees, meanTrees),
);
