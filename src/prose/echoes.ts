// Echoes of an expression that is written wrong: complaints about its sentence that it would answer if it were right.

import { anyMark, type Insert, type Marks } from '../claims/marks.ts';
import { sentencesOf } from '../claims/sentences.ts';
import type { Written } from '../claims/typed.ts';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { placeAt, type Source } from '../diagnostics/source.ts';
import type { Expression } from './evaluate.ts';

/** Keeps the places of expressions that were not written as they must be. */
export interface Gaps {
  /**
   * What stands in the Markdown for an expression without a value: a mark without words when it is a gap in a sentence,
   * else nothing.
   */
  readonly mark: (at: Expression, kind: GapKind | undefined) => string;
  /** The complaints without those that a gap in the same sentence may answer. */
  readonly withoutEchoes: (complaints: readonly Diagnostic[], written: Written) => Diagnostic[];
}

/**
 * An expression that cannot be read, or whose table or cell is not there yet, so that it may have said anything; or a
 * number whose name or label is wrong.
 */
type GapKind = 'unread' | 'misnamed';

/**
 * What kind of gap an expression leaves by its value and what was reported of it; a failed calculation leaves none, and what
 * was not reported here was where its table cannot be read or its cell is open.
 */
export function gapOf(value: unknown, reported: readonly Diagnostic[]): GapKind | undefined {
  if (value === undefined || reported.length === 0) return 'unread';
  return reported.some(({ rule }) => /^(?:unknown-|arguments$)/.test(rule)) ? 'misnamed' : undefined;
}

/** What is said of a sentence only when all its numbers are known, or even all its words. */
const echoes: Readonly<Record<GapKind, readonly string[]>> = {
  misnamed: ['unbound-word', 'word-contradicted', 'fall-unsaid', 'unit-missing'],
  unread: ['unbound-word', 'word-contradicted', 'fall-unsaid', 'year-mismatch', 'unit-missing'],
};

interface Gap {
  readonly kind: GapKind;
  /** The expression with its braces. */
  readonly typed: string;
}

/** No gaps yet in a text. */
export function createGaps(source: Source, marks: Marks): Gaps {
  const gaps = new Map<Insert, Gap>();
  return {
    mark: (at, kind) => {
      const [start, end] = [offsetOf(at.start, source), offsetOf(at.end, source)];
      if (!kind || standsAlone(source.text.slice(0, start), source.text.slice(end))) return '';
      const insert = { kind: 'inline', text: '', place: placeAt(source, start, end - start) } as const;
      gaps.set(insert, { kind, typed: source.text.slice(start, end) });
      return marks.keep(insert);
    },
    withoutEchoes: (complaints, written) => {
      if (gaps.size === 0) return [...complaints];
      const torn = tornSentences(written, gaps, marks);
      return complaints.filter(one => !torn.some(sentence => isEcho(one, sentence)));
    },
  };
}

/** A sentence with gaps. */
interface Torn {
  /** The places of its first and its last character. */
  readonly first: Place;
  readonly last: Place;
  readonly gaps: readonly Gap[];
}

function tornSentences({ text, placeOf }: Written, kept: ReadonlyMap<Insert, Gap>, marks: Marks): Torn[] {
  return sentencesOf(text).flatMap(({ start, end }) => {
    const inserts = [...text.slice(start, end).matchAll(anyMark)].map(([, index]) => marks.at(Number(index)));
    const gaps = inserts.flatMap(insert => (insert && kept.get(insert)) ?? []);
    if (gaps.length === 0) return [];
    return [{ first: placeOf({ start, end: start + 1 }), last: placeOf({ start: end - 1, end }), gaps }];
  });
}

/** A number without a ground stays one, unless it belongs to a label that the expression names. */
function isEcho({ rule, place }: Diagnostic, { first, last, gaps }: Torn): boolean {
  if (!place || !isUpTo(first, place) || !isUpTo(place, last)) return false;
  if (rule === 'unbound-number') return gaps.some(({ typed }) => typed.includes(wordsAt(place)));
  return gaps.some(({ kind }) => echoes[kind].includes(rule));
}

function offsetOf({ line, column }: Expression['start'], { lineStarts }: Source): number {
  return (lineStarts[line - 1] ?? 0) + column;
}

/** Whether nothing else stands in the paragraph, so that it has no sentence. */
function standsAlone(before: string, after: string): boolean {
  return /(?:^|\n[^\S\n]*\n)\s*$/.test(before) && /^\s*?(?:\n\s*\n|\s*$)/.test(after);
}

function isUpTo(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.column <= b.column);
}

/** The words that a place underlines. */
function wordsAt({ text = '', column, length = 1 }: Place): string {
  return text.slice(column - 1, column - 1 + length);
}
