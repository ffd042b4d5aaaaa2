// Words before a number ("ruim", "bijna", "ten minste"): whether a value lies on that side of it, and as near.

import { type Interval, isExact } from '../statistics/interval.ts';
import {
  add,
  compare,
  divide,
  equals,
  isZero,
  multiply,
  negate,
  one,
  type Rational,
  rational,
  subtract,
} from '../statistics/rational.ts';
import { type Bounds, type Coverage, coverage } from './judge-verdict.ts';
import type { Meaning } from './vocabulary-meaning.ts';

/** A number as it was written, in the unit of the values that it is held against. */
export interface Written {
  readonly value: Rational;
  /** Half of the last place that was written; zero for a number that is exact. */
  readonly half: Rational;
}

type Reach = Extract<Meaning, { kind: 'reach' }>;

/**
 * How many of the values lie where the word puts them; w is the word's `within` in per cent of the number n, without
 * it there is no limit.
 * - `from` and `above`: at or above n, and at most w beyond it; `above` not at n itself.
 * - `under`: below n, and at most w short of it.
 * - `about`: rounding to n as coarsely as n was written (900 to hundreds, 850 to fifties, 45% to fives, 82% to ones), and
 *   no further than w from n; values that round to n with its decimals are always about it.
 * - `least`: no value is below n as printed, that is rounded half up to the decimals of n, and the lowest is at most w
 *   above it. So "ten minste 68%" is true of 67,9%, which prints as 68%.
 * - `most`: no value is above n as printed, and the highest is at most w below it.
 * - `exact`: the value is certain, and n.
 */
export function reachCoverage(interval: Interval, written: Written, { side, within }: Reach): Coverage {
  const { value } = written;
  switch (side) {
    case 'from':
      return coverage(interval, { low: value, ...upTo(value, within) });
    case 'above':
      return coverage(interval, { low: value, isLowOpen: true, ...upTo(value, within) });
    case 'under':
      return coverage(interval, { ...downTo(value, within), high: value, isHighOpen: true });
    case 'about':
      return aboutCoverage(interval, written, within);
    case 'least':
      return leastCoverage(interval, written, within);
    case 'most':
      return leastCoverage(mirrored(interval), { ...written, value: negate(value) }, within);
    case 'exact':
      return isExact(interval) && equals(interval.low, value) ? 'all' : coverage(interval, { low: value, high: value });
  }
}

function reachOf(value: Rational, within: Rational): Rational {
  const size = value.n < 0n ? negate(value) : value;
  return multiply(size, divide(within, rational(100)));
}

function upTo(value: Rational, within: Rational | undefined): Bounds {
  return within ? { high: add(value, reachOf(value, within)) } : {};
}

function downTo(value: Rational, within: Rational | undefined): Bounds {
  return within ? { low: subtract(value, reachOf(value, within)) } : {};
}

function aboutCoverage(interval: Interval, { value, half }: Written, within: Rational | undefined): Coverage {
  const near = within ? coverage(interval, aboutBounds({ value, half }, reachOf(value, within))) : 'none';
  const rounded = coverage(interval, roundingTo({ value, half }));
  return near === 'all' || rounded === 'all' ? 'all' : near === 'some' || rounded === 'some' ? 'some' : 'none';
}

function aboutBounds({ value, half }: Written, reach: Rational): Bounds {
  const bounds = { low: subtract(value, reach), high: add(value, reach) };
  if (isZero(half)) return bounds;
  const coarse = multiply(half, rational(coarseness({ value, half })));
  return compare(coarse, reach) < 0 ? roundingTo({ value, half: coarse }) : bounds;
}

/** By how many units of its last place a number counts: the largest of 1, 5, 10, 50, … that it is a multiple of. */
function coarseness({ value, half }: Written): bigint {
  const { n: units } = divide(value, add(half, half));
  if (units === 0n) return 1n;
  let tens = 1n;
  while (units % (tens * 10n) === 0n) tens *= 10n;
  return units % (tens * 5n) === 0n ? tens * 5n : tens;
}

function leastCoverage({ low, high }: Interval, written: Written, within: Rational | undefined): Coverage {
  const truth = coverage({ low, high }, { low: roundingTo(written).low ?? written.value });
  if (truth !== 'all') return truth;
  const nearest = within && add(written.value, reachOf(written.value, within));
  return !nearest || compare(low, add(nearest, written.half)) <= 0 ? 'all' : 'none';
}

function mirrored({ low, high }: Interval): Interval {
  return { low: negate(high), high: negate(low) };
}

/** The values that round half up, away from zero, to the written number; a number that is exact is only itself. */
export function roundingTo({ value, half }: Written): Bounds {
  if (half.n === 0n) return { low: value, high: value };
  const bounds = { low: subtract(value, half), high: add(value, half) };
  if (value.n === 0n) return { ...bounds, isLowOpen: true, isHighOpen: true };
  return value.n > 0n ? { ...bounds, isHighOpen: true } : { ...bounds, isLowOpen: true };
}

/** Half a unit of the last decimal that was written; below zero decimals stand for tens and hundreds. */
export function halfUnit(decimals: number): Rational {
  const unit = decimals < 0 ? rational(10n ** BigInt(-decimals)) : rational(1n, 10n ** BigInt(decimals));
  return divide(unit, add(one, one));
}
