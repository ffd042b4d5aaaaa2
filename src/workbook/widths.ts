// How wide columns and how high rows are: not every program works out heights itself when it opens a file.

import type { Cell, Line, Sheet, SheetColumn } from './workbook.ts';

/** Room at both sides of a cell, in characters. */
const room = 2;

/** How wide a character is on average, in digits of the plain face: letters are narrower, bold ones wider, the title larger. */
const factors = { text: 0.95, head: 1.1, title: 1.3 } as const;

/** The height of a line of text in points, and of one of the title. */
const lineHeights = { text: 16, title: 21 } as const;

/** Room between rows, in points. */
const rowRoom = 3;

/** The highest that a row may be (ECMA-376 leaves it open; Excel does not), in points. */
const mostHeight = 409;

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

function widthOf({ head, isValue, ...limits }: SheetColumn, cells: readonly Cell[]): number {
  const texts = cells.map(textOf);
  const words = texts.flatMap(wordsOf).map(({ length }) => length);
  const headWords = wordsOf(head).map(({ length }) => length * factors.head);
  const whole = texts.map(({ length }) => length);
  const wanted = highest([...whole, ...(isValue ? [] : [head.length * factors.head])]);
  const needed = highest([...words, ...headWords]);
  const width = Math.min(limits.mostWidth, Math.max(wanted, needed));
  return Math.ceil(Math.max(limits.leastWidth ?? leastWidth, width) + room);
}

function highest(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), 0);
}

function textOf(cell: Cell): string {
  // Points for thousands and the sign of a percentage add to the digits.
  return cell.kind === 'text' ? cell.text : `${cell.decimal}  `;
}

function wordsOf(text: string): string[] {
  return text.split(/[\s-]+/);
}

/** The heights of a sheet's rows in points, from the first line to the last row of its table. */
export function rowHeights({ lines, table: { columns, rows } }: Sheet, widths: readonly number[]): number[] {
  const first = widths[0] ?? leastWidth;
  const heads = columns.map(({ head }, index) => linesOf(head, widths[index] ?? leastWidth, factors.head));
  return [
    ...lines.map((line, index) => lineHeight(line, index === 0 ? 'title' : 'text', first)),
    heightOf(heads),
    ...rows.map(row =>
      heightOf(row.map((cell, index) => linesOf(textOf(cell), widths[index] ?? leastWidth, factors.text))),
    ),
  ];
}

function lineHeight({ text }: Line, kind: keyof typeof lineHeights, width: number): number {
  const count = linesOf(text, width, factors[kind]);
  return Math.min(mostHeight, count * lineHeights[kind] + rowRoom);
}

function heightOf(counts: readonly number[]): number {
  return Math.min(mostHeight, highest([1, ...counts]) * lineHeights.text + rowRoom);
}

/** How many lines a text takes, filled word by word; a word longer than a line is broken. */
function linesOf(text: string, width: number, factor: number): number {
  const most = Math.max(1, Math.floor((width - room / 2) / factor));
  return text.split('\n').reduce((count, paragraph) => count + paragraphLines(paragraph, most), 0);
}

function paragraphLines(paragraph: string, most: number): number {
  let [count, filled] = [1, 0];
  for (const { length } of paragraph.split(/(?<=[\s-])/)) {
    if (filled > 0 && filled + length > most) [count, filled] = [count + 1, 0];
    filled += length;
    if (filled > most) [count, filled] = [count + Math.ceil(filled / most) - 1, filled % most];
  }
  return count;
}
