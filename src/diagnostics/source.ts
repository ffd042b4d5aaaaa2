// A text file with its line starts: turns offsets into places.

import type { Place } from './diagnostic.ts';

/** A text file by its project-relative path, able to say which line and column an offset stands on. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly lineStarts: readonly number[];
}

/** The source of a file's text; a byte order mark does not count as a column. */
export function createSource(file: string, text: string): Source {
  const clean = text.replace(/^\uFEFF/, '');
  const lineStarts = [0];
  for (let at = clean.indexOf('\n'); at !== -1; at = clean.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { file, text: clean, lines: clean.split(/\r?\n/), lineStarts };
}

/** The place of a 0-based character offset, underlining `length` characters but never past the line's end. */
export function placeAt(source: Source, offset: number, length = 1): Place {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return placeOnLine(source, low + 1, offset - (source.lineStarts[low] ?? 0) + 1, length);
}

/** The place of a 1-based line and column. */
export function placeOnLine(source: Source, line: number, column: number, length = 1): Place {
  const text = source.lines[line - 1] ?? '';
  const room = Math.max(1, text.length - column + 1);
  return { file: source.file, line, column, length: Math.min(Math.max(1, length), room), text };
}
