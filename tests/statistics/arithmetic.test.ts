// Arithmetic on quantities gives all and only the values that the cells allow.

import { expect, test } from 'vitest';
import { differenceOf, growthOf, meanOf, pointsOf, ratioOf, shareOf, sumOf } from '../../src/statistics/arithmetic.ts';
import type { CellReference } from '../../src/statistics/cell.ts';
import { type Calculation, cellQuantity, isFailure, plainQuantity } from '../../src/statistics/quantity.ts';
import { rational, toNumber } from '../../src/statistics/rational.ts';
import { cellOf, cellsOf, forEachFilling, quantityOf } from './cells.ts';

function ends(calculation: Calculation): [number, number] {
  if (isFailure(calculation)) throw new Error(calculation.reason);
  return [toNumber(calculation.interval.low), toNumber(calculation.interval.high)];
}

function reasonOf(calculation: Calculation): string {
  return isFailure(calculation) ? calculation.reason : 'no failure';
}

function sumOfCells(cells: readonly CellReference[]): Calculation {
  return sumOf(cells.map(cellQuantity));
}

function expectTight(
  cells: readonly CellReference[],
  worked: Calculation,
  plain: (value: (cell: CellReference) => number) => number,
): void {
  const results: number[] = [];
  forEachFilling(cells, value => results.push(plain(value)));
  const [low, high] = ends(worked);
  expect(low).toBeCloseTo(Math.min(...results), 9);
  expect(high).toBeCloseTo(Math.max(...results), 9);
}

const boxes = [
  ['7', '<5', '3-6', '~10'],
  ['<5', '<5', '<5', '12'],
  ['0', '<3', '~0', '20-23'],
  ['135', '333', '299', '120'],
  ['<5', '0', '0', '<5'],
] as const;

test.each(boxes)('every measure is tight for %s, %s, %s and %s', (...typed) => {
  const cells = cellsOf(...typed, '<4');
  const subsets = Array.from({ length: 31 }, (_, index) => cells.filter((_cell, bit) => (index + 1) & (1 << bit)));
  for (const [index, a] of subsets.entries().filter(([at]) => at % 5 === 0))
    for (const b of [subsets[(index * 7 + 3) % 31], subsets[30], a]) {
      if (!b) throw new Error('a subset');
      const [from, to] = [sumOfCells(a), sumOfCells(b)];
      const total = (value: (cell: CellReference) => number, of: readonly CellReference[]): number =>
        of.reduce((sum, cell) => sum + value(cell), 0);
      expectTight(cells, to, value => total(value, b));
      expectTight(cells, differenceOf(from, to), value => total(value, b) - total(value, a));
      expectTight(cells, meanOf([from, to, from]), value => (2 * total(value, a) + total(value, b)) / 3);
      if (isFailure(shareOf(to, from))) {
        expect(ends(from)[0]).toBe(0);
        continue;
      }
      expectTight(cells, shareOf(to, from), value => (100 * total(value, b)) / total(value, a));
      expectTight(cells, ratioOf(from, to), value => total(value, b) / total(value, a));
      expectTight(cells, growthOf(from, to), value => (100 * (total(value, b) - total(value, a))) / total(value, a));
    }
});

test('the share of a part of the whole stays within 0 and 100', () => {
  const [part, rest] = [cellOf('<5', 'deel'), cellOf('<5', 'rest')];
  expect(ends(shareOf(cellQuantity(part), sumOfCells([part, rest])))).toEqual([20, 80]);
  expect(ends(shareOf(cellQuantity(part), cellQuantity(part)))).toEqual([100, 100]);
});

test('what is subtracted again leaves no uncertainty', () => {
  const [a, b] = [cellQuantity(cellOf('<5', 'a')), cellQuantity(cellOf('12', 'b'))];
  expect(ends(differenceOf(a, sumOf([a, b])))).toEqual([12, 12]);
  expect(ends(ratioOf(a, a))).toEqual([1, 1]);
});

test('a cell named twice counts twice', () => {
  const cell = cellQuantity(cellOf('<5'));
  const twice = sumOf([cell, cell]);
  expect(ends(twice)).toEqual([2, 8]);
  expect(twice.cells).toHaveLength(1);
});

test('two shares differ by percentage points, and so do two typed percentages', () => {
  const share = (part: string, whole: string, year: string): Calculation =>
    shareOf(quantityOf(part, 'deel', year), quantityOf(whole, 'geheel', year));
  const points = pointsOf(share('20', '100', '2022'), share('35', '125', '2023'));
  expect(ends(points)).toEqual([8, 8]);
  expect(points).toMatchObject({ measure: 'points', decimals: 0 });
  expect(ends(pointsOf(quantityOf('22%', 'a'), quantityOf('30.5%', 'b')))).toEqual([7.95, 9.05]);
  expect(differenceOf(quantityOf('22%', 'a'), quantityOf('30%', 'b'))).toMatchObject({ measure: 'points' });
});

test('shares of one whole are added as one share', () => {
  const [a, b, c] = cellsOf('<5', '<5', '<5');
  if (!a || !b || !c) throw new Error('three cells');
  const whole = sumOfCells([a, b, c]);
  const [first, second, third] = [a, b, c].map(cell => shareOf(cellQuantity(cell), whole));
  if (!first || !second || !third) throw new Error('three shares');
  expect(ends(sumOf([first, second, third]))).toEqual([100, 100]);
  expectTight([a, b, c], sumOf([first, second]), of => (100 * (of(a) + of(b))) / (of(a) + of(b) + of(c)));
  expectTight([a, b, c], pointsOf(first, second), of => (100 * (of(b) - of(a))) / (of(a) + of(b) + of(c)));
  expectTight([a, b, c], ratioOf(first, second), of => of(b) / of(a));
  expect(ends(pointsOf(first, shareOf(cellQuantity(a), whole)))).toEqual([0, 0]);
});

test('shares of different wholes that have cells in common are not independent', () => {
  const [x, y, z] = cellsOf('<5', '<5', '<5');
  if (!x || !y || !z) throw new Error('three cells');
  const share = (part: CellReference, rest: CellReference): Calculation =>
    shareOf(cellQuantity(part), sumOfCells([part, rest]));
  const of = (value: (cell: CellReference) => number, part: CellReference, rest: CellReference): number =>
    (100 * value(part)) / (value(part) + value(rest));
  const [first, second, third] = [share(x, y), share(x, z), share(z, y)];
  expectTight([x, y, z], pointsOf(second, first), value => of(value, x, y) - of(value, x, z));
  expect(ends(pointsOf(second, first))[1]).toBeCloseTo(100 / 3, 9);
  expectTight([x, y, z], sumOf([first, second]), value => of(value, x, y) + of(value, x, z));
  expectTight(
    [x, y, z],
    meanOf([first, second, third]),
    value => (of(value, x, y) + of(value, x, z) + of(value, z, y)) / 3,
  );
  expectTight([x, y, z], growthOf(first, third), value => 100 * (of(value, z, y) / of(value, x, y) - 1));
  expectTight(
    [x, y, z],
    shareOf(first, sumOf([first, third])),
    value => (100 * of(value, x, y)) / (of(value, x, y) + of(value, z, y)),
  );
  expectTight([x, y, z], growthOf(growthOf(x && cellQuantity(x), sumOfCells([x, x, y])), share(z, x)), value => {
    const growth = (100 * (value(x) + value(y))) / value(x);
    return 100 * (of(value, z, x) / growth - 1);
  });
});

test('a share of a number that the text gives shares nothing', () => {
  const cell = quantityOf('<5');
  const [four, eight] = [plainQuantity(rational(4)), plainQuantity(rational(8))];
  expect(ends(pointsOf(shareOf(cell, eight), shareOf(cell, four)))).toEqual([12.5, 50]);
  expect(ends(differenceOf(cell, sumOf([four, cell])))).toEqual([4, 4]);
});

test('a growth keeps its sign', () => {
  expect(ends(growthOf(quantityOf('100', 'a'), quantityOf('153', 'b')))).toEqual([53, 53]);
  expect(ends(growthOf(quantityOf('100', 'a'), quantityOf('84', 'b')))).toEqual([-16, -16]);
});

test('a number of the text goes with cells', () => {
  const rows = plainQuantity(rational(4));
  expect(ends(shareOf(quantityOf('<5'), rows))).toEqual([25, 100]);
  expect(ends(sumOf([rows, quantityOf('<5')]))).toEqual([5, 8]);
});

test('what a result measures, counts and is printed with', () => {
  const a = cellQuantity({ ...cellOf('5', 'a'), unit: 'slachtoffers' });
  const b = cellQuantity({ ...cellOf('9', 'b'), unit: 'slachtoffers' });
  const c = cellQuantity({ ...cellOf('9', 'c'), unit: 'verdachten' });
  expect(sumOf([a, b])).toMatchObject({ measure: 'count', decimals: 0, unit: 'slachtoffers' });
  expect(sumOf([a, c])).not.toHaveProperty('unit');
  expect(shareOf(a, b)).toMatchObject({ measure: 'percentage', decimals: 0 });
  expect(shareOf(a, b)).not.toHaveProperty('unit');
  expect(ratioOf(a, b)).toMatchObject({ measure: 'ratio', decimals: 1 });
  expect(meanOf([a, b])).toMatchObject({ measure: 'mean', decimals: 0, unit: 'slachtoffers' });
  expect(meanOf([quantityOf('28.3m', 'a'), quantityOf('27m', 'b')])).toMatchObject({ measure: 'mean', decimals: 1 });
  expect(sumOf([a, b]).cells.map(cell => cell.row)).toEqual(['a', 'b']);
  expect(sumOf([a])).toBe(a);
});

test('a missing cell is a failure that names it and survives all later arithmetic', () => {
  const missing = cellQuantity(cellOf('.', 'Onbekend', '2020'));
  const known = quantityOf('5', 'a');
  const reason = 'The value of "Onbekend", 2020 (table vormen) is missing: lost in print.';
  for (const worked of [missing, sumOf([known, missing]), growthOf(known, shareOf(missing, known)), meanOf([missing])])
    expect(reasonOf(worked)).toBe(reason);
  expect(missing.cells).toHaveLength(1);
});

test('dividing by what may be zero fails and names the cells', () => {
  const whole = sumOfCells([cellOf('0', 'a'), cellOf('0', 'b')]);
  expect(reasonOf(shareOf(quantityOf('5'), whole))).toBe(
    'There is no dividing by zero: "a", 2023 (table vormen) + "b", 2023 (table vormen).',
  );
  for (const worked of [growthOf, ratioOf])
    expect(reasonOf(worked(quantityOf('~0', 'a'), quantityOf('5', 'b')))).toMatch(/may be zero or less: "a", 2023/);
  const five = sumOfCells(cellsOf('0', '0', '0', '0', '0'));
  expect(reasonOf(ratioOf(five, five))).toMatch(/"Rij 3", 2023 \(table vormen\) \+ 2 more\.$/);
});

test('unlike measures, sums of means and empty lists fail', () => {
  expect(reasonOf(differenceOf(quantityOf('5', 'a'), quantityOf('34%', 'b')))).toBe(
    'A count and a percentage cannot go together: "a", 2023 (table vormen) and "b", 2023 (table vormen).',
  );
  expect(reasonOf(sumOf([quantityOf('28.3m', 'a'), quantityOf('27m', 'b')]))).toMatch(/^A mean cannot be added up/);
  expect(reasonOf(pointsOf(quantityOf('5', 'a'), quantityOf('9', 'b')))).toMatch(
    /two percentages, and this is a count/,
  );
  expect(reasonOf(sumOf([]))).toMatch(/nothing to add up/);
  expect(reasonOf(meanOf([]))).toMatch(/nothing to take the mean of/);
});
