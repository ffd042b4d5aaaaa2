// One side of a comparison: the cells that are added up, and all that their sum may be.

import type { Sum } from '../edition/edition.ts';
import type { CellReference } from '../statistics/cell.ts';
import { exactly, type Interval } from '../statistics/interval.ts';
import { compare, fromNumber } from '../statistics/rational.ts';
import { sumInterval } from '../statistics/sum.ts';

/** Cells and their sum; a fixed number has no cells. */
export interface Side {
  readonly cells: readonly CellReference[];
  /** All values the sum may have, missing cells left out. */
  readonly total: Interval;
  /** Whether no cell is missing; a side with missing cells is at least what is there. */
  readonly isWhole: boolean;
}

/** The side that these cells make. */
export function sideOf(cells: readonly CellReference[]): Side {
  const { known, missing } = sumInterval(cells.map(({ observation }) => observation));
  return { cells, total: known, isWhole: missing.length === 0 };
}

/** The side of a fixed number. */
export function fixedSide(value: number): Side {
  return { cells: [], total: exactly(fromNumber(value)), isWhole: true };
}

/** Whether some value of the parts and some value of the whole are in the declared relation. */
export function canHold(holds: Sum['holds'], parts: Side, whole: Side): boolean {
  const reaches = !parts.isWhole || compare(parts.total.high, whole.total.low) >= 0;
  const staysWithin = !whole.isWhole || compare(parts.total.low, whole.total.high) <= 0;
  if (holds === 'equals') return reaches && staysWithin;
  return holds === 'exceeds' ? reaches : staysWithin;
}

/** Whether every value of the parts is above every value of the whole. */
export function isMore(parts: Side, whole: Side): boolean {
  return !canHold('within', parts, whole);
}

/** Whether every value of the parts is below every value of the whole. */
export function isLess(parts: Side, whole: Side): boolean {
  return !canHold('exceeds', parts, whole);
}
