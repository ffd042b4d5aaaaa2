// By how much a cell differs: exact arithmetic on what the two cells may stand for, in Dutch words.

import { formatNumber } from '../locale/number.ts';
import {
  divideIntervals,
  exactly,
  type Interval,
  intervalOf,
  isExact,
  subtractIntervals,
  typedNumber,
} from '../statistics/interval.ts';
import type { ObservedValue } from '../statistics/observation.ts';
import { multiply, one, type Rational, rational, subtract } from '../statistics/rational.ts';
import type { CellDifference } from './comparison.ts';

/** New minus old; undefined without two values that are counted, or measured, alike. */
export function differenceOf(before: ObservedValue, after: ObservedValue): CellDifference | undefined {
  if (measureOf(before) !== measureOf(after)) return undefined;
  const [old, now] = [asPrinted(before), asPrinted(after)];
  if (!old || !now) return undefined;
  const decimals = Math.max(decimalsOf(before), decimalsOf(after));
  const isPercentage = before.kind === 'percentage';
  const unit = isPercentage ? ' procentpunt' : '';
  const units = `${spanWords(subtractIntervals(now, old), decimals)}${unit}`;
  const growth = isPercentage ? undefined : divideIntervals(now, old);
  return { units, ...(growth ? { percent: spanWords(inPercent(growth), 1, '%') } : {}) };
}

/** The number as it is printed, for a difference in print is that of printed numbers; else all that it may be. */
function asPrinted(value: ObservedValue): Interval | undefined {
  const typed = typedNumber(value);
  return typed ? exactly(typed) : intervalOf(value);
}

function measureOf({ kind }: ObservedValue): 'count' | 'percentage' | 'mean' | 'none' {
  if (kind === 'missing') return 'none';
  return kind === 'percentage' || kind === 'mean' ? kind : 'count';
}

function decimalsOf(value: ObservedValue): number {
  return 'decimals' in value ? value.decimals : 0;
}

function inPercent({ low, high }: Interval): Interval {
  const percent = (ratio: Rational): Rational => multiply(subtract(ratio, one), rational(100));
  return { low: percent(low), high: percent(high) };
}

/** `+3`, `−2 tot +5`, `+1,5% tot +2,0%`. */
function spanWords(interval: Interval, decimals: number, sign = ''): string {
  const write = (value: Rational): string => `${formatNumber(value, decimals, { sign: true })}${sign}`;
  return isExact(interval) ? write(interval.low) : `${write(interval.low)} tot ${write(interval.high)}`;
}
