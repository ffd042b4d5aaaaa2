// Rows' shares of their column: all that they may be, and as print where every possible value prints the same.

import type { Row } from '../edition/edition.ts';
import { formatPercentage } from '../locale/number.ts';
import { addIntervals, exactly, type Interval, intervalOf } from '../statistics/interval.ts';
import {
  add,
  compare,
  divide,
  greater,
  isZero,
  lesser,
  multiply,
  type Rational,
  rational,
  zero,
} from '../statistics/rational.ts';
import { boundedSum, type TotalBound } from './total.ts';

/** Shares by row label, such as `22%`, of the rows together in one column; uncertain ones are left out. */
export function certainShares(
  rows: readonly Row[],
  column: number,
  bound: TotalBound = {},
): ReadonlyMap<string, string> {
  const shares = new Map<string, string>();
  for (const [row, { low, high }] of possibleShares(rows, column, bound)) {
    const [least, most] = [low, high].map(value => formatPercentage(value, 0, 'sign'));
    if (least !== undefined && least === most) shares.set(row, least);
  }
  return shares;
}

/**
 * The shares of the column that each row may be, in per cent by row label; a missing cell has none, and no cell has one
 * in a column that may be zero. The bound narrows the sum, never a cell: what is suppressed stays suppressed.
 */
export function possibleShares(
  rows: readonly Row[],
  column: number,
  bound: TotalBound = {},
): ReadonlyMap<string, Interval> {
  const parts = rows.flatMap(({ label, observations }) => {
    const value = observations[column]?.value;
    const interval = value && intervalOf(value);
    return interval ? [{ label, interval }] : [];
  });
  const shares = new Map<string, Interval>();
  for (const part of parts) {
    const others = parts.filter(other => other !== part).map(other => other.interval);
    const share = shareOf(part.interval, others.reduce(addIntervals, exactly(zero)), bound);
    if (share) shares.set(part.label, share);
  }
  return shares;
}

/** A part is itself in the sum: where it is low the sum is as far down as the others allow, and so with high. */
function shareOf(part: Interval, others: Interval, bound: TotalBound): Interval | undefined {
  const total = boundedSum([part, others], bound);
  if (compare(total.low, zero) <= 0) return undefined;
  if (isZero(others.high)) return exactly(hundred);
  const within = (sum: Rational): Rational => lesser(total.high, greater(total.low, sum));
  const low = percent(part.low, within(add(part.low, others.high)));
  const high = percent(part.high, within(add(part.high, others.low)));
  return { low, high: lesser(hundred, high) };
}

const hundred = rational(100);

function percent(part: Rational, whole: Rational): Rational {
  return multiply(divide(part, whole), hundred);
}
