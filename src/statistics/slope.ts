// Whether a formula rises or falls with one of its variables, when it does so for all values of the others.

import { addForms, type Form, formInterval, scaleForm, type Variable } from './form.ts';
import type { Formula, Fraction, Ratio } from './formula.ts';
import { independentBounds } from './independent.ts';
import { exactly, type Interval } from './interval.ts';
import { isZero, negate, type Rational, zero } from './rational.ts';

/** 1 for never falls, -1 for never rises, 0 for neither; undefined when it is not certain, or differs. */
export type Slope = -1 | 0 | 1 | undefined;

/** How the formula goes as one variable rises and all others stay. */
export function slopeOf(formula: Formula, variable: Variable): Slope {
  return formula.map(part => slopeOfPart(part, variable)).reduce(together, 0);
}

function slopeOfPart(part: Fraction | Ratio, variable: Variable): Slope {
  if (part.kind === 'fraction') return slopeOfFraction(part, variable);
  const againstBottom = opposite(times(signOf(independentBounds(part.top)), slopeOf(part.bottom, variable)));
  return together(slopeOf(part.top, variable), againstBottom);
}

/** The slope of n ÷ d in x has the sign of n' × d − d' × n, which is itself a form, and without x; d is above zero. */
function slopeOfFraction({ top, bottom }: Fraction, variable: Variable): Slope {
  const [above, below] = [weightOf(variable, top), weightOf(variable, bottom)];
  if (isZero(above)) return opposite(times(signOf(exactly(below)), signOf(formInterval(top))));
  return signOf(formInterval(addForms(scaleForm(bottom, above), top, negate(below))));
}

function weightOf({ key }: Variable, form: Form): Rational {
  return form.find(({ variable }) => variable.key === key)?.weight ?? zero;
}

function signOf({ low, high }: Interval): Slope {
  if (low.n === 0n && high.n === 0n) return 0;
  if (low.n >= 0n) return 1;
  return high.n <= 0n ? -1 : undefined;
}

function together(a: Slope, b: Slope): Slope {
  if (a === 0 || a === b) return b;
  return b === 0 ? a : undefined;
}

function times(a: Slope, b: Slope): Slope {
  if (a === 0 || b === 0) return 0;
  if (a === undefined || b === undefined) return undefined;
  return a === b ? 1 : -1;
}

function opposite(slope: Slope): Slope {
  return times(-1, slope);
}
