// Places in an order from highest to lowest, given only when every possible value gives the same place.

import { type CellReference, cellName, cellNames, distinctCells } from './cell.ts';
import { directionOf, mayExceed } from './order.ts';
import {
  type Calculation,
  cellQuantity,
  type Failure,
  failure,
  isFailure,
  plainQuantity,
  type Quantity,
} from './quantity.ts';
import { rational } from './rational.ts';

/**
 * The place of a quantity among others, 1 for the highest; equal values share the better place. A failure when they are
 * unlike, or when it is not certain of each of the others whether it is higher.
 */
export function rankAmong(own: Quantity, others: readonly Quantity[]): Calculation {
  const all = [own, ...others];
  const cells = distinctCells(all.flatMap(one => one.cells));
  const unlike = others.find(other => other.measure !== own.measure);
  if (unlike)
    return failure(`A ${own.measure} has no place beside a ${unlike.measure}: ${cellNames(unlike.cells)}.`, cells);
  const higher = others.filter(other => directionOf(own, other) === 'up');
  const doubtful = others.filter(other => !higher.includes(other) && mayExceed(other, own));
  if (doubtful.length > 0) return failure(notCertain(own, doubtful), cells);
  const place = rational(higher.length + 1);
  return { ...plainQuantity(place, 0, 'rank'), cells };
}

/** The place of a cell among others, as `rankAmong` gives it; a failure also when a value is missing. */
export function rankOf(cell: CellReference, others: readonly CellReference[]): Calculation {
  const field = readField([cell, ...others]);
  if (isFailure(field)) return field;
  const [own, ...rest] = field.entries.map(entry => entry.quantity);
  return own ? rankAmong(own, rest) : failure('There is nothing to rank.', []);
}

/** The cell that alone has the given place, 1 for the highest; a failure when none is certain to or several share it. */
export function cellAtRank(cells: readonly CellReference[], place: number): CellReference | Failure {
  const field = readField(cells);
  if (isFailure(field)) return field;
  const { entries } = field;
  const outOfRange = !Number.isInteger(place) || place < 1 || place > entries.length;
  if (outOfRange) return failure(`There is no place ${place} among ${entries.length} values.`, cells);
  const holder = entries.find(entry => isAlone(entry, entries, place));
  return holder ? holder.cell : failure(nobodyAlone(entries, place), cells);
}

interface Entry {
  readonly cell: CellReference;
  readonly quantity: Quantity;
}

/** All cells with their quantities, or the first failure. */
function readField(cells: readonly CellReference[]): { kind: 'field'; entries: readonly Entry[] } | Failure {
  const entries: Entry[] = [];
  for (const cell of distinctCells(cells)) {
    const quantity = cellQuantity(cell);
    if (isFailure(quantity)) return quantity;
    entries.push({ cell, quantity });
  }
  return { kind: 'field', entries };
}

function isAlone(entry: Entry, entries: readonly Entry[], place: number): boolean {
  const directions = entries.filter(other => other !== entry).map(other => directionOf(entry.quantity, other.quantity));
  const isCertain = directions.every(direction => direction === 'up' || direction === 'down');
  return isCertain && directions.filter(direction => direction === 'up').length === place - 1;
}

function notCertain(own: Quantity, doubtful: readonly Quantity[]): string {
  const names = doubtful.map(({ cells }) => cellNames(cells)).join(', ');
  return `The place of ${cellNames(own.cells)} is not certain: ${names} may be higher.`;
}

function nobodyAlone(entries: readonly Entry[], place: number): string {
  const candidates = entries.filter(entry => {
    const others = entries.filter(other => other !== entry).map(other => other.quantity);
    const certainlyHigher = others.filter(other => directionOf(entry.quantity, other) === 'up').length;
    const certainlyLower = others.filter(other => directionOf(entry.quantity, other) === 'down').length;
    return certainlyHigher < place && entries.length - certainlyLower >= place;
  });
  const names = candidates.map(({ cell }) => cellName(cell)).join(', ');
  return `No value alone is certain to have place ${place}; it may be any of ${names}.`;
}
