// A table as a list of observations: one for each cell, with all that is said of it. No more is told than is printed.

import type { Table } from '../edition/edition.ts';
import { cellText } from '../locale/cell.ts';
import { type Interval, intervalOf } from '../statistics/interval.ts';
import type { Observation, ObservationStatus, ObservedValue } from '../statistics/observation.ts';
import { toNumber } from '../statistics/rational.ts';
import { type Period, periodOf } from './period.ts';

/** A cell of a table with its labels; numbers as decimals with a point. */
export interface DataPoint {
  readonly row: string;
  /** The title of its panel, where the table has panels. */
  readonly panel: string | undefined;
  readonly column: string;
  /** The years that its labels name. */
  readonly period: Period | undefined;
  /** The number as printed, with the decimals that were typed; none for `<5`, a range or a missing value. */
  readonly value: string | undefined;
  /** The lowest and highest whole number that a value without one number, or a rounded one, stands for. */
  readonly bounds: readonly [low: number, high: number] | undefined;
  /** What is printed in place of a number: `<5` or `n.b.`. */
  readonly symbol: string | undefined;
  readonly kind: ValueKind;
  readonly measure: CellMeasure;
  readonly status: ObservationStatus;
  readonly previous: string | undefined;
  /** Why the value is missing, provisional, revised or reconstructed. */
  readonly remark: string | undefined;
}

/** What a cell says instead of, or beside, one number. */
export type ValueKind = 'number' | 'rounded' | 'range' | 'suppressed' | 'missing';

/** What the numbers of a cell are. */
export type CellMeasure = 'count' | 'percentage' | 'mean';

/** All cells of a table, row by row. */
export function dataPoints(table: Table): DataPoint[] {
  const panels = table.panels.flatMap(({ title, columns }) => columns.map(() => title));
  return table.rows.flatMap(row =>
    row.observations.map((observation, index) => {
      const labels = { row: row.label, panel: panels[index], column: table.columns[index] ?? '' };
      return { ...labels, ...pointOf(observation), period: periodOf(labels), measure: measureAt(table, row, index) };
    }),
  );
}

function pointOf({ value, status, remark, previous }: Observation) {
  return {
    value: decimalOf(value),
    bounds: boundsOf(value),
    symbol: value.kind === 'suppressed' || value.kind === 'missing' ? cellText(value) : undefined,
    kind: kindOf(value),
    status,
    previous,
    remark: value.kind === 'missing' ? value.reason : remark,
  };
}

/** The number of a cell with the decimals that were typed, and a point before them; none when no one number is printed. */
export function decimalOf(value: ObservedValue): string | undefined {
  switch (value.kind) {
    case 'count':
    case 'rounded':
      return String(value.value);
    case 'percentage':
    case 'mean':
      return value.value.toFixed(value.decimals);
    case 'suppressed':
    case 'range':
    case 'missing':
      return undefined;
  }
}

/** Percentages and means are rounded too, but their decimals say so. */
function boundsOf(value: ObservedValue): DataPoint['bounds'] {
  const isUncertain = value.kind === 'suppressed' || value.kind === 'range' || value.kind === 'rounded';
  const interval: Interval | undefined = isUncertain ? intervalOf(value) : undefined;
  return interval && [toNumber(interval.low), toNumber(interval.high)];
}

function kindOf({ kind }: ObservedValue): ValueKind {
  switch (kind) {
    case 'count':
    case 'percentage':
    case 'mean':
      return 'number';
    default:
      return kind;
  }
}

/** A missing value is of the kind that its column has, or else its row, or the table; a count when nothing tells. */
function measureAt(table: Table, row: Table['rows'][number], column: number): CellMeasure {
  const own = row.observations[column];
  const inColumn = table.rows.map(one => one.observations[column]);
  const all = table.rows.flatMap(one => one.observations);
  for (const one of [own, ...inColumn, ...row.observations, ...all]) {
    const measure = one && measureOf(one.value);
    if (measure) return measure;
  }
  return 'count';
}

function measureOf({ kind }: ObservedValue): CellMeasure | undefined {
  if (kind === 'missing') return undefined;
  return kind === 'percentage' || kind === 'mean' ? kind : 'count';
}
