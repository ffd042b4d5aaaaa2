// A sheet as a table lies in it: upright or turned, whole or a range of it.

import { cellAt, type GridCell, type Position, type Range, type Sheet } from '../spreadsheet/grid.ts';

/** A sheet looked at so that the table's rows are its lines; turned, the columns of the sheet are the lines. */
export interface View {
  readonly sheet: Sheet;
  readonly turned: boolean;
  readonly bounds: Range;
}

/** The view of a sheet, within a range when one is given. */
export function viewOf(sheet: Sheet, turned: boolean, range?: Range): View {
  const whole: Range = { first: { row: 0, column: 0 }, last: { row: sheet.height - 1, column: sheet.width - 1 } };
  const bounds = range ? within(range, whole) : whole;
  return { sheet, turned, bounds: turned ? { first: turn(bounds.first), last: turn(bounds.last) } : bounds };
}

function within({ first, last }: Range, whole: Range): Range {
  return {
    first,
    last: { row: Math.min(last.row, whole.last.row), column: Math.min(last.column, whole.last.column) },
  };
}

function turn({ row, column }: Position): Position {
  return { row: column, column: row };
}

/** The position in the sheet of a position in the view, or the other way round. */
export function inSheet({ turned }: View, position: Position): Position {
  return turned ? turn(position) : position;
}

/** The cell at a position of the view, when it is within its bounds. */
export function at(view: View, row: number, column: number): GridCell | undefined {
  const { first, last } = view.bounds;
  if (row < first.row || row > last.row || column < first.column || column > last.column) return undefined;
  return cellAt(view.sheet, inSheet(view, { row, column }));
}

/** Whether a row or a column of the view is hidden in the sheet. */
export function isHidden({ sheet, turned }: View, what: 'row' | 'column', index: number): boolean {
  return ((what === 'row') === turned ? sheet.hiddenColumns : sheet.hiddenRows).has(index);
}

/** All numbers from `first` to `last`. */
export function span(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
