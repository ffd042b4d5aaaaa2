// Weighted sums of uncertain numbers, in which what cancels out leaves nothing behind.

import { addIntervals, exactly, type Interval, isExact, scaleInterval } from './interval.ts';
import { add, equals, isZero, multiply, negate, one, type Rational, zero } from './rational.ts';

/** What varies by itself, such as the value of one cell. */
export interface Variable {
  /** The same for what is the same number. */
  readonly key: string | symbol;
  readonly interval: Interval;
  /** Whether it takes whole numbers only. */
  readonly isWhole: boolean;
}

/** A variable and how often it counts. */
export interface Term {
  readonly variable: Variable;
  /** Never zero. */
  readonly weight: Rational;
}

/** A weighted sum of variables, each once, that vary independently; all that is certain is in one term, of `always`. */
export type Form = readonly Term[];

/** The variable that is always 1; its weight is the form's certain part. */
export const always: Variable = { key: 'always', interval: exactly(one), isWhole: true };

/** The form that is a number. */
export function numberForm(value: Rational): Form {
  return isZero(value) ? [] : [{ variable: always, weight: value }];
}

/** The form of one variable; a number when it can have one value only. */
export function variableForm(variable: Variable): Form {
  return isExact(variable.interval) ? numberForm(variable.interval.low) : [{ variable, weight: one }];
}

/** The number that the form is, when nothing in it is uncertain. */
export function certainValue(form: Form): Rational | undefined {
  const [term, other] = form;
  if (!term) return zero;
  return !other && term.variable === always ? term.weight : undefined;
}

/** Whether two forms are the same sum. */
export function equalForms(a: Form, b: Form): boolean {
  return a === b || (a.length === b.length && addForms(a, b, negate(one)).length === 0);
}

/** a + factor × b, with equal variables taken together: what cancels out leaves no uncertainty behind. */
export function addForms(a: Form, b: Form, factor: Rational = one): Form {
  return sumForms([a, scaleForm(b, factor)]);
}

/** The sum of forms, with equal variables taken together. */
export function sumForms(forms: readonly Form[]): Form {
  const sum = new Map<Variable['key'], Term>();
  for (const term of forms.flat()) {
    const { key } = term.variable;
    const same = sum.get(key);
    sum.set(key, same ? { variable: same.variable, weight: add(same.weight, term.weight) } : term);
  }
  return [...sum.values()].filter(({ weight }) => !isZero(weight));
}

/** The form with all its weights multiplied by a factor. */
export function scaleForm(form: Form, factor: Rational): Form {
  if (isZero(factor)) return [];
  return equals(factor, one) ? form : form.map(term => ({ ...term, weight: multiply(term.weight, factor) }));
}

/** All values the form may have; both ends are attained. */
export function formInterval(form: Form): Interval {
  const certain = certainValue(form);
  if (certain) return exactly(certain);
  return form.map(term => scaleInterval(term.variable.interval, term.weight)).reduce(addIntervals);
}
