// Intervals hold exactly the values that uncertain numbers may have.

import { expect, test } from 'vitest';
import {
  absoluteInterval,
  addIntervals,
  contains,
  divideIntervals,
  exactly,
  hull,
  type Interval,
  intervalOf,
  isExact,
  midpoint,
  overlapOf,
  overlaps,
  scaleInterval,
  subtractIntervals,
  typedNumber,
  width,
} from '../../src/statistics/interval.ts';
import type { ObservedValue } from '../../src/statistics/observation.ts';
import { parseRational, rational, toNumber } from '../../src/statistics/rational.ts';
import { cellOf, forEachFilling } from './cells.ts';

function ends(interval: Interval | undefined): [number, number] | undefined {
  return interval && [toNumber(interval.low), toNumber(interval.high)];
}

function between(low: number, high: number): Interval {
  return { low: rational(low), high: rational(high) };
}

test.each<[string, [number, number] | undefined, number | undefined]>([
  ['868', [868, 868], 868],
  ['0', [0, 0], 0],
  ['<5', [1, 4], undefined],
  ['<10', [1, 9], undefined],
  ['170-180', [170, 180], undefined],
  ['~180', [175, 184], 180],
  ['~0', [0, 4], 0],
  ['34%', [33.5, 34.5], 34],
  ['0%', [0, 0.5], 0],
  ['28.3m', [28.25, 28.35], 28.3],
  ['.', undefined, undefined],
])('%s', (typed, expected, number) => {
  const { value } = cellOf(typed).observation;
  expect(ends(intervalOf(value))).toEqual(expected);
  const printed = typedNumber(value);
  expect(printed && toNumber(printed)).toBe(number);
});

test('a rounded count covers the whole numbers that round to it, and no two multiples share one', () => {
  for (const to of [2, 3, 5, 10, 100])
    for (const value of [0, to, 7 * to]) {
      const interval = intervalOf({ kind: 'rounded', value, to });
      const rounded = Array.from({ length: 9 * to }, (_, x) => x).filter(x => Math.floor(x / to + 0.5) * to === value);
      expect(ends(interval)).toEqual([rounded[0], rounded.at(-1)]);
    }
});

test('arithmetic holds every result of the box and attains both ends', () => {
  const boxes = [between(-2, 3), between(0, 2), between(1, 4), between(-3, -1), between(5, 5)];
  const operations = [
    { work: addIntervals, plain: (x: number, y: number) => x + y },
    { work: subtractIntervals, plain: (x: number, y: number) => x - y },
    { work: divideIntervals, plain: (x: number, y: number) => x / y },
    {
      work: (a: Interval, b: Interval) => scaleInterval(a, b.low),
      plain: (x: number, _: number, low: number) => x * low,
    },
    { work: absoluteInterval, plain: (x: number) => Math.abs(x) },
    { work: hull, plain: (x: number, y: number, _: number, index: number) => (index % 2 ? x : y) },
  ];
  for (const { work, plain } of operations)
    for (const a of boxes)
      for (const b of boxes) {
        const results: number[] = [];
        for (let x = Number(a.low.n); x <= Number(a.high.n); x += 1)
          for (let y = Number(b.low.n); y <= Number(b.high.n); y += 1)
            results.push(plain(x, y, Number(b.low.n), 0), plain(x, y, Number(b.low.n), 1));
        const interval = work(a, b);
        if (!interval) expect(contains(b, rational(0))).toBe(true);
        else {
          const [low, high] = ends(interval) ?? [];
          expect(low).toBeCloseTo(Math.min(...results), 12);
          expect(high).toBeCloseTo(Math.max(...results), 12);
        }
      }
});

test('dividing by an interval that holds zero gives nothing', () => {
  for (const zeroHolder of [between(0, 0), between(-1, 1), between(0, 4)])
    expect(divideIntervals(between(1, 2), zeroHolder)).toBeUndefined();
});

test('questions about intervals', () => {
  expect([isExact(exactly(rational(3))), isExact(between(3, 4))]).toEqual([true, false]);
  expect([0, 1, 4, 5].map(x => contains(between(1, 4), rational(x)))).toEqual([false, true, true, false]);
  expect([between(0, 1), between(4, 9), between(5, 9)].map(other => overlaps(between(1, 4), other))).toEqual([
    true,
    true,
    false,
  ]);
  expect(overlapOf(between(1, 4), between(3, 9))).toEqual(between(3, 4));
  expect(overlapOf(between(1, 4), between(4, 9))).toEqual(between(4, 4));
  expect(overlapOf(between(1, 4), between(5, 9))).toBeUndefined();
  expect(midpoint(between(1, 4))).toEqual(parseRational('2.5'));
  expect(width(between(1, 4))).toEqual(rational(3));
});

test('the tests fill cells with the same whole numbers', () => {
  for (const typed of ['<5', '170-180', '~180', '~0', '12']) {
    const cell = cellOf(typed);
    const seen: number[] = [];
    forEachFilling([cell], value => seen.push(value(cell)));
    expect([seen[0], seen.at(-1)]).toEqual(ends(intervalOf(cell.observation.value satisfies ObservedValue)));
  }
});
