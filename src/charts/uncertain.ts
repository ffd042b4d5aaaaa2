// Whether a drawing has hollow bands, so that its readers need to be told what they are.

import type { ChartKind } from '../edition/edition.ts';
import { type Extent, extentOf } from './cell.ts';
import type { ChartInput } from './input.ts';
import { drawnColumn } from './pie.ts';
import { fitted } from './total.ts';

/** True when some drawn cell is hollow up to the highest it may be; false for tables and specifications of their own. */
export function isUncertain(chart: ChartKind, input: ChartInput): boolean {
  const columns = input.frame.columns.map((_, index) => index);
  switch (chart) {
    case 'table':
    case 'specification':
      return false;
    case 'line':
    case 'columns':
    case 'grouped-columns':
      return columns.some(column => extentsIn(input, column).some(isHollow));
    case 'stacked-columns':
      return columns.some(column => stacked(input, column).some(isHollow));
    case 'stacked-percentages':
      return columns.some(column => !fillsAlone(stacked(input, column)) && stacked(input, column).some(isHollow));
    case 'pie':
      return stacked(input, drawnColumn(input.rows)).some(isHollow);
  }
}

function extentsIn({ rows }: ChartInput, column: number): Extent[] {
  return rows.flatMap(row => {
    const value = row.observations[column]?.value;
    return (value && extentOf(value)) ?? [];
  });
}

function stacked(input: ChartInput, column: number): Extent[] {
  return fitted(extentsIn(input, column), input.totals[column] ?? {});
}

/** A cell that is alone in its column has all of it, whatever its value. */
function fillsAlone(extents: readonly Extent[]): boolean {
  const shown = extents.filter(({ high }) => high > 0);
  return shown.length === 1 && shown.every(({ low }) => low > 0);
}

function isHollow({ low, high }: Extent): boolean {
  return high > low;
}
