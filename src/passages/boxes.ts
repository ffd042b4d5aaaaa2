// Boxes on a page: around one another, within one another, and around letters line by line.

import type { Box } from '../pdf/pages.ts';
import type { PlacedBox } from './passage.ts';

/** The box around boxes; at least one. */
export function around(boxes: readonly Box[]): Box {
  let { left, bottom, right, top } = boxes[0] ?? { left: 0, bottom: 0, right: 0, top: 0 };
  for (const box of boxes) {
    if (box.left < left) left = box.left;
    if (box.bottom < bottom) bottom = box.bottom;
    if (box.right > right) right = box.right;
    if (box.top > top) top = box.top;
  }
  return { left, bottom, right, top };
}

/** Whether two boxes have a part in common; one without width or height counts. */
export function touches(a: Box, b: Box): boolean {
  return a.left <= b.right && a.right >= b.left && a.bottom <= b.top && a.top >= b.bottom;
}

/** The part of a box within another that it touches; an empty one at its edge where it does not. */
export function within(box: Box, clip: Box): Box {
  const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
  return {
    left: clamp(box.left, clip.left, clip.right),
    bottom: clamp(box.bottom, clip.bottom, clip.top),
    right: clamp(box.right, clip.left, clip.right),
    top: clamp(box.top, clip.bottom, clip.top),
  };
}

/** A letter on a page. */
export interface PlacedLetter {
  readonly box: Box;
  readonly baseline: number;
  readonly page: number;
}

/** The boxes around letters that follow one another, one for each line that they stand on. */
export function boxesOf(letters: readonly PlacedLetter[]): PlacedBox[] {
  const runs: PlacedLetter[][] = [];
  for (const letter of letters) {
    const last = runs.at(-1);
    if (last && isOn(last, letter)) last.push(letter);
    else runs.push([letter]);
  }
  return runs.map(run => ({ page: run[0]?.page ?? 1, ...around(run.map(({ box }) => box)) }));
}

/** Whether a letter goes on with a line: raised and lowered ones stand less than their own height from its foot. */
function isOn(run: readonly PlacedLetter[], { box, baseline, page }: PlacedLetter): boolean {
  const last = run[run.length - 1];
  if (!last || last.page !== page) return false;
  const size = Math.max(last.box.top - last.box.bottom, box.top - box.bottom);
  const step = box.left - last.box.right;
  return Math.abs(last.baseline - baseline) < size * 0.75 && step > -size * 2 && step < size * 4;
}
