// A cell and where it stands: the provenance of every number in a text.

import type { Observation } from './observation.ts';

/** An observation with the table, row and column it stands in. */
export interface CellReference {
  /** Id of the table. */
  readonly table: string;
  /** Label of the row. */
  readonly row: string;
  /** Label of the column. */
  readonly column: string;
  readonly observation: Observation;
  /** What the table counts, in the plural: `slachtoffers`. */
  readonly unit?: string;
}

/** A text that two references share when they are the same cell. */
export function cellKey({ table, row, column }: CellReference): string {
  return `${table.length},${row.length}:${table}${row}${column}`;
}

/** The cell as messages name it: `"Criminele uitbuiting", 2023 (table vormen)`. */
export function cellName({ table, row, column }: CellReference): string {
  return `"${row}", ${column} (table ${table})`;
}

const mostNames = 3;

/** The cells as messages name what was worked out from them; the first three, and how many more there are. */
export function cellNames(cells: readonly CellReference[]): string {
  if (cells.length === 0) return 'a number in the text';
  const names = cells.slice(0, mostNames).map(cellName).join(' + ');
  return cells.length > mostNames ? `${names} + ${cells.length - mostNames} more` : names;
}

/** The cells without repeats, in the order of their first mention. */
export function distinctCells(cells: readonly CellReference[]): readonly CellReference[] {
  return [...new Map(cells.map(cell => [cellKey(cell), cell])).values()];
}
