// What a column's drawn rows add up to, as far as their table declares it.

import type { Relation, Row, Table } from '../edition/edition.ts';
import { wholeCells } from '../edition/whole.ts';
import { addIntervals, type Interval } from '../statistics/interval.ts';
import { compare, greater, lesser, type Rational, toNumber } from '../statistics/rational.ts';
import { sumInterval } from '../statistics/sum.ts';
import type { Extent } from './cell.ts';

/** What is declared of a sum: at least `low`, at most `high`; an end that is absent is not declared. */
export interface TotalBound {
  readonly low?: Rational;
  readonly high?: Rational;
}

/**
 * For each column of the table what its relations say of the sum of these rows. A whole in a table that is not among
 * `tables`, or in rows or columns that are not there, says nothing; beside missing cells a sum can only be too high.
 */
export function totalBounds(
  table: Table,
  rows: readonly Row[],
  tables: ReadonlyMap<string, Table> = new Map(),
): TotalBound[] {
  const labels = new Set(rows.map(row => row.label));
  const relations = table.relations.filter(
    ({ direction, parts }) =>
      direction === 'rows' && parts.length === labels.size && parts.every(part => labels.has(part)),
  );
  return table.columns.map((column, index) => {
    const bounds = relations
      .filter(relation => relation.scope.includes(column))
      .map(relation => boundOf(relation, column, relation.whole.table === table.id ? table : tables));
    const complete = rows.every(row => row.observations[index]?.value.kind !== 'missing');
    const { low, high } = bounds.reduce(narrower, {});
    return { ...(complete && low && { low }), ...(high && { high }) };
  });
}

function boundOf(relation: Relation, column: string, where: Table | ReadonlyMap<string, Table>): TotalBound {
  const { holds, whole } = relation;
  const table = 'rows' in where ? where : where.get(whole.table);
  const cells = table && wholeCells(relation, column, table);
  if (!cells || cells.length === 0) return {};
  const { known, interval } = sumInterval(cells);
  return {
    ...(holds !== 'within' && { low: known.low }),
    ...(holds !== 'exceeds' && interval && { high: interval.high }),
  };
}

function narrower(a: TotalBound, b: TotalBound): TotalBound {
  const low = a.low && b.low ? greater(a.low, b.low) : (a.low ?? b.low);
  const high = a.high && b.high ? lesser(a.high, b.high) : (a.high ?? b.high);
  return { ...(low && { low }), ...(high && { high }) };
}

/** All sums of values of the parts that the bound allows; the bound is left aside when it allows none. */
export function boundedSum(parts: readonly [Interval, ...Interval[]], { low, high }: TotalBound): Interval {
  const [first, ...others] = parts;
  const free = others.reduce(addIntervals, first);
  const bounded = { low: low ? greater(free.low, low) : free.low, high: high ? lesser(free.high, high) : free.high };
  return compare(bounded.low, bounded.high) <= 0 ? bounded : free;
}

/**
 * Extents to stack: each from its low to what it takes of the highest sum that the bound allows. What that sum leaves
 * above the lows is shared out in proportion to the extents' widths, so that the stack ends exactly there.
 */
export function fitted(extents: readonly Extent[], { high }: TotalBound): Extent[] {
  const low = extents.reduce((sum, extent) => sum + extent.low, 0);
  const free = extents.reduce((sum, extent) => sum + extent.high, 0) - low;
  const room = high === undefined ? free : Math.max(0, Math.min(free, toNumber(high) - low));
  if (room >= free) return [...extents];
  return extents.map(extent => ({
    low: extent.low,
    high: extent.low + ((extent.high - extent.low) * room) / free,
  }));
}
