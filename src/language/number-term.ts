// A single number of a text, before it is joined with those that it belongs to.

import type { Reading } from './number-reading.ts';
import { type TailKind, tailAt, withTail } from './number-tail.ts';

/**
 * What company a number needs: none; `article` (`een`), `half`, `double` (`dubbel`) and `parts` (`derden`) are numbers
 * only with another word, and `quarter` (`kwart`) is one with or without.
 */
export type Role = 'alone' | 'article' | 'half' | 'double' | 'parts' | 'quarter';

/** A single number and where it stands. */
export interface Term {
  readonly start: number;
  readonly end: number;
  readonly reading: Reading;
  /** By what power of ten a word behind it multiplied it: 6 for `miljoen`. */
  readonly power: number;
  readonly role: Role;
}

/** A term that needs no company. */
export function alone(start: number, end: number, reading: Reading): Term {
  return { start, end, reading, power: 0, role: 'alone' };
}

/** The term with the tail that stands behind it in a text of small letters: `5` as `5 procent`. */
export function tailed(text: string, term: Term, kind: TailKind): Term {
  const tail = tailAt(text, term.end, kind);
  return { ...term, end: term.end + tail.length, ...withTail(term.reading, tail) };
}
