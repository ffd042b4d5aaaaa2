// Sums as messages write them: every term with its value and label, and what they come to.

import type { Viewpoint } from '../edition/whole.ts';
import { formatNumber } from '../locale/number.ts';
import type { CellReference } from '../statistics/cell.ts';
import { type Interval, intervalOf, isExact } from '../statistics/interval.ts';
import { equals, type Rational, roundDown, roundHalfUp, roundUp } from '../statistics/rational.ts';
import type { Side } from './side.ts';

/**
 * The sum with all its terms, such as `12 ("Seksueel") + 1 to 4 ("Arbeid") = 13 to 16`; a single term stands without
 * its sum. Labels that are those of the viewpoint go without saying.
 */
export function writeSum(side: Side, from: Viewpoint): string {
  const percent = isPercentage(side);
  const terms = side.cells.map(cell => `${writeValue(cell, percent)} (${labelOf(cell, from)})`);
  if (terms.length === 0) return writeTotal(side);
  return terms.length === 1 ? terms.join() : `${terms.join(' + ')} = ${writeTotal(side)}`;
}

/** What a side comes to: `12`, `13 to 16`, or `at least 12` when a cell of it is missing. */
export function writeTotal(side: Side, percent = isPercentage(side)): string {
  const { total, isWhole } = side;
  return isWhole ? writeInterval(total, percent) : `at least ${writeNumber(total.low)}${percent ? '%' : ''}`;
}

/** Whether what is added up are percentages. */
export function isPercentage({ cells }: Side): boolean {
  return cells.some(({ observation }) => observation.value.kind === 'percentage');
}

/** The only value of an interval, or its two ends. */
export function writeInterval({ low, high }: Interval, percent = false): string {
  const sign = percent ? '%' : '';
  if (isExact({ low, high })) return `${writeNumber(low)}${sign}`;
  return `${writeNumber(low, roundDown)}${sign} to ${writeNumber(high, roundUp)}${sign}`;
}

const mostDecimals = 2;

/** A number in full when it has few decimals, and otherwise rounded in the given way. */
function writeNumber(value: Rational, round = roundHalfUp): string {
  for (let decimals = 0; decimals < mostDecimals; decimals += 1)
    if (equals(roundHalfUp(value, decimals), value)) return formatNumber(value, decimals);
  return formatNumber(round(value, mostDecimals), mostDecimals);
}

function writeValue({ observation }: CellReference, percent: boolean): string {
  const interval = intervalOf(observation.value);
  return interval ? writeInterval(interval, percent) : 'missing';
}

/** The row and the column of a cell, as far as they are not those of the viewpoint. */
function labelOf({ row, column }: CellReference, from: Viewpoint): string {
  const labels = [...(row === from.row ? [] : [row]), ...(column === from.column ? [] : [column])];
  return (labels.length > 0 ? labels : [row]).map(label => `"${label}"`).join(', ');
}
