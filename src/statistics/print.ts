// What of an uncertain quantity may be printed: one number, its two ends, or about a number.

import { isExact, midpoint, width } from './interval.ts';
import type { Quantity } from './quantity.ts';
import {
  absolute,
  compare,
  equals,
  isZero,
  multiply,
  type Rational,
  rational,
  roundDown,
  roundHalfUp,
  roundUp,
} from './rational.ts';

/** The one number that stands for all possible values, or the ends between which they lie. */
export type Printable =
  | { readonly kind: 'one'; readonly value: Rational }
  /** `low` is rounded down and `high` up, so that "at least" and "at most" stay true. */
  | { readonly kind: 'between'; readonly low: Rational; readonly high: Rational };

/**
 * How a quantity may be printed with so many decimals: as one number when every possible value rounds to the same, or
 * when the number was typed with these decimals in a single cell.
 */
export function printable(quantity: Quantity, decimals: number = quantity.decimals): Printable {
  const { interval, typed } = quantity;
  if (typed && decimals === quantity.decimals) return { kind: 'one', value: typed };
  const [low, high] = [roundHalfUp(interval.low, decimals), roundHalfUp(interval.high, decimals)];
  if (equals(low, high)) return { kind: 'one', value: low };
  return { kind: 'between', low: roundDown(interval.low, decimals), high: roundUp(interval.high, decimals) };
}

/** The lowest possible value, rounded down, for "at least". */
export function leastOf(quantity: Quantity, decimals: number = quantity.decimals): Rational {
  return roundDown(quantity.interval.low, decimals);
}

/** The highest possible value, rounded up, for "at most". */
export function mostOf(quantity: Quantity, decimals: number = quantity.decimals): Rational {
  return roundUp(quantity.interval.high, decimals);
}

/**
 * The number for "about": the middle of the possible values, rounded to the largest power of ten that is not wider than
 * they lie apart (170 to 180 gives 180). Undefined when they lie further apart than a tenth of the middle, for then "about"
 * hides too much; other measures than counts may also lie two units of the last decimal apart (7% to 9% gives 8%).
 */
export function approximationOf(quantity: Quantity, decimals: number = quantity.decimals): Rational | undefined {
  const { interval, typed } = quantity;
  if (typed && decimals === quantity.decimals) return typed;
  const [middle, spread] = [midpoint(interval), width(interval)];
  if (!isExact(interval) && !isNarrow(quantity, decimals)) return undefined;
  return roundHalfUp(middle, coarseness(spread, decimals));
}

function isNarrow({ interval, measure }: Quantity, decimals: number): boolean {
  const spread = width(interval);
  const twoUnits = multiply(rational(2), unitOf(decimals));
  if (measure !== 'count' && compare(spread, twoUnits) <= 0) return true;
  return compare(multiply(spread, rational(10)), absolute(midpoint(interval))) <= 0;
}

/** The decimals (negative for tens and hundreds) whose unit is the largest not above the spread. */
function coarseness(spread: Rational, decimals: number): number {
  if (isZero(spread)) return decimals;
  let coarse = decimals;
  while (compare(unitOf(coarse - 1), spread) <= 0) coarse -= 1;
  return coarse;
}

function unitOf(decimals: number): Rational {
  return decimals < 0 ? rational(10n ** BigInt(-decimals)) : rational(1n, 10n ** BigInt(decimals));
}
