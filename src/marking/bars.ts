// Where change bars stand: beside the column of what changed, over nothing that is painted.

import type { Box } from '../pdf/pages.ts';

/** What bars are placed by; all of one page. */
export interface PageToBar {
  readonly box: Box;
  /** The columns of text, the tables and the drawings on it. */
  readonly columns: readonly Box[];
  /** Boxes of all that is painted on it; a bar may stand wholly within one, as on a coloured surface. */
  readonly obstacles: readonly Box[];
}

/** Width of a bar, and white between it and its column, in points. */
export const barWidth = 2;
const gap = 5;

/** White that is kept free around a bar. */
const air = 1;

/** A bar goes at most this far from its column to find room, and no nearer to the edge of the page. */
const reach = 42;
const edge = 9;

/** Bars nearer to one another than this are one. */
const joint = 9;

/** The bars beside boxes, from the top; one that finds no room on either side of its column is left out. */
export function placeBars(changed: readonly Box[], page: PageToBar): Box[] {
  const columns = new Map<Box, Box[]>();
  for (const box of changed) {
    const column = columnOf(box, page.columns);
    columns.set(column, [...(columns.get(column) ?? []), box]);
  }
  return [...columns].flatMap(([column, boxes]) => {
    const beside = (height: Height): Box | undefined => besideColumn(column, height, page);
    const whole = beside(column);
    return heightsOf(boxes).flatMap(height => {
      const own = whole ? { ...whole, bottom: height.bottom, top: height.top } : beside(height);
      return own ? [own] : [];
    });
  });
}

/** The smallest column around a box; the box itself where it stands in none. */
function columnOf(box: Box, columns: readonly Box[]): Box {
  const around = columns.filter(one => overlap(one, box) > 0.5);
  return around.reduce((best, one) => (areaOf(one) < areaOf(best) ? one : best), around[0] ?? box);
}

/** Which part of a box lies in another. */
function overlap(outer: Box, { left, bottom, right, top }: Box): number {
  const part = (from: number, to: number, [low, high]: readonly [number, number]): number =>
    Math.max(0, Math.min(to, high) - Math.max(from, low)) / Math.max(to - from, 0.01);
  return part(left, right, [outer.left, outer.right]) * part(bottom, top, [outer.bottom, outer.top]);
}

function areaOf({ left, bottom, right, top }: Box): number {
  return (right - left) * (top - bottom);
}

type Height = Pick<Box, 'bottom' | 'top'>;

/** The heights that boxes take, neighbours joined, from the top. */
function heightsOf(boxes: readonly Box[]): Height[] {
  const found: { bottom: number; top: number }[] = [];
  for (const { bottom, top } of boxes.toSorted((a, b) => b.top - a.top)) {
    const last = found.at(-1);
    if (last && last.bottom - top < joint) last.bottom = Math.min(last.bottom, bottom);
    else found.push({ bottom, top });
  }
  return found;
}

/** Left of a column, or else right of it. */
function besideColumn(column: Box, { bottom, top }: Height, page: PageToBar): Box | undefined {
  const near = page.obstacles.filter(one => one.bottom - air < top && one.top + air > bottom);
  const at = (left: number): Box => ({ left, right: left + barWidth, bottom, top });
  for (let left = column.left - gap - barWidth; left >= leftEnd(column, page); ) {
    const obstacle = near.find(one => collides(at(left), one));
    if (!obstacle) return at(left);
    left = Math.min(left - 0.5, obstacle.left - air - barWidth);
  }
  for (let left = column.right + gap; left + barWidth <= rightEnd(column, page); ) {
    const obstacle = near.find(one => collides(at(left), one));
    if (!obstacle) return at(left);
    left = Math.max(left + 0.5, obstacle.right + air);
  }
  return undefined;
}

function leftEnd({ left }: Box, { box }: PageToBar): number {
  return Math.max(left - reach, box.left + edge);
}

function rightEnd({ right }: Box, { box }: PageToBar): number {
  return Math.min(right + reach, box.right - edge);
}

/** Whether a box lies partly over another; wholly within, it stands on a surface. */
function collides(box: Box, other: Box): boolean {
  const apart =
    box.right + air <= other.left ||
    other.right + air <= box.left ||
    box.top + air <= other.bottom ||
    other.top + air <= box.bottom;
  const isOn = other.left <= box.left && box.right <= other.right && other.bottom <= box.bottom && box.top <= other.top;
  return !apart && !isOn;
}
