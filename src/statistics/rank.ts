// Places in an order from highest to lowest, given only when every possible value gives the same place.

import { type CellReference, cellName, distinctCells } from './cell.ts';
import { exactly } from './interval.ts';
import { directionOf } from './order.ts';
import { type Calculation, cellQuantity, type Failure, failure, isFailure, type Quantity } from './quantity.ts';
import { compare, rational } from './rational.ts';

/**
 * The place of a cell among others, 1 for the highest; equal values share the better place. A failure when a value is
 * missing or the place is not certain.
 */
export function rankOf(cell: CellReference, others: readonly CellReference[]): Calculation {
  const field = readField([cell, ...others]);
  if (isFailure(field)) return field;
  const [own, ...rest] = field.entries;
  if (!own) return failure('There is nothing to rank.', []);
  const cells = field.entries.map(entry => entry.cell);
  const higher = rest.filter(other => directionOf(own.quantity, other.quantity) === 'up');
  const doubtful = rest.filter(other => !higher.includes(other) && mayBeHigher(other.quantity, own.quantity));
  if (doubtful.length > 0) return failure(notCertain(own, doubtful), cells);
  const rank = rational(higher.length + 1);
  return { kind: 'quantity', measure: 'rank', interval: exactly(rank), decimals: 0, cells };
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

function mayBeHigher(other: Quantity, own: Quantity): boolean {
  const direction = directionOf(own, other);
  return direction === 'up' || (direction === undefined && compare(other.interval.high, own.interval.low) > 0);
}

function isAlone(entry: Entry, entries: readonly Entry[], place: number): boolean {
  const directions = entries.filter(other => other !== entry).map(other => directionOf(entry.quantity, other.quantity));
  const isCertain = directions.every(direction => direction === 'up' || direction === 'down');
  return isCertain && directions.filter(direction => direction === 'up').length === place - 1;
}

function notCertain(own: Entry, doubtful: readonly Entry[]): string {
  const names = doubtful.map(({ cell }) => cellName(cell)).join(', ');
  return `The place of ${cellName(own.cell)} is not certain: ${names} may be higher.`;
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
