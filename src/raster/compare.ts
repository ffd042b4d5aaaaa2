// Images held against each other: pixel by pixel, and with room for a shift by a part of a pixel.

import pixelmatch from 'pixelmatch';
import type { Image, PixelBox } from './image.ts';

/** Pixels of an image: 1 where they are set, row by row from the upper left. */
export interface Mask {
  readonly width: number;
  readonly pixels: Uint8Array;
  /** How many are set, at least one. */
  readonly count: number;
}

/** Which pixels of two images of one size differ, apart from antialiasing; undefined when none does. */
export function differing(a: Image, b: Image): Mask | undefined {
  const { width, height } = a;
  if (Buffer.compare(a.data, b.data) === 0) return undefined;
  const output = new Uint8Array(width * height * 4);
  const count = pixelmatch(a.data, b.data, output, width, height, { diffMask: true, threshold: 0.06 });
  if (count === 0) return undefined;
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at++) if (output[at * 4 + 3] !== 0) pixels[at] = 1;
  return { width, pixels, count };
}

/** How light the pixels of an image are, softened, and the least and the most of it around each of them. */
export interface SoftPlane {
  readonly width: number;
  readonly height: number;
  readonly middle: Uint8Array;
  readonly low: Uint8Array;
  readonly high: Uint8Array;
}

/** An image softened over three by three pixels, so that a line keeps its weight wherever it falls between them. */
export function soften(image: Image): SoftPlane {
  const { width, height } = image;
  const middle = average(average(lightOf(image), 1), width);
  return {
    ...{ width, height, middle },
    low: least(least(middle, 1), width),
    high: most(most(middle, 1), width),
  };
}

/** The luma of ITU-R BT.601, in parts of 256. */
function lightOf({ data }: Image): Uint8Array {
  const plane = new Uint8Array(data.length / 4);
  for (let at = 0; at < plane.length; at++)
    plane[at] = (77 * (data[at * 4] ?? 0) + 150 * (data[at * 4 + 1] ?? 0) + 29 * (data[at * 4 + 2] ?? 0)) >> 8;
  return plane;
}

// Three loops and not one that is handed what to do: that one takes ten times as long.

/** The average of each pixel and its two neighbours, a step before and a step behind it; at the ends as it is. */
function average(plane: Uint8Array, step: number): Uint8Array {
  const made = plane.slice();
  for (let at = step; at < plane.length - step; at++)
    made[at] = (((plane[at - step] ?? 0) + (plane[at] ?? 0) + (plane[at + step] ?? 0)) * 21_846) >> 16;
  return made;
}

function least(plane: Uint8Array, step: number): Uint8Array {
  const made = plane.slice();
  for (let at = step; at < plane.length - step; at++)
    made[at] = Math.min(plane[at - step] ?? 0, plane[at] ?? 0, plane[at + step] ?? 0);
  return made;
}

function most(plane: Uint8Array, step: number): Uint8Array {
  const made = plane.slice();
  for (let at = step; at < plane.length - step; at++)
    made[at] = Math.max(plane[at - step] ?? 0, plane[at] ?? 0, plane[at + step] ?? 0);
  return made;
}

/** By how many pixels a thing stands further to the right and further down in the second of two images. */
export interface Shift {
  readonly x: number;
  readonly y: number;
}

/** How much a channel may differ from what stands around it in the other image, of 255. */
const tolerance = 14;

/** Whether a box of an image has the very pixels that stand at its place, less the shift, in another one. */
export function isSamePart(image: Image, box: PixelBox, other: Image, shift: Shift): boolean {
  const from = { left: box.left - shift.x, top: box.top - shift.y, right: box.right - shift.x };
  if (from.left < 0 || from.top < 0 || from.right > other.width || box.bottom - shift.y > other.height) return false;
  for (let y = box.top; y < box.bottom; y++) {
    const start = (y * image.width + box.left) * 4;
    const place = ((y - shift.y) * other.width + from.left) * 4;
    const length = (box.right - box.left) * 4;
    for (let at = 0; at < length; at++) if (image.data[start + at] !== other.data[place + at]) return false;
  }
  return true;
}

/** Which share of the pixels of a box is not like anything around its place, less the shift, from 0 to 1. */
export function unexplained(plane: SoftPlane, box: PixelBox, other: SoftPlane, shift: Shift): number {
  let count = 0;
  for (let y = box.top; y < box.bottom; y++)
    for (let x = box.left; x < box.right; x++) {
      const value = plane.middle[y * plane.width + x] ?? 0;
      const place = (y - shift.y) * other.width + x - shift.x;
      const isLike = value >= (other.low[place] ?? 0) - tolerance && value <= (other.high[place] ?? 0) + tolerance;
      if (!isLike) count += 1;
    }
  const size = (box.right - box.left) * (box.bottom - box.top);
  return size === 0 ? 0 : count / size;
}

/** Whether a pixel is like what stands around its place, less the shift, in another image, in each of its channels. */
export function isExplained(image: Image, x: number, y: number, other: Image, shift: Shift): boolean {
  const [left, top] = [x - shift.x, y - shift.y];
  if (left < 0 || top < 0 || left >= other.width || top >= other.height) return false;
  const [own, place] = [(y * image.width + x) * 4, (top * other.width + left) * 4];
  for (let channel = 0; channel < 3; channel++) {
    const [a, b] = [image.data[own + channel] ?? 0, other.data[place + channel] ?? 0];
    if (Math.abs(a - b) <= tolerance) continue;
    if (!isAround(softAt(image, x, y, channel), other, left, top, channel)) return false;
  }
  return true;
}

function isAround(value: number, image: Image, x: number, y: number, channel: number): boolean {
  let [low, high] = [255, 0];
  for (let row = y - 1; row <= y + 1; row++)
    for (let column = x - 1; column <= x + 1; column++) {
      const soft = softAt(image, column, row, channel);
      if (soft < low) low = soft;
      if (soft > high) high = soft;
    }
  return value >= low - tolerance && value <= high + tolerance;
}

/** The average of three by three pixels; those beyond the edge are like those at it. */
function softAt({ data, width, height }: Image, x: number, y: number, channel: number): number {
  let sum = 0;
  for (let row = y - 1; row <= y + 1; row++)
    for (let column = x - 1; column <= x + 1; column++) {
      const across = column < 0 ? 0 : column >= width ? width - 1 : column;
      const down = row < 0 ? 0 : row >= height ? height - 1 : row;
      sum += data[(down * width + across) * 4 + channel] ?? 0;
    }
  return sum / 9;
}
