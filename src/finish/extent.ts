// How far something that is painted reaches.

import { type ContentCursor, code } from '../pdf/content.ts';
import type { Box } from '../pdf/pages.ts';
import type { Graphics } from '../pdf/painting.ts';

/** The reach of a path in user space, while it is built: one for a whole page, since a drawing has many thousands of points. */
export interface PathExtent {
  /** Forgets the path. */
  clear(): void;
  /** Adds the points of the operator that the cursor has just read; a curve lies within its control points. */
  add(cursor: ContentCursor): void;
  /** Its box on the page, with half a line's width around it; undefined for a path without points. */
  box(graphics: Graphics, lineWidth: number): Box | undefined;
}

/** Numbers of an operator that are points, two by two; a rectangle has a corner and a size. */
const pointNumbers = new Map([
  [code('m'), 2],
  [code('l'), 2],
  [code('v'), 4],
  [code('y'), 4],
  [code('c'), 6],
]);
const rectangle = code('re');

/** No path yet. */
export function createPathExtent(): PathExtent {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  const point = (x: number, y: number): void => {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < bottom) bottom = y;
    if (y > top) top = y;
  };
  return {
    clear() {
      [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
    },
    add(cursor) {
      const numbers = pointNumbers.get(cursor.operator) ?? 0;
      for (let index = 0; index < numbers; index += 2) point(cursor.number(index), cursor.number(index + 1));
      if (cursor.operator !== rectangle) return;
      const [x, y] = [cursor.number(0), cursor.number(1)];
      point(x, y);
      point(x + cursor.number(2), y + cursor.number(3));
    },
    box(graphics, lineWidth) {
      if (left > right) return undefined;
      const corners = [
        graphics.point(left, bottom),
        graphics.point(right, bottom),
        graphics.point(left, top),
        graphics.point(right, top),
      ];
      return boxAround(corners, lineWidth / 2);
    },
  };
}

/** The box around points, with a margin. */
export function boxAround(points: readonly (readonly [number, number])[], margin: number): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return {
    left: Math.min(...xs) - margin,
    bottom: Math.min(...ys) - margin,
    right: Math.max(...xs) + margin,
    top: Math.max(...ys) + margin,
  };
}

/** The box around two boxes. */
export function joined(a: Box | undefined, b: Box | undefined): Box | undefined {
  if (!a || !b) return a ?? b;
  return {
    left: Math.min(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
    top: Math.max(a.top, b.top),
  };
}
