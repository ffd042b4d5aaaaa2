// Words without tags set into rows: what stands on one height of a page, cut where a gap is wider than a space.

import type { Box } from '../pdf/pages.ts';
import { around } from './boxes.ts';
import { isRaised, type Token } from './tokens.ts';

/** Words beside one another, with no more than spaces between them. */
export interface Segment {
  readonly tokens: readonly Token[];
  readonly box: Box;
}

/** What stands on one height, from the left. */
export interface Row {
  readonly page: number;
  readonly segments: readonly Segment[];
  readonly box: Box;
  readonly baseline: number;
  /** The size of most of its letters. */
  readonly size: number;
}

/** The rows of a page from the top. */
export function rowsOf(tokens: readonly Token[]): Row[] {
  const sorted = [...tokens].sort((a, b) => b.baseline - a.baseline);
  const groups: Token[][] = [];
  for (const token of sorted) {
    const group = groups.at(-1);
    const [first] = group ?? [];
    if (group && first && isBeside(first, token)) group.push(token);
    else groups.push([token]);
  }
  return groups.map(group => rowFrom(segmentsOf(group.sort((a, b) => a.box.left - b.box.left))));
}

/** A number set higher than what it stands before is on its row, too. */
function isBeside(above: Token, token: Token): boolean {
  const drop = above.baseline - token.baseline;
  return drop < Math.min(above.size, token.size) * 0.3 || (isRaised(above, token) && drop < token.size * 0.5);
}

/** Labels of items: bullets, dashes, numbers and letters with a sign behind them. */
export const label = /^(?:[•◦▪‣●○■□⁃∙·–—*\uF0B7\uF0A7\uFFFD-]|\(?\d{1,2}[.)]|\(?[a-z][.)])$/;

function segmentsOf(tokens: readonly Token[]): Segment[] {
  const found: Token[][] = [];
  for (const token of tokens) {
    const segment = found.at(-1);
    const last = segment?.at(-1);
    const isLabelled = segment?.length === 1 && last !== undefined && label.test(last.text);
    const widest = (last?.size ?? 0) * (isLabelled ? 4 : 1.25);
    if (segment && last && token.box.left - last.box.right < widest) segment.push(token);
    else found.push([token]);
  }
  return found.map(segmentFrom);
}

/** A segment of words from the left. */
export function segmentFrom(tokens: readonly Token[]): Segment {
  return { tokens, box: around(tokens.map(({ box }) => box)) };
}

/** A row of segments from the left; at least one. */
export function rowFrom(segments: readonly Segment[]): Row {
  const tokens = segments.flatMap(one => one.tokens);
  const size = commonest(tokens.map(token => [token.size, token.text.length]));
  const main = tokens.find(token => token.size === size);
  return {
    ...{ page: tokens[0]?.page ?? 1, segments, box: around(segments.map(({ box }) => box)), size },
    baseline: main?.baseline ?? 0,
  };
}

/** The value with the greatest weight in all. */
export function commonest(values: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  return [...weights].reduce((best, one) => (one[1] > best[1] ? one : best), [0, -1])[0];
}

/** The words of a row. */
export function tokensIn({ segments }: Pick<Row, 'segments'>): readonly Token[] {
  return segments.flatMap(({ tokens }) => tokens);
}
