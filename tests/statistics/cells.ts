// Cells for tests, written as they are typed in a table: 868, <5, 170-180, ~180, 34%, 28.3m or a point.

import { type CellReference, cellKey } from '../../src/statistics/cell.ts';
import type { ObservedValue } from '../../src/statistics/observation.ts';
import { cellQuantity, isFailure, type Quantity } from '../../src/statistics/quantity.ts';

/** The cell in row `row` and column `column` of the table `vormen`. */
export function cellOf(typed: string, row = 'Rij', column = '2023'): CellReference {
  const place = { file: 'tables.yaml', line: 1, column: 1 };
  return { table: 'vormen', row, column, observation: { value: readValue(typed), status: 'final', place } };
}

/** The cell in row `row` that holds a value. */
export function cellHolding(value: ObservedValue, row: string): CellReference {
  const cell = cellOf('0', row);
  return { ...cell, observation: { ...cell.observation, value } };
}

/** Cells in rows of their own. */
export function cellsOf(...typed: string[]): CellReference[] {
  return typed.map((text, index) => cellOf(text, `Rij ${index + 1}`));
}

/** The quantity of a cell that has one. */
export function quantityOf(typed: string, row = 'Rij', column = '2023'): Quantity {
  const quantity = cellQuantity(cellOf(typed, row, column));
  if (isFailure(quantity)) throw new Error(quantity.reason);
  return quantity;
}

function readValue(typed: string): ObservedValue {
  const [, first = '', second = ''] = /^[<~]?([\d.]+)(?:-(\d+))?/.exec(typed) ?? [];
  const value = Number(first);
  const decimals = first.split('.')[1]?.length ?? 0;
  if (typed === '.') return { kind: 'missing', reason: 'lost in print' };
  if (typed.startsWith('<')) return { kind: 'suppressed', below: value };
  if (typed.startsWith('~')) return { kind: 'rounded', value, to: 10 };
  if (typed.endsWith('%')) return { kind: 'percentage', value, decimals };
  if (typed.endsWith('m')) return { kind: 'mean', value, decimals };
  return second ? { kind: 'range', low: value, high: Number(second) } : { kind: 'count', value };
}

/** Calls `visit` for each way to fill the cells with whole numbers that they may have; the key is that of the cell. */
export function forEachFilling(
  cells: readonly CellReference[],
  visit: (value: (cell: CellReference) => number) => void,
) {
  const values = new Map<string, number>();
  const fill = (index: number): void => {
    const cell = cells[index];
    if (!cell) visit(wanted => values.get(cellKey(wanted)) ?? Number.NaN);
    for (const value of cell ? wholeNumbers(cell.observation.value) : []) {
      if (cell) values.set(cellKey(cell), value);
      fill(index + 1);
    }
  };
  fill(0);
}

/** The whole numbers a count may be, written out apart from the code under test. */
export function wholeNumbers(value: ObservedValue): number[] {
  const between = (low: number, high: number): number[] =>
    Array.from({ length: high - low + 1 }, (_, index) => low + index);
  if (value.kind === 'count') return [value.value];
  if (value.kind === 'suppressed') return between(1, value.below - 1);
  if (value.kind === 'range') return between(value.low, value.high);
  if (value.kind === 'rounded')
    return between(0, value.value + value.to).filter(x => Math.floor(x / value.to + 0.5) * value.to === value.value);
  throw new Error(`No whole numbers for ${value.kind}.`);
}
