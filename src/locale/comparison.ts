// Comparisons in Dutch words: directions, more or fewer, and how many times as many.

import type { Interval } from '../statistics/interval.ts';
import type { Direction } from '../statistics/order.ts';
import {
  absolute,
  add,
  compare,
  divide,
  equals,
  multiply,
  one,
  type Rational,
  rational,
  subtract,
} from '../statistics/rational.ts';
import { joinedToAnd, numberInWords } from './count.ts';
import { houseNearness, type Nearness } from './nearness.ts';
import { formatNumber } from './number.ts';

/** The words for each direction, as they fit the sentence. */
export type DirectionWords = Readonly<Record<Direction, string>>;

/** Participles, for "het aantal is …". */
export const participles: DirectionWords = { up: 'gestegen', down: 'gedaald', same: 'gelijk gebleven' };

/** The word for a direction; words that are not given are the participles. */
export function directionWord(direction: Direction, words: Partial<DirectionWords> = {}): string {
  return words[direction] ?? participles[direction];
}

/** The words of a comparison: `54 meer`, `16 minder`, `evenveel`. */
export interface CompareWords {
  readonly more: string;
  readonly fewer: string;
  readonly same: string;
}

const compareDefaults: CompareWords = { more: 'meer', fewer: 'minder', same: 'evenveel' };

/** A difference (to − from) with the word that says which way: `54 meer`; a difference that prints as 0 is `same`. */
export function compareWords(difference: Rational, decimals = 0, words: Partial<CompareWords> = {}): string {
  const { more, fewer, same } = { ...compareDefaults, ...words };
  const size = formatNumber(absolute(difference), decimals);
  if (size === formatNumber(0, decimals)) return same;
  return `${size} ${difference.n > 0n ? more : fewer}`;
}

interface Multiple {
  readonly value: Rational;
  readonly words: string;
}

/** Half, the halves to four and a half, and the whole numbers to twenty. */
const multiples: readonly Multiple[] = [
  { value: rational(1, 2), words: 'half' },
  { value: rational(3, 2), words: 'anderhalf keer' },
  ...[2, 3, 4].flatMap(n => [whole(n), andHalf(n)]),
  ...Array.from({ length: 16 }, (_, index) => whole(index + 5)),
];

function whole(n: number): Multiple {
  return { value: rational(n), words: `${numberInWords(n)} keer` };
}

function andHalf(n: number): Multiple {
  return { value: rational(2 * n + 1, 2), words: `${joinedToAnd(numberInWords(n) ?? '')}half keer` };
}

/**
 * How many times as many, from a ratio: `bijna twee keer zo veel`, `ruim anderhalf keer zo veel`, `half zo veel`,
 * `evenveel`; with another quality `twee keer zo hoog`, `even hoog`. Undefined when the possible ratios have different
 * words, or no simple words exist.
 *
 * A ratio is named after the nearest multiple: plainly when as near as `nearness` says, else with `bijna` or `ruim`.
 * Under `anderhalf keer` only ratios loosely near it or `half` are named, because a share or a growth says more there.
 * On a limit the looser class holds, and halfway the lower multiple.
 */
export function timesInWords(
  ratio: Interval,
  quality = 'veel',
  { multiple: nearness }: Nearness = houseNearness,
): string | undefined {
  const [low, high] = [ratio.low, ratio.high].map(end => nameRatio(end, quality, nearness));
  return low === high ? low : undefined;
}

type MultipleReach = Nearness['multiple'];

/** The words of one ratio. Ratios with equal words lie next to each other, so that two ends speak for all between. */
function nameRatio(ratio: Rational, quality: string, nearness: MultipleReach): string | undefined {
  if (equals(ratio, one)) return quality === 'veel' ? 'evenveel' : `even ${quality}`;
  const nearest = multiples.find((multiple, index) => isNearest(ratio, [multiple, multiples[index + 1]], nearness));
  if (!nearest || !isNamed(ratio, nearest, nearness)) return undefined;
  return `${adverb(ratio, nearest, nearness)}${nearest.words} zo ${quality}`;
}

function isNearest(
  ratio: Rational,
  [{ value }, next]: [Multiple, Multiple | undefined],
  { plain }: MultipleReach,
): boolean {
  if (!next) return compare(ratio, value) <= 0 || isWithin(ratio, value, plain);
  return compare(ratio, divide(add(value, next.value), rational(2))) <= 0;
}

function isNamed(ratio: Rational, { value }: Multiple, { loose }: MultipleReach): boolean {
  const isBetween = compare(ratio, rational(3, 2)) < 0;
  return !isBetween || isWithin(ratio, value, loose);
}

function adverb(ratio: Rational, { value }: Multiple, { plain }: MultipleReach): string {
  if (isWithin(ratio, value, plain)) return '';
  return compare(ratio, value) < 0 ? 'bijna ' : 'ruim ';
}

function isWithin(ratio: Rational, value: Rational, part: Rational): boolean {
  return compare(absolute(subtract(ratio, value)), multiply(value, part)) < 0;
}
