// The cells that a declared sum is held against.

import type { Observation } from '../statistics/observation.ts';
import type { Relation, Table } from './edition.ts';

/**
 * The cells of a relation's whole in its table, seen from one column (when rows are added) or one row (when columns
 * are); undefined when it names what the table does not have.
 */
export function wholeCells({ whole, direction }: Relation, label: string, table: Table): Observation[] | undefined {
  const panel = table.panels.find(one => one.title === whole.panel)?.columns ?? table.columns;
  const known = table.rows.map(row => row.label);
  const rows = labelsOf(whole.rows, known, direction === 'columns' ? [label] : []);
  const columns = labelsOf(whole.columns, panel, direction === 'rows' ? [label] : []);
  if (!rows.every(one => known.includes(one)) || !columns.every(one => table.columns.includes(one))) return undefined;
  return cellsAt(table, rows, columns);
}

function labelsOf(
  named: readonly string[] | 'all' | 'same',
  everything: readonly string[],
  same: readonly string[],
): readonly string[] {
  if (named === 'all') return everything;
  return named === 'same' ? same : named;
}

/** The cells of some rows and columns of a table, row by row. */
export function cellsAt(table: Table, rows: readonly string[], columns: readonly string[]): Observation[] {
  return table.rows
    .filter(row => rows.includes(row.label))
    .flatMap(row => columns.flatMap(column => row.observations[table.columns.indexOf(column)] ?? []));
}
