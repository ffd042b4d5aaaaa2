// The cells that a text names: a table, its rows and its columns.

import type { Table } from '../edition/edition.ts';
import type { CellReference } from '../statistics/cell.ts';
import { type Call, report, reportLabel } from './call.ts';
import { all, List, Result } from './result.ts';

/** What was named: rows and columns that are there. */
export interface Selection {
  readonly table: Table;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

/** The selection of a call's table, row and column; undefined, and reported, when one of them is not there. */
export function selectCells(call: Call, [table, row, column]: readonly unknown[]): Selection | undefined {
  if (!isTable(table)) return notATable(call, table);
  const rows = labels(call, 'row', row, rowsToAdd(table));
  const columns = labels(call, 'column', column, table.columns);
  if (!rows || !columns) return undefined;
  const strayRow = rows.filter(label => !table.rows.some(one => one.label === label));
  const strayColumn = columns.filter(label => !table.columns.includes(label));
  for (const label of strayRow)
    reportLabel(
      call,
      'row',
      label,
      table.rows.map(one => one.label),
    );
  for (const label of strayColumn) reportLabel(call, 'column', label, table.columns);
  return strayRow.length + strayColumn.length > 0 ? undefined : { table, rows, columns };
}

/** Whether a single label was named; reports when there are several. */
export function hasOne(call: Call, what: 'row' | 'column', labels: readonly string[]): boolean {
  if (labels.length === 1) return true;
  report(call, 'arguments', `"${call.name}" works on one ${what}, and this names ${labels.length}.`, [
    `Name a single ${what}.`,
  ]);
  return false;
}

/** The cells of a selection, by row and within a row by column. */
export function cellsOf({ table, rows, columns }: Selection): CellReference[] {
  return rows.flatMap(row => columns.flatMap(column => cellAt(table, row, column) ?? []));
}

/** One cell with where it stands. */
export function cellAt(table: Table, row: string, column: string): CellReference | undefined {
  const observation = table.rows.find(one => one.label === row)?.observations[table.columns.indexOf(column)];
  return observation && { table: table.id, row, column, observation, unit: table.unit };
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && 'rows' in value && 'columns' in value;
}

/** A name that is not there is reported where names are checked; other things are reported here. */
function notATable(call: Call, value: unknown): undefined {
  if (value === undefined) return undefined;
  report(call, 'arguments', `"${call.name}" begins with a table, and this is ${describe(value)}.`, [
    `Write the table's id without quotes: {{${call.name} vormen "rij" 2023}}.`,
  ]);
  return undefined;
}

/** All rows that are not themselves the sum of the others. */
export function rowsToAdd(table: Table): readonly string[] {
  const wholes = table.relations.filter(
    one => one.direction === 'rows' && one.holds === 'equals' && one.whole.table === table.id,
  );
  const labelsOfWholes = wholes.flatMap(one => (typeof one.whole.rows === 'string' ? [] : one.whole.rows));
  return table.rows.map(row => row.label).filter(label => !labelsOfWholes.includes(label));
}

function labels(
  call: Call,
  what: string,
  value: unknown,
  everything: readonly string[],
): readonly string[] | undefined {
  if (value === all) return everything;
  if (value === undefined) return undefined;
  const items = value instanceof List ? value.items : [value];
  if (items.length > 0 && items.every(item => typeof item === 'string' || typeof item === 'number'))
    return items.map(String);
  report(call, 'arguments', `A ${what} is a label, and this is ${describe(value)}.`, [
    'Write the label between quotes, a year as a bare number, several as (list "a" "b"), or all.',
  ]);
  return undefined;
}

/** A value in the words of a message. */
export function describe(value: unknown): string {
  if (value instanceof List) return value.items.length > 0 ? 'a list' : 'an empty list';
  if (value instanceof Result) return 'a number or words that were worked out';
  if (value === all) return 'all';
  if (typeof value === 'string') return `the text "${value}"`;
  if (typeof value === 'number') return `the number ${value}`;
  return isTable(value) ? `the table ${value.id}` : 'something else';
}
