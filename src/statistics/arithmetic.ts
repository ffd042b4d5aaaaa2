// Arithmetic on quantities: sums, differences, growth, shares, means and ratios, as tight as the cells allow.

import { formulaBounds } from './bounds.ts';
import { cellNames, distinctCells } from './cell.ts';
import { formInterval, numberForm } from './form.ts';
import {
  addFormulas,
  divideFormulas,
  type Formula,
  formOfFormula,
  formulaOfForm,
  scaleFormula,
  sumFormulas,
} from './formula.ts';
import {
  type Calculation,
  type Failure,
  failure,
  formulaOf,
  isFailure,
  type Measure,
  type Quantity,
} from './quantity.ts';
import { isZero, negate, one, rational } from './rational.ts';

const hundred = rational(100);

/** The sum; a cell named twice counts twice. A failure for no quantities, for unlike measures and for means. */
export function sumOf(parts: readonly Calculation[]): Calculation {
  const [only, second] = parts;
  if (only && !second) return only;
  const alike = allAlike(parts, 'There is nothing to add up.');
  if (isFailure(alike)) return alike;
  const { first, all } = alike;
  if (isAdditive(first.measure)) return worked(all, first.measure, total(all));
  return failure(`A ${first.measure} cannot be added up: ${cellNames(first.cells)}.`, first.cells);
}

function isAdditive(measure: Measure): boolean {
  return measure === 'count' || measure === 'percentage' || measure === 'points';
}

function total(quantities: readonly Quantity[]): Formula {
  return sumFormulas(quantities.map(formulaOf));
}

/** The arithmetic mean; of counts it is printed without decimals unless the text asks for them. */
export function meanOf(values: readonly Calculation[]): Calculation {
  const [only, second] = values;
  if (only && !second) return only;
  const alike = allAlike(values, 'There is nothing to take the mean of.');
  if (isFailure(alike)) return alike;
  const { first, all } = alike;
  const measure = first.measure === 'count' ? 'mean' : first.measure;
  return worked(all, measure, scaleFormula(total(all), rational(1, all.length)));
}

/** to − from, with its sign; in percentage points when both are percentages. */
export function differenceOf(from: Calculation, to: Calculation): Calculation {
  return withComparable(from, to, (a, b) => {
    const measure = a.measure === 'percentage' ? 'points' : a.measure === b.measure ? a.measure : 'mean';
    return worked([a, b], measure, addFormulas(formulaOf(b), formulaOf(a), negate(one)));
  });
}

/** to − from in percentage points, with its sign; a failure when one of them is not a percentage. */
export function pointsOf(from: Calculation, to: Calculation): Calculation {
  const stray = [from, to].find(side => !isFailure(side) && side.measure !== 'percentage');
  if (stray && !isFailure(stray))
    return failure(
      `Percentage points need two percentages, and this is a ${stray.measure}: ${cellNames(stray.cells)}.`,
      stray.cells,
    );
  return differenceOf(from, to);
}

/** The growth in per cent of `from`, with its sign: (to − from) ÷ from × 100. A failure when `from` may be zero. */
export function growthOf(from: Calculation, to: Calculation): Calculation {
  const whole = formulaOfForm(numberForm(hundred));
  const finish = (ratio: Formula): Formula => addFormulas(scaleFormula(ratio, hundred), whole, negate(one));
  return withComparable(from, to, (a, b) => quotient(b, a, { measure: 'percentage', finish, decimals: 0 }));
}

/** The part in per cent of the whole; cells of the part that are also in the whole are the same number in both. */
export function shareOf(part: Calculation, whole: Calculation): Calculation {
  const finish = (ratio: Formula): Formula => scaleFormula(ratio, hundred);
  return withBoth(part, whole, (a, b) => quotient(a, b, { measure: 'percentage', finish, decimals: 0 }));
}

/** to ÷ from, as in "twice as many". A failure when `from` may be zero. */
export function ratioOf(from: Calculation, to: Calculation): Calculation {
  return withComparable(from, to, (a, b) => quotient(b, a, { measure: 'ratio', finish: ratio => ratio, decimals: 1 }));
}

interface Finish {
  readonly measure: Measure;
  readonly finish: (ratio: Formula) => Formula;
  readonly decimals: number;
}

function quotient(top: Quantity, bottom: Quantity, { measure, finish, decimals }: Finish): Calculation {
  const { low, high } = bottom.interval;
  const cells = [...top.cells, ...bottom.cells];
  if (isZero(low) && isZero(high)) return failure(`There is no dividing by zero: ${cellNames(bottom.cells)}.`, cells);
  if (low.n <= 0n)
    return failure(`There is no dividing by what may be zero or less: ${cellNames(bottom.cells)}.`, cells);
  const ratio = divideFormulas(formulaOf(top), formulaOf(bottom), bottom.interval);
  const { unit: _unit, ...result } = worked([top, bottom], measure, finish(ratio));
  return { ...result, decimals };
}

/** The quantity that was worked out from others, with the most decimals of them. */
function worked(from: readonly Quantity[], measure: Measure, formula: Formula): Quantity {
  const form = formOfFormula(formula);
  const [unit, ...otherUnits] = new Set(from.map(one => one.unit));
  return {
    kind: 'quantity',
    measure,
    interval: form ? formInterval(form) : formulaBounds(formula),
    decimals: Math.max(...from.map(({ decimals }) => decimals)),
    cells: distinctCells(from.flatMap(({ cells }) => cells)),
    ...(unit !== undefined && otherUnits.length === 0 && { unit }),
    ...(form ? { form } : { formula }),
  };
}

interface Alike {
  readonly kind: 'alike';
  readonly first: Quantity;
  readonly all: readonly Quantity[];
}

/** The quantities, when there are any, none failed and all measure the same. */
function allAlike(calculations: readonly Calculation[], ifNone: string): Alike | Failure {
  const failed = calculations.find(isFailure);
  if (failed) return failed;
  const all = calculations.filter(one => !isFailure(one));
  const [first] = all;
  if (!first) return failure(ifNone, []);
  const other = all.find(({ measure }) => measure !== first.measure);
  return other ? unlike(first, other) : { kind: 'alike', first, all };
}

function withBoth(a: Calculation, b: Calculation, work: (a: Quantity, b: Quantity) => Calculation): Calculation {
  if (isFailure(a)) return a;
  if (isFailure(b)) return b;
  return a.measure === b.measure ? work(a, b) : unlike(a, b);
}

/** A count may also be held against a mean of such counts, in the same unit. */
function withComparable(a: Calculation, b: Calculation, work: (a: Quantity, b: Quantity) => Calculation): Calculation {
  if (isFailure(a) || isFailure(b)) return withBoth(a, b, work);
  const measures = [a.measure, b.measure];
  const isCountAgainstMean = measures.includes('count') && measures.includes('mean');
  return isCountAgainstMean && a.unit !== undefined && a.unit === b.unit ? work(a, b) : withBoth(a, b, work);
}

function unlike(a: Quantity, b: Quantity): Failure {
  const reason = `A ${a.measure} and a ${b.measure} cannot go together: ${cellNames(a.cells)} and ${cellNames(b.cells)}.`;
  return failure(reason, [...a.cells, ...b.cells]);
}
