// A total that the sheet has and the table has not: whether it is the sum of what the table has.

import { type CellMeasure, isMistake, readCell } from '../edition/cell.ts';
import { addIntervals, type Interval, intervalOf, overlaps } from '../statistics/interval.ts';
import type { Block } from './block.ts';
import type { DeliveredCell } from './delivered.ts';
import { splitMark } from './label.ts';
import type { Line, Lines, StrayLine } from './lines.ts';
import { readDelivered } from './reading.ts';
import type { Target } from './target.ts';
import { at } from './view.ts';

/** What a total is held against. */
export interface TotalContext {
  readonly block: Block;
  readonly target: Target;
  readonly rows: Lines;
  readonly columns: Lines;
  readonly cells: readonly DeliveredCell[];
  readonly options: { readonly signs: ReadonlyMap<string, string> };
  readonly measure: (column: string) => CellMeasure;
}

/** Whether a row (or column) of totals is, in every column (or row), a sum that its parts can have; all must be there. */
export function addsUp(total: StrayLine, context: TotalContext): boolean {
  const { rows, columns, target } = context;
  const [parts, across] = total.what === 'row' ? [rows, columns] : [columns, rows];
  const known = total.what === 'row' ? target.rows : target.columns;
  const isWhole = known.every(label => parts.matched.some(line => line.label === label));
  const sums = across.matched.map(line => agrees(total, line, context));
  return isWhole && sums.some(one => one === true) && !sums.includes(false);
}

/** Undefined where the total is empty. */
function agrees(total: StrayLine, line: Line, { block, cells, options, measure }: TotalContext): boolean | undefined {
  const isRow = total.what === 'row';
  const cell = isRow ? at(block.view, total.index, line.index) : at(block.view, line.index, total.index);
  const own = cells.filter(one => (isRow ? one.column : one.row) === line.label);
  const how = measure(isRow ? line.label : (own[0]?.column ?? ''));
  if (how.measure === 'mean') return false;
  const read = readDelivered(cell, { how, signs: options.signs });
  if (read.kind === 'nothing') return undefined;
  const whole = read.kind === 'value' ? intervalAs(read.typed, how) : undefined;
  const [first, ...others] = own.map(one => intervalAs(one.typed, measure(one.column)));
  const sum = others.reduce((all, part) => (all && part ? addIntervals(all, part) : undefined), first);
  return whole !== undefined && sum !== undefined && overlaps(whole, sum);
}

function intervalAs(typed: string, how: CellMeasure): Interval | undefined {
  const value = readCell(splitMark(typed).text, how);
  return isMistake(value) ? undefined : intervalOf(value);
}
