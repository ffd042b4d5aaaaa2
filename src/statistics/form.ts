// Weighted sums of cells, and the exact bounds of one divided by another when they share cells.

import type { CellReference } from './cell.ts';
import { cellKey } from './cell.ts';
import { addIntervals, exactly, type Interval, scaleInterval } from './interval.ts';
import { add, compare, divide, equals, isZero, multiply, type Rational, rational, subtract, zero } from './rational.ts';

/** A cell, the values it may have, and how often it counts. */
export interface Term {
  readonly cell: CellReference;
  readonly interval: Interval;
  /** Never zero. */
  readonly weight: Rational;
}

/** A weighted sum of cells, each cell once; cells vary independently within their intervals. */
export type Form = readonly Term[];

/** a + factor × b, with equal cells taken together: what cancels out leaves no uncertainty behind. */
export function addForms(a: Form, b: Form, factor: Rational = rational(1)): Form {
  const sum = new Map(a.map(term => [cellKey(term.cell), term]));
  for (const term of b) {
    const key = cellKey(term.cell);
    const weight = add(sum.get(key)?.weight ?? zero, multiply(term.weight, factor));
    if (isZero(weight)) sum.delete(key);
    else sum.set(key, { ...term, weight });
  }
  return [...sum.values()];
}

/** The form with all its weights multiplied by a factor other than zero. */
export function scaleForm(form: Form, factor: Rational): Form {
  return form.map(term => ({ ...term, weight: multiply(term.weight, factor) }));
}

/** All values the form may have; both ends are attained. */
export function formInterval(form: Form): Interval {
  return form.map(term => scaleInterval(term.interval, term.weight)).reduce(addIntervals, exactly(zero));
}

/**
 * All values of `top` ÷ `bottom`, for a bottom that is above zero for every value of its cells; both ends are attained.
 * A cell in both is the same number in both: a share of a whole stays within 0 and 1.
 */
export function quotientInterval(top: Form, bottom: Form): Interval {
  const highest = highestQuotient(top, bottom);
  const lowest = highestQuotient(scaleForm(top, rational(-1)), bottom);
  return { low: subtract(zero, lowest), high: highest };
}

/**
 * Dinkelbach (1967), On nonlinear fractional programming: from a quotient q, take the cell values that make
 * top − q × bottom greatest; their quotient is higher, or q was the highest. It ends, because every step is one of the
 * finitely many corners of the box and none comes twice.
 */
function highestQuotient(top: Form, bottom: Form): Rational {
  let quotient = divide(formInterval(top).low, formInterval(bottom).high);
  for (;;) {
    const better = quotientAtBestCorner(top, bottom, quotient);
    if (equals(better, quotient)) return quotient;
    quotient = better;
  }
}

function quotientAtBestCorner(top: Form, bottom: Form, quotient: Rational): Rational {
  const slopes = addForms(top, bottom, subtract(zero, quotient));
  const atHigh = new Set(slopes.filter(term => compare(term.weight, zero) > 0).map(term => cellKey(term.cell)));
  return divide(valueAt(top, atHigh), valueAt(bottom, atHigh));
}

/** The form's value when the named cells have their highest value and all others their lowest. */
function valueAt(form: Form, atHigh: ReadonlySet<string>): Rational {
  return form
    .map(({ cell, interval, weight }) => multiply(atHigh.has(cellKey(cell)) ? interval.high : interval.low, weight))
    .reduce(add, zero);
}
