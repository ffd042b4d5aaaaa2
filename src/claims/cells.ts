// Cells of tables: where they stand, which are years, and sums of them that can be made of other cells.

import type { Table } from '../edition/edition.ts';
import { sumOf } from '../statistics/arithmetic.ts';
import type { CellReference } from '../statistics/cell.ts';
import { cellQuantity, failure } from '../statistics/quantity.ts';
import type { Derivation } from './result.ts';

/** One cell with where it stands. */
export function cellAt(table: Table, row: string, column: string): CellReference | undefined {
  const observation = table.rows.find(one => one.label === row)?.observations[table.columns.indexOf(column)];
  return observation && { table: table.id, row, column, observation, unit: table.unit };
}

/** All rows that are not themselves the sum of the others. */
export function rowsToAdd(table: Table): readonly string[] {
  const wholes = table.relations.filter(
    one => one.direction === 'rows' && one.holds === 'equals' && one.whole.table === table.id,
  );
  const labelsOfWholes = wholes.flatMap(one => (typeof one.whole.rows === 'string' ? [] : one.whole.rows));
  return table.rows.map(row => row.label).filter(label => !labelsOfWholes.includes(label));
}

/** Which labels of a table are years: its columns, its rows, or neither. */
export function yearAxis(table: Table, year: number): 'columns' | 'rows' | undefined {
  if (table.columns.includes(String(year))) return 'columns';
  return table.rows.some(row => row.label === String(year)) ? 'rows' : undefined;
}

/** The sum of some cells. */
export function fromCells(cells: readonly CellReference[]): Derivation {
  return {
    calculation: sumOf(cells.map(cellQuantity)),
    remake: move => {
      const moved = cells.map(move);
      const there = moved.filter(cell => cell !== undefined);
      return there.length === cells.length ? fromCells(there) : nowhere(cells);
    },
  };
}

const noSuchCell = 'There is no such cell.';

/** Whether the cells of a derivation are in their table, with or without a value. */
export function isThere({ calculation, sides }: Derivation): boolean {
  if (sides) return isThere(sides.first) && isThere(sides.second);
  return calculation.kind !== 'failure' || calculation.reason !== noSuchCell;
}

function nowhere(cells: readonly CellReference[]): Derivation {
  const derivation: Derivation = {
    calculation: failure(noSuchCell, cells),
    remake: () => derivation,
  };
  return derivation;
}
