// A workbook as values: what it says of itself, and its sheets with at most one table each.

/** A workbook for readers of statistics. */
export interface Workbook {
  readonly title: string;
  /** Who publishes it. */
  readonly creator: string;
  readonly description: string;
  readonly keywords: readonly string[];
  /** A tag of BCP 47, such as `nl-NL`. */
  readonly language: string;
  /** The moment that the file carries. */
  readonly moment: Date;
  /** What stands at the foot of printed pages between their number and how many there are: `Pagina 1 van 2`. */
  readonly pageWords: readonly [before: string, between: string];
  readonly sheets: readonly Sheet[];
}

/** A sheet: lines of text from A1 down, and directly below them its table. */
export interface Sheet {
  /** As `sheetNames` gives it. */
  readonly name: string;
  /** At least one; the first is the sheet's title. */
  readonly lines: readonly Line[];
  readonly table: SheetTable;
}

/** A line of text above the table. */
export interface Line {
  readonly text: string;
  /** The name of the sheet that it leads to. */
  readonly link?: string;
}

/** A table with one row of heads and no gaps. */
export interface SheetTable {
  /** Letters, digits and `_`, unlike any other in the workbook. */
  readonly name: string;
  /** Their heads are unique, as `uniqueNames` makes them; every row has a cell for each. */
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A column of a table. */
export interface SheetColumn {
  readonly head: string;
  /** Whether it holds values, which stand at the right. */
  readonly isValue: boolean;
  /** Its widest, in characters; longer texts are broken. */
  readonly mostWidth: number;
  /** Its narrowest, in characters. */
  readonly leastWidth?: number;
}

/** A cell of a table: a text as it stands, which is never a formula, or a number. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string /** Sheet that it leads to. */; readonly link?: string }
  | {
      readonly kind: 'number';
      /** Its digits, with a point for decimals: `0.285`. */
      readonly decimal: string;
      /** A number format of ECMA-376 (18.8.30), such as `0.0%`. */
      readonly format: string;
    };
