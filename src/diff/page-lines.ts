// Boxes of words joined to those of lines, and those of lines to blocks.

import type { Passage, PlacedBox } from '../passages/passage.ts';
import type { Box } from '../pdf/pages.ts';

/** The boxes of words that stand beside one another on a page as one each, in the order given. */
export function joinLines<Placed extends PlacedBox>(boxes: readonly Placed[]): Placed[] {
  const lines: Placed[] = [];
  for (const box of boxes) {
    const last = lines.at(-1);
    if (last && last.page === box.page && isBeside(last, box))
      lines[lines.length - 1] = { ...last, ...around(last, box) };
    else lines.push(box);
  }
  return lines;
}

/** The boxes of lines that stand below one another over about the same width as one each. */
export function joinBlocks<Placed extends PlacedBox>(lines: readonly Placed[]): Placed[] {
  const blocks: Placed[] = [];
  for (const box of lines) {
    const last = blocks.at(-1);
    if (last && last.page === box.page && isBelow(last, box))
      blocks[blocks.length - 1] = { ...last, ...around(last, box) };
    else blocks.push(box);
  }
  return blocks;
}

/** Over the same line, and no more than two letters away. */
function isBeside(a: Box, b: Box): boolean {
  const height = Math.min(a.top - a.bottom, b.top - b.bottom);
  const shared = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom);
  return shared > height / 2 && b.left - a.right < height && a.left - b.right < height;
}

function isBelow(a: Box, b: Box): boolean {
  const height = b.top - b.bottom;
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return (
    a.bottom - b.top < height && a.bottom - b.top > -height / 2 && shared > 0 && Math.abs(a.left - b.left) < height
  );
}

/** The box around two. */
export function around(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
    top: Math.max(a.top, b.top),
  };
}

/** Which share of a box lies in another, from 0 to 1; 0 for one without a size. */
export function shareIn(box: Box, other: Box): number {
  const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
  const up = Math.min(box.top, other.top) - Math.max(box.bottom, other.bottom);
  const size = (box.right - box.left) * (box.top - box.bottom);
  return size <= 0 ? 0 : (Math.max(0, across) * Math.max(0, up)) / size;
}

/** A box with more room around it, in points. */
export function widen<Given extends Box>(box: Given, across: number, up: number = across): Given {
  const { left, bottom, right, top } = box;
  return { ...box, left: left - across, bottom: bottom - up, right: right + across, top: top + up };
}

/** Room for the number of a note behind a line, in points. */
const call = 9;

/** Room for the number of a note or the mark of an item before it, in points. */
const label = 30;

/** Where the texts of a page stand, line by line, with the numbers of notes, which are no words. */
export function textBoxes(passages: readonly Passage[]): PlacedBox[] {
  return passages
    .filter(({ kind }) => kind !== 'drawing')
    .flatMap(({ kind, words }) => {
      const lines = joinLines(words.flatMap(({ boxes }) => boxes)).map(line => {
        const wide = widen(line, 1.5, 0);
        return { ...wide, right: wide.right + call };
      });
      const [first, ...rest] = lines;
      const isLabelled = kind === 'item' || kind === 'note';
      return first && isLabelled ? [{ ...first, left: first.left - label }, ...rest] : lines;
    });
}
