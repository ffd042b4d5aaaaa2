// Closed intervals: all the values that an uncertain number may have.

import type { ObservedValue } from './observation.ts';
import {
  add,
  compare,
  divide,
  equals,
  fromDecimal,
  greater,
  lesser,
  multiply,
  negate,
  type Rational,
  rational,
  subtract,
} from './rational.ts';

/** All values from `low` to `high`, both included; `low` is not above `high`. */
export interface Interval {
  readonly low: Rational;
  readonly high: Rational;
}

/** The interval of one value. */
export function exactly(value: Rational): Interval {
  return { low: value, high: value };
}

/**
 * The values an observation may stand for; undefined when it is missing.
 *
 * A rounded count is a whole number x with v − to/2 ≤ x < v + to/2 (halves were rounded up), never below zero: 180 to
 * tens is 175 to 184. A percentage or mean reaches half a unit of its last decimal either way; both ends count as
 * possible, because the source does not say how it rounded halves.
 */
export function intervalOf(value: ObservedValue): Interval | undefined {
  switch (value.kind) {
    case 'count':
      return exactly(rational(value.value));
    case 'suppressed':
      return { low: rational(1), high: rational(value.below - 1) };
    case 'range':
      return { low: rational(value.low), high: rational(value.high) };
    case 'rounded':
      return { low: rational(Math.max(0, value.value - Math.floor(value.to / 2))), high: highestRounded(value) };
    case 'percentage':
    case 'mean':
      return aroundDecimal(value.value, value.decimals);
    case 'missing':
      return undefined;
  }
}

function highestRounded(value: { value: number; to: number }): Rational {
  return rational(value.value + Math.ceil(value.to / 2) - 1);
}

function aroundDecimal(value: number, decimals: number): Interval {
  const middle = fromDecimal(value, decimals);
  const half = rational(1n, 2n * 10n ** BigInt(decimals));
  return { low: greater(rational(0), subtract(middle, half)), high: add(middle, half) };
}

/** The number as typed, when the observation is printed as one number; undefined for `<5`, a range or a missing value. */
export function typedNumber(value: ObservedValue): Rational | undefined {
  switch (value.kind) {
    case 'count':
    case 'rounded':
      return rational(value.value);
    case 'percentage':
    case 'mean':
      return fromDecimal(value.value, value.decimals);
    case 'suppressed':
    case 'range':
    case 'missing':
      return undefined;
  }
}

/** All sums of a value of `a` and a value of `b`, which vary independently. */
export function addIntervals(a: Interval, b: Interval): Interval {
  return { low: add(a.low, b.low), high: add(a.high, b.high) };
}

/** All differences a − b of values that vary independently. */
export function subtractIntervals(a: Interval, b: Interval): Interval {
  return { low: subtract(a.low, b.high), high: subtract(a.high, b.low) };
}

/** All values of the interval times one factor, which may be negative. */
export function scaleInterval(a: Interval, factor: Rational): Interval {
  const ends = [multiply(a.low, factor), multiply(a.high, factor)] as const;
  return { low: lesser(...ends), high: greater(...ends) };
}

/** All quotients a ÷ b of values that vary independently; undefined when `b` contains zero. */
export function divideIntervals(a: Interval, b: Interval): Interval | undefined {
  if (contains(b, rational(0))) return undefined;
  const [first, ...others] = [a.low, a.high].flatMap(top => [divide(top, b.low), divide(top, b.high)]);
  return first && others.map(exactly).reduce(hull, exactly(first));
}

/** All values without their signs. */
export function absoluteInterval(a: Interval): Interval {
  if (a.low.n >= 0n) return a;
  if (a.high.n <= 0n) return { low: negate(a.high), high: negate(a.low) };
  return { low: rational(0), high: greater(negate(a.low), a.high) };
}

/** Whether only one value is possible. */
export function isExact(a: Interval): boolean {
  return equals(a.low, a.high);
}

/** Whether the value is possible. */
export function contains(a: Interval, value: Rational): boolean {
  return compare(a.low, value) <= 0 && compare(value, a.high) <= 0;
}

/** Whether some value is possible in both. */
export function overlaps(a: Interval, b: Interval): boolean {
  return compare(a.low, b.high) <= 0 && compare(b.low, a.high) <= 0;
}

/** The values that are possible in both; undefined when there are none. */
export function overlapOf(a: Interval, b: Interval): Interval | undefined {
  return overlaps(a, b) ? { low: greater(a.low, b.low), high: lesser(a.high, b.high) } : undefined;
}

/** The smallest interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  return { low: lesser(a.low, b.low), high: greater(a.high, b.high) };
}

/** The value halfway. */
export function midpoint(a: Interval): Rational {
  return divide(add(a.low, a.high), rational(2));
}

/** The distance from the lowest value to the highest. */
export function width(a: Interval): Rational {
  return subtract(a.high, a.low);
}
