// Where the number of each line stands: left of its column, in line with its neighbours, and over nothing that is painted.

import type { Box } from '../pdf/pages.ts';
import type { Line } from './lines.ts';

/** A line number with its place; lengths in points. */
export interface PlacedNumber {
  readonly number: number;
  readonly box: Box;
  /** The baseline of its line. */
  readonly baseline: number;
  /** Whether it stands right beside its column, and did not have to move further from it. */
  readonly isBeside: boolean;
}

/** How line numbers are set; lengths in points. */
export interface NumberStyle {
  /** Width of a digit, and height of one above the baseline. */
  readonly digit: number;
  readonly height: number;
}

/** White between a number and its column; the least where a rule between columns leaves no more. */
const gap = 3.5;
const least = 1.8;

/** Lines that begin at most this much further in stand in the same column: indents, bullets, quotes. */
const indent = 30;

/** A number goes at most this far from its column to find room. */
const reach = 34;

/** White that is kept free around a number. */
const air = 0.6;

/**
 * The numbers of the lines of a page from 1, each on the baseline of its line. A number that finds no room is left out,
 * and the next one counts on.
 */
export function placeNumbers(lines: readonly Line[], obstacles: readonly Box[], style: NumberStyle): PlacedNumber[] {
  const columns = columnsOf(lines);
  const taken = [...obstacles];
  return lines.flatMap(({ box, baseline }, index) => {
    const number = index + 1;
    const column = columns.findLast(left => left <= box.left) ?? box.left;
    const size = { width: style.digit * String(number).length, height: style.height };
    const own = { baseline, ...size };
    const place =
      [gap, least].map(white => boxAt(column - white, own)).find(one => !obstacleOf(one, taken)) ??
      [column, box.left].map(left => slide(left - gap, own, taken)).find(one => one);
    if (!place) return [];
    taken.push(place);
    return [{ number, box: place, baseline, isBeside: place.right >= column - gap }];
  });
}

/** The left edges of the columns of a page, from left to right. */
function columnsOf(lines: readonly Line[]): number[] {
  const columns: number[] = [];
  for (const left of lines.map(({ box }) => box.left).sort((a, b) => a - b))
    if (left - (columns.at(-1) ?? Number.NEGATIVE_INFINITY) > indent) columns.push(left);
  return columns;
}

interface Size {
  readonly baseline: number;
  readonly width: number;
  readonly height: number;
}

function boxAt(right: number, { baseline, width, height }: Size): Box {
  return { left: right - width, right, bottom: baseline, top: baseline + height };
}

/** The first free place left of a right edge. */
function slide(start: number, size: Size, taken: readonly Box[]): Box | undefined {
  let right = start;
  while (right >= start - reach && right - size.width >= gap) {
    const box = boxAt(right, size);
    const obstacle = obstacleOf(box, taken);
    if (!obstacle) return box;
    right = Math.min(right, obstacle.left - air) - air;
  }
  return undefined;
}

function obstacleOf(box: Box, taken: readonly Box[]): Box | undefined {
  return taken.find(one => collides(box, one));
}

/** Whether a box lies partly over another; wholly within, it stands on a surface. */
function collides(box: Box, other: Box): boolean {
  const apart =
    box.right + air <= other.left ||
    other.right + air <= box.left ||
    box.top + air <= other.bottom ||
    other.top + air <= box.bottom;
  return !apart && !contains(other, box);
}

/** Whether a box lies wholly within another. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    outer.left <= inner.left && inner.right <= outer.right && outer.bottom <= inner.bottom && inner.top <= outer.top
  );
}
