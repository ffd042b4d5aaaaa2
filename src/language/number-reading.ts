// What a written number says, apart from where it stands.

import type { Rational } from '../statistics/rational.ts';

/** How a number is written; `none` is a vague number (`tientallen`). */
export const numberForms = ['digits', 'cardinal', 'ordinal', 'fraction', 'multiple', 'none'] as const;
export type NumberForm = (typeof numberForms)[number];

/** What a number says of what it counts: how many, how many per cent, what part, how many times, which in order. */
export const numberMeasures = ['count', 'percentage', 'points', 'fraction', 'multiple', 'ordinal'] as const;
export type NumberMeasure = (typeof numberMeasures)[number];

/** A written number as a value. */
export interface Reading {
  readonly form: NumberForm;
  /**
   * The exact value as typed, in its own unit and without its sign: `28,3%` is 283/10, `een derde` 1/3, `anderhalf keer`
   * 3/2, `verdubbeld` 2, `gehalveerd` 1/2. Of a range the lower end.
   */
  readonly value: Rational;
  /** The upper end of a typed range: `5.000-7.500`, `170 tot 180`, `tien à twaalf`. */
  readonly high?: Rational;
  /**
   * The decimals typed, for rounding: 0 for words, 1 for words with a half (`anderhalf`). Below zero when a word for a
   * power of ten follows digits: `1,5 miljoen` is typed to −5 decimals.
   */
  readonly decimals: number;
  readonly measure: NumberMeasure;
  /** The sign as typed; a hyphen that joins words or makes a range is none. */
  readonly sign?: '+' | '-';
}
