// The cells that a relation names, in its own table or in another.

import type { CellReference } from '../statistics/cell.ts';
import type { Observation } from '../statistics/observation.ts';
import type { Relation, Table, Whole } from './edition.ts';

/** The row or column that a relation looks at; where a whole has the same one, it is this. */
export interface Viewpoint {
  readonly row?: string;
  readonly column?: string;
}

/** The column (when rows are added) or row (when columns are) with this label, as the viewpoint of a sum. */
export function viewpointOf(direction: Relation['direction'], label: string): Viewpoint {
  return direction === 'rows' ? { column: label } : { row: label };
}

/**
 * The cells of a relation's whole in its table, seen from one column (when rows are added) or one row (when columns
 * are); undefined when it names what the table does not have.
 */
export function wholeCells({ whole, direction }: Relation, label: string, table: Table): Observation[] | undefined {
  return chosenCells(whole, viewpointOf(direction, label), table)?.map(({ observation }) => observation);
}

/** The cells that are named in a table, row by row; undefined when one of the labels is not there. */
export function chosenCells(chosen: Whole, from: Viewpoint, table: Table): CellReference[] | undefined {
  const panel = table.panels.find(one => one.title === chosen.panel)?.columns ?? table.columns;
  const known = table.rows.map(row => row.label);
  const rows = labelsOf(chosen.rows, known, from.row);
  const columns = labelsOf(chosen.columns, panel, from.column);
  if (!rows.every(one => known.includes(one)) || !columns.every(one => table.columns.includes(one))) return undefined;
  return cellsAt(table, rows, columns);
}

function labelsOf(
  named: readonly string[] | 'all' | 'same',
  everything: readonly string[],
  same: string | undefined,
): readonly string[] {
  if (named === 'all') return everything;
  if (named !== 'same') return named;
  return same === undefined ? [] : [same];
}

/** The cells of some rows and columns of a table, row by row. */
export function cellsAt(table: Table, rows: readonly string[], columns: readonly string[]): CellReference[] {
  const { id, unit } = table;
  const indexes = columns.map(column => table.columns.indexOf(column));
  return table.rows
    .filter(row => rows.includes(row.label))
    .flatMap(row =>
      indexes.flatMap((index, at) => {
        const [observation, column] = [row.observations[index], columns[at]];
        return observation && column !== undefined ? [{ table: id, row: row.label, column, observation, unit }] : [];
      }),
    );
}
