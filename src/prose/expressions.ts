// A text worked out: the Markdown with a mark in the place of every expression, typed number and word of judgement.

import type { TextContext } from '../claims/context.ts';
import { printQuantity } from '../claims/print.ts';
import {
  type About,
  all,
  allYears,
  type Claim,
  type Derivation,
  List,
  type Outcome,
  Result,
} from '../claims/result.ts';
import type { Span } from '../claims/sentences.ts';
import { bindTyped, type Written } from '../claims/typed.ts';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { placeAt, type Source } from '../diagnostics/source.ts';
import { isFailure } from '../statistics/quantity.ts';
import { calculations, cellsValue, type Helper } from './calculations.ts';
import { type Call, checkOptions, createCall, hasParameters, report, reportFailure } from './call.ts';
import { createGaps, gapOf } from './echoes.ts';
import { type Expression, evaluate, type Scope, type Stretch } from './evaluate.ts';
import { labels } from './labels.ts';
import { literal } from './literal.ts';
import { checkNames } from './names.ts';
import { cellsIn } from './operands.ts';
import { parseText } from './pieces.ts';
import { misusedMark, takeMarks } from './rewriting.ts';
import { describe, isTable } from './select.ts';
import { wordings } from './wordings.ts';

/** Tables that a text cannot name, and why. */
export interface Unusable {
  /** Ids of tables that are there with errors of their own. */
  readonly broken: readonly string[];
  /** Ids of the edition's tables that the publication does not list. */
  readonly unlisted: readonly string[];
}

/** Helpers from outside that stand on a line of their own; a number in them is printed by `print`, words by `bind`. */
export type BlockHelpers = (tools: BlockTools) => Readonly<Record<string, Helper>>;

/** What block helpers print with. */
export interface BlockTools {
  /** The mark of an outcome; undefined when it was reported. */
  readonly mark: (outcome: Outcome, call: Call) => string | undefined;
  /** Words about a number: its mark, and the words with marks in them. */
  readonly bind: (number: string, words: string, call: Call) => string;
}

/** A text, which may be a title. */
type TitledContext = TextContext & { readonly isTitle?: boolean };

/** The Markdown with a mark in the place of every expression; one that cannot be worked out is reported, and left out. */
export function workOut(outer: TitledContext, { broken, unlisted }: Unusable, blocks: BlockHelpers): string {
  const parsed = parseText(outer.source);
  const context = { ...outer, diagnostics: [...parsed.diagnostics] };
  const work = createWork(context, blocks);
  const names = {
    helpers: Object.keys(work.helpers),
    printable: Object.keys(work.years),
    values: Object.keys(work.values),
    broken,
    unlisted,
  };
  const { program: checked, diagnostics } = checkNames(parsed.template, names);
  const { program, diagnostics: toRewrite, withoutOld } = takeMarks({ source: context.source, program: checked });
  context.diagnostics.push(...diagnostics);
  const scope = { helpers: work.helpers, values: { ...work.values, ...work.years }, literal: work.literal };
  const gaps = createGaps(context.source, context.marks);
  let known = context.diagnostics.length;
  const print = (value: unknown, at: Expression): string => {
    const mark = printed(value, at, context);
    const reported = context.diagnostics.slice(known);
    known += reported.length;
    return mark || gaps.mark(at, gapOf(value, reported.length > 0 ? reported : diagnostics));
  };
  const stretches = evaluate({ source: context.source, program }, scope, print);
  const written = { ...join(stretches, work, context.source), isTitle: context.isTitle ?? false };
  const complaints: Diagnostic[] = [];
  const bound = bindTyped(written, { ...context, diagnostics: complaints });
  const found = [...context.diagnostics, ...gaps.withoutEchoes(complaints, written)];
  outer.diagnostics.push(...toRewrite, ...withoutOld(found));
  return bound;
}

interface Work extends Pick<Scope, 'helpers' | 'literal'> {
  readonly years: Readonly<Record<string, number>>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly abouts: Map<number, About>;
}

function createWork(context: TextContext, blocks: BlockHelpers): Work {
  const abouts = new Map<number, About>();
  const mark = (outcome: Outcome, call: Call): string | undefined => keepOutcome(outcome, call, abouts);
  const bind = (number: string, words: string, call: Call): string => {
    const text = `${number} ${words}`;
    const bound = bindTyped({ text, placeOf: () => call.place, abouts }, context);
    return bound.slice(number.length + 1);
  };
  const own: Readonly<Record<string, Helper>> = {
    ...calculations,
    ...wordings,
    ...labels,
    ...blocks({ mark, bind }),
    herschrijven: misusedMark,
  };
  const asHelper =
    (helper: Helper) =>
    (...values: unknown[]) => {
      const call = createCall(values, context);
      return new Result(helper(call), outcome => mark(outcome, call) ?? '');
    };
  const tables = Object.fromEntries(context.tables);
  return {
    abouts,
    years: { jaar: context.reportingYear, 'vorig-jaar': context.reportingYear - 1 },
    values: { ...tables, alle: all, 'alle-jaren': allYears, ja: true, nee: false },
    literal: (_typed, ...values) => asHelper(literal)(...values),
    helpers: {
      ...Object.fromEntries(Object.entries(tables).map(([id, table]) => [id, ofTable(table, asHelper)])),
      ...Object.fromEntries(Object.entries(own).map(([name, helper]) => [name, asHelper(helper)])),
      lijst: (...values) => list(createCall(values, context)),
      elk: (...values) => each(createCall(values, context)),
      'jaren-terug': (...values) => yearsAgo(createCall(values, context)),
    },
  };
}

/** A table's name with labels behind it is the value of its cells. */
function ofTable(table: unknown, asHelper: (helper: Helper) => (...values: unknown[]) => Result) {
  const value = asHelper(cellsValue);
  return (...values: unknown[]): Result => value(table, ...values);
}

function list(call: Call): List {
  checkOptions(call, []);
  return new List(call.parameters);
}

/** The numbers of several rows or columns apart, for words that must be true of each. */
function each(call: Call): List | undefined {
  checkOptions(call, []);
  const [table, several, ...others] = call.parameters;
  if (isTable(table) && several instanceof List) {
    const derivations = several.items.map(label => cellsIn(call, [table, label, ...others]));
    for (const one of derivations)
      if (one && isFailure(one.calculation)) reportFailure(call, one.calculation, ['Name other rows or columns.']);
    return new List(derivations.filter(one => one !== undefined).map(asResult));
  }
  if (table !== undefined)
    report(call, 'arguments', '"elk" needs a table and a list of labels.', [
      'Write (elk melders (lijst "KMar" "NLA")).',
    ]);
  return undefined;
}

function asResult(derivation: Derivation): Result {
  const options = { sign: false, words: false, capital: false };
  if (isFailure(derivation.calculation)) return new Result({ kind: 'reported' }, () => '');
  return new Result({ kind: 'calculation', derivation, unsigned: false, options }, () => '');
}

/** The year so many years before the reporting year. */
function yearsAgo(call: Call): number | undefined {
  if (!hasParameters(call, ['NUMBER'])) return undefined;
  checkOptions(call, []);
  const [years] = call.parameters;
  if (typeof years === 'number' && Number.isInteger(years)) return call.text.reportingYear - years;
  report(call, 'arguments', `"jaren-terug" needs a number of years, and this is ${describe(years)}.`, [
    'Write for example (jaren-terug 4).',
  ]);
  return undefined;
}

/** A value as it stands in the Markdown: a result's mark, or a year. */
function printed(value: unknown, at: Expression, { marks, source }: TextContext): string {
  if (value instanceof Result) return value.toMark();
  if (typeof value !== 'number') return '';
  const { line, column } = at.start;
  const offset = (source.lineStarts[line - 1] ?? 0) + column;
  const place = placeAt(source, offset, at.end.column - column);
  const text = String(value);
  const claim: Claim = { form: 'number', ground: 'structural', basis: 'jaartal', verdict: 'holds' };
  return marks.keep({
    kind: 'inline',
    text,
    place,
    statement: { ...claim, text, place, expression: typed(source, place) },
  });
}

/** The expression at a place as it was typed, without its braces. */
function typed(source: Source, { line, column }: Place): string {
  const start = (source.lineStarts[line - 1] ?? 0) + column - 1;
  const end = source.text.indexOf('}}', start);
  return source.text
    .slice(start, end < 0 ? undefined : end)
    .replace(/^\{\{~?\s*/, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*~?$/, '');
}

/** The mark of an outcome; undefined when it was reported, here or before. */
function keepOutcome(outcome: Outcome, call: Call, abouts: Map<number, About>): string | undefined {
  const { marks, source } = call.text;
  const { place } = call;
  if (outcome.kind === 'block') return marks.keep({ kind: 'block', html: outcome.html, place });
  const text = printOutcome(outcome, call);
  if (text === undefined) return undefined;
  const claim = claimOf(outcome);
  const statement = claim && { ...claim, text, place, expression: typed(source, place) };
  const mark = marks.keep({ kind: 'inline', text, place, ...(statement ? { statement } : {}) });
  const about = aboutOf(outcome);
  if (about) abouts.set(Number(mark.slice(1, -1)), about);
  return mark;
}

function aboutOf(outcome: Outcome): About | undefined {
  if (outcome.kind === 'calculation') return { derivation: outcome.derivation };
  if (outcome.kind !== 'words' || !outcome.about) return undefined;
  const { about: derivation, more = [], against } = outcome;
  return { derivation, more, ...(against ? { against } : {}) };
}

function claimOf(outcome: Outcome): Claim | undefined {
  if (outcome.kind === 'words') return outcome.claim && { ...operationOf(outcome.about), ...outcome.claim };
  if (outcome.kind !== 'calculation') return undefined;
  const { derivation } = outcome;
  const quantity = derivation.calculation;
  if (isFailure(quantity)) return undefined;
  return { form: 'number', ground: 'computed', quantity, verdict: 'holds', ...operationOf(derivation) };
}

function operationOf(derivation: Derivation | undefined): Pick<Claim, 'operation'> {
  return derivation?.sides ? { operation: derivation.sides.kind } : {};
}

/** The outcome's text; undefined when it was reported, here or before. */
function printOutcome(outcome: Outcome, call: Call): string | undefined {
  if (outcome.kind === 'words') return outcome.text;
  if (outcome.kind !== 'calculation') return undefined;
  const { derivation, unsigned, options } = outcome;
  const { calculation } = derivation;
  if (isFailure(calculation)) return undefined;
  const text = printQuantity(calculation, { ...options, unsigned, percentage: call.text.publication.percentage });
  if (typeof text === 'string') return text;
  const cells = calculation.cells
    .filter(cell => cell.observation.value.kind !== 'count')
    .map(cell => `"${cell.row}" ${cell.column}`);
  const message = `This number lies between ${text.low} and ${text.high}: not all its cells are exact.`;
  const hint = `Use a wording that holds for all of it: ${text.wordings.join(', ')}.`;
  report(call, 'uncertain-number', message, [hint, `Not exact: ${cells.join(', ')}.`]);
  return undefined;
}

/** The stretches as one text that remembers where its typed parts stand. */
function join(stretches: readonly Stretch[], { abouts }: Work, source: Source): Written {
  const starts: number[] = [];
  let text = '';
  for (const stretch of stretches) {
    starts.push(text.length);
    text += stretch.text;
  }
  const placeOf = ({ start, end }: Span): Place => {
    const index = starts.findLastIndex(one => one <= start);
    const { line = 1, column = 1, isTyped = false } = stretches[index] ?? {};
    const offset = (source.lineStarts[line - 1] ?? 0) + column - 1;
    return placeAt(source, isTyped ? offset + start - (starts[index] ?? 0) : offset, end - start);
  };
  return { text, placeOf, abouts };
}
