// Pixels that belong together: what of a page differs, as few boxes.

import type { Mask } from './compare.ts';
import type { PixelBox } from './image.ts';

/** Pixels that lie close together. */
export interface Cluster {
  readonly box: PixelBox;
  /** How many pixels of it are set. */
  readonly count: number;
}

/** Pixels less than this far apart belong together. */
const cell = 6;

/** The clusters of the pixels that are set in a mask, from its upper left. */
export function clustersOf({ pixels, width }: Pick<Mask, 'pixels' | 'width'>): Cluster[] {
  const cells = cellsOf(pixels, width);
  const clusters: Cluster[] = [];
  const left = new Set(cells.keys());
  for (const start of cells.keys()) {
    if (!left.delete(start)) continue;
    const found = [start];
    for (const one of found) // grows while it is walked
      for (const next of around(one, Math.ceil(width / cell))) if (left.delete(next)) found.push(next);
    clusters.push(found.flatMap(one => cells.get(one) ?? []).reduce(join));
  }
  return clusters;
}

/** The mask in cells of a few pixels, those that are empty left out. */
function cellsOf(pixels: Uint8Array, width: number): Map<number, Cluster> {
  const cells = new Map<number, { box: { -readonly [Edge in keyof PixelBox]: number }; count: number }>();
  const across = Math.ceil(width / cell);
  for (let at = pixels.indexOf(1); at >= 0; at = pixels.indexOf(1, at + 1)) {
    const x = at % width;
    const y = (at - x) / width;
    const key = Math.floor(y / cell) * across + Math.floor(x / cell);
    const known = cells.get(key);
    if (!known) cells.set(key, { box: { left: x, top: y, right: x + 1, bottom: y + 1 }, count: 1 });
    else {
      known.count += 1;
      known.box.left = Math.min(known.box.left, x);
      known.box.right = Math.max(known.box.right, x + 1);
      known.box.bottom = y + 1;
    }
  }
  return cells;
}

function around(key: number, across: number): number[] {
  const column = key % across;
  const columns = [...(column > 0 ? [-1] : []), 0, ...(column < across - 1 ? [1] : [])];
  return [-across, 0, across].flatMap(row => columns.map(one => key + row + one));
}

/** Two clusters as one. */
function join(a: Cluster, b: Cluster): Cluster {
  const box = {
    left: Math.min(a.box.left, b.box.left),
    top: Math.min(a.box.top, b.box.top),
    right: Math.max(a.box.right, b.box.right),
    bottom: Math.max(a.box.bottom, b.box.bottom),
  };
  return { box, count: a.count + b.count };
}
