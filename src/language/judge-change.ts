// Words for a direction and for the size of a change: whether a number went that way, and that far.

import { differenceOf, growthOf } from '../statistics/arithmetic.ts';
import { exactly, type Interval, isExact } from '../statistics/interval.ts';
import { type Direction, directionOf } from '../statistics/order.ts';
import { type Calculation, isFailure, withoutSign } from '../statistics/quantity.ts';
import { isZero, roundHalfUp, zero } from '../statistics/rational.ts';
import type { JudgeOptions, Rival, Subject } from './judge-subject.ts';
import {
  type Bounds,
  boundsOf,
  coverage,
  holds,
  unanswerable,
  type Verdict,
  verdictOf,
  worstOf,
} from './judge-verdict.ts';
import { amount, bandSaid, type Change, changeSaid, reasonSaid, sizeOf, valueSaid } from './judge-words.ts';
import type { Band, Meaning } from './vocabulary-meaning.ts';

/** Two numbers that a word compares: an earlier one and its own, or a rival's and its own. */
interface Comparison extends Change {
  readonly rival?: Rival;
}

/** Whether it went that way, or is that much more or less than all its rivals. */
export function judgeDirection(
  { way, between }: Extract<Meaning, { kind: 'direction' }>,
  subject: Subject,
  options: JudgeOptions,
): Verdict {
  return overAll(comparisons(subject, options, between === 'either'), one => directionVerdict(way, one));
}

/** Whether its change, or what it differs from all its rivals, is of that size. */
export function judgeSize(
  meaning: Extract<Meaning, { kind: 'size' }>,
  subject: Subject,
  options: JudgeOptions,
): Verdict {
  const isOverTime = options.alongside?.some(one => one.kind === 'direction' && one.between === 'years') ?? false;
  return overAll(comparisons(subject, options, !isOverTime), one => sizeVerdict(meaning, one));
}

function overAll(compared: readonly Comparison[], judgeOne: (comparison: Comparison) => Verdict): Verdict {
  if (compared.length === 0) return unanswerable('there is nothing to compare it with');
  return worstOf(compared.map(judgeOne));
}

function comparisons(subject: Subject, { against }: JudgeOptions, mayBeRivals: boolean): Comparison[] {
  const change = changeOf(subject);
  const meansRivals = against === undefined ? !change : against === 'rivals';
  if (mayBeRivals && meansRivals && subject.rivals.length > 0)
    return subject.rivals.map(rival => ({ rival, from: rival.quantity, to: subject.quantity }));
  return change ? [change] : [];
}

/** The change that is given, or from the last year but one of the series to the last. */
export function changeOf({ change, series }: Subject): Change | undefined {
  const [from, to] = series.slice(-2);
  return change ?? (from && to && { from: from.quantity, to: to.quantity });
}

const ways: Readonly<Record<Direction, Bounds>> = {
  up: { low: zero, isLowOpen: true },
  down: { high: zero, isHighOpen: true },
  same: { low: zero, high: zero },
};

function directionVerdict(way: Direction, compared: Comparison): Verdict {
  const difference = differenceOf(compared.from, compared.to);
  if (isFailure(difference)) return unanswerable(reasonSaid(difference.reason));
  const direction = directionOf(compared.from, compared.to);
  if (direction === way) return holds;
  const covered = direction === undefined ? coverage(difference.interval, ways[way]) : 'none';
  return verdictOf(covered === 'all' ? 'some' : covered, () => comparisonSaid(compared));
}

function comparisonSaid({ rival, ...change }: Comparison): string {
  if (!rival) return changeSaid(change);
  return `it is ${amount(change.to)}, and ${rival.label} has ${amount(change.from)}`;
}

function sizeVerdict(meaning: Extract<Meaning, { kind: 'size' }>, compared: Comparison): Verdict {
  const { band, size } = measured(meaning, compared);
  const unsigned = withoutSign(size);
  if (isFailure(unsigned)) return fromZero(band, compared);
  const said = bandSaid(band, unsigned.measure === 'points' ? 'points' : 'percentage');
  const { interval } = unsigned;
  return verdictOf(coverage(interval, boundsOf(band)), () => `${distanceSaid(compared, unsigned, band)}, and ${said}`);
}

/** The size in points where the word has limits for points, and else in per cent. */
function measured(
  { band, points }: Extract<Meaning, { kind: 'size' }>,
  change: Change,
): { band: Band; size: Calculation } {
  const size = sizeOf(change);
  if (isFailure(size) || size.measure !== 'points') return { band, size };
  return points ? { band: points, size } : { band, size: growthOf(change.from, change.to) };
}

/** From nothing there is no growth; to something, it is larger than any limit. */
function fromZero(band: Band, compared: Comparison): Verdict {
  const { from, to } = compared;
  const difference = differenceOf(from, to);
  if (isFailure(difference)) return unanswerable(reasonSaid(difference.reason));
  const isNothing = isExact(from.interval) && isZero(from.interval.low);
  if (!isNothing) return unanswerable(`there is no growth from what may be zero: ${amount(from)}`);
  const said = `${comparisonSaid(compared)}, and ${bandSaid(band, 'percentage')}`;
  if (isExact(to.interval) && isZero(to.interval.low))
    return verdictOf(coverage(exactly(zero), boundsOf(band)), () => said);
  if (to.interval.low.n <= 0n) return { kind: 'uncertain', found: said };
  return band.below ? { kind: 'fails', found: said } : holds;
}

function distanceSaid({ rival, from, to }: Comparison, unsigned: { interval: Interval }, band: Band): string {
  const decimals = decimalsApart(unsigned.interval, band);
  if (!rival) return changeSaid({ from, to }, decimals);
  const { interval } = unsigned;
  const apart = isExact(interval) ? ` (${valueSaid(interval.low, 'percentage', decimals)} apart)` : '';
  return `it is ${amount(to)}, and ${rival.label} has ${amount(from)}${apart}`;
}

const mostDecimals = 3;

/** The fewest decimals with which a size does not look as if it were on the other side of a limit. */
function decimalsApart({ low, high }: Interval, band: Band): number {
  const isTrue = (decimals: number): boolean =>
    [low, high].every(end => {
      const printed = exactly(roundHalfUp(end, decimals));
      return coverage(printed, boundsOf(band)) === coverage(exactly(end), boundsOf(band));
    });
  let decimals = 0;
  while (decimals < mostDecimals && !isTrue(decimals)) decimals += 1;
  return decimals;
}
