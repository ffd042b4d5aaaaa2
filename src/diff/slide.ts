// A run of units that came, or went, between equal ones may lie in several places: it is put where a section begins.

import type { Unit } from './units.ts';

/** What the places of a run are judged by. */
export interface Sliding {
  readonly units: readonly Unit[];
  /** Units with one key are equal. */
  readonly keys: readonly string[];
  /** The run: the first of its units, and how many there are. */
  readonly from: number;
  readonly count: number;
  /** How many equal units stand right before it. */
  readonly before: number;
}

/** By how many units the run is to be moved up: so that it begins with the highest heading, and no further than needed. */
export function slideUp({ units, keys, from, count, before }: Sliding): number {
  let best = 0;
  for (let by = 1; by <= before && keys[from - by] === keys[from + count - by]; by++)
    if (rank(units[from - by]) < rank(units[from - best])) best = by;
  return best;
}

function rank(unit: Unit | undefined): number {
  return unit?.kind === 'heading' ? (unit.level ?? 1) : Number.POSITIVE_INFINITY;
}
