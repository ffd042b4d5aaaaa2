// Rows' shares of their column as print: only where every possible value of uncertain cells prints the same.

import type { Row } from '../edition/edition.ts';
import { formatPercentage } from '../locale/number.ts';
import { shareOf, sumOf } from '../statistics/arithmetic.ts';
import type { CellReference } from '../statistics/cell.ts';
import { cellQuantity, isFailure } from '../statistics/quantity.ts';

/** Shares by row label, such as `22%`, of the rows together in one column; uncertain ones are left out. */
export function certainShares(rows: readonly Row[], column: number): ReadonlyMap<string, string> {
  const cells = rows.flatMap(row => cellOf(row, column) ?? []);
  const whole = sumOf(cells.map(cellQuantity));
  const shares = new Map<string, string>();
  for (const cell of cells) {
    const share = shareOf(cellQuantity(cell), whole);
    if (isFailure(share)) continue;
    const [low, high] = [share.interval.low, share.interval.high].map(value => formatPercentage(value, 0, 'sign'));
    if (low !== undefined && low === high) shares.set(cell.row, low);
  }
  return shares;
}

/** The table's id does not matter among the cells of one column. */
function cellOf(row: Row, column: number): CellReference | undefined {
  const observation = row.observations[column];
  if (!observation || observation.value.kind === 'missing') return undefined;
  return { table: '', row: row.label, column: String(column), observation };
}
