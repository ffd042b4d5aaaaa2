// The nearest expression that would give a printed number, for an author who wrote one that the tables contradict.

import type { Table } from '../edition/edition.ts';
import { wouldNeed } from '../language/agree-need.ts';
import type { NumberToken } from '../language/numbers.ts';
import { sumOf } from '../statistics/arithmetic.ts';
import { isExact, typedNumber } from '../statistics/interval.ts';
import { cellQuantity, isFailure } from '../statistics/quantity.ts';
import { equals } from '../statistics/rational.ts';
import type { TextContext } from './call.ts';
import { holdNumber, type Saying } from './holding.ts';
import type { Derivation } from './result.ts';
import { cellAt, rowsToAdd } from './select.ts';
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

function otherCell(token: NumberToken, derivation: Derivation, { tables }: TextContext): string | undefined {
  const [cell] = derivation.calculation.cells;
  const table = cell && tables.get(cell.table);
  const [found] = table ? cellsWith(token, [table]) : [];
  return found && `The cell {{${found}}} gives it.`;
}

const mostFound = 3;

/** Expressions for cells that hold a number, and columns that add up to it, in the order of the tables; at most three. */
export function cellsWith(token: NumberToken, tables: Iterable<Table>): string[] {
  const found: string[] = [];
  for (const table of tables) {
    found.push(...totalsWith(token, table));
    for (const { label } of table.rows)
      for (const column of table.columns) {
        if (found.length >= mostFound) return found.slice(0, mostFound);
        const value = cellAt(table, label, column)?.observation.value;
        const typed = value && typedNumber(value);
        const isPercentage = value?.kind === 'percentage';
        if (typed && equals(typed, token.value) && isPercentage === (token.measure === 'percentage'))
          found.push(`${table.id} ${quoted(label)} ${quoted(column)}`);
      }
  }
  return found.slice(0, mostFound);
}

/** Columns whose rows add up to a number, as in `leeftijd alle 2022`. */
function totalsWith({ value, measure }: NumberToken, table: Table): string[] {
  const rows = rowsToAdd(table);
  if (rows.length < 2 || measure !== 'count') return [];
  return table.columns.flatMap(column => {
    const total = sumOf(rows.flatMap(row => cellAt(table, row, column) ?? []).map(cellQuantity));
    const isIt = !isFailure(total) && total.measure === 'count' && isExact(total.interval);
    return isIt && equals(total.interval.low, value) ? [`${table.id} alle ${quoted(column)}`] : [];
  });
}

function quoted(label: string): string {
  return /^\d{4}$/.test(label) ? label : `"${label}"`;
}
