// Where change bars stand: beside the column of what changed, over nothing that is painted.

import { contains } from '../draft/gutter.ts';
import type { Box } from '../pdf/pages.ts';

/** What bars are placed by; all of one page. */
export interface PageToBar {
  readonly box: Box;
  /** The columns of text, the tables and the drawings on it. */
  readonly columns: readonly Box[];
  /** The boxes of all letters, line numbers too. */
  readonly letters: readonly Box[];
  /** The boxes of all else that is painted; a bar may stand wholly within one, as on a coloured surface. */
  readonly shapes: readonly Box[];
}

/** Width of a bar, and white between it and its column, in points. */
export const barWidth = 2;
const gap = 5;

/** White that is kept free around a bar; the least where no more can be had. */
const air = [3, 1] as const;

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
  const bars = [...columns].flatMap(([column, boxes]) => {
    const [left, right] = [
      besideColumn(column, column, { page, side: 'left' }),
      besideColumn(column, column, { page, side: 'right' }),
    ];
    return heightsOf(boxes).flatMap(height => {
      const own = (side: Side): Box | undefined => besideColumn(column, height, { page, side });
      const place = left ?? own('left') ?? right ?? own('right');
      return place ? [{ ...place, bottom: height.bottom, top: height.top }] : [];
    });
  });
  return joined(bars);
}

/** Bars right under one another as one. */
function joined(bars: readonly Box[]): Box[] {
  const found: Box[] = [];
  for (const bar of bars.toSorted((a, b) => a.left - b.left || b.top - a.top)) {
    const last = found.at(-1);
    const isSame = last && Math.abs(last.left - bar.left) < 0.1 && last.bottom - bar.top < joint;
    if (last && isSame) found[found.length - 1] = { ...last, bottom: Math.min(last.bottom, bar.bottom) };
    else found.push(bar);
  }
  return found.toSorted((a, b) => b.top - a.top);
}

/** The smallest column around a box; the box itself where it stands in none. */
function columnOf(box: Box, columns: readonly Box[]): Box {
  const around = columns.filter(one => overlap(one, box) > 0.8);
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

type Side = 'left' | 'right';

interface Beside {
  readonly page: PageToBar;
  readonly side: Side;
}

/** The place on one side of a column that is free over a height, the nearest one. */
function besideColumn(column: Box, { bottom, top }: Height, { page, side }: Beside): Box | undefined {
  const [least, most] = reachOf(column, page, side);
  const isNear = (one: Box): boolean => one.bottom - air[0] < top && one.top + air[0] > bottom;
  const [letters, shapes] = [page.letters.filter(isNear), page.shapes.filter(isNear)];
  for (const white of air) {
    let left = side === 'left' ? most : least;
    while (left >= least && left <= most) {
      const place = { left, right: left + barWidth, bottom, top };
      const obstacle =
        letters.find(one => collides(place, one, white)) ??
        shapes.find(one => collides(place, one, white) && !contains(one, place));
      if (!obstacle) return place;
      left =
        side === 'left'
          ? Math.min(left - step, obstacle.left - white - barWidth)
          : Math.max(left + step, obstacle.right + white);
    }
  }
  return undefined;
}

/** By how much a bar moves on at least. */
const step = 0.5;

/** Between which places the left edge of a bar may stand. */
function reachOf(column: Box, { box }: PageToBar, side: Side): readonly [number, number] {
  const nearest = side === 'left' ? column.left - gap - barWidth : column.right + gap;
  return side === 'left'
    ? [Math.max(nearest - reach, box.left + edge), nearest]
    : [nearest, Math.min(nearest + reach, box.right - edge - barWidth)];
}

function collides(box: Box, other: Box, white: number): boolean {
  const apart =
    box.right + white <= other.left ||
    other.right + white <= box.left ||
    box.top + white <= other.bottom ||
    other.top + white <= box.bottom;
  return !apart;
}
