// The drawings of a page without tags: images, and vector shapes that stand close together.

import type { Box } from '../pdf/pages.ts';
import { around, touches } from './boxes.ts';
import type { PaintedPage } from './painted.ts';

/** How far apart two shapes of one drawing may stand, in points. */
const reach = 8;

/** Fewest shapes of a drawing, and its least width and height in points: less is a rule, a frame or a ground. */
const [fewest, least] = [6, 20];

interface Group {
  readonly box: Box;
  readonly count: number;
  readonly hasImage: boolean;
}

/** The boxes of the drawings of a page. */
export function drawingsOf({ page, shapes }: PaintedPage): readonly Box[] {
  let groups: Group[] = [];
  for (const { kind, box, mark } of shapes) {
    if (mark.isArtifact || covers(box, page.box)) continue;
    const wide = { left: box.left - reach, bottom: box.bottom - reach, right: box.right + reach, top: box.top + reach };
    const near = groups.filter(group => touches(group.box, wide));
    const group = {
      box: around([box, ...near.map(one => one.box)]),
      count: near.reduce((sum, { count }) => sum + count, 1),
      hasImage: kind === 'image' || near.some(({ hasImage }) => hasImage),
    };
    groups = [...groups.filter(one => !near.includes(one)), group];
  }
  return groups
    .filter(({ count, hasImage }) => hasImage || count >= fewest)
    .map(({ box }) => box)
    .filter(({ left, right, bottom, top }) => right - left >= least && top - bottom >= least);
}

/** Whether a shape is the ground of most of a page. */
function covers(box: Box, page: Box): boolean {
  const area = ({ left, bottom, right, top }: Box): number => (right - left) * (top - bottom);
  return area(box) > area(page) * 0.8;
}
