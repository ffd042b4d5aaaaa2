// What a sheet says in words around its cells: reference date, source, unit, notes, and what its marks mean.

import { isCalendarDate, months } from '../locale/date.ts';
import type { GridCell, Sheet } from '../spreadsheet/grid.ts';
import { folded } from './label.ts';

/** Words in a sheet, and the cell they stand in. */
export interface Fact {
  readonly text: string;
  readonly cell: GridCell;
}

/** All cells of a sheet, row by row; a merged one once. */
export function cellsOf(sheet: Sheet): GridCell[] {
  return [...new Set(sheet.cells.values())].toSorted((a, b) => a.row - b.row || a.column - b.column);
}

/** The reference dates that the sheet names, as ISO dates; a date that cannot be read is not among them. */
export function referenceDates(sheet: Sheet): Fact[] {
  const cells = cellsOf(sheet);
  return cells.flatMap((cell, index) => {
    const behind = /^peildatum\b[^\S\n]*(?:is|:)?\s*(.*)$/.exec(folded(cell.text))?.[1];
    if (behind === undefined || cell.kind !== 'text') return [];
    const beside = cells[index + 1];
    const date = behind === '' && beside?.row === cell.row ? dateOf(beside) : readDay(behind);
    return date === undefined ? [] : [{ text: date, cell: behind === '' && beside ? beside : cell }];
  });
}

function dateOf(cell: GridCell): string | undefined {
  return cell.kind === 'date' ? cell.date : readDay(folded(cell.text));
}

/** The ISO date of a day in Dutch, in words or in numbers: `26 april 2024`, `26-4-2024`, `2024-04-26`. */
export function readDay(text: string): string | undefined {
  const words = /^(\d{1,2}) ([a-z]+)\.? (\d{4})\b/.exec(text.trim());
  const numbers = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b/.exec(text.trim());
  const iso = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(text.trim())?.[0];
  const month = words
    ? months.findIndex(name => name === words[2] || name.slice(0, 3) === words[2]) + 1
    : Number(numbers?.[2]);
  const [day, year] = words ? [words[1], words[3]] : [numbers?.[1], numbers?.[3]];
  const date = iso ?? `${year}-${String(month).padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}

/** The first line of the sheet that begins with one of these words and a colon, without them. */
export function lineAfter(sheet: Sheet, words: readonly string[]): Fact | undefined {
  return linesAfter(sheet, words)[0];
}

/** All such lines. */
export function linesAfter(sheet: Sheet, words: readonly string[]): Fact[] {
  const pattern = new RegExp(`^(?:${words.join('|')})\\s*:\\s*(\\S.*)$`, 'isu');
  return cellsOf(sheet).flatMap(cell => {
    const text = cell.kind === 'text' ? pattern.exec(cell.text)?.[1] : undefined;
    return text === undefined ? [] : [{ text: text.replace(/\s+/g, ' ').trim(), cell }];
  });
}

/** What the sheet says that a mark means: the line that begins with it, also without its brackets or not raised. */
export function meaningOf(mark: string, sheet: Sheet): string | undefined {
  const bare = mark.normalize('NFKC').replace(/[()]/g, '');
  const lines = cellsOf(sheet).flatMap(({ kind, text }) => (kind === 'text' ? [text.trim()] : []));
  const own = new RegExp(`^${escaped(mark)}(?!\\*)[\\s:=)]*\\p{L}`, 'u');
  const loose = new RegExp(`^\\(?${escaped(bare)}(?:\\)|\\s*[:=.])\\s*\\p{L}`, 'u');
  return lines.find(line => own.test(line)) ?? lines.find(line => loose.test(line));
}

function escaped(text: string): string {
  return text.replace(/[()*.]/g, '\\$&');
}

/** The title of a sheet: its first cell, when that is words, without the number that it may begin with. */
export function titleOf(sheet: Sheet): string | undefined {
  const [first] = cellsOf(sheet);
  if (first?.kind !== 'text' || !/\p{L}{3}/u.test(first.text) || /^(?:bron|noot|eenheid|peildatum)\b/i.test(first.text))
    return undefined;
  return first.text
    .replace(/^(?:tabel|figuur)\s*[\d.]*[a-z]?\s*[.:]?\s+/iu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
