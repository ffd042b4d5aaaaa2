// Which of two uncertain quantities is the higher, when that is certain.

import { differenceOf } from './arithmetic.ts';
import { isFailure, type Quantity } from './quantity.ts';
import { compare } from './rational.ts';

/** Which way a quantity went. */
export type Direction = 'up' | 'down' | 'same';

/**
 * The direction from one quantity to another, when it is the same for all their possible values; undefined when it is
 * not, or when they cannot be compared. Rounding keeps order, so of two percentages typed with equal decimals the one
 * typed higher is higher, although their intervals touch.
 */
export function directionOf(from: Quantity, to: Quantity): Direction | undefined {
  const difference = differenceOf(from, to);
  if (isFailure(difference)) return undefined;
  const { low, high } = difference.interval;
  if (low.n > 0n) return 'up';
  if (high.n < 0n) return 'down';
  if (low.n === 0n && high.n === 0n) return 'same';
  return directionAsTyped(from, to);
}

function directionAsTyped(from: Quantity, to: Quantity): Direction | undefined {
  if (!from.typed || !to.typed || from.measure === 'count' || from.decimals !== to.decimals) return undefined;
  const order = compare(to.typed, from.typed);
  if (order === 0) return undefined;
  return order > 0 ? 'up' : 'down';
}
