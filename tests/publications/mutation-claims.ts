// The words of judgement of a passage, each with what it is said of.

import type { InlineInsert } from '../../src/claims/marks.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Source } from '../../src/diagnostics/source.ts';
import { mustachesOf } from './mutation-frozen.ts';
import { readingOf, type WordClaim } from './mutation-oracle.ts';
import { type Said, saidBy } from './mutation-said.ts';
import type { Passage, Worked } from './mutation-texts.ts';

/** A word of judgement in a passage. */
export interface PlacedWord {
  readonly insert: InlineInsert;
  /** Where it stands in the passage: of words between quotes the whole expression, of typed words these. */
  readonly start: number;
  readonly end: number;
  readonly isLiteral: boolean;
  /** What it is said of; undefined when this test cannot judge it. */
  readonly claim?: WordClaim;
}

/** The asserted words and asserted numbers of a passage, in order. */
export function wordsIn(passage: Passage, { printed }: Worked): PlacedWord[] {
  const { source } = passage;
  const literals = new Map(mustachesOf(passage).map(mustache => [mustache.key, mustache]));
  return [...printed].flatMap(([key, insert]) => {
    if (insert.statement?.ground !== 'asserted') return [];
    const literal = literals.get(key);
    if (literal && !literal.isLiteral) return [];
    const start = literal?.start ?? offsetOf(insert.place, source);
    const end = literal?.end ?? start + insert.text.length;
    const own = literal && source.text.slice(start + 2, end - 2);
    const of = saidOf(passage, start, end)?.of;
    const said = of === undefined ? own : `"${insert.text}" ${of}`;
    const claim = said !== undefined && readingOf(insert.text) ? { words: insert.text, said } : undefined;
    return [{ insert, start, end, isLiteral: literal !== undefined, ...(claim ? { claim } : {}) }];
  });
}

/** What was written down of the word that stands there. */
function saidOf(passage: Passage, start: number, end: number): Said | undefined {
  return saidBy.find(said => {
    const at = stretchAt(passage, said);
    return at !== undefined && at >= start && at < end;
  });
}

/** Where the word of a stretch stands in a passage; undefined when it is not there. */
export function stretchAt({ text, source }: Passage, said: Said): number | undefined {
  if (text !== said.text) return undefined;
  const at = source.text.indexOf(said.stretch.replace(/[[\]]/g, ''));
  return at < 0 ? undefined : at + said.stretch.indexOf('[');
}

/** Whether something is reported within a stretch of a passage. */
export function isReported(
  diagnostics: readonly Diagnostic[],
  { start, end }: { readonly start: number; readonly end: number },
  source: Source,
): boolean {
  return diagnostics.some(({ place }) => {
    const at = place && offsetOf(place, source);
    return at !== undefined && at >= start && at < end;
  });
}

function offsetOf({ line, column }: { readonly line: number; readonly column: number }, source: Source): number {
  return (source.lineStarts[line - 1] ?? 0) + column - 1;
}
