// What a cell said before it was revised, as the earlier editions printed it.

import { isMistake, readCell } from '../edition/cell.ts';
import type { CellReference } from '../statistics/cell.ts';
import type { Observation, ObservedValue } from '../statistics/observation.ts';

/** The value before the revision, read as the cell itself is; undefined when none is given or it cannot be read. */
export function formerValue({ status, previous, value }: Observation): ObservedValue | undefined {
  if (status !== 'revised' || previous === undefined) return undefined;
  const measure = value.kind === 'percentage' || value.kind === 'mean' ? value.kind : 'count';
  const read = readCell(previous, { measure, rounding: value.kind === 'rounded' ? value.to : 1 });
  return isMistake(read) ? undefined : read;
}

/** The cell as an earlier edition knew it: a revised one with its former value. */
export function formerCell(cell: CellReference): CellReference {
  const value = formerValue(cell.observation);
  return value ? { ...cell, observation: { ...cell.observation, value } } : cell;
}
