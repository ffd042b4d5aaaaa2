// The helpers that calculate: values, sums, differences, growth, shares, means, ratios and ranks of cells.

import { suggestionHints } from '../diagnostics/suggest.ts';
import { differenceOf, growthOf, meanOf, pointsOf, ratioOf, shareOf, sumOf } from '../statistics/arithmetic.ts';
import { type Calculation, cellQuantity, isFailure, plainQuantity } from '../statistics/quantity.ts';
import { rankOf } from '../statistics/rank.ts';
import { rational } from '../statistics/rational.ts';
import { type Call, checkOptions, hasParameters, printOptionNames, printOptions, report } from './call.ts';
import { List, type Outcome, Result } from './result.ts';
import { cellAt, cellsOf, describe, hasOne, selectCells } from './select.ts';

/** A helper: a call gives an outcome. */
export type Helper = (call: Call) => Outcome;

/** Already reported, or to be silent about. */
export const reported: Outcome = { kind: 'reported' };

/** The calculating helpers by name. */
export const calculations: Readonly<Record<string, Helper>> = {
  value: call => withCells(call, cells => sumOf(cells)),
  difference: call => fromTo(call, differenceOf, true),
  growth: call => fromTo(call, growthOf, true),
  points: call => fromTo(call, pointsOf, true),
  ratio: call => fromTo(call, ratioOf, false),
  share: call => withQuantities(call, ['PART', 'WHOLE'], ([part, whole]) => part && whole && shareOf(part, whole)),
  mean,
  rank,
  sum: call => listed(call, items => sumOf(items)),
  'count-of': call => {
    const list = listOf(call);
    return list ? finish(call, plainQuantity(rational(list.items.length))) : reported;
  },
};

/** The calculation as an outcome; a failure that is new is reported at the call. */
export function finish(call: Call, calculation: Calculation, unsigned = false): Outcome {
  checkOptions(call, printOptionNames);
  if (!isFailure(calculation)) return { kind: 'calculation', calculation, unsigned, options: printOptions(call) };
  report(call, 'calculation', calculation.reason, ['Name other cells, or leave the number out of the text.']);
  return reported;
}

function withCells(call: Call, work: (cells: readonly Calculation[]) => Calculation): Outcome {
  if (!hasParameters(call, ['TABLE', 'ROW', 'COLUMN'])) return reported;
  const selection = selectCells(call, call.parameters);
  return selection ? finish(call, work(cellsOf(selection).map(cellQuantity))) : reported;
}

function fromTo(call: Call, work: (from: Calculation, to: Calculation) => Calculation, unsigned: boolean): Outcome {
  return withQuantities(call, ['FROM', 'TO'], ([from, to]) => from && to && work(from, to), unsigned);
}

function withQuantities(
  call: Call,
  names: readonly string[],
  work: (quantities: readonly Calculation[]) => Calculation | undefined,
  unsigned = false,
): Outcome {
  if (!hasParameters(call, names)) return reported;
  const quantities = call.parameters.map(parameter => asQuantity(call, parameter));
  if (quantities.some(one => one === undefined)) return reported;
  const calculation = work(quantities.filter(one => one !== undefined));
  return calculation ? finish(call, calculation, unsigned) : reported;
}

/** The calculation in an argument; undefined when it was reported before, or is something else, which is reported here. */
export function asQuantity(call: Call, parameter: unknown): Calculation | undefined {
  if (parameter instanceof Result) {
    if (parameter.outcome.kind === 'calculation') return parameter.outcome.calculation;
    if (parameter.outcome.kind === 'reported') return undefined;
  }
  if (parameter === undefined) return undefined;
  report(call, 'arguments', `"${call.name}" works on a number from a table, and this is ${describe(parameter)}.`, [
    'Write (value table "row" column) between parentheses.',
    ...suggestionHints(String(parameter), Object.keys(calculations)).filter(hint => hint.startsWith('Did')),
  ]);
  return undefined;
}

/** The mean over columns of the sum of the named rows, or of a list of quantities. */
function mean(call: Call): Outcome {
  if (call.parameters[0] instanceof List) return listed(call, meanOf);
  if (!hasParameters(call, ['TABLE', 'ROW', 'COLUMNS'])) return reported;
  const selection = selectCells(call, call.parameters);
  if (!selection) return reported;
  const sums = selection.columns.map(column => sumOf(cellsOf({ ...selection, columns: [column] }).map(cellQuantity)));
  return finish(call, meanOf(sums));
}

function listed(call: Call, work: (items: readonly Calculation[]) => Calculation): Outcome {
  const list = listOf(call);
  if (!list) return reported;
  const items = list.items.map(item => asQuantity(call, item));
  return items.some(item => item === undefined)
    ? reported
    : finish(call, work(items.filter(item => item !== undefined)));
}

/** The list that is the call's only argument; reported when there is none, or nothing in it. */
function listOf(call: Call): List | undefined {
  const [list] = call.parameters;
  if (!hasParameters(call, ['(list …)'])) return undefined;
  if (list instanceof List && list.items.length > 0) return list;
  report(call, 'arguments', `"${call.name}" works on a list, and this is ${describe(list)}.`, [
    'Write (list … …) between parentheses.',
  ]);
  return undefined;
}

/** The place of a row among all rows of its column. */
function rank(call: Call): Outcome {
  if (!hasParameters(call, ['TABLE', 'ROW', 'COLUMN'])) return reported;
  const selection = selectCells(call, call.parameters);
  if (!selection || !hasOne(call, 'row', selection.rows) || !hasOne(call, 'column', selection.columns)) return reported;
  const [row = ''] = selection.rows;
  const [column = ''] = selection.columns;
  const cell = cellAt(selection.table, row, column);
  if (!cell) return reported;
  const others = selection.table.rows
    .filter(one => one.label !== row)
    .flatMap(one => cellAt(selection.table, one.label, column) ?? []);
  return finish(call, rankOf(cell, others));
}
