// The exact bounds of one weighted sum divided by another when they share uncertain numbers.

import { certainValue, type Form, formInterval, scaleForm, type Variable } from './form.ts';
import type { Interval } from './interval.ts';
import { divide, multiply, one, type Rational, rational, zero } from './rational.ts';

/**
 * All values of `top` ÷ `bottom`, for a bottom that is above zero for every value of its variables; both ends are
 * attained. A variable in both is the same number in both: a share of a whole stays within 0 and 1.
 */
export function quotientInterval(top: Form, bottom: Form): Interval {
  const divisor = certainValue(bottom);
  if (divisor) return formInterval(scaleForm(top, divide(one, divisor)));
  const { sides, scale } = sidesOf(top, bottom);
  const turned = sides.map(side => ({ ...side, above: -side.above }));
  const [lowest, highest] = [highestQuotient(turned), highestQuotient(sides)];
  return {
    low: multiply(rational(-lowest.top, lowest.bottom), scale),
    high: multiply(rational(highest.top, highest.bottom), scale),
  };
}

/** A variable with its weights above and below the line; all scaled to whole numbers, which makes the search quick. */
interface Side {
  readonly low: bigint;
  readonly high: bigint;
  readonly above: bigint;
  readonly below: bigint;
}

/** The sides of a quotient, and what the quotient of the scaled numbers is to be multiplied with. */
function sidesOf(top: Form, bottom: Form): { sides: readonly Side[]; scale: Rational } {
  const [above, below] = [weights(top), weights(bottom)];
  const variables = [...new Map([...top, ...bottom].map(({ variable }) => [variable.key, variable])).values()];
  const [perTop, perBottom] = [commonDenominator([...above.values()]), commonDenominator([...below.values()])];
  const perValue = commonDenominator(variables.flatMap(({ interval }) => [interval.low, interval.high]));
  const sides = variables.map(({ key, interval }) => ({
    low: scaled(interval.low, perValue),
    high: scaled(interval.high, perValue),
    above: scaled(above.get(key) ?? zero, perTop),
    below: scaled(below.get(key) ?? zero, perBottom),
  }));
  return { sides, scale: rational(perBottom, perTop) };
}

function weights(form: Form): ReadonlyMap<Variable['key'], Rational> {
  return new Map(form.map(({ variable, weight }) => [variable.key, weight]));
}

function commonDenominator(values: readonly Rational[]): bigint {
  return values.reduce((common, { d }) => (d === 1n ? common : rational(common, d).n * d), 1n);
}

function scaled({ n, d }: Rational, common: bigint): bigint {
  return n * (common / d);
}

interface Quotient {
  readonly top: bigint;
  /** Above zero. */
  readonly bottom: bigint;
}

/**
 * Dinkelbach (1967), On nonlinear fractional programming: from a quotient q, take the values that make top − q × bottom
 * greatest; their quotient is higher, or q was the highest. It ends, because every step is one of the finitely many
 * corners of the box and none comes twice.
 */
function highestQuotient(sides: readonly Side[]): Quotient {
  let best = quotientAt(sides, () => false);
  for (;;) {
    const { top, bottom } = best;
    const better = quotientAt(sides, ({ above, below }) => above * bottom > below * top);
    if (better.top * bottom === top * better.bottom) return best;
    best = better;
  }
}

function quotientAt(sides: readonly Side[], isHigh: (side: Side) => boolean): Quotient {
  let [top, bottom] = [0n, 0n];
  for (const side of sides) {
    const value = isHigh(side) ? side.high : side.low;
    top += side.above * value;
    bottom += side.below * value;
  }
  return { top, bottom };
}
