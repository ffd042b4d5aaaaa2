// A cell as a bar: filled as far as its value is certain, hollow from there to the highest it may be.

import type { Extent } from './cell.ts';
import type { FrameColumn } from './frame.ts';
import type { Bar } from './layer.ts';
import { hundredth } from './round.ts';
import type { Swatch } from './theme.ts';

/** Where a bar stands: its place across in px, and the value it starts from. */
export interface BarPlace {
  readonly row: string;
  readonly column: string;
  readonly left: number;
  readonly right: number;
  readonly from: number;
}

/** The filled and the hollow part of a cell's bar; nothing for zero. */
export function extentBars(place: BarPlace, extent: Extent, swatch: Swatch, paper: string): Bar[] {
  const { from, ...rest } = place;
  const bars: Bar[] = [];
  const [low, high] = [from + extent.low, from + extent.high];
  if (extent.low > 0) bars.push({ ...rest, from, to: low, fill: swatch.fill, edge: swatch.edge });
  if (extent.high > extent.low) bars.push({ ...rest, from: low, to: high, fill: paper, edge: swatch.edge });
  return bars;
}

const share = 0.68;
const widest = 54;

/** The middle of a column that bars take up, px. */
export function barRoom(column: FrameColumn): { left: number; right: number } {
  const centre = (column.left + column.right) / 2;
  const half = Math.min(widest, (column.right - column.left) * share) / 2;
  return { left: hundredth(centre - half), right: hundredth(centre + half) };
}
