// Where in a sheet a table lies: the header row and the label column under which most of its labels stand together.

import { address, type GridCell, type Sheet } from '../spreadsheet/grid.ts';
import { labelFinder, labelOf } from './label.ts';
import { at, inSheet, span, type View } from './view.ts';

/** The labels of a table. */
export interface TableLabels {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

/** A place in a sheet where labels of the table head rows and columns of cells. */
export interface Block {
  readonly view: View;
  /** The row of the view that holds the labels of the columns. */
  readonly header: number;
  /** The column of the view that holds the labels of the rows. */
  readonly stub: number;
  /** The row before which the next table begins, one past the last row when none does. */
  readonly end: number;
  /** How many cells of the table stand here. */
  readonly size: number;
  /** The cells whose labels are the table's. */
  readonly labels: readonly GridCell[];
  /** The rows of the view that have labels of the table. */
  readonly rows: ReadonlySet<number>;
}

interface Hit {
  readonly cell: GridCell;
  readonly row: number;
  readonly column: number;
  readonly label: string;
}

/** All blocks of a view, the fullest first; of two headers over the same cells only the fuller. */
export function findBlocks(view: View, table: TableLabels): Block[] {
  const heads = hitsIn(view, table.columns);
  const stubs = hitsIn(view, table.rows);
  const byHeader = Map.groupBy(heads, hit => hit.row);
  const byStub = Map.groupBy(stubs, hit => hit.column);
  const blocks = [...byStub].flatMap(([stub, rows]) =>
    [...byHeader].flatMap(([header, columns]) => blockAt({ view, header, stub, rows, columns, byHeader })),
  );
  const fullest = blocks.toSorted((a, b) => b.size - a.size || b.stub - a.stub);
  return fullest.filter((block, index) => !fullest.slice(0, index).some(fuller => covers(fuller, block)));
}

function hitsIn(view: View, known: readonly string[]): Hit[] {
  const find = labelFinder(known);
  const { first, last } = view.bounds;
  return span(first.row, last.row).flatMap(row =>
    span(first.column, last.column).flatMap(column => {
      const cell = at(view, row, column);
      const label = cell && find(labelOf(cell))?.label;
      return cell && label !== undefined ? [{ cell, row, column, label }] : [];
    }),
  );
}

interface Candidate {
  readonly view: View;
  readonly header: number;
  readonly stub: number;
  /** The row labels in the stub's column, and the column labels in the header's row. */
  readonly rows: readonly Hit[];
  readonly columns: readonly Hit[];
  readonly byHeader: ReadonlyMap<number, readonly Hit[]>;
}

function blockAt(candidate: Candidate): Block[] {
  const { view, header, stub } = candidate;
  const columns = candidate.columns.filter(hit => hit.column > stub);
  const end = nextHeader(candidate, distinct(columns));
  const rows = candidate.rows.filter(hit => hit.row > header && hit.row < end);
  const size = distinct(rows) * distinct(columns);
  if (size === 0) return [];
  return [
    {
      view,
      header,
      stub,
      end,
      size,
      labels: [...rows, ...columns].map(hit => hit.cell),
      rows: new Set(rows.map(hit => hit.row)),
    },
  ];
}

/** A count may look like a year; so only a row with half as many labels heads another table. */
function nextHeader({ view, header, stub, rows, byHeader }: Candidate, strength: number): number {
  const stubRows = new Set(rows.map(hit => hit.row));
  const later = [...byHeader].filter(
    ([row, hits]) =>
      row > header + 1 && !stubRows.has(row) && distinct(hits.filter(hit => hit.column > stub)) * 2 >= strength,
  );
  return Math.min(view.bounds.last.row + 1, ...later.map(([row]) => row));
}

function distinct(hits: readonly Hit[]): number {
  return new Set(hits.map(hit => hit.label)).size;
}

/** A header that is a row of a fuller block holds a count that looks like a year. */
function covers(fuller: Block, block: Block): boolean {
  if (fuller.rows.has(block.header)) return true;
  const known = new Set(fuller.labels);
  return block.labels.every(cell => known.has(cell)) || fuller.header === block.header;
}

/** The block of the table, or how many there are to choose from. */
export type FoundBlock =
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'several'; readonly blocks: readonly Block[] }
  | { readonly kind: 'none' };

/** The one block that the views hold; several when a second one is at least half as full. */
export function chooseBlock(views: readonly View[], table: TableLabels): FoundBlock {
  const blocks = views.flatMap(view => findBlocks(view, table)).toSorted((a, b) => b.size - a.size);
  const [best] = blocks;
  if (!best) return { kind: 'none' };
  const rivals = blocks.filter(block => block !== best && block.size * 2 >= best.size && !isSameTurned(block, best));
  return rivals.length === 0 ? { kind: 'block', block: best } : { kind: 'several', blocks: [best, ...rivals] };
}

/** A table whose rows and columns have the same labels lies in its sheet both ways; then it is read upright. */
function isSameTurned(block: Block, best: Block): boolean {
  if (block.view.sheet !== best.view.sheet || block.view.turned === best.view.turned) return false;
  const known = new Set(best.labels);
  return block.labels.some(cell => known.has(cell));
}

/** Where a block stands, as a person finds it: `Blad1!A4`. */
export function blockAddress({ view, header, stub }: Block): string {
  return `${view.sheet.name}!${address(inSheet(view, { row: header, column: stub }))}`;
}

/** A cell as a person finds it: `Blad1!C7`. */
export function cellAddress(sheet: Sheet, cell: GridCell): string {
  return `${sheet.name}!${address(cell)}`;
}
