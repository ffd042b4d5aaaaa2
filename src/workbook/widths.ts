// How wide the columns of a sheet are: enough for the longest word, and for the texts as far as is allowed.

import type { Cell, Sheet, SheetColumn } from './workbook.ts';

/** Room at both sides of a cell, in characters. */
const room = 2;

/** Capitals and bold heads are wider than the digits that widths are counted in. */
const headFactor = 1.15;

const leastWidth = 10;

/** The widths of a sheet's columns, in digits of its plain face (ECMA-376, 18.3.1.13). */
export function columnWidths({ table: { columns, rows } }: Sheet): number[] {
  return columns.map((column, index) =>
    widthOf(
      column,
      rows.flatMap(row => row[index] ?? []),
    ),
  );
}

function widthOf({ head, mostWidth, isValue }: SheetColumn, cells: readonly Cell[]): number {
  const texts = cells.map(textOf);
  const words = [...wordsOf(head).map(word => word.length * headFactor), ...texts.flatMap(wordsOf).map(lengthOf)];
  const wanted = Math.max(...texts.map(lengthOf), isValue ? 0 : head.length * headFactor, 0);
  return Math.ceil(Math.max(leastWidth, Math.min(mostWidth, Math.max(wanted, ...words)) + room));
}

function textOf(cell: Cell): string {
  // Points for thousands and signs of the format add to the digits.
  return cell.kind === 'text' ? cell.text : cell.decimal + cell.format.replace(/[^%]/g, '').padEnd(2);
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/);
}

function lengthOf(text: string): number {
  return text.length;
}
