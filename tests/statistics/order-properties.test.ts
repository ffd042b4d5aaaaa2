// Directions and places hold for every way to fill the uncertain cells, and are missing only where fillings differ.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { directionOf, mayExceed } from '../../src/statistics/order.ts';
import { isFailure, type Quantity } from '../../src/statistics/quantity.ts';
import { cellAtRank, rankAmong, rankOf } from '../../src/statistics/rank.ts';
import { toNumber } from '../../src/statistics/rational.ts';
import { cellOf } from './cells.ts';
import { fillingsOf } from './fillings.ts';
import { order, type Plain } from './plain.ts';
import { alikeTrees, allCells, countCells, countTrees, quotientTrees, type Tree, valueAt, work } from './trees.ts';

const directions = { '-1': 'down', '0': 'same', '1': 'up' } as const;

/** The directions that the fillings give from one tree to another. */
function directionsSeen(from: Tree, to: Tree, fillings: readonly (readonly Plain[])[]): Set<string | undefined> {
  const seen = fillings.map(filling => {
    const [a, b] = [valueAt(from, filling), valueAt(to, filling)];
    if (!a || !b) throw new Error('a value that is not there');
    return directions[`${order(b, a)}` as keyof typeof directions];
  });
  return new Set(seen);
}

test('a direction between any two quantities is that of every filling', () => {
  const counted = { claims: 0 };
  fc.assert(
    fc.property(alikeTrees, allCells, ([from, to], cells) => {
      const [a, b] = [work(from, cells), work(to, cells)];
      if (isFailure(a) || isFailure(b)) return;
      const direction = directionOf(a, b);
      if (direction === undefined) return;
      counted.claims += 1;
      const { fillings } = fillingsOf(cells, 40);
      const seen = directionsSeen(from, to, fillings);
      if (a.typed && b.typed && direction !== 'same') seen.delete('same');
      expect([...seen]).toEqual([direction]);
    }),
    { seed: 2023, numRuns: 600 },
  );
  expect(counted.claims).toBeGreaterThan(60);
});

test('a direction between quantities of whole numbers is certain exactly when all fillings agree', () => {
  const counted = { certain: 0, uncertain: 0 };
  fc.assert(
    fc.property(
      fc.oneof(fc.tuple(countTrees, countTrees), fc.tuple(quotientTrees, quotientTrees)),
      countCells,
      ([from, to], cells) => {
        const [a, b] = [work(from, cells), work(to, cells)];
        const { areAll, fillings } = fillingsOf(cells, 200);
        if (isFailure(a) || isFailure(b) || a.measure !== b.measure || !areAll) return;
        const seen = directionsSeen(from, to, fillings);
        counted[seen.size === 1 ? 'certain' : 'uncertain'] += 1;
        expect(directionOf(a, b)).toBe(seen.size === 1 ? [...seen][0] : undefined);
        expect(mayExceed(b, a)).toBe(seen.has('up'));
      },
    ),
    { seed: 2023, numRuns: 400 },
  );
  expect(Math.min(counted.certain, counted.uncertain)).toBeGreaterThan(40);
});

/** The places of the first of some values among the others, for every filling. */
function placesSeen(trees: readonly Tree[], fillings: readonly (readonly Plain[])[]): Set<number> {
  const places = fillings.map(filling => {
    const [own, ...others] = trees.map(tree => valueAt(tree, filling));
    return 1 + others.filter(other => own && other && order(other, own) > 0).length;
  });
  return new Set(places);
}

test('a place among quantities that share cells is that of every filling', () => {
  const counted = { claims: 0 };
  const fields = fc.oneof(
    fc.array(countTrees, { minLength: 2, maxLength: 5 }),
    fc.array(quotientTrees, { minLength: 2, maxLength: 4 }),
  );
  fc.assert(
    fc.property(fields, countCells, (trees, cells) => {
      const [own, ...others] = trees.map(tree => work(tree, cells));
      const known = others.filter((one): one is Quantity => !isFailure(one));
      if (!own || isFailure(own) || known.length < others.length) return;
      const rank = rankAmong(own, known);
      if (isFailure(rank)) return;
      counted.claims += 1;
      const { fillings } = fillingsOf(cells, 100);
      expect([...placesSeen(trees, fillings)]).toEqual([toNumber(rank.interval.low)]);
    }),
    { seed: 2023, numRuns: 400 },
  );
  expect(counted.claims).toBeGreaterThan(60);
});

test('a place among cells is certain exactly when all fillings agree', () => {
  const counted = { certain: 0, uncertain: 0 };
  fc.assert(
    fc.property(countCells, cells => {
      const { areAll, fillings } = fillingsOf(cells, 400);
      const [first, ...others] = cells;
      if (!areAll || !first) return;
      const places = placesSeen(
        cells.map((_, index) => ({ op: 'cell', index })),
        fillings,
      );
      const rank = rankOf(first, others);
      counted[places.size === 1 ? 'certain' : 'uncertain'] += 1;
      expect(isFailure(rank) ? undefined : toNumber(rank.interval.low)).toBe(
        places.size === 1 ? [...places][0] : undefined,
      );
    }),
    { seed: 2023, numRuns: 400 },
  );
  expect(Math.min(counted.certain, counted.uncertain)).toBeGreaterThan(40);
});

test('the cell with a place has it alone in every filling', () => {
  const counted = { claims: 0 };
  fc.assert(
    fc.property(countCells, fc.integer({ min: 1, max: 4 }), (cells, place) => {
      const holder = cellAtRank(cells, place);
      if ('kind' in holder) return;
      counted.claims += 1;
      const index = cells.indexOf(holder);
      for (const filling of fillingsOf(cells, 60).fillings) {
        const own = filling[index];
        const others = filling.filter((_, other) => other !== index).map(value => own && order(value, own));
        const isAlone = others.filter(one => one === 1).length === place - 1 && !others.includes(0);
        if (!isAlone) throw new Error(`${filling.join(' ')} at ${index}`);
      }
    }),
    { seed: 2023, numRuns: 300 },
  );
  expect(counted.claims).toBeGreaterThan(60);
});

test('percentages with equal decimals are in the order in which they were typed', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 2, maxLength: 5 }), typed => {
      const [own, ...others] = typed.map((value, index) => cellOf(`${value}%`, `Rij ${index}`));
      const [first, ...rest] = typed;
      if (!own || first === undefined) throw new Error('at least two');
      const rank = rankOf(own, others);
      const place = 1 + rest.filter(one => one > first).length;
      expect(isFailure(rank) ? undefined : toNumber(rank.interval.low)).toBe(rest.includes(first) ? undefined : place);
    }),
    { seed: 2023, numRuns: 200 },
  );
});
