// The rows of a table a step later: cells move with their years, and those that nobody knows yet are open.

import { isMap, isPair, isScalar, isSeq, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { openSign } from '../edition/cell.ts';
import type { Splice } from '../edition/splice.ts';
import type { YamlFile } from '../edition/yaml.ts';
import { lineEnd, lineStart, nextLine } from './lines.ts';
import { type Item, lastSign, rangeOf, relist, splicedWithin, typedLike, widthAt } from './list.ts';
import type { Shape } from './shape.ts';
import type { Slot } from './slot.ts';
import { isYear } from './step.ts';

/** A row as it stands in the file. */
interface Entry {
  readonly key: Scalar;
  readonly list: YAMLSeq;
  readonly start: number;
  /** The offset behind its last character. */
  readonly end: number;
}

/** The changes to the rows of a table. */
export function renewRows(file: YamlFile, shape: Shape): Splice[] {
  const rows = file.document.getIn(['rows'], true);
  if (!isMap(rows)) return [];
  const { text } = file.source;
  const entries = entriesOf(rows, text);
  const written = entries.map((entry, at) => writeRow(entry, { slot: shape.rows[at], text, shape, entries }));
  const moves = shape.rows.some(({ from }, at) => from !== undefined && from !== at);
  if (!moves || rows.flow) return replaced(entries, written);
  return shiftedRows(text, { entries, written, slots: shape.rows });
}

function entriesOf({ items }: YAMLMap, text: string): Entry[] {
  return items.flatMap(pair => {
    const { key, value } = pair as Pair;
    if (!isPair(pair) || !isScalar(key) || !isSeq(value)) return [];
    const [[start], [, end]] = [rangeOf(key), rangeOf(value)];
    return [{ key, list: value, start, end: lastSign(text, start, end) + 1 }];
  });
}

interface RowWork {
  readonly slot: Slot | undefined;
  readonly text: string;
  readonly shape: Shape;
  readonly entries: readonly Entry[];
}

/** The row that now stands in a place: the cells of another one that moved here, or this one with what stays in it. */
function writeRow(entry: Entry, { slot, text, shape, entries }: RowWork): string {
  const source = slot?.from === undefined ? entry : (entries[slot.from] ?? entry);
  const { start, end, key, list } = source;
  const isOpen = slot?.from === undefined;
  const items = shape.columns.map((column, at): Item => {
    if (!isOpen && column.from !== undefined) return { kind: 'moved', from: column.from };
    const isAligned = column.from !== undefined; // with cells of other rows that stay
    return { kind: 'typed', text: openSign, ...(isAligned ? { width: widthAt(text, list, column.from ?? at) } : {}) };
  });
  const [from, to] = rangeOf(key);
  const label =
    slot && String(key.value) !== slot.label ? [{ start: from, end: to, text: typedLike(slot.label, key) }] : [];
  const changes = [...label, ...relist(text, list, items)];
  return splicedWithin(text, [start, end], changes);
}

function replaced(entries: readonly Entry[], written: readonly string[]): Splice[] {
  return entries.map(({ start, end }, at) => ({ start, end, text: written[at] ?? '' }));
}

interface Rows {
  readonly entries: readonly Entry[];
  readonly written: readonly string[];
  readonly slots: readonly Slot[];
}

/** Rows of years that go, with the comments on them, and new ones below (or above) the newest; all others stay in place. */
function shiftedRows(text: string, { entries, written, slots }: Rows): Splice[] {
  const years = slots.flatMap(({ was, label }, at) => (isYear(was) && was !== label ? [at] : []));
  const added = years.filter(at => slots[at]?.from === undefined);
  const isAbove = added[0] === years[0];
  const stays = entries.flatMap((entry, index) => {
    const place = years.includes(index) ? slots.findIndex(({ from }) => from === index) : index;
    return place < 0 ? [] : [{ start: entry.start, end: entry.end, text: written[place] ?? '' }];
  });
  const gone = years.filter(index => !slots.some(({ from }) => from === index)).flatMap(at => entries[at] ?? []);
  const newest = entries[(isAbove ? years[0] : years.at(-1)) ?? 0];
  const lines = added.map(at => `${indentOf(text, newest?.start ?? 0)}${written[at]}`);
  return [...stays, ...gone.map(entry => withoutRow(text, entry)), addition(text, lines, { newest, isAbove })];
}

function withoutRow(text: string, entry: Entry): Splice {
  return { start: commentsAbove(text, entry), end: nextLine(text, entry.end), text: '' };
}

interface Beside {
  readonly newest: Entry | undefined;
  readonly isAbove: boolean;
}

function addition(text: string, lines: readonly string[], { newest, isAbove }: Beside): Splice {
  const { start = 0, end = 0 } = newest ?? {};
  if (isAbove) return { start: lineStart(text, start), end: lineStart(text, start), text: `${lines.join('\n')}\n` };
  const at = lineEnd(text, end);
  return { start: at, end: at, text: `\n${lines.join('\n')}` };
}

function indentOf(text: string, offset: number): string {
  return /^\s*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}

/** Where the comments begin that stand right above a row and name its year. */
function commentsAbove(text: string, { key, start }: Entry): number {
  let from = lineStart(text, start);
  for (;;) {
    const above = lineStart(text, from - 1);
    const line = text.slice(above, Math.max(0, from - 1));
    if (from === 0 || !/^\s*#/.test(line) || !line.includes(String(key.value))) return from;
    from = above;
  }
}
