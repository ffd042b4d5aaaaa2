// The nearest expression that would give a printed number, for an author who wrote one that the tables contradict.

import type { Table } from '../edition/edition.ts';
import { wouldNeed } from '../language/agree-need.ts';
import type { NumberToken } from '../language/numbers.ts';
import { sumOf } from '../statistics/arithmetic.ts';
import { isExact, typedNumber } from '../statistics/interval.ts';
import { cellQuantity, isFailure } from '../statistics/quantity.ts';
import { equals } from '../statistics/rational.ts';
import { cellAt, rowsToAdd } from './cells.ts';
import type { TextContext } from './context.ts';
import { holdNumber, type Saying } from './holding.ts';
import type { Derivation } from './result.ts';
import { yearOf, yearsOn } from './subject.ts';

type SaidNumber = Saying['numbers'][number];

/** Hints: what the cells would have to be, and the same expression of another year or row that does give the number. */
export function alternativesFor(number: SaidNumber, derivation: Derivation, text: TextContext): string[] {
  const needed = neededCell(number.token, derivation);
  const other = otherExpression(number, derivation, text);
  return [...(needed === undefined ? [] : [needed]), ...(other === undefined ? [] : [other])];
}

function neededCell(token: NumberToken, { sides }: Derivation): string | undefined {
  const [first, second] = [sides?.first.calculation, sides?.second.calculation];
  if (!sides || !first || !second || isFailure(first) || isFailure(second)) return undefined;
  const needed = wouldNeed(token, { kind: sides.kind, first, second });
  return needed && `Check the cells: ${needed.replace(/\.$/, '')}.`;
}

function otherExpression(number: SaidNumber, derivation: Derivation, text: TextContext): string | undefined {
  return otherYear(number, derivation, text) ?? otherCell(number.token, derivation, text);
}

const yearsAround = [-1, -2, -3, -4, 1, 2];

function otherYear(
  number: SaidNumber,
  derivation: Derivation,
  { tables, vocabulary }: TextContext,
): string | undefined {
  const [cell] = derivation.calculation.cells;
  const year = cell && yearOf(cell, tables);
  if (year === undefined) return undefined;
  for (const years of yearsAround) {
    const moved = derivation.remake(yearsOn(years, tables));
    if (isFailure(moved.calculation) || holdNumber(number, moved, vocabulary).kind !== 'holds') continue;
    return `The same expression ${Math.abs(years)} year${Math.abs(years) === 1 ? '' : 's'} ${years < 0 ? 'earlier' : 'later'} gives it.`;
  }
  return undefined;
}

function otherCell(
  token: NumberToken,
  derivation: Derivation,
  { tables, reportingYear }: TextContext,
): string | undefined {
  const [cell] = derivation.calculation.cells;
  const table = cell && tables.get(cell.table);
  const [found] = table ? cellsWith(token, [table], reportingYear) : [];
  return found && `The cell {{${found}}} gives it.`;
}

const mostFound = 3;

/**
 * Expressions for cells that hold a number, and columns that add up to it, at most three: those of the reporting year
 * first, then in the order of the tables. None for words that are no plain number, such as `verdubbeld`.
 */
export function cellsWith(token: NumberToken, tables: Iterable<Table>, reportingYear: number): string[] {
  if (token.form === 'none' || (token.measure !== 'count' && token.measure !== 'percentage')) return [];
  const year = String(reportingYear);
  const found = [...tables].flatMap(table => [...singlesWith(token, table), ...totalsWith(token, table)]);
  const isNow = ({ cell }: Found): boolean => cell.row === year || cell.column === year;
  const sorted = [...found.filter(isNow), ...found.filter(one => !isNow(one))];
  return sorted.slice(0, mostFound).map(({ expression }) => expression);
}

interface Found {
  readonly expression: string;
  readonly cell: { readonly row: string; readonly column: string };
}

function singlesWith(token: NumberToken, table: Table): Found[] {
  return table.rows.flatMap(({ label: row }) =>
    table.columns.flatMap(column => {
      const value = cellAt(table, row, column)?.observation.value;
      const typed = value && typedNumber(value);
      const isAlike = (value?.kind === 'percentage') === (token.measure === 'percentage');
      if (!typed || !isAlike || !equals(typed, token.value)) return [];
      return [{ cell: { row, column }, expression: `${table.id} ${quoted(row)} ${quoted(column)}` }];
    }),
  );
}

/** Columns whose rows add up to a number, as in `leeftijd alle 2022`. */
function totalsWith({ value, measure }: NumberToken, table: Table): Found[] {
  const rows = rowsToAdd(table);
  if (rows.length < 2 || measure !== 'count') return [];
  return table.columns.flatMap(column => {
    const total = sumOf(rows.flatMap(row => cellAt(table, row, column) ?? []).map(cellQuantity));
    const isIt = !isFailure(total) && total.measure === 'count' && isExact(total.interval);
    const expression = `${table.id} alle ${quoted(column)}`;
    return isIt && equals(total.interval.low, value) ? [{ expression, cell: { row: 'alle', column } }] : [];
  });
}

function quoted(label: string): string {
  return /^\d{4}$/.test(label) ? label : `"${label}"`;
}
