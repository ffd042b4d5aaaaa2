// Whether a number that an author wrote states a quantity truly, for every value the quantity may have.

import { fractionSide, reachAround } from '../locale/fraction.ts';
import { houseNearness, type Nearness } from '../locale/nearness.ts';
import {
  absoluteInterval,
  addIntervals,
  exactly,
  type Interval,
  midpoint,
  scaleInterval,
} from '../statistics/interval.ts';
import { approximationOf } from '../statistics/print.ts';
import { isFailure, type Measure, type Quantity, withoutSign } from '../statistics/quantity.ts';
import {
  add,
  equals,
  multiply,
  negate,
  one,
  type Rational,
  rational,
  roundDown,
  roundHalfUp,
  roundUp,
  subtract,
  zero,
} from '../statistics/rational.ts';
import { halfUnit, reachCoverage, roundingTo } from './agree-reach.ts';
import { type Coverage, coverage, unanswerable, type Verdict, verdictOf } from './judge-verdict.ts';
import { amount } from './judge-words.ts';
import type { NumberToken } from './numbers.ts';
import type { Meaning } from './vocabulary-meaning.ts';

type Reach = Extract<Meaning, { kind: 'reach' }>;

/**
 * Whether a written number states a quantity. Without a word before it:
 * - digits, number words and percentages: every value rounds half up, on the exact value, to the number with the
 *   decimals that were written; the number that a single cell prints agrees with that cell;
 * - fractions and multiples: every value is as near as `nearness` says is plain; a multiple with a decimal rounds;
 * - a range: the values reach from its lower to its upper end, rounded half up or outwards;
 * - a vague number (`tientallen`): every value is at least twice and less than twenty times its unit.
 *
 * A number without a sign states the size of a rise or a fall; a sign must agree. A multiple of a growth g is 1 + g/100.
 * With a word before it (`ruim`, `ten minste`) `reachCoverage` says which values agree; besides, a fraction agrees with
 * the words that `fractionInWords` has for the share, and "about" with the number that `approximationOf` gives and with the
 * middle of the possible values.
 */
export function agree(
  number: NumberToken,
  reach: Meaning | undefined,
  quantity: Quantity,
  nearness: Nearness = houseNearness,
): Verdict {
  if (!stated[number.measure].includes(quantity.measure)) return unanswerable(mismatch(number, quantity));
  const statement = { number, quantity, nearness, ...inItsUnit(number, quantity) };
  const covered =
    reach?.kind === 'reach' ? reachedCoverage(statement, turned(reach, number)) : plainCoverage(statement);
  return verdictOf(covered, () => `it is ${amount(quantity)}`);
}

const otherSides: Readonly<Partial<Record<Reach['side'], Reach['side']>>> = {
  ...{ from: 'under', above: 'under', under: 'above', least: 'most', most: 'least' },
};

/** `meer dan gehalveerd` is less than half: what is said of a halving is said of how much is gone. */
function turned(reach: Reach, { text }: NumberToken): Reach {
  const side = /halve(?:er|r(?:ing|en|d))/i.test(text) ? otherSides[reach.side] : undefined;
  return side ? { ...reach, side } : reach;
}

/** What each kind of number can state. */
const stated: Readonly<Record<NumberToken['measure'], readonly Measure[]>> = {
  count: ['count', 'mean', 'rank', 'ratio'],
  percentage: ['percentage'],
  points: ['points'],
  ordinal: ['rank'],
  fraction: ['percentage', 'ratio'],
  multiple: ['ratio', 'percentage'],
};

const numberNames: Readonly<Record<NumberToken['measure'], string>> = {
  count: 'a number',
  percentage: 'a percentage',
  points: 'a number of percentage points',
  ordinal: 'a place in an order',
  fraction: 'a part',
  multiple: 'a number of times',
};

const quantityNames: Readonly<Record<Measure, string>> = {
  count: 'a number',
  mean: 'a mean',
  rank: 'a place in an order',
  ratio: 'a ratio',
  percentage: 'a percentage',
  points: 'a difference in percentage points',
};

function mismatch(number: NumberToken, quantity: Quantity): string {
  return `it is ${amount(quantity)}, ${quantityNames[quantity.measure]}, and "${number.text}" is ${numberNames[number.measure]}`;
}

/** A number and a quantity in the same unit. */
interface Statement {
  readonly number: NumberToken;
  readonly quantity: Quantity;
  readonly nearness: Nearness;
  /** What was written, with its sign. */
  readonly value: Rational;
  /** All values of the quantity; without their sign, when none was written. */
  readonly interval: Interval;
}

function inItsUnit({ measure, value, sign }: NumberToken, quantity: Quantity): Pick<Statement, 'value' | 'interval'> {
  const signed = sign === '-' ? negate(value) : value;
  const { interval } = quantity;
  const parts = quantity.measure === 'percentage' ? scaleInterval(interval, rational(1, 100)) : interval;
  if (measure === 'multiple')
    return {
      value: signed,
      interval: quantity.measure === 'percentage' ? addIntervals(parts, exactly(one)) : interval,
    };
  const own = measure === 'fraction' ? parts : interval;
  return { value: signed, interval: sign === undefined ? absoluteInterval(own) : own };
}

/** Whether the number is a fraction or multiple that stands for all values near it. */
function isRoundFigure({ measure, text }: NumberToken): boolean {
  return (measure === 'fraction' || measure === 'multiple') && !/\d,\d/.test(text);
}

function plainCoverage(statement: Statement): Coverage {
  const { number, quantity, interval, value, nearness } = statement;
  if (number.high) return rangeCoverage(statement, number.high);
  if (number.form === 'none')
    return coverage(interval, { low: times(value, 2), high: times(value, 20), isHighOpen: true });
  if (isRoundFigure(number)) return nearCoverage(statement, plainReach(number, nearness));
  if (quantity.typed && quantity.decimals === number.decimals && number.measure !== 'multiple')
    return equals(quantity.typed, value) ? 'all' : 'none';
  return coverage(interval, roundingTo({ value, half: halfUnit(number.decimals) }));
}

function times(value: Rational, factor: number): Rational {
  return multiply(value, rational(factor));
}

function plainReach({ measure, value }: NumberToken, { fraction, multiple }: Nearness): Rational {
  return measure === 'fraction' ? reachAround(value, fraction.plain) : multiply(value, multiple.plain);
}

/** The values nearer than a distance to the number, and the number itself. */
function nearCoverage({ interval, value }: Pick<Statement, 'interval' | 'value'>, distance: Rational): Coverage {
  if (equals(distance, zero)) return coverage(interval, { low: value, high: value });
  const [low, high] = [subtract(value, distance), add(value, distance)];
  return coverage(interval, { low, high, isLowOpen: true, isHighOpen: true });
}

function rangeCoverage({ number, interval, value }: Statement, high: Rational): Coverage {
  const { decimals } = number;
  const [lowest, highest] = [interval.low, interval.high];
  const beginsThere = [roundHalfUp(lowest, decimals), roundDown(lowest, decimals)].some(end => equals(end, value));
  const endsThere = [roundHalfUp(highest, decimals), roundUp(highest, decimals)].some(end => equals(end, high));
  return beginsThere && endsThere ? 'all' : 'none';
}

function reachedCoverage(statement: Statement, reach: Reach): Coverage {
  const { number, interval, value } = statement;
  const half = isRoundFigure(number) ? zero : halfUnit(number.decimals);
  const covered = reachCoverage(interval, { value, half }, reach);
  if (covered === 'all' || isNamedSo(statement, reach)) return 'all';
  return reach.side === 'about' ? aboutCoverage(statement, covered) : covered;
}

const sides = { at: 'about', about: 'about', above: 'from', below: 'under' } as const;

/** Whether the house's own words for the share are these. */
function isNamedSo({ number, interval, nearness }: Statement, { side }: Reach): boolean {
  if (number.measure !== 'fraction') return false;
  const named = fractionSide(interval, nearness);
  return named !== undefined && equals(named.fraction, number.value) && sides[named.side] === side;
}

function aboutCoverage(statement: Statement, covered: Coverage): Coverage {
  const { number, quantity, nearness } = statement;
  const { value, measure, decimals } = number;
  if (measure === 'fraction')
    return wider(covered, nearCoverage(statement, reachAround(value, nearness.fraction.about)));
  if (measure === 'multiple') return wider(covered, nearCoverage(statement, multiply(value, nearness.multiple.loose)));
  const unsigned = number.sign === undefined ? withoutSign(quantity) : quantity;
  if (isFailure(unsigned)) return covered;
  const approximation = approximationOf(unsigned, decimals);
  if (!approximation) return covered;
  const middle = roundHalfUp(midpoint(unsigned.interval), decimals);
  return [approximation, middle].some(one => equals(one, statement.value)) ? 'all' : covered;
}

function wider(a: Coverage, b: Coverage): Coverage {
  if (a === 'all' || b === 'all') return 'all';
  return a === 'some' || b === 'some' ? 'some' : 'none';
}
