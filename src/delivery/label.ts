// Labels of a sheet held against those of a table: alike but for case, spaces, hyphens, quotes, accents and marks.

import type { GridCell } from '../spreadsheet/grid.ts';

/** A text less all that agencies and spreadsheet programs type in different ways. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018-\u201b`\u00b4]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"')
    .replace(/\s*([/-])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** A label as a sheet has it. */
export interface SheetLabel {
  /** As it is shown. */
  readonly text: string;
  /** What it may be known by, the surest first. */
  readonly readings: readonly LabelReading[];
}

/** A way to read a label: with or without the mark behind it. */
export interface LabelReading {
  readonly text: string;
  readonly mark?: string;
}

const markPattern =
  /^(.*?[^\s*(\d]|.*?\d)\s*(\*{1,3}|\((?:\*{1,3}|[a-z]|\d|vp|nader voorlopig|voorlopig)\)|[¹²³⁰⁴-⁹]+)$/iu;

/** A text without the mark behind it, and the mark: `2023*`, `34 (v)`, `Politie¹`. */
export function splitMark(text: string): LabelReading {
  const match = markPattern.exec(text.trim());
  return match?.[1] ? { text: match[1].trim(), mark: match[2] ?? '' } : { text: text.trim() };
}

/** The label that a cell is; a day is the label of its year only when it stands for the whole of it. */
export function labelOf(cell: GridCell): SheetLabel {
  const text = cell.text;
  if (cell.kind === 'date') return { text, readings: yearReadings(cell) };
  if (cell.kind !== 'text') return { text, readings: cell.kind === 'number' ? [{ text }] : [] };
  const unmarked = splitMark(text);
  const open = text.replace(/\s*:$/, '');
  return {
    text,
    readings: [{ text }, ...(open === text ? [] : [{ text: open }]), ...(unmarked.mark ? [unmarked] : [])],
  };
}

function yearReadings({ date, yearOnly }: { date: string; yearOnly: boolean }): LabelReading[] {
  const isWholeYear = yearOnly || /-01-01$|-12-31$/.test(date);
  return isWholeYear ? [{ text: date.slice(0, 4) }] : [];
}

/** A known label that a sheet's label is, with the mark that stood behind it. */
export interface KnownLabel {
  readonly label: string;
  readonly mark?: string;
}

/** Finds the known label that a sheet's label is: the very same text, or else the only one that is alike. */
export function labelFinder(known: readonly string[]): (label: SheetLabel) => KnownLabel | undefined {
  const alike = Map.groupBy(known, folded);
  return ({ readings }) => {
    for (const { text, mark } of readings) {
      const same = alike.get(folded(text)) ?? [];
      const label = same.includes(text) ? text : same.length === 1 ? same[0] : undefined;
      if (label !== undefined) return { label, ...(mark ? { mark } : {}) };
    }
    return undefined;
  };
}
