// The helpers that calculate: sums, differences, growth, shares, means, ratios and ranks of cells.

import { cellAt, yearAxis } from '../claims/cells.ts';
import { type Derivation, derive, List, type Outcome, type Sides } from '../claims/result.ts';
import { differenceOf, growthOf, meanOf, pointsOf, ratioOf, shareOf, sumOf } from '../statistics/arithmetic.ts';
import { type Calculation, isFailure, plainQuantity } from '../statistics/quantity.ts';
import { rankOf } from '../statistics/rank.ts';
import { compare, rational } from '../statistics/rational.ts';
import {
  type Call,
  checkOptions,
  hasParameters,
  printOptionNames,
  printOptions,
  report,
  reportFailure,
} from './call.ts';
import { asDerivation, type calculationNames, cellsIn, hasLabels } from './operands.ts';
import { cellsOf, derivationOf, describe, hasOne, isTable, selectCells, selectInYear } from './select.ts';
import { changeOf, changeOptions, shareIn, shareOptions } from './sides.ts';

/** A helper: a call gives an outcome. */
export type Helper = (call: Call) => Outcome;

/** Already reported, or to be silent about. */
export const reported: Outcome = { kind: 'reported' };

/** The calculating helpers by name; the name of a table calculates too. */
export const calculations: Readonly<Record<(typeof calculationNames)[number], Helper>> = {
  verschil: call => change(call, differenceOf, { kind: 'difference', unsigned: true }),
  groei: call => change(call, growthOf, { kind: 'growth', unsigned: true }),
  procentpunten: call => change(call, pointsOf, { kind: 'difference', unsigned: true }),
  verhouding: call => change(call, ratioOf, { kind: 'ratio', unsigned: false }),
  aandeel: share,
  gemiddelde: mean,
  plaats: rank,
  som: call => listed(call, items => sumOf(items)),
  telling: count,
};

/** The value of the cells that a table's name calls for. */
export function cellsValue(call: Call): Outcome {
  const derivation = cellsIn(call, call.parameters);
  return derivation ? finish(call, derivation) : reported;
}

interface Finish {
  readonly unsigned?: boolean;
  /** Options besides those of print. */
  readonly options?: readonly string[];
}

/** The derivation as an outcome; a failure that is new is reported at the call. */
export function finish(call: Call, derivation: Derivation, { unsigned = false, options = [] }: Finish = {}): Outcome {
  checkOptions(call, [...printOptionNames, ...options]);
  const { calculation } = derivation;
  if (!isFailure(calculation)) return { kind: 'calculation', derivation, unsigned, options: printOptions(call) };
  reportFailure(call, calculation, ['Name other cells, or leave the number out of the text.']);
  return reported;
}

/** A part of a whole; one that is certainly more than the whole is no part of it. */
function share(call: Call): Outcome {
  const sides = shareIn(call);
  if (!sides) return reported;
  const derivation = derive(sides, both(shareOf), 'share');
  return isAboveWhole(call, derivation) ? reported : finish(call, derivation, { options: shareOptions });
}

/** Whether a share is certainly more than its whole, which is reported. */
export function isAboveWhole(call: Call, { calculation }: Derivation): boolean {
  if (isFailure(calculation) || compare(calculation.interval.low, rational(100)) <= 0) return false;
  report(call, 'share-above-whole', 'The part is more than the whole, so this is no share.', [
    'Name the part first and the whole behind van=; rows in which somebody may count twice have no share of a total.',
  ]);
  return true;
}

/** A calculation of two sides as one of a list of two. */
function both(work: (a: Calculation, b: Calculation) => Calculation): (sides: readonly Calculation[]) => Calculation {
  return ([first, second]) => (first && second ? work(first, second) : sumOf([]));
}

function change(
  call: Call,
  work: (from: Calculation, to: Calculation) => Calculation,
  { kind, unsigned }: { readonly kind: Sides['kind']; readonly unsigned: boolean },
): Outcome {
  const sides = changeOf(call);
  return sides ? finish(call, derive(sides, both(work), kind), { unsigned, options: changeOptions }) : reported;
}

/** The mean over years (or the columns, or the rows of one column) of sums, or of a list of quantities. */
function mean(call: Call): Outcome {
  if (call.parameters[0] instanceof List) return listed(call, meanOf);
  if (!hasParameters(call, ['TABLE', 'ROW', 'COLUMNS'])) return reported;
  const selection = selectCells(call, call.parameters);
  if (!selection) return reported;
  const { table, rows, columns } = selection;
  const overRows = yearAxis(table, call.text.reportingYear) === 'rows' || columns.length === 1;
  const sums = overRows
    ? rows.map(row => derivationOf({ ...selection, rows: [row] }))
    : columns.map(column => derivationOf({ ...selection, columns: [column] }));
  return finish(call, derive(sums, meanOf));
}

function listed(call: Call, work: (items: readonly Calculation[]) => Calculation): Outcome {
  const list = listOf(call);
  if (!list) return reported;
  const items = list.items.map(item => asDerivation(call, item));
  const there = items.filter(item => item !== undefined);
  return there.length < items.length ? reported : finish(call, derive(there, work));
}

/** The list that is the call's only argument; reported when there is none, or nothing in it. */
function listOf(call: Call): List | undefined {
  const [list] = call.parameters;
  if (!hasParameters(call, ['(lijst …)'])) return undefined;
  if (list instanceof List && list.items.length > 0) return list;
  report(call, 'arguments', `"${call.name}" works on a list, and this is ${describe(list)}.`, [
    'Write (lijst … …) between parentheses.',
  ]);
  return undefined;
}

/** How many labels a list has, or how many rows a table. */
function count(call: Call): Outcome {
  const [first] = call.parameters;
  const isOfTable = isTable(first) && hasParameters(call, ['TABLE']);
  const number = isOfTable ? first.rows.length : isTable(first) ? undefined : listOf(call)?.items.length;
  if (number === undefined) return reported;
  const derivation: Derivation = { calculation: plainQuantity(rational(number)), remake: () => derivation };
  return finish(call, derivation);
}

/** The place of a row among all rows of its column; of a column among those of its panel where the rows are years. */
function rank(call: Call): Outcome {
  if (!isTable(call.parameters[0])) return hasParameters(call, ['TABLE', 'ROW', 'COLUMN']) ? notATable(call) : reported;
  const { reportingYear } = call.text;
  const selection = hasLabels(call) ? selectInYear(call, call.parameters, reportingYear) : undefined;
  if (!selection || !hasOne(call, 'row', selection.rows) || !hasOne(call, 'column', selection.columns)) return reported;
  const { table } = selection;
  const [row = ''] = selection.rows;
  const [column = ''] = selection.columns;
  const panel = table.panels.find(one => one.columns.includes(column))?.columns ?? [];
  const others =
    yearAxis(table, Number(row)) === 'rows'
      ? panel.filter(label => label !== column).flatMap(label => cellAt(table, row, label) ?? [])
      : table.rows.filter(({ label }) => label !== row).flatMap(({ label }) => cellAt(table, label, column) ?? []);
  const [own] = cellsOf(selection);
  if (!own) return reported;
  const derivation: Derivation = { calculation: rankOf(own, others), remake: () => derivation };
  return finish(call, derivation);
}

function notATable(call: Call): Outcome {
  selectCells(call, call.parameters);
  return reported;
}
