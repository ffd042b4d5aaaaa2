// Which rows and columns of a sheet are a table's, when no labels of it are known: told by its numbers.

import type { GridCell } from '../spreadsheet/grid.ts';
import { splitMark } from './label.ts';
import { at, span, type View } from './view.ts';

/** The rows and columns of a table in a view. */
export interface Body {
  /** The row with the labels of the columns. */
  readonly header: number;
  /** The column with the labels of the rows. */
  readonly stub: number;
  /** All rows with a cell behind their label. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Rows among them with a label and nothing behind it. */
  readonly bare: readonly number[];
  /** Rows with numbers that follow below an empty row; none when the view is a range. */
  readonly below: readonly number[];
}

/** The table of a view: from the first row with a label and a number on, up to an empty row, or the end of a range. */
export function bodyOf(view: View, isRange: boolean): Body | undefined {
  const { first, last } = view.bounds;
  const stubs = span(first.column, last.column - 1).map(column => ({ column, rows: numberRows(view, column) }));
  const stub = stubs.reduce((best, one) => (one.rows.length > best.rows.length ? one : best), {
    column: 0,
    rows: [] as number[],
  });
  if (stub.rows.length === 0) return undefined;
  const top = topOf(view, stub.column, stub.rows[0] ?? 0);
  const stop = isRange ? undefined : span(top, last.row).find(row => !rowCells(view, row, first.column).some(isThere));
  const run = span(top, (stop ?? last.row + 1) - 1);
  const rows = run.filter(row => rowCells(view, row, stub.column + 1).some(isThere));
  const columns = span(stub.column + 1, last.column).filter(column => rows.some(row => at(view, row, column)));
  const header = span(first.row, top - 1).findLast(row => columns.some(column => at(view, row, column)));
  if (header === undefined) return undefined;
  const bare = run.filter(row => !rows.includes(row) && at(view, row, stub.column));
  return {
    header,
    stub: stub.column,
    rows,
    columns,
    bare,
    below: stub.rows.filter(row => stop !== undefined && row > stop),
  };
}

function isThere(cell: GridCell | undefined): boolean {
  return cell !== undefined;
}

function rowCells(view: View, row: number, from: number): (GridCell | undefined)[] {
  return span(from, view.bounds.last.column).map(column => at(view, row, column));
}

/** The rows that have a label in this column and a number behind it that is no year. */
function numberRows(view: View, stub: number): number[] {
  const { first, last } = view.bounds;
  return span(first.row, last.row).filter(row => {
    const label = at(view, row, stub);
    if (label?.kind !== 'text' && !isYear(label)) return false;
    return rowCells(view, row, stub + 1).some(cell => cell !== undefined && isNumber(cell) && !isYear(cell));
  });
}

/** The first rows of a table may have signs only. */
function topOf(view: View, stub: number, first: number): number {
  const behind = (row: number): (GridCell | undefined)[] => rowCells(view, row, stub + 1).filter(isThere);
  const above = span(view.bounds.first.row, first - 1).findLast(row => behind(row).length > 0);
  const isRow = above !== undefined && at(view, above, stub) !== undefined && behind(above).every(isSign);
  return isRow ? topOf(view, stub, above) : first;
}

function isSign(cell: GridCell | undefined): boolean {
  return cell?.kind === 'text' && /^(?:[^\p{L}\d]{1,3}|n\.? ?b\.?|x)$/iu.test(cell.text.trim());
}

function isNumber({ kind, text }: GridCell): boolean {
  return kind === 'number' || (kind === 'text' && /^[<\s]*\d[\d.,\s-]*%?\s*\S{0,4}$/.test(text));
}

function isYear(cell: GridCell | undefined): boolean {
  if (!cell) return false;
  return (cell.kind === 'date' && cell.yearOnly) || /^(?:19|20)\d\d$/.test(splitMark(cell.text).text);
}
