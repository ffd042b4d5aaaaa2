// The variables of a formula: which of them its quotients share, and what is left when one is known better.

import { addForms, type Form, type Variable, variableForm } from './form.ts';
import type { Formula, Fraction } from './formula.ts';
import { isExact } from './interval.ts';

/** The variables that are uncertain and occur in more than one fraction of the formula. */
export function sharedVariables(formula: Formula): readonly Variable[] {
  const first = new Map<Variable['key'], Fraction>();
  const shared = new Map<Variable['key'], Variable>();
  for (const fraction of fractionsOf(formula))
    for (const { variable } of [...fraction.top, ...fraction.bottom]) {
      if (isExact(variable.interval)) continue;
      const earlier = first.get(variable.key);
      if (!earlier) first.set(variable.key, fraction);
      else if (earlier !== fraction) shared.set(variable.key, variable);
    }
  return [...shared.values()];
}

/** All fractions, also those within ratios. */
function fractionsOf(formula: Formula): readonly Fraction[] {
  return formula.flatMap(part =>
    part.kind === 'fraction' ? [part] : [...fractionsOf(part.top), ...fractionsOf(part.bottom)],
  );
}

/** The formula with a variable that has fewer values than before in the place of the one with the same key. */
export function narrowFormula(formula: Formula, variable: Variable): Formula {
  return formula.map(part =>
    part.kind === 'fraction'
      ? { ...part, top: narrowForm(part.top, variable), bottom: narrowForm(part.bottom, variable) }
      : { ...part, top: narrowFormula(part.top, variable), bottom: narrowFormula(part.bottom, variable) },
  );
}

function narrowForm(form: Form, variable: Variable): Form {
  const term = form.find(one => one.variable.key === variable.key);
  if (!term) return form;
  const others = form.filter(one => one !== term);
  return addForms(others, variableForm(variable), term.weight);
}
