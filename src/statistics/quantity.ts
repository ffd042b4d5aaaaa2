// A quantity: a number in a text, with all the values it may have and the cells it was worked out from.

import { type CellReference, cellKey, cellName, distinctCells } from './cell.ts';
import { type Form, numberForm, scaleForm, variableForm } from './form.ts';
import { type Formula, formulaOfForm, scaleFormula } from './formula.ts';
import { absoluteInterval, exactly, type Interval, intervalOf, isExact, typedNumber } from './interval.ts';
import type { ObservedValue } from './observation.ts';
import { negate, one, type Rational } from './rational.ts';

/** What a quantity measures; percentages and points stand in per cent (22 is 22%), a rank counts from 1 for the highest. */
export type Measure = 'count' | 'percentage' | 'points' | 'mean' | 'ratio' | 'rank';

/** A number worked out from cells. */
export interface Quantity {
  readonly kind: 'quantity';
  readonly measure: Measure;
  /** All values it may have; the true value lies in it. */
  readonly interval: Interval;
  /** Decimals to print unless the text says otherwise. */
  readonly decimals: number;
  /** The number as typed in its cell, for a single cell that holds one number. */
  readonly typed?: Rational;
  /** What is counted, in the plural, when it is the same for all cells. */
  readonly unit?: string;
  /** The cells it was worked out from, each once. */
  readonly cells: readonly CellReference[];
  /** The quantity as a weighted sum of uncertain cells and a number, when it is one; keeps later arithmetic exact. */
  readonly form?: Form;
  /** The quantity as a sum of quotients, when it has no form; keeps later arithmetic exact. */
  readonly formula?: Formula;
}

/** A quantity that cannot be worked out, and why, in English. */
export interface Failure {
  readonly kind: 'failure';
  readonly reason: string;
  readonly cells: readonly CellReference[];
}

/** What arithmetic gives: a quantity, or the reason there is none. Arithmetic on a failure gives the same failure. */
export type Calculation = Quantity | Failure;

/** Whether a calculation failed. */
export function isFailure(calculation: { readonly kind: string }): calculation is Failure {
  return calculation.kind === 'failure';
}

/** A failure with its reason, which names the cells that matter. */
export function failure(reason: string, cells: readonly CellReference[]): Failure {
  return { kind: 'failure', reason, cells: distinctCells(cells) };
}

/** The quantity of one cell; a failure when its value is missing. */
export function cellQuantity(cell: CellReference): Calculation {
  const { value } = cell.observation;
  const interval = intervalOf(value);
  if (!interval) return failure(`The value of ${cellName(cell)} is missing${because(value)}.`, [cell]);
  const typed = typedNumber(value);
  const measure = measureOf(value);
  return {
    kind: 'quantity',
    measure,
    interval,
    decimals: 'decimals' in value ? value.decimals : 0,
    cells: [cell],
    form: isExact(interval) ? numberForm(interval.low) : cellForm(cell, interval),
    ...(typed && { typed }),
    ...(cell.unit !== undefined && { unit: cell.unit }),
  };
}

function cellForm(cell: CellReference, interval: Interval): Form {
  return variableForm({ key: cellKey(cell), interval, isWhole: measureOf(cell.observation.value) === 'count' });
}

function because(value: ObservedValue): string {
  return value.kind === 'missing' && value.reason !== '' ? `: ${value.reason}` : '';
}

function measureOf(value: ObservedValue): 'count' | 'percentage' | 'mean' {
  return value.kind === 'percentage' || value.kind === 'mean' ? value.kind : 'count';
}

/** A number that stands in the text itself, such as how many rows were listed; it has no cells. */
export function plainQuantity(value: Rational, decimals = 0, measure: Measure = 'count'): Quantity {
  return { kind: 'quantity', measure, interval: exactly(value), decimals, cells: [], form: numberForm(value) };
}

/** How the quantity was worked out; one that does not say varies within its interval, independently of all others. */
export function formulaOf({ formula, form, interval }: Quantity): Formula {
  if (formula) return formula;
  return formulaOfForm(form ?? variableForm({ key: Symbol('a quantity'), interval, isWhole: false }));
}

/**
 * The quantity without its sign, as a difference is printed after "meer" or "minder". One that may be above and below
 * zero is from then on independent of its cells.
 */
export function withoutSign(calculation: Calculation): Calculation {
  if (isFailure(calculation) || calculation.interval.low.n >= 0n) return calculation;
  const { form, formula, typed: _typed, ...rest } = calculation;
  const unsigned = { ...rest, interval: absoluteInterval(calculation.interval) };
  if (calculation.interval.high.n > 0n) return unsigned;
  return {
    ...unsigned,
    ...(form && { form: scaleForm(form, negate(one)) }),
    ...(formula && { formula: scaleFormula(formula, negate(one)) }),
  };
}
