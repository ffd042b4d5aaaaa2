// The years that a number is of, as its cells and its change have them.

import type { CellReference } from '../statistics/cell.ts';
import type { TextContext } from './context.ts';
import { isOfChange } from './meanings.ts';
import type { NearNumber } from './near.ts';
import { type Derivation, isChange } from './result.ts';
import { latestYear, yearOf } from './subject.ts';

type Context = Pick<TextContext, 'vocabulary' | 'tables' | 'reportingYear'>;

/** The years and periods that the cells of some numbers are of. */
export function periodsOf(derivations: readonly Derivation[], context: Context): string[] {
  const cells = derivations.flatMap(({ calculation }) => calculation.cells);
  return [...new Set(cells.map(cell => periodOf(cell, context)))];
}

/** The years and periods that a number of a sentence is of. */
export function ownPeriods({ derivation, more = [] }: NearNumber, context: Context): string[] {
  return periodsOf([derivation, ...more], context);
}

const period = /(?:19|20)\d\d(?:[-–](?:19|20)\d\d)?/;

/** The year or period over a cell, in its labels, its panel or its table's title; else the reporting year. */
function periodOf(cell: CellReference, { tables, reportingYear }: Context): string {
  const year = yearOf(cell, tables);
  if (year !== undefined) return String(year);
  const table = tables.get(cell.table);
  const panel = table?.panels.find(one => one.columns.includes(cell.column));
  const said = [cell.column, cell.row, panel?.title ?? '', table?.title ?? ''].map(text => period.exec(text)?.[0]);
  return said.find(one => one !== undefined)?.replace('–', '-') ?? String(reportingYear);
}

/** The years that a change is counted from; undefined when it is no change. */
export function baseOf({ derivation, against, form, words }: NearNumber, context: Context): string[] | undefined {
  const { sides } = derivation;
  if (sides && isChange(derivation)) return periodsOf([sides.first], context);
  const compares = form === 'word' && context.vocabulary.scan(words).some(({ meaning }) => isOfChange(meaning));
  if (!compares) return undefined;
  if (against) return periodsOf(against, context);
  const latest = latestYear(derivation, context.tables);
  return latest === undefined ? undefined : [String(latest - 1)];
}
