// A share as a simple fraction in Dutch words, for exact and for uncertain shares.

import type { Interval } from '../statistics/interval.ts';
import {
  absolute,
  add,
  compare,
  divide,
  equals,
  lesser,
  multiply,
  one,
  type Rational,
  rational,
  subtract,
  zero,
} from '../statistics/rational.ts';
import { type FractionReach, houseNearness, type Nearness } from './nearness.ts';

/** How a fraction joins a noun: `een kwart van de slachtoffers`, `een op de zes slachtoffers`, `alle slachtoffers`. */
type Joint = 'van de' | 'bare';

interface Fraction {
  readonly value: Rational;
  readonly words: string;
  readonly joint: Joint;
  /** Whether shares near it, and not only at it, are named after it. */
  readonly attracts: boolean;
}

function named(n: number, d: number, words: string, joint: Joint, attracts = true): Fraction {
  return { value: rational(n, d), words, joint, attracts };
}

/**
 * The fractions that Dutch prose names, lowest first. A share is named after the nearest of those that attract; eighths,
 * three tenths and seven tenths are named only when they are hit, because readers picture quarters and thirds sooner.
 */
const fractions: readonly Fraction[] = [
  named(1, 20, 'een op de twintig', 'bare'),
  named(1, 10, 'een tiende', 'van de'),
  named(1, 8, 'een op de acht', 'bare', false),
  named(1, 6, 'een op de zes', 'bare'),
  named(1, 5, 'een vijfde', 'van de'),
  named(1, 4, 'een kwart', 'van de'),
  named(3, 10, 'drie op de tien', 'bare', false),
  named(1, 3, 'een derde', 'van de'),
  named(2, 5, 'twee op de vijf', 'bare'),
  named(1, 2, 'de helft', 'van de'),
  named(3, 5, 'drie op de vijf', 'bare'),
  named(2, 3, 'twee derde', 'van de'),
  named(7, 10, 'zeven op de tien', 'bare', false),
  named(3, 4, 'drie kwart', 'van de'),
  named(4, 5, 'vier op de vijf', 'bare'),
  named(5, 6, 'vijf op de zes', 'bare'),
  named(7, 8, 'zeven op de acht', 'bare', false),
  named(9, 10, 'negen op de tien', 'bare'),
  named(1, 1, 'alle', 'bare'),
];

const none: Fraction = named(0, 1, 'geen', 'bare');

/** A share in words: what stands before the fraction and the fraction. */
interface Naming {
  readonly adverb: '' | 'bijna ' | 'ruim ' | 'ongeveer ';
  readonly fraction: Fraction;
}

/**
 * A share of 0 to 1 as a fraction: `de helft`, `bijna een kwart`, `ruim een derde`, `alle`, `geen`; `ongeveer een
 * vijfde` for an uncertain share around it. Undefined when its possible values have different words, or no simple words
 * exist (a share under a fortieth, or over 1).
 *
 * A share is plain or about a fraction when it is as near as `nearness` says; on a limit it falls in the looser class.
 * Otherwise it is `bijna` below it and `ruim` above it, up to halfway the next fraction, and no lower than half of the
 * lowest one. `alle` is everyone: short of that it is `bijna alle`, and never `ongeveer`.
 */
export function fractionInWords(share: Interval, nearness: Nearness = houseNearness): string | undefined {
  const naming = nameShare(share, nearness);
  return naming && `${naming.adverb}${naming.fraction.words}`;
}

/** On which side of which fraction a share lies, when it is named after it. */
export interface FractionSide {
  readonly fraction: Rational;
  readonly side: 'at' | 'below' | 'above' | 'about';
}

const sides = { '': 'at', 'bijna ': 'below', 'ruim ': 'above', 'ongeveer ': 'about' } as const;

/** The fraction that a share is named after, and its side; undefined as for `fractionInWords`. */
export function fractionSide(share: Interval, nearness: Nearness = houseNearness): FractionSide | undefined {
  const naming = nameShare(share, nearness);
  return naming && { fraction: naming.fraction.value, side: sides[naming.adverb] };
}

/**
 * The fraction with its noun, which the words join in different ways: `ruim de helft van de slachtoffers`, `een op de
 * zes slachtoffers`, `alle slachtoffers`, `geen slachtoffers`; undefined as for `fractionInWords`.
 */
export function fractionOfNoun(share: Interval, noun: string, nearness: Nearness = houseNearness): string | undefined {
  const naming = nameShare(share, nearness);
  if (!naming) return undefined;
  const joint = naming.fraction.joint === 'van de' ? ' van de' : '';
  return `${naming.adverb}${naming.fraction.words}${joint} ${noun}`;
}

function nameShare({ low, high }: Interval, nearness: Nearness): Naming | undefined {
  const { plain, about } = nearness.fraction;
  const [first, last] = [nameValue(low, plain), nameValue(high, plain)];
  if (!first || !last) return undefined;
  if (first.fraction !== last.fraction) return undefined;
  if (first.adverb === last.adverb) return first;
  const { fraction } = first;
  const isAbout = !equals(fraction.value, one) && [low, high].every(end => isWithin(end, fraction.value, about));
  return isAbout ? { adverb: 'ongeveer ', fraction } : undefined;
}

/** The words of one share. Shares with equal words lie next to each other, so that two ends speak for all between. */
function nameValue(share: Rational, plain: FractionReach): Naming | undefined {
  if (equals(share, zero)) return { adverb: '', fraction: none };
  const isOutside = compare(share, rational(1, 40)) < 0 || compare(share, one) > 0;
  if (isOutside) return undefined;
  const hit = fractions.find(candidate => isPlain(share, candidate, plain));
  if (hit) return { adverb: '', fraction: hit };
  const nearest = nearestTo(share);
  return { adverb: compare(share, nearest.value) < 0 ? 'bijna ' : 'ruim ', fraction: nearest };
}

function isPlain(share: Rational, { value }: Fraction, plain: FractionReach): boolean {
  if (equals(value, one)) return equals(share, one);
  return isWithin(share, value, plain);
}

function isWithin(share: Rational, fraction: Rational, limit: FractionReach): boolean {
  return compare(absolute(subtract(share, fraction)), reachAround(fraction, limit)) < 0;
}

/** The distance around a fraction that a reach allows; what lies at that very distance is outside. */
export function reachAround(fraction: Rational, { points, part }: FractionReach): Rational {
  return lesser(points, multiply(part, fraction));
}

/** The attracting fraction nearest to the share; halfway between two it is the lower. */
function nearestTo(share: Rational): Fraction {
  const attracting = fractions.filter(candidate => candidate.attracts);
  return attracting.reduce((below, above) => (compare(share, halfway(below, above)) > 0 ? above : below));
}

function halfway(a: Fraction, b: Fraction): Rational {
  return divide(add(a.value, b.value), rational(2));
}
