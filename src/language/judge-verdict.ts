// What a judgement comes to, and whether all possible values of a number lie within bounds.

import type { Interval } from '../statistics/interval.ts';
import { compare, type Rational } from '../statistics/rational.ts';
import type { Band } from './vocabulary-meaning.ts';

/**
 * Whether words are true of a number: for every value it may have, for none, for some only, or there is nothing to tell
 * by. `found` says what there is, in English, to stand behind "the text says …, and".
 */
export type Verdict =
  | { readonly kind: 'holds' }
  | { readonly kind: 'fails' | 'uncertain' | 'unanswerable'; readonly found: string };

/** The verdict of what is true. */
export const holds: Verdict = { kind: 'holds' };

/** The verdict of what cannot be told, and why. */
export function unanswerable(found: string): Verdict {
  return { kind: 'unanswerable', found };
}

/** Bounds of which each end counts, unless it is open. */
export interface Bounds {
  readonly low?: Rational;
  readonly isLowOpen?: boolean;
  readonly high?: Rational;
  readonly isHighOpen?: boolean;
}

/** The bounds of a band. */
export function boundsOf({ from, below }: Band): Bounds {
  return { ...(from && { low: from }), ...(below && { high: below, isHighOpen: true }) };
}

/** How many of the values of an interval lie within bounds. */
export type Coverage = 'all' | 'some' | 'none';

/** Whether all, some or none of an interval lies within bounds. */
export function coverage(interval: Interval, bounds: Bounds): Coverage {
  const ends = [interval.low, interval.high];
  if (ends.every(end => isAbove(end, bounds) && isBelow(end, bounds))) return 'all';
  if (!isAbove(interval.high, bounds) || !isBelow(interval.low, bounds)) return 'none';
  return 'some';
}

function isAbove(value: Rational, { low, isLowOpen = false }: Bounds): boolean {
  if (!low) return true;
  const order = compare(value, low);
  return order > 0 || (order === 0 && !isLowOpen);
}

function isBelow(value: Rational, { high, isHighOpen = false }: Bounds): boolean {
  if (!high) return true;
  const order = compare(value, high);
  return order < 0 || (order === 0 && !isHighOpen);
}

/** The verdict of a coverage; `found` tells what there is when not all values are within. */
export function verdictOf(covered: Coverage, found: () => string): Verdict {
  if (covered === 'all') return holds;
  return { kind: covered === 'none' ? 'fails' : 'uncertain', found: found() };
}

const severity: Readonly<Record<Verdict['kind'], number>> = { holds: 0, uncertain: 1, unanswerable: 2, fails: 3 };

/** The verdict on several things that must all be true: that of the worst of them. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce((worst, one) => (severity[one.kind] > severity[worst.kind] ? one : worst), holds);
}
