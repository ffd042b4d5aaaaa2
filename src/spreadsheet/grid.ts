// A spreadsheet as plain cells: what each shows, of which kind it is, and where it stands.

/** Where a cell stands; both count from 0. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** What a cell shows. Raised digits are Unicode's (`34¹`). */
export type CellContent =
  | { readonly kind: 'text'; readonly text: string }
  /**
   * A number as it is shown, typed with a decimal point and without signs for thousands: `1234`, `28.5`, `34%`.
   * `exact`: the cell holds no more decimals than it shows.
   */
  | { readonly kind: 'number'; readonly text: string; readonly percent: boolean; readonly exact: boolean }
  /** A day; `text` as shown, `date` as ISO date (yyyy-mm-dd), `yearOnly` when no more than its year is shown. */
  | { readonly kind: 'date'; readonly text: string; readonly date: string; readonly yearOnly: boolean }
  /** What has no value: a failed formula, or one that was never worked out; `text` says which. */
  | { readonly kind: 'error'; readonly text: string };

/** A cell that shows something. */
export type GridCell = CellContent &
  Position & {
    /** The range of a cell that is merged of several, such as `D5:F5`. */
    readonly merged?: string;
  };

/** One sheet; a merged cell is found at each of its positions. */
export interface Sheet {
  readonly name: string;
  /** Whether the spreadsheet program hides it. */
  readonly hidden: boolean;
  readonly cells: ReadonlyMap<string, GridCell>;
  /** One more than the last row and column that show something. */
  readonly height: number;
  readonly width: number;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** A block of cells, all four bounds included. */
export interface Range {
  readonly first: Position;
  readonly last: Position;
}

/** The key of a position in a sheet's cells. */
export function positionKey({ row, column }: Position): string {
  return `${row},${column}`;
}

/** The cell at a position, or undefined when nothing is shown there. */
export function cellAt(sheet: Sheet, position: Position): GridCell | undefined {
  return sheet.cells.get(positionKey(position));
}

/** The name of a column: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** A position as spreadsheet programs name it: `C7`. */
export function address({ row, column }: Position): string {
  return `${columnName(column)}${row + 1}`;
}

/** A range as spreadsheet programs name it: `A3:F12`. */
export function rangeAddress({ first, last }: Range): string {
  return `${address(first)}:${address(last)}`;
}

/** The range that is named, such as `A3:F12`; undefined when the text names none. */
export function readRange(text: string): Range | undefined {
  const match = /^\$?([a-z]{1,3})\$?([1-9]\d{0,6}):\$?([a-z]{1,3})\$?([1-9]\d{0,6})$/i.exec(text.trim());
  if (!match) return undefined;
  const [, left = '', top = '', right = '', bottom = ''] = match;
  const columns = [columnNumber(left), columnNumber(right)];
  const rows = [Number(top) - 1, Number(bottom) - 1];
  return {
    first: { row: Math.min(...rows), column: Math.min(...columns) },
    last: { row: Math.max(...rows), column: Math.max(...columns) },
  };
}

function columnNumber(name: string): number {
  return [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Content found at a position, and the range it is merged over. */
export interface FoundCell {
  readonly position: Position;
  readonly content: CellContent;
  readonly merged?: Range;
}

/** A sheet of what was found in a file. */
export function createSheet(
  found: readonly FoundCell[],
  about: { name: string; hidden?: boolean; hiddenRows?: Iterable<number>; hiddenColumns?: Iterable<number> },
): Sheet {
  const height = 1 + Math.max(-1, ...found.map(({ position }) => position.row));
  const width = 1 + Math.max(-1, ...found.map(({ position }) => position.column));
  const cells = new Map<string, GridCell>();
  for (const { position, content, merged } of found) {
    const cell: GridCell = { ...content, ...position, ...(merged ? { merged: rangeAddress(merged) } : {}) };
    const last = merged?.last ?? position;
    for (let row = position.row; row <= Math.min(last.row, height - 1); row += 1)
      for (let column = position.column; column <= Math.min(last.column, width - 1); column += 1)
        cells.set(positionKey({ row, column }), cell);
  }
  return {
    ...{ name: about.name, hidden: about.hidden ?? false, cells, height, width },
    hiddenRows: new Set(about.hiddenRows),
    hiddenColumns: new Set(about.hiddenColumns),
  };
}
