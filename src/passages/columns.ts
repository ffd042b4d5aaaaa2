// Rows without tags put in reading order: columns of text one behind the other, tables row by row.

import { commonest, type Row, rowFrom, type Segment } from './rows.ts';

/** Rows that are read one behind the other. */
export interface Column {
  readonly kind: 'text' | 'table';
  readonly rows: readonly Row[];
}

/** Puts the rows of a page, from the top, in reading order. */
export function columnsOf(page: readonly Row[]): Column[] {
  const found: Open[] = [];
  for (const { rows, gutters } of bandsOf(page)) {
    const gutter = widest(gutters);
    const sides = gutter ? [toLeft(rows, gutter), toRight(rows, gutter)] : [];
    const isParted = gutter !== undefined && (sides.every(isProse) || areUnlike(sides));
    for (const part of isParted ? sides.flatMap(columnsOf) : tablesIn(rows)) {
      const last = found.at(-1);
      if (!isParted && part.kind === 'text' && last?.kind === 'text' && last.isOpen) last.rows.push(...part.rows);
      else found.push({ kind: part.kind, rows: [...part.rows], isOpen: !isParted });
    }
  }
  return found;
}

/** A column to which the rows of the next band may be added. */
interface Open extends Column {
  readonly rows: Row[];
  readonly isOpen: boolean;
}

/** Rows of more than one cell are tables, with single rows of one cell between them; all others are text. */
function tablesIn(rows: readonly Row[]): Column[] {
  const isWide = (row: Row | undefined): boolean => row !== undefined && row.segments.length > 1;
  const isIn = rows.map((row, at) => isWide(row) || (isWide(rows[at - 1]) && isWide(rows[at + 1])));
  const runs: Row[][] = [];
  for (const [at, row] of rows.entries()) {
    if (at > 0 && isIn[at] === isIn[at - 1]) runs.at(-1)?.push(row);
    else runs.push([row]);
  }
  return runs.map(run => ({ kind: run.filter(isWide).length > 1 ? 'table' : 'text', rows: run }));
}

/** Whether what stands beside a text has letters of another size: it is no cell of the same row. */
function areUnlike([left = [], right = []]: readonly (readonly Row[])[]): boolean {
  const [a, b] = [sizeOf(left), sizeOf(right)];
  return [left, right].some(isProse) && Math.abs(a - b) > Math.max(a, b) * 0.08;
}

function sizeOf(rows: readonly Row[]): number {
  return commonest(rows.map(({ size, box }) => [size, box.right - box.left]));
}

function toLeft(rows: readonly Row[], { from }: Interval): Row[] {
  return partOf(rows, ({ box }) => box.right <= from);
}

function toRight(rows: readonly Row[], { to }: Interval): Row[] {
  return partOf(rows, ({ box }) => box.left >= to);
}

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Rows under one another that leave the same places free. */
interface Band {
  readonly rows: Row[];
  free: readonly Interval[];
  /** Places left free between text on both sides. */
  gutters: readonly Interval[];
}

function bandsOf(rows: readonly Row[]): Band[] {
  const bands: Band[] = [];
  for (const row of rows) {
    const band = bands.at(-1);
    const grown = band ? grow(band, row) : undefined;
    if (band && grown) {
      band.rows.push(row);
      band.free = grown.free;
      band.gutters = grown.gutters;
    } else bands.push({ rows: [row], free: freeIn(row), gutters: innerGaps(row) });
  }
  return bands;
}

/** The band with a row more; undefined where the row closes what the band leaves free, or opens a gap that it did not. */
function grow({ rows, free, gutters }: Band, row: Row): Pick<Band, 'free' | 'gutters'> | undefined {
  const both = overlaps(free, freeIn(row), row.size * 0.8);
  const [left, right] = [
    Math.min(row.box.left, ...rows.map(({ box }) => box.left)),
    Math.max(row.box.right, ...rows.map(({ box }) => box.right)),
  ];
  const kept = both.filter(({ from, to }) => from > left && to < right);
  if (kept.length === 0 && (gutters.length > 0 || row.segments.length > 1)) return undefined;
  const last = rows[rows.length - 1];
  const isFar = last !== undefined && last.box.bottom - row.box.top > Math.max(last.size, row.size) * 4;
  return isFar && gutters.length > 0 ? undefined : { free: both, gutters: kept };
}

function freeIn({ segments }: Row): Interval[] {
  const edges = segments.map(({ box }) => box);
  return [...edges, undefined].map((box, index) => ({
    from: edges[index - 1]?.right ?? Number.NEGATIVE_INFINITY,
    to: box?.left ?? Number.POSITIVE_INFINITY,
  }));
}

function innerGaps(row: Row): Interval[] {
  return freeIn(row).slice(1, -1);
}

function overlaps(some: readonly Interval[], others: readonly Interval[], least: number): Interval[] {
  return some.flatMap(a =>
    others
      .map(b => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }))
      .filter(({ from, to }) => to - from >= least),
  );
}

function widest(gutters: readonly Interval[]): Interval | undefined {
  return gutters.reduce<Interval | undefined>(
    (best, one) => (best && best.to - best.from >= one.to - one.from ? best : one),
    undefined,
  );
}

function partOf(rows: readonly Row[], isIn: (segment: Segment) => boolean): Row[] {
  return rows.flatMap(({ segments }) => {
    const own = segments.filter(isIn);
    return own.length > 0 ? [rowFrom(own)] : [];
  });
}

/** Whether rows are lines of text: of some words each, and more than one. */
function isProse(rows: readonly Row[]): boolean {
  const segments = rows.flatMap(one => one.segments);
  const letters = segments.reduce((sum, { tokens }) => sum + tokens.reduce((all, { text }) => all + text.length, 0), 0);
  return rows.length > 1 && letters / segments.length >= 16;
}
