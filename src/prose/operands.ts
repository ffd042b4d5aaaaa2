// What a helper works on: numbers between parentheses, or a table with its labels.

import { type Derivation, Result } from '../claims/result.ts';
import { suggestionHints } from '../diagnostics/suggest.ts';
import { type Call, hasParameters, report } from './call.ts';
import { derivationOf, describe, isTable, selectInYear } from './select.ts';

/** The names of the helpers that calculate. */
export const calculationNames = [
  ...['verschil', 'groei', 'procentpunten', 'verhouding', 'aandeel'],
  ...['gemiddelde', 'plaats', 'som', 'telling'],
] as const;

/** The cells of `TABLE ROW COLUMN` or `TABLE LABEL`; undefined when reported. */
export function cellsIn(call: Call, parameters: readonly unknown[]): Derivation | undefined {
  const selection = selectInYear(call, parameters, call.text.reportingYear);
  return selection && derivationOf(selection);
}

/** The derivation in an argument; undefined when it was reported before, or is something else, which is reported here. */
export function asDerivation(call: Call, parameter: unknown): Derivation | undefined {
  if (parameter instanceof Result) {
    const { outcome } = parameter;
    if (outcome.kind === 'calculation') return outcome.derivation;
    if (outcome.kind === 'reported') return undefined;
  }
  if (parameter === undefined) return undefined;
  report(call, 'arguments', `"${call.name}" works on a number from a table, and this is ${describe(parameter)}.`, [
    'Write (tabel "rij" kolom) between parentheses.',
    ...suggestionHints(String(parameter), calculationNames).filter(hint => hint.startsWith('Did')),
  ]);
  return undefined;
}

/** The one number that a call is about: between parentheses, or a table with its labels. */
export function subjectIn(call: Call): Derivation | undefined {
  const { parameters } = call;
  if (isUnread(call)) return undefined;
  if (isTable(parameters[0])) return hasLabels(call) ? cellsIn(call, parameters) : undefined;
  return hasParameters(call, ['(NUMBER)']) ? asDerivation(call, parameters[0]) : undefined;
}

/** Whether a table is followed by one or two labels; reports when it is not. */
export function hasLabels(call: Call): boolean {
  const { length } = call.parameters;
  return length === 2 || length === 3 || hasParameters(call, ['TABLE', '"LABEL"']);
}

/** Whether a call begins with a table that could not be read: that was reported where it stands. */
export function isUnread({ parameters }: Call): boolean {
  return parameters.length > 0 && parameters[0] === undefined;
}
