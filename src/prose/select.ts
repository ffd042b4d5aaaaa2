// The cells that a text names: a table, its rows and its columns.

import { cellAt, fromCells, rowsToAdd, yearAxis } from '../claims/cells.ts';
import { all, allYears, type Derivation, List, Result } from '../claims/result.ts';
import type { Table } from '../edition/edition.ts';
import type { CellReference } from '../statistics/cell.ts';
import { type Call, report, reportLabel } from './call.ts';

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
  const columns = panelsMixed(call, table, column) ? undefined : labels(call, 'column', column, table.columns);
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

/** The cells of a selection, by row and within a row by column. */
export function cellsOf({ table, rows, columns }: Selection): CellReference[] {
  return rows.flatMap(row => columns.flatMap(column => cellAt(table, row, column) ?? []));
}

/** Whether an argument is a table. */
export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && 'rows' in value && 'columns' in value;
}

/** A name that is not there is reported where names are checked; other things are reported here. */
function notATable(call: Call, value: unknown): undefined {
  if (value === undefined) return undefined;
  report(call, 'arguments', `"${call.name}" begins with a table, and this is ${describe(value)}.`, [
    'Write the id of the table without quotes, as in (vormen "rij" 2023).',
  ]);
  return undefined;
}

function labels(
  call: Call,
  what: string,
  value: unknown,
  everything: readonly string[],
): readonly string[] | undefined {
  if (value === all) return everything;
  if (value === allYears) return yearsAmong(call, what, everything);
  if (value === undefined) return undefined;
  const items = value instanceof List ? value.items : [value];
  if (items.length > 0 && items.every(item => typeof item === 'string' || typeof item === 'number'))
    return items.map(String);
  report(call, 'arguments', `A ${what} is a label, and this is ${describe(value)}.`, [
    'Write the label between quotes, a year as a bare number, several as (lijst "a" "b"), or alle.',
  ]);
  return undefined;
}

/** Whether all columns of several panels are asked for at once: years and forms do not add up. */
function panelsMixed(call: Call, table: Table, column: unknown): boolean {
  if (column !== all || table.panels.length < 2 || call.name === 'peildatum') return false;
  const panels = table.panels.map(({ title = '' }) => `"${title}"`).join(' and ');
  report(call, 'arguments', `The columns of ${table.id} stand in panels (${panels}), and cannot be taken together.`, [
    'Write alle-jaren for the years, or (lijst "a" "b") for some columns.',
  ]);
  return true;
}

/** The labels that are years; reported when there are none. */
function yearsAmong(call: Call, what: string, labels: readonly string[]): readonly string[] | undefined {
  const years = labels.filter(label => /^(?:19|20)\d\d$/.test(label));
  if (years.length > 0) return years;
  report(call, 'arguments', `No ${what} of this table is a year.`, ['Name the label itself, or write alle.']);
  return undefined;
}

/** A value in the words of a message. */
export function describe(value: unknown): string {
  if (value instanceof List) return value.items.length > 0 ? 'a list' : 'an empty list';
  if (value instanceof Result) return 'a number or words that were worked out';
  if (value === all) return 'alle';
  if (value === allYears) return 'alle-jaren';
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  if (typeof value === 'string') return `the text "${value}"`;
  if (typeof value === 'number') return `the number ${value}`;
  return isTable(value) ? `the table ${value.id}` : 'something else';
}
