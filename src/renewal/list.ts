// A list of a YAML file whose items move, are replaced or go, with the alignment, quotes and comments of those that stay.

import { isScalar, Scalar, type YAMLSeq } from 'yaml';
import { type Splice, spliced } from '../edition/splice.ts';
import { lineEnd, lineStart } from './lines.ts';

/** What stands in a place of a list: an item that stood somewhere in it, or new text, as wide as that asks. */
export type Item =
  | { readonly kind: 'moved'; readonly from: number }
  | { readonly kind: 'typed'; readonly text: string; readonly width?: number };

/** The changes that put these items in the places of a list that has as many. */
export function relist(text: string, list: YAMLSeq, items: readonly Item[]): Splice[] {
  if (items.every((item, at) => item.kind === 'moved' && item.from === at)) return [];
  const spans = spansOf(list);
  const whole = text.slice(spans[0]?.start, spans.at(-1)?.end);
  if (list.flow && !/[\n#]/.test(whole)) return [relistLine(text, spans, items)];
  const end = list.flow
    ? (_start: number, own: number): number => own
    : (start: number): number => lineEnd(text, start);
  const written = spans.map(({ start, end: own }) => text.slice(start, end(start, own)).trimEnd());
  return spans.map(({ start, end: own }, at) => {
    const item = items[at];
    const replacement = item?.kind === 'moved' ? (written[item.from] ?? '') : (item?.text ?? '');
    return { start, end: start + text.slice(start, end(start, own)).trimEnd().length, text: replacement };
  });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function spansOf({ items }: YAMLSeq): Span[] {
  return items.map(item => {
    const [start, end] = isScalar(item) && item.range ? item.range : [0, 0];
    return { start, end };
  });
}

/** A cell with the spaces before it, without the one that follows a comma, and with those behind it. */
function relistLine(text: string, spans: readonly Span[], items: readonly Item[]): Splice {
  const starts = spans.map((_, at) => (at === 0 ? openingOf(text, spans) : commaBehind(text, spans[at - 1]) + 1));
  const bracket = /^\s*/.exec(text.slice(spans.at(-1)?.end))?.[0] ?? '';
  const isSpacious = bracket !== '' && text[starts[0] ?? 0] === ' ';
  const gap = spans.length < 2 || text[starts[1] ?? 0] === ' ' ? ' ' : '';
  const written = spans.map(({ end }, at) => {
    const before = at === 0 ? (isSpacious ? ' ' : '') : gap;
    const until = at === spans.length - 1 ? end : commaBehind(text, spans[at]);
    return text.slice((starts[at] ?? 0) + before.length, until);
  });
  const pieces = items.map(item =>
    item.kind === 'moved' ? (written[item.from] ?? '') : item.text.padStart(item.width ?? 0),
  );
  return {
    start: starts[0] ?? 0,
    end: spans.at(-1)?.end ?? 0,
    text: (isSpacious ? ' ' : '') + pieces.map(piece => piece.trimEnd()).join(`,${gap}`),
  };
}

function openingOf(text: string, [first]: readonly Span[]): number {
  return text.lastIndexOf('[', first?.start) + 1;
}

function commaBehind(text: string, span: Span | undefined): number {
  return text.indexOf(',', span?.end);
}

/** How many characters an item takes with the spaces that align it. */
export function widthAt(text: string, list: YAMLSeq, at: number): number {
  const spans = spansOf(list);
  const span = spans[at];
  if (!span || !list.flow) return 0;
  const start = at === 0 ? openingOf(text, spans) : commaBehind(text, spans[at - 1]) + 2;
  return Math.max(0, span.end - start);
}

/** The changes that leave only some items of a list, by their places. */
export function keepOnly(text: string, list: YAMLSeq, kept: readonly number[]): Splice[] {
  if (kept.length === list.items.length) return [];
  const ranges = list.items.map(item => rangeOf(item));
  if (!list.flow)
    return ranges
      .filter((_, at) => !kept.includes(at))
      .map(([start, end]) => ({
        start: lineStart(text, start),
        end: lineEnd(text, lastSign(text, start, end)) + 1,
        text: '',
      }));
  const [start, end] = rangeOf(list);
  return [{ start, end, text: `[${kept.map(at => text.slice(...(ranges[at] ?? [0, 0]))).join(', ')}]` }];
}

/** The offsets of a node's first character and of the one behind its last. */
export function rangeOf(node: unknown): [number, number] {
  const range = (node as { range?: readonly number[] | null } | null)?.range;
  return [range?.[0] ?? 0, range?.[1] ?? 0];
}

/** What stands between two offsets, with the changes that lie there. */
export function splicedWithin(
  text: string,
  [start, end]: readonly [number, number],
  changes: readonly Splice[],
): string {
  const moved = changes.map(one => ({ ...one, start: one.start - start, end: one.end - start }));
  return spliced(text.slice(start, end), moved);
}

/** The offset of the last character between two offsets that is no white space. */
export function lastSign(text: string, start: number, end: number): number {
  return start + Math.max(0, text.slice(start, end).trimEnd().length - 1);
}

/** A text between the quotes that a scalar has, or with the quotes that it needs. */
export function typedLike(text: string, { type }: Pick<Scalar, 'type'>): string {
  if (type === Scalar.QUOTE_DOUBLE) return JSON.stringify(text);
  if (type === Scalar.QUOTE_SINGLE || needsQuotes(text)) return `'${text.replaceAll("'", "''")}'`;
  return text;
}

function needsQuotes(text: string): boolean {
  return /^[\s\-?:,[\]{}#&*!|>'"%@`]|[[\]{}]|: |:$| #|\s$/.test(text) || text === '';
}

/** A label as it stands in a list between brackets. */
export function flowText(label: string): string {
  return needsQuotes(label) || label.includes(',') ? `'${label.replaceAll("'", "''")}'` : label;
}
