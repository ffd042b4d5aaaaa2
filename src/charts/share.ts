// A row's share of its column as print: only when every possible value of uncertain cells prints the same.

import type { Row } from '../edition/edition.ts';
import { formatPercentage } from '../locale/number.ts';
import { shareOf, sumOf } from '../statistics/arithmetic.ts';
import type { CellReference } from '../statistics/cell.ts';
import { cellQuantity, isFailure } from '../statistics/quantity.ts';

/** The share of one row among the rows in a column, such as `22%`; undefined when it is uncertain or cannot be worked out. */
export function certainShare(rows: readonly Row[], label: string, column: number): string | undefined {
  const cells = rows.flatMap(row => cellOf(row, column) ?? []);
  const part = cells.find(cell => cell.row === label);
  if (!part) return undefined;
  const share = shareOf(cellQuantity(part), sumOf(cells.map(cellQuantity)));
  if (isFailure(share)) return undefined;
  const [low, high] = [share.interval.low, share.interval.high].map(value => formatPercentage(value, 0, 'sign'));
  return low === high ? low : undefined;
}

/** The table's id does not matter among the cells of one column. */
function cellOf(row: Row, column: number): CellReference | undefined {
  const observation = row.observations[column];
  if (!observation || observation.value.kind === 'missing') return undefined;
  return { table: '', row: row.label, column: String(column), observation };
}
