// A CSV file → cells: its encoding, its separator and its quotes are found out.

import { createSheet, type FoundCell, type Sheet } from './grid.ts';

/** The one sheet of a CSV file, whose cells are all text. */
export function readCsv(bytes: Uint8Array, name: string): Sheet {
  const { text, separator } = withSeparator(decodeText(bytes));
  const found = records(text, separator).flatMap((record, row) =>
    record.flatMap((field, column): FoundCell[] => {
      const shown = field.trim();
      return shown === '' ? [] : [{ position: { row, column }, content: { kind: 'text', text: shown } }];
    }),
  );
  return createSheet(found, { name });
}

/** UTF-8 or UTF-16 by its byte order mark; else UTF-8, and what cannot be that is Windows-1252, as old exports are. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const separators = [';', '\t', ',', '|'] as const;

/** Excel writes `sep=;` on the first line; else the separator is the one that parts most lines into as many fields. */
function withSeparator(text: string): { text: string; separator: string } {
  const named = /^sep=(.)\r?\n/i.exec(text);
  if (named) return { text: text.slice(named[0].length), separator: named[1] ?? ';' };
  const scored = separators.map(separator => ({ separator, score: regularity(text, separator) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return { text, separator: best.separator };
}

/** On how many records the separator gives the commonest number of fields above one. */
function regularity(text: string, separator: string): number {
  const counts = new Map<number, number>();
  for (const { length } of records(text, separator)) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return Math.max(0, ...[...counts].map(([fields, lines]) => lines * Math.min(fields, 3)));
}

/** The fields of each record of a CSV text; a field between double quotes may hold separators, line ends and doubled quotes. */
export function records(text: string, separator: string): string[][] {
  const all: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { field, end } = readField(text, at, separator);
    record.push(field);
    if (text[end] === separator) {
      at = end + 1;
      if (at === text.length) record.push('');
      continue;
    }
    all.push(record);
    record = [];
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return record.length > 0 ? [...all, record] : all;
}

function readField(text: string, start: number, separator: string): { field: string; end: number } {
  if (text[start] !== '"') {
    const end = endOfBare(text, start, separator);
    return { field: text.slice(start, end), end };
  }
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return { field: text.slice(start + 1), end: text.length };
  const end = endOfBare(text, close + 1, separator);
  return { field: text.slice(start + 1, close).replaceAll('""', '"') + text.slice(close + 1, end), end };
}

function endOfBare(text: string, start: number, separator: string): number {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}
