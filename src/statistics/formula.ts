// Sums of quotients, as they arise from shares and growth, simplified where the same number divides.

import { certainValue, equalForms, type Form, numberForm, scaleForm, sumForms } from './form.ts';
import { type Interval, isExact } from './interval.ts';
import { divide, one, type Rational } from './rational.ts';

/** One form divided by another that is above zero; by the number 1 for a weighted sum. */
export interface Fraction {
  readonly kind: 'fraction';
  readonly top: Form;
  readonly bottom: Form;
}

/** What is no fraction of forms, such as a share divided by a share of another whole. */
export interface Ratio {
  readonly kind: 'ratio';
  readonly top: Formula;
  readonly bottom: Formula;
  /** All values of the bottom; above zero. */
  readonly bottomInterval: Interval;
}

/** A sum of parts, no two of which are fractions with the same bottom; zero when there are none. */
export type Formula = readonly (Fraction | Ratio)[];

const undivided = numberForm(one);

/** The formula that is a weighted sum. */
export function formulaOfForm(form: Form): Formula {
  return form.length > 0 ? [fractionOf(form, undivided)] : [];
}

function fractionOf(top: Form, bottom: Form): Fraction {
  const divisor = certainValue(bottom);
  if (!divisor || bottom === undivided) return { kind: 'fraction', top, bottom };
  return { kind: 'fraction', top: scaleForm(top, divide(one, divisor)), bottom: undivided };
}

/** The weighted sum that the formula is, when no part of it divides by what is uncertain. */
export function formOfFormula(formula: Formula): Form | undefined {
  const [part, other] = formula;
  if (!part) return [];
  return !other && part.kind === 'fraction' && part.bottom === undivided ? part.top : undefined;
}

/** The formula times a factor, which is not zero. */
export function scaleFormula(formula: Formula, factor: Rational): Formula {
  return formula.map(part =>
    part.kind === 'fraction'
      ? { ...part, top: scaleForm(part.top, factor) }
      : { ...part, top: scaleFormula(part.top, factor) },
  );
}

/** a + factor × b; fractions with the same bottom are taken together, so that equal shares cancel out. */
export function addFormulas(a: Formula, b: Formula, factor: Rational = one): Formula {
  return sumFormulas([a, scaleFormula(b, factor)]);
}

/** The sum of formulas, with fractions of the same bottom taken together. */
export function sumFormulas(formulas: readonly Formula[]): Formula {
  const parts = formulas.flat();
  const ratios = parts.filter(part => part.kind === 'ratio');
  const tops = new Map<Form, Form[]>();
  for (const { top, bottom } of parts.filter(part => part.kind === 'fraction')) {
    const same = tops.entries().find(([other]) => equalForms(other, bottom));
    if (same) same[1].push(top);
    else tops.set(bottom, [top]);
  }
  const fractions = [...tops].map(([bottom, forms]) => ({ kind: 'fraction', top: sumForms(forms), bottom }) as const);
  return [...fractions.filter(({ top }) => top.length > 0), ...ratios];
}

/** a ÷ b, for a `b` that is above zero and has its values in `interval`. */
export function divideFormulas(a: Formula, b: Formula, interval: Interval): Formula {
  if (isExact(interval)) return scaleFormula(a, divide(one, interval.low));
  if (a.length === 0) return [];
  const fraction = simpleFraction(a, b);
  return [fraction ?? { kind: 'ratio', top: a, bottom: b, bottomInterval: interval }];
}

/** (n ÷ d) ÷ (m ÷ d) is n ÷ m, and a number ÷ (m ÷ d) is the number × d ÷ m. */
function simpleFraction([a, moreOfA]: Formula, [b, moreOfB]: Formula): Fraction | undefined {
  if (a?.kind !== 'fraction' || b?.kind !== 'fraction' || moreOfA || moreOfB) return undefined;
  if (equalForms(a.bottom, b.bottom)) return fractionOf(a.top, b.top);
  const number = a.bottom === undivided ? certainValue(a.top) : undefined;
  return number && fractionOf(scaleForm(b.bottom, number), b.top);
}
