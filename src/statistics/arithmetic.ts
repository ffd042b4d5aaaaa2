// Arithmetic on quantities: sums, differences, growth, shares, means and ratios, as tight as the cells allow.

import { cellName, distinctCells } from './cell.ts';
import { addForms, type Form, formInterval, quotientInterval, scaleForm } from './form.ts';
import { addIntervals, divideIntervals, exactly, type Interval, scaleInterval, subtractIntervals } from './interval.ts';
import { type Calculation, failure, isFailure, type Measure, type Quantity } from './quantity.ts';
import { isZero, rational } from './rational.ts';

const hundred = rational(100);

/** The sum; a cell named twice counts twice. A failure for no quantities, for unlike measures and for means. */
export function sumOf(parts: readonly Calculation[]): Calculation {
  const [first, ...others] = parts;
  if (!first) return failure('There is nothing to add up.', []);
  return others.reduce((sum, part) => withBoth(sum, part, addUp), first);
}

function addUp(a: Quantity, b: Quantity): Calculation {
  if (isAdditive(a.measure)) return addValues(a, b);
  return failure(`A ${a.measure} cannot be added up: ${namesOf(a)}.`, a.cells);
}

/** A sum of any measure: even means have a total, on the way to their mean. */
function addValues(a: Quantity, b: Quantity): Calculation {
  return combine(a, b, {
    measure: a.measure,
    interval: addIntervals(a.interval, b.interval),
    ...withForm(a.form && b.form && addForms(a.form, b.form)),
  });
}

function isAdditive(measure: Measure): boolean {
  return measure === 'count' || measure === 'percentage' || measure === 'points';
}

/** to − from, with its sign; in percentage points when both are percentages. */
export function differenceOf(from: Calculation, to: Calculation): Calculation {
  return withBoth(from, to, (a, b) =>
    combine(a, b, {
      measure: a.measure === 'percentage' ? 'points' : a.measure,
      interval: subtractIntervals(b.interval, a.interval),
      ...withForm(a.form && b.form && addForms(b.form, a.form, rational(-1))),
    }),
  );
}

/** to − from in percentage points, with its sign; a failure when one of them is not a percentage. */
export function pointsOf(from: Calculation, to: Calculation): Calculation {
  const stray = [from, to].find(side => !isFailure(side) && side.measure !== 'percentage');
  if (stray && !isFailure(stray))
    return failure(
      `Percentage points need two percentages, and this is a ${stray.measure}: ${namesOf(stray)}.`,
      stray.cells,
    );
  return differenceOf(from, to);
}

/** The growth in per cent of `from`, with its sign: (to − from) ÷ from × 100. A failure when `from` may be zero. */
export function growthOf(from: Calculation, to: Calculation): Calculation {
  return withBoth(from, to, (a, b) =>
    quotient(b, a, ratio => ({
      measure: 'percentage',
      interval: subtractIntervals(scaleInterval(ratio, hundred), exactly(hundred)),
      decimals: 0,
    })),
  );
}

/** The part in per cent of the whole; cells of the part that are also in the whole are the same number in both. */
export function shareOf(part: Calculation, whole: Calculation): Calculation {
  return withBoth(part, whole, (a, b) =>
    quotient(a, b, ratio => ({ measure: 'percentage', interval: scaleInterval(ratio, hundred), decimals: 0 })),
  );
}

/** to ÷ from, as in "twice as many". A failure when `from` may be zero. */
export function ratioOf(from: Calculation, to: Calculation): Calculation {
  return withBoth(from, to, (a, b) => quotient(b, a, ratio => ({ measure: 'ratio', interval: ratio, decimals: 1 })));
}

/** The arithmetic mean; of counts it is printed without decimals unless the text asks for them. */
export function meanOf(values: readonly Calculation[]): Calculation {
  const [first, ...others] = values;
  if (!first) return failure('There is nothing to take the mean of.', []);
  if (others.length === 0) return first;
  const factor = rational(1, values.length);
  const total = others.reduce((sum, value) => withBoth(sum, value, addValues), first);
  if (isFailure(total)) return total;
  return {
    ...total,
    measure: total.measure === 'count' ? 'mean' : total.measure,
    interval: scaleInterval(total.interval, factor),
    ...withForm(total.form && scaleForm(total.form, factor)),
  };
}

function withBoth(a: Calculation, b: Calculation, work: (a: Quantity, b: Quantity) => Calculation): Calculation {
  if (isFailure(a)) return a;
  if (isFailure(b)) return b;
  if (a.measure === b.measure) return work(a, b);
  const reason = `A ${a.measure} and a ${b.measure} cannot go together: ${namesOf(a)} and ${namesOf(b)}.`;
  return failure(reason, [...a.cells, ...b.cells]);
}

type Worked = Pick<Quantity, 'measure' | 'interval'> & Partial<Pick<Quantity, 'form' | 'decimals'>>;

/** A quantity from two others; where the form is known, it rather than the two intervals bounds the value. */
function combine(a: Quantity, b: Quantity, worked: Worked): Quantity {
  return {
    kind: 'quantity',
    decimals: Math.max(a.decimals, b.decimals),
    cells: distinctCells([...a.cells, ...b.cells]),
    ...(a.unit !== undefined && a.unit === b.unit && { unit: a.unit }),
    ...worked,
    ...(worked.form && { interval: formInterval(worked.form) }),
  };
}

function withForm(form: Form | undefined): { form?: Form } {
  return form ? { form } : {};
}

function quotient(top: Quantity, bottom: Quantity, finish: (ratio: Interval) => Worked): Calculation {
  const { low, high } = bottom.interval;
  const cells = [...top.cells, ...bottom.cells];
  if (isZero(low) && isZero(high)) return failure(`There is no dividing by zero: ${namesOf(bottom)}.`, cells);
  if (low.n <= 0n) return failure(`There is no dividing by what may be zero or less: ${namesOf(bottom)}.`, cells);
  const ratio = ratioInterval(top, bottom);
  if (!ratio) return failure(`There is no dividing by ${namesOf(bottom)}.`, cells);
  const { unit: _unit, ...result } = combine(top, bottom, finish(ratio));
  return result;
}

function ratioInterval(top: Quantity, bottom: Quantity): Interval | undefined {
  if (top.form && bottom.form) return quotientInterval(top.form, bottom.form);
  return divideIntervals(top.interval, bottom.interval);
}

const mostNames = 3;

function namesOf({ cells }: Quantity): string {
  if (cells.length === 0) return 'a number in the text';
  const names = cells.slice(0, mostNames).map(cellName).join(' + ');
  return cells.length > mostNames ? `${names} + ${cells.length - mostNames} more` : names;
}
