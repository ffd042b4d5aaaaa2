// What a word of judgement claims of a number: the meanings that the office gives to its words.

import type { Direction } from '../statistics/order.ts';
import type { Rational } from '../statistics/rational.ts';

/** Values from `from`, itself included, up to `below`, itself excluded; without an end it has none. */
export interface Band {
  readonly from?: Rational;
  readonly below?: Rational;
}

/**
 * On which side of a number a value lies: `from` and `above` it (with and without the number itself), `under` it, about
 * it, at `least` or at `most` it as printed, or `exact`.
 */
export type ReachSide = 'from' | 'above' | 'under' | 'about' | 'least' | 'most' | 'exact';

/** What a word claims. */
export type Meaning =
  /** It went up or down or stayed; `either` also compares with another group, as "more women than men" does. */
  | { readonly kind: 'direction'; readonly way: Direction; readonly between: 'years' | 'either' }
  /** Its change, without the sign, lies in a band of per cent, or in one of percentage points when it is a percentage. */
  | { readonly kind: 'size'; readonly band: Band; readonly points?: Band }
  /** It is a share in per cent that lies in a band. */
  | { readonly kind: 'part'; readonly band: Band }
  /** It lies on a side of the number behind the word, and no further from it than `within` per cent of that number. */
  | { readonly kind: 'reach'; readonly side: ReachSide; readonly within?: Rational }
  /** It is the highest or lowest of its years, of its rivals, or of one of the two. */
  | { readonly kind: 'extreme'; readonly side: 'highest' | 'lowest'; readonly among: 'years' | 'rivals' | 'either' }
  /** Its change is the strongest of its rivals' changes, in its own direction. */
  | { readonly kind: 'strongest' }
  /** It is at least so many per cent ahead of every rival. */
  | { readonly kind: 'lead'; readonly from: Rational }
  /** What stands beside it is true in this year, and was in no year before. */
  | { readonly kind: 'first' }
  /** Its place in the order of its rivals, from the highest or the lowest: the place said, or the next after another. */
  | {
      readonly kind: 'order';
      readonly place: number | 'next' | 'unknown';
      readonly side?: 'highest' | 'lowest';
    }
  /**
   * What stands beside it was true a year before too (`again`, `still`), in each of so many last years (`steady`), or
   * goes the other way than at some time before (`back`); or its direction turned (`reversed`).
   */
  | { readonly kind: 'continuity'; readonly pattern: 'again' | 'still' | 'back' | 'reversed' }
  | { readonly kind: 'continuity'; readonly pattern: 'steady'; readonly years: number }
  /** What stands beside it is true for so many years on end; `exact` when it was not in the year before those. */
  | { readonly kind: 'streak'; readonly years?: number; readonly exact: boolean };

/** The kinds of meaning. */
export type MeaningKind = Meaning['kind'];

/** A stretch of text from `start` up to `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A word of judgement in a text, or several words with one meaning. */
export interface WordToken extends Stretch {
  readonly kind: 'word';
  /** The words as they stand in the text, from `start` to `end`. */
  readonly text: string;
  readonly meaning: Meaning;
  /** The other parts of a separable verb: "toe" in "nam met 5% toe". */
  readonly also?: readonly Stretch[];
}
