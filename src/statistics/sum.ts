// The sum of observations, for checks on what adds up to what.

import { addIntervals, exactly, type Interval, intervalOf } from './interval.ts';
import type { Observation } from './observation.ts';
import { zero } from './rational.ts';

/** What a sum is known to be, and which of its observations are missing from it. */
export interface KnownSum {
  /** All values the sum may have; undefined as soon as an observation is missing. */
  readonly interval: Interval | undefined;
  /** The sum of the observations that are not missing; a sum of counts is at least `known.low`. */
  readonly known: Interval;
  readonly missing: readonly Observation[];
}

/** The sum of observations that vary independently; zero for none. */
export function sumInterval(observations: readonly Observation[]): KnownSum {
  const missing = observations.filter(({ value }) => value.kind === 'missing');
  const known = observations
    .map(({ value }) => intervalOf(value))
    .filter(interval => interval !== undefined)
    .reduce(addIntervals, exactly(zero));
  return { interval: missing.length === 0 ? known : undefined, known, missing };
}
