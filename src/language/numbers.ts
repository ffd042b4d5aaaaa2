// Every number that a reader finds in a Dutch text, in digits and in words.

import { joinTerms } from './number-joins.ts';
import { joinParts } from './number-parts.ts';
import type { Reading } from './number-reading.ts';
import { inSmallLetters } from './number-spelling.ts';
import { scanTerms } from './number-terms.ts';

/** A number in a text: what it says, and where; `text` is what stands between `start` and `end`. */
export interface NumberToken extends Reading {
  readonly kind: 'number';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The numbers of a text in order, never overlapping, the longest reading of each: digits with `%`, ` procent`, ` miljoen`
 * or ` keer zo veel` behind them, number words, fractions, multiples, ordinals, ranges and vague numbers
 * (`tientallen`). Roman numerals, the article `een` and digits behind a letter (`A4`) are none; neither are the digits
 * in the marks that stand for expressions.
 */
export function scanNumbers(text: string): readonly NumberToken[] {
  const small = inSmallLetters(text);
  return joinTerms(small, joinParts(small, scanTerms(small))).map(({ start, end, reading }) => ({
    kind: 'number',
    text: text.slice(start, end),
    ...{ start, end },
    ...reading,
  }));
}
