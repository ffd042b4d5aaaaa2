// The years that a number is of, as its cells and its change have them.

import type { Meaning } from '../language/vocabulary.ts';
import type { CellReference } from '../statistics/cell.ts';
import type { TextContext } from './context.ts';
import type { NearNumber } from './near.ts';
import type { Derivation } from './result.ts';
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

/** Whether a word compares two years when it is said of one number: `meer`, `sterk`. */
export function isOfChange({ kind }: Meaning): boolean {
  return kind === 'direction' || kind === 'size';
}

/** Whether a number is a change by itself: a difference, growth, or ratio. */
export function isChange({ derivation: { sides } }: Pick<NearNumber, 'derivation'>): boolean {
  return sides !== undefined && sides.kind !== 'share';
}

/** The years that a change is counted from; undefined when it is no change. */
export function baseOf({ derivation, against, form, words }: NearNumber, context: Context): string[] | undefined {
  const { sides } = derivation;
  if (sides && sides.kind !== 'share') return periodsOf([sides.first], context);
  const compares = form === 'word' && context.vocabulary.scan(words).some(({ meaning }) => isOfChange(meaning));
  if (!compares) return undefined;
  if (against) return periodsOf([against], context);
  const latest = latestYear(derivation, context.tables);
  return latest === undefined ? undefined : [String(latest - 1)];
}
