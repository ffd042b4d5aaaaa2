// Which of two uncertain quantities is the higher, when that is certain.

import { formulaBounds } from './bounds.ts';
import { addFormulas } from './formula.ts';
import { type Interval, isExact, subtractIntervals } from './interval.ts';
import { formulaOf, type Quantity } from './quantity.ts';
import { compare, negate, one } from './rational.ts';

/** Which way a quantity went. */
export type Direction = 'up' | 'down' | 'same';

/**
 * The direction from one quantity to another, when it is the same for all their possible values; undefined when it is
 * not, or when they cannot be compared. Rounding keeps order, so of two percentages typed with equal decimals the one
 * typed higher is higher, although their intervals touch.
 */
export function directionOf(from: Quantity, to: Quantity): Direction | undefined {
  if (from.measure !== to.measure) return undefined;
  const { low, high } = gapOf(from, to);
  if (low.n > 0n) return 'up';
  if (high.n < 0n) return 'down';
  if (low.n === 0n && high.n === 0n) return 'same';
  return directionAsTyped(from, to);
}

/** Whether the first quantity may be higher than the second; false when they cannot be compared. */
export function mayExceed(own: Quantity, other: Quantity): boolean {
  const direction = directionOf(other, own);
  if (direction !== undefined || own.measure !== other.measure) return direction === 'up';
  return gapOf(other, own).high.n > 0n;
}

/** All values of to − from; where they lie apart, what they share does not matter. */
function gapOf(from: Quantity, to: Quantity): Interval {
  const apart = subtractIntervals(to.interval, from.interval);
  if (apart.low.n > 0n || apart.high.n < 0n || isExact(apart)) return apart;
  return formulaBounds(addFormulas(formulaOf(to), formulaOf(from), negate(one)));
}

function directionAsTyped(from: Quantity, to: Quantity): Direction | undefined {
  if (!from.typed || !to.typed || from.measure === 'count' || from.decimals !== to.decimals) return undefined;
  const order = compare(to.typed, from.typed);
  if (order === 0) return undefined;
  return order > 0 ? 'up' : 'down';
}
