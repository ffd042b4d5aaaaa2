// The values of a formula as if its quotients shared no numbers: too many when they do, never too few.

import type { Formula, Fraction, Ratio } from './formula.ts';
import { addIntervals, divideIntervals, exactly, type Interval, overlapOf } from './interval.ts';
import { quotientInterval } from './quotient.ts';
import { zero } from './rational.ts';

/** An interval that holds all values of the formula; both ends are attained when no two quotients share a number. */
export function independentBounds(formula: Formula): Interval {
  return formula.map(boundsOfPart).reduce(addIntervals, exactly(zero));
}

function boundsOfPart(part: Fraction | Ratio): Interval {
  if (part.kind === 'fraction') return quotientInterval(part.top, part.bottom);
  const bottom = overlapOf(independentBounds(part.bottom), part.bottomInterval);
  const quotient = bottom && divideIntervals(independentBounds(part.top), bottom);
  if (!quotient) throw new RangeError('Division by what is not above zero.');
  return quotient;
}
