// The two sides of a change or a share, as a text names them: two numbers, or a table's row with its years.

import { yearAxis } from '../claims/cells.ts';
import { all, type Derivation, Result } from '../claims/result.ts';
import type { Table } from '../edition/edition.ts';
import { type Call, hasParameters, report } from './call.ts';
import { asDerivation, cellsIn, hasLabels, isUnread } from './operands.ts';
import { derivationOf, describe, isTable, selectCells } from './select.ts';

/** The options of a change of a table's row: from which year, to which. */
export const changeOptions = ['sinds', 'tot'] as const;

/** The option of a share: of which whole. */
export const shareOptions = ['van'] as const;

/** From what to what: `(FROM) (TO)`, or `TABLE LABEL sinds=… tot=…`, by default from the year before to the year itself. */
export function changeOf(call: Call): readonly Derivation[] | undefined {
  const [first, label, other] = call.parameters;
  if (isUnread(call)) return undefined;
  if (!isTable(first)) return pairOf(call, ['(FROM)', '(TO)']);
  if (!isOneRow(call, first) && !hasLabels(call)) return undefined;
  const { reportingYear } = call.text;
  const years = { from: yearOption(call, 'sinds', reportingYear - 1), to: yearOption(call, 'tot', reportingYear) };
  if (years.from === undefined || years.to === undefined) return undefined;
  const axis = yearAxis(first, years.to);
  if (axis === undefined || other !== undefined) return notByYear(call, first, other);
  const at = (year: number): Derivation | undefined => inYear(call, first, { label, year, axis });
  const [from, to] = [at(years.from), at(years.to)];
  return from && to ? [from, to] : undefined;
}

/** A table of one row needs no label: `groei zaken`. */
function isOneRow({ parameters }: Call, { rows }: Table): boolean {
  return parameters.length === 1 && rows.length === 1;
}

function notByYear(call: Call, { id }: Table, other: unknown): undefined {
  const message = `"${call.name}" compares two years of ${id}, and these are not named so.`;
  const hint =
    other === undefined
      ? `Name the two numbers, the old one first: ${call.name} (${id} "rij" "kolom") (${id} "rij" "kolom").`
      : `Name one row, and other years as options: ${call.name} ${id} "rij" sinds=2019 tot=2022.`;
  report(call, 'arguments', message, [hint]);
  return undefined;
}

interface InYear {
  readonly label: unknown;
  readonly year: number;
  readonly axis: 'columns' | 'rows';
}

function inYear(call: Call, table: Table, { label, year, axis }: InYear): Derivation | undefined {
  const [only, another] = table.rows;
  const row = only && !another && label === undefined ? only.label : label;
  const selection = selectCells(call, axis === 'columns' ? [table, row, year] : [table, year, row]);
  return selection && derivationOf(selection);
}

function yearOption(call: Call, name: string, otherwise: number): number | undefined {
  const year = call.hash[name] ?? otherwise;
  if (typeof year === 'number' && Number.isInteger(year)) return year;
  report(call, 'arguments', `"${name}" needs a year, and this is ${describe(year)}.`, [
    `Write for example ${name}=2021.`,
  ]);
  return undefined;
}

function pairOf(call: Call, names: readonly string[]): readonly Derivation[] | undefined {
  if (!hasParameters(call, names)) return undefined;
  const sides = call.parameters.map(parameter => asDerivation(call, parameter));
  const there = sides.filter(side => side !== undefined);
  return there.length === sides.length ? there : undefined;
}

/**
 * Which part of which whole: `(PART) (WHOLE)`, or `TABLE LABEL van=WHOLE`. The whole is a number between parentheses, a
 * table (all its rows in the same year or column), or, when not named, all rows of the same column.
 */
export function shareIn(call: Call): readonly Derivation[] | undefined {
  const [table, label, other] = call.parameters;
  if (isUnread(call)) return undefined;
  if (!isTable(table)) return pairOf(call, ['(PART)', '(WHOLE)']);
  if (!hasLabels(call)) return undefined;
  const part = cellsIn(call, call.parameters);
  const whole = wholeOf(call, table, other === undefined ? undefined : { row: label, column: other });
  return part && whole ? [part, whole] : undefined;
}

function wholeOf(
  call: Call,
  table: Table,
  labels: { row: unknown; column: unknown } | undefined,
): Derivation | undefined {
  const { van } = call.hash;
  if (van instanceof Result) return asDerivation(call, van);
  if (van !== undefined && !isTable(van)) {
    report(call, 'arguments', `"van" needs a table or a number, and this is ${describe(van)}.`, [
      'Write van=vormen, or van=(vormen "rij" 2023).',
    ]);
    return undefined;
  }
  const whole = van ?? table;
  if (!labels) return cellsIn(call, [whole, all]);
  const isByYear = yearAxis(table, Number(labels.row)) === 'rows';
  return cellsIn(call, isByYear ? [whole, labels.row, all] : [whole, all, labels.column]);
}
