// Cells of a table's YAML typed anew, with the alignment of their columns kept.

import { isScalar, isSeq, type Scalar } from 'yaml';
import type { Splice } from '../edition/splice.ts';
import type { CellChange } from './change.ts';
import type { Target } from './target.ts';

/** A row of cells that stands on one line between brackets: where each cell's text begins and ends. */
interface TypedRow {
  readonly row: string;
  readonly cells: readonly TypedCell[];
  /** The offset right after the opening bracket. */
  readonly open: number;
}

interface TypedCell {
  /** Offset of the first character behind the bracket or comma before it. */
  readonly from: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The splices that give all changed cells their new text; in a table set in columns, all rows are set anew. */
export function cellSplices(changes: readonly CellChange[], target: Target): Splice[] {
  if (changes.length === 0) return [];
  const rows = target.rows.map(row => typedRow(row, target));
  const inLine = rows.filter(row => row !== undefined);
  const texts = newTexts(changes, target);
  if (inLine.length === rows.length && isAligned(inLine)) return aligned(inLine, texts);
  return rows.flatMap((row, index) => {
    const name = target.rows[index] ?? '';
    return row ? inPlace(row, texts) : scattered(name, texts, target);
  });
}

type NewText = (row: string, index: number) => string | undefined;

function newTexts(changes: readonly CellChange[], { columns }: Target): NewText {
  const byCell = new Map(changes.map(({ row, column, typed }) => [`${columns.indexOf(column)} ${row}`, typed]));
  return (row, index) => byCell.get(`${index} ${row}`);
}

function scalarsOf(row: string, { file }: Target): readonly Scalar[] {
  const node = file.document.getIn(['rows', row], true);
  return isSeq(node) && node.items.every(isScalar) ? node.items : [];
}

function typedRow(row: string, target: Target): TypedRow | undefined {
  const { text } = target;
  const scalars = scalarsOf(row, target);
  const first = scalars[0]?.range?.[0] ?? 0;
  const open = text.lastIndexOf('[', first) + 1;
  const cells: TypedCell[] = [];
  let from = open;
  for (const scalar of scalars) {
    const [start = 0, end = 0] = scalar.range ?? [];
    if (!/^ *$/.test(text.slice(from, start))) return undefined;
    cells.push({ from, start, end, text: text.slice(start, end) });
    from = text.indexOf(',', end) + 1;
  }
  const last = cells.at(-1)?.end ?? open;
  return /^ *,? *\]/.test(text.slice(last)) ? { row, cells, open } : undefined;
}

/** Whether every column is set to the right, as in `[ 6, <5]` above `[53, 39]`. */
function isAligned(rows: readonly TypedRow[]): boolean {
  return rows.every(
    row =>
      row.cells.length === rows[0]?.cells.length &&
      row.cells.every((cell, index) => index === 0 || cell.start > cell.from) &&
      row.cells.every((cell, index) => widthOf(cell, index) === widthOf(rows[0]?.cells[index], index)),
  );
}

/** The width a cell is set in: less the space behind a comma. */
function widthOf(cell: TypedCell | undefined, index: number): number {
  return cell ? cell.end - cell.from - (index === 0 ? 0 : 1) : 0;
}

function aligned(rows: readonly TypedRow[], texts: NewText): Splice[] {
  const after = rows.map(row => row.cells.map((cell, index) => texts(row.row, index) ?? cell.text));
  const widths = (rows[0]?.cells ?? []).map((_, index) => newWidth(index, rows, after));
  return rows.flatMap((row, number) =>
    row.cells.map(({ from, end }, index) => {
      const text = (after[number]?.[index] ?? '').padStart(widths[index] ?? 0);
      return { start: from, end, text: index === 0 ? text : ` ${text}` };
    }),
  );
}

/** As wide as its widest cell; a column with more room than that keeps it as long as one of its cells stays. */
function newWidth(index: number, rows: readonly TypedRow[], after: readonly (readonly string[])[]): number {
  const widest = Math.max(...after.map(cells => cells[index]?.length ?? 0));
  const cells = rows.map(row => row.cells[index]);
  const width = widthOf(cells[0], index);
  const hadRoom = cells.every(cell => (cell?.text.length ?? 0) < width);
  const stays = cells.some((cell, row) => cell?.text === after[row]?.[index]);
  return hadRoom && stays ? Math.max(width, widest) : widest;
}

/** The cells keep their right ends where the spaces before them leave room. */
function inPlace({ row, cells }: TypedRow, texts: NewText): Splice[] {
  return cells.flatMap(({ from, start, end }, index) => {
    const text = texts(row, index);
    if (text === undefined) return [];
    const least = index === 0 ? 0 : Math.min(1, start - from);
    const spare = start - from > least;
    return [
      spare ? { start: from, end, text: ' '.repeat(least) + text.padStart(end - from - least) } : { start, end, text },
    ];
  });
}

function scattered(row: string, texts: NewText, target: Target): Splice[] {
  return scalarsOf(row, target).flatMap(({ range }, index) => {
    const text = texts(row, index);
    return text === undefined || !range ? [] : [{ start: range[0], end: range[1], text }];
  });
}
