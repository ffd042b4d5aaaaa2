// Numbers and changes as messages say them: "it fell by 14% (348 to 299)".

import { cellText } from '../locale/cell.ts';
import { formatNumber } from '../locale/number.ts';
import { differenceOf, growthOf, pointsOf } from '../statistics/arithmetic.ts';
import { intervalOf, isExact } from '../statistics/interval.ts';
import { type Direction, directionOf } from '../statistics/order.ts';
import { leastOf, mostOf, printable } from '../statistics/print.ts';
import { type Calculation, isFailure, type Measure, type Quantity, withoutSign } from '../statistics/quantity.ts';
import { equals, type Rational, roundHalfUp } from '../statistics/rational.ts';
import type { Band } from './vocabulary-meaning.ts';

const endings: Readonly<Record<Measure, string>> = {
  count: '',
  mean: '',
  ratio: '',
  rank: '',
  percentage: '%',
  points: ' points',
};

/** A value of a measure: `348`, `14%`, `28,3`; with at most so many decimals, and none that are zero. */
export function valueSaid(value: Rational, measure: Measure, most = 1): string {
  return `${formatNumber(value, decimalsOf(value, most))}${endings[measure]}`;
}

/** How many decimals a value has, rounded to the most it may have. */
function decimalsOf(value: Rational, most: number): number {
  const rounded = roundHalfUp(value, most);
  let decimals = most;
  while (decimals > 0 && equals(roundHalfUp(rounded, decimals - 1), rounded)) decimals -= 1;
  return decimals;
}

/** A number with what is certain of it: `348`, `<5`, `28,3`, `between 326 and 329`. */
export function amount(quantity: Quantity): string {
  const { interval, typed, measure, decimals } = quantity;
  const cell = ownCell(quantity);
  if (cell !== undefined) return cell;
  if (typed) return `${formatNumber(typed, decimals)}${endings[measure]}`;
  return isExact(interval) ? valueSaid(interval.low, measure) : between(quantity);
}

/** A cell that holds no single number is said as it stands in the table. */
function ownCell({ cells, interval, typed }: Quantity): string | undefined {
  const [cell] = cells;
  if (!cell || cells.length > 1 || typed) return undefined;
  const own = intervalOf(cell.observation.value);
  if (!own || isExact(own) || !equals(own.low, interval.low) || !equals(own.high, interval.high)) return undefined;
  return cellText(cell.observation.value);
}

/** The two ends between which a number lies, rounded outwards: `between −3% and 5%`, `between 4 and 6 points`. */
export function between(quantity: Quantity): string {
  const { measure, decimals } = quantity;
  const first = valueSaid(leastOf(quantity), measure === 'points' ? 'count' : measure, decimals);
  return `between ${first} and ${valueSaid(mostOf(quantity), measure, decimals)}`;
}

/** From what to what. */
export interface Change {
  readonly from: Quantity;
  readonly to: Quantity;
}

/** How much a change is: in points when it is one of percentages, else in per cent; its sign tells the direction. */
export function sizeOf({ from, to }: Change): Calculation {
  return from.measure === 'percentage' ? pointsOf(from, to) : growthOf(from, to);
}

const verbs: Readonly<Record<Direction, string>> = { up: 'rose', down: 'fell', same: 'stayed the same' };

/** What happened: `it fell by 14% (348 to 299)`, or `the growth lies between −3% and 5%` when that is not certain. */
export function changeSaid(change: Change, decimals = 0): string {
  const direction = directionOf(change.from, change.to);
  const size = sizeOf(change);
  if (direction === undefined) return sizeSaid(change, size);
  if (direction === 'same') return `it ${verbs.same} (${amount(change.to)})`;
  const fine =
    decimals === 0 && !isFailure(size) && isExact(size.interval) && roundHalfUp(size.interval.low, 0).n === 0n
      ? 1
      : decimals;
  return `it ${verbs[direction]}${byHowMuch(size, fine)} (${amount(change.from)} to ${amount(change.to)})`;
}

function byHowMuch(size: Calculation, decimals: number): string {
  const unsigned = withoutSign(size);
  if (isFailure(unsigned)) return '';
  const enough = unsigned.measure === 'points' ? Math.max(1, decimals) : decimals;
  const printed = printable(unsigned, enough);
  const said = printed.kind === 'one' ? valueSaid(printed.value, unsigned.measure, enough) : between(unsigned);
  return ` by ${said}`;
}

/** Between which ends a change lies whose direction is not certain. */
function sizeSaid({ from, to }: Change, size: Calculation): string {
  if (!isFailure(size)) {
    const what = size.measure === 'points' ? 'difference' : 'growth';
    return isExact(size.interval)
      ? `the ${what} is ${valueSaid(size.interval.low, size.measure)}`
      : `the ${what} lies ${between(size)}`;
  }
  const difference = differenceOf(from, to);
  return isFailure(difference) ? reasonSaid(difference.reason) : `the difference lies ${between(difference)}`;
}

/** A reason for failure, to stand in a sentence. */
export function reasonSaid(reason: string): string {
  return reason.charAt(0).toLowerCase() + reason.slice(1).replace(/\.$/, '');
}

/** What a word is for: `the word is for less than 10%`. */
export function bandSaid({ from, below }: Band, measure: 'percentage' | 'points'): string {
  const said = (value: Rational): string => valueSaid(value, measure, 2);
  if (from && below) return `the word is for ${said(from)} to less than ${said(below)}`;
  return from ? `the word is for ${said(from)} and more` : `the word is for less than ${below ? said(below) : ''}`;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** A place in an order in English words: `second`, `11th`. */
export function ordinalSaid(place: number): string {
  const word = ordinals[place - 1];
  if (word !== undefined) return word;
  const ending = place % 100 > 10 && place % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${place}${ending}`;
}
