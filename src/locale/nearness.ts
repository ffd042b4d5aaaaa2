// How near a value must lie to a simple fraction or multiple to be named after it.

import { type Rational, rational } from '../statistics/rational.ts';

/** A distance to a fraction: in parts of the whole, and in parts of the fraction itself; the shorter of the two counts. */
export interface FractionReach {
  readonly points: Rational;
  readonly part: Rational;
}

/** The distances within which fractions and multiples are named; each in parts of one, so that a tenth is 1/10. */
export interface Nearness {
  readonly fraction: {
    /** Nearer than this a share is named without a word before it. */
    readonly plain: FractionReach;
    /** Nearer than this an uncertain share is about the fraction. */
    readonly about: FractionReach;
  };
  readonly multiple: {
    /** Nearer than this part of it a ratio is named without a word before it. */
    readonly plain: Rational;
    /** How near a ratio under one and a half must be to be named at all. */
    readonly loose: Rational;
  };
}

/**
 * The distances of the house, where no others are given.
 * - A fraction is plain nearer than one percentage point, for then both round to about the same percentage; for small
 *   fractions nearer than a tenth of the fraction itself: 4% is not plainly one in twenty.
 * - About a fraction is within two points, and no further than a fifth of it.
 * - A multiple is plain nearer than a fortieth of it: two is 1,95 to 2,05, what prints as 2,0.
 */
export const houseNearness: Nearness = {
  fraction: {
    plain: { points: rational(1, 100), part: rational(1, 10) },
    about: { points: rational(2, 100), part: rational(1, 5) },
  },
  multiple: { plain: rational(1, 40), loose: rational(1, 10) },
};
