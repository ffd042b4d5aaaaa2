// The expressions of a text worked out: the Markdown with a mark in the place of each.

import { blocks } from './blocks.ts';
import { calculations, type Helper } from './calculations.ts';
import { type Call, checkOptions, createCall, hasParameters, report, type TextContext } from './call.ts';
import { evaluate, type Scope } from './evaluate.ts';
import { checkNames } from './names.ts';
import { printQuantity } from './print.ts';
import { all, List, type Outcome, Result } from './result.ts';
import { describe } from './select.ts';
import { parseTemplate } from './template.ts';
import { setInProse } from './typography.ts';
import { wordings } from './wordings.ts';

/** Tables that a text cannot name, and why. */
export interface Unusable {
  /** Ids of tables that are there with errors of their own. */
  readonly broken: readonly string[];
  /** Ids of the edition's tables that the publication does not list. */
  readonly unlisted: readonly string[];
}

/** The Markdown with a mark in the place of every expression; empty, and reported, when it cannot be parsed. */
export function workOut(context: TextContext, { broken, unlisted }: Unusable): string {
  const parsed = parseTemplate(context.source, { ignoreStandalone: true });
  context.diagnostics.push(...parsed.diagnostics);
  if (!parsed.template) return '';
  const helpers = helpersOf(context);
  const years = { year: context.reportingYear, previousYear: context.reportingYear - 1 };
  const values = { ...Object.fromEntries(context.tables), all };
  const known = {
    helpers: Object.keys(helpers),
    printable: Object.keys(years),
    values: Object.keys(values),
    broken,
    unlisted,
  };
  const { program, diagnostics } = checkNames(parsed.template, known);
  context.diagnostics.push(...diagnostics);
  const scope = { helpers, values: { ...values, ...years } };
  return evaluate({ source: context.source, program }, scope, printed);
}

/** A value as it stands in the Markdown: a result's mark, or a bare number such as a year. */
function printed(value: unknown): string {
  if (value instanceof Result) return value.toMark();
  return typeof value === 'number' ? String(value) : '';
}

function helpersOf(context: TextContext): Scope['helpers'] {
  const table: Readonly<Record<string, Helper>> = { ...calculations, ...wordings, ...blocks(printOutcome) };
  const entries = Object.entries(table).map(([name, helper]) => [
    name,
    (...values: unknown[]) => {
      const call = createCall(values, context);
      return new Result(helper(call), outcome => keep(outcome, call));
    },
  ]);
  return {
    ...Object.fromEntries(entries),
    list: (...values: unknown[]) => list(createCall(values, context)),
    yearsAgo: (...values: unknown[]) => yearsAgo(createCall(values, context)),
  };
}

function list(call: Call): List {
  checkOptions(call, []);
  return new List(call.parameters);
}

/** The year so many years before the reporting year. */
function yearsAgo(call: Call): number | undefined {
  if (!hasParameters(call, ['NUMBER'])) return undefined;
  checkOptions(call, []);
  const [years] = call.parameters;
  if (typeof years === 'number' && Number.isInteger(years)) return call.text.reportingYear - years;
  report(call, 'arguments', `"yearsAgo" needs a number of years, and this is ${describe(years)}.`, [
    'Write for example (yearsAgo 4).',
  ]);
  return undefined;
}

function keep(outcome: Outcome, call: Call): string {
  const { inserts } = call.text;
  if (outcome.kind === 'block') return inserts.keep({ kind: 'block', html: outcome.html, place: call.place });
  const text = printOutcome(outcome, call);
  return text === undefined ? '' : inserts.keep({ kind: 'inline', html: setInProse(text), place: call.place });
}

/** The outcome's text; undefined when it was reported, here or before. */
function printOutcome(outcome: Outcome, call: Call): string | undefined {
  if (outcome.kind === 'words') return outcome.text;
  if (outcome.kind !== 'calculation' || outcome.calculation.kind === 'failure') return undefined;
  const { calculation, unsigned, options } = outcome;
  const printed = printQuantity(calculation, { ...options, unsigned, percentage: call.text.publication.percentage });
  if (typeof printed === 'string') return printed;
  const cells = calculation.cells
    .filter(cell => cell.observation.value.kind !== 'count')
    .map(cell => `"${cell.row}" ${cell.column}`);
  const message = `This number lies between ${printed.low} and ${printed.high}: not all its cells are exact.`;
  const wordings = `Use a wording that holds for all of it: ${printed.wordings.join(', ')}.`;
  report(call, 'uncertain-number', message, [wordings, `Not exact: ${cells.join(', ')}.`]);
  return undefined;
}
