// The cells that a text names: a table, a row and a column, of which the years may go without saying.

import type { Table } from '../edition/edition.ts';
import { sumOf } from '../statistics/arithmetic.ts';
import type { CellReference } from '../statistics/cell.ts';
import { cellQuantity, failure } from '../statistics/quantity.ts';
import { type Call, report } from './call.ts';
import { type Derivation, List } from './result.ts';
import { cellsOf, isTable, type Selection, selectCells } from './select.ts';

/** Which labels of a table are years: its columns, its rows, or neither. */
export function yearAxis(table: Table, year: number): 'columns' | 'rows' | undefined {
  if (table.columns.includes(String(year))) return 'columns';
  return table.rows.some(row => row.label === String(year)) ? 'rows' : undefined;
}

/**
 * The selection of `TABLE ROW COLUMN`, or of `TABLE LABEL`, where the other label is the year; undefined, and reported,
 * when it names what is not there. In a table of one row `TABLE YEAR` will do, and in one of one column `TABLE ROW`.
 */
export function selectInYear(call: Call, parameters: readonly unknown[], year: number): Selection | undefined {
  const [table, label, other] = parameters;
  if (!isTable(table) || other !== undefined) return selectCells(call, parameters);
  const [onlyRow, anotherRow] = table.rows;
  const [onlyColumn, anotherColumn] = table.columns;
  const isColumn = (label instanceof List ? label.items : [label]).every(one => table.columns.includes(String(one)));
  if (onlyRow && !anotherRow && isColumn) return selectCells(call, [table, onlyRow.label, label]);
  const axis = yearAxis(table, year);
  if (axis === 'columns') return selectCells(call, [table, label, year]);
  if (axis === 'rows') return selectCells(call, [table, year, label]);
  if (onlyColumn !== undefined && anotherColumn === undefined) return selectCells(call, [table, label, onlyColumn]);
  report(call, 'arguments', `The table ${table.id} has no ${year}: name a row and a column.`, [
    `Write for example ${table.id} "${onlyRow?.label ?? 'rij'}" "${onlyColumn ?? 'kolom'}".`,
  ]);
  return undefined;
}

/** The sum of the selected cells, able to be made of other cells. */
export function derivationOf(selection: Selection): Derivation {
  return fromCells(cellsOf(selection));
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
