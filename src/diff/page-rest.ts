// What differs beside words and drawings: rules, boxes, backgrounds, whatever is not explained by words that moved.

import type { Box } from '../pdf/pages.ts';
import { clustersOf } from '../raster/clusters.ts';
import { differing, isExplained, type Mask, type Shift } from '../raster/compare.ts';
import { cover, crop, type Image, type PixelBox } from '../raster/image.ts';
import type { Sheet } from './page-sheets.ts';

/** A page whose words, drawings and furniture are left out. */
export interface BarePage {
  readonly sheet: Sheet;
  /** What is left out, in points of the page as shown. */
  readonly covered: readonly Box[];
}

/** A page of the other file from which words have come, and all around them. */
export interface Source {
  /** As drawn, and with its words, drawings and furniture covered: a rule may run close to a word, or under one. */
  readonly images: readonly Image[];
  /** By how many pixels they have moved from there, the most frequent first. */
  readonly shifts: readonly Shift[];
}

/** Two partners without what is left out of either: the marks of a draft stand on one of them only. */
export interface BarePair {
  readonly old: Image;
  readonly new: Image;
  /** Which pixels of them differ; undefined when none does. */
  readonly mask: Mask | undefined;
}

/** Fewer pixels than this are noise. */
const leastPixels = 10;

/** When more pixels than this differ, only some of them are looked at. */
const mostPixels = 40_000;

/** Pixels that the sizes of two pages may differ. */
const sizeTolerance = 2;

/** Two partners held against each other; undefined when they have other sizes. */
export function comparePartners(old: BarePage, own: BarePage): BarePair | undefined {
  const [a, b] = [old.sheet.image, own.sheet.image];
  if (Math.abs(a.width - b.width) > sizeTolerance || Math.abs(a.height - b.height) > sizeTolerance) return undefined;
  if (a.width === b.width && Buffer.compare(a.data, b.data) === 0) return { old: a, new: b, mask: undefined };
  const size = { left: 0, top: 0, right: Math.min(a.width, b.width), bottom: Math.min(a.height, b.height) };
  const [before, after] = [crop(bare(old, own.covered), size), crop(bare(own, old.covered), size)];
  return { old: before, new: after, mask: differing(before, after) };
}

/** A page without what is left out of it, and more. */
export function bare({ sheet, covered }: BarePage, more: readonly Box[] = []): Image {
  return cover(
    sheet.image,
    [...covered, ...more].map(box => sheet.pixels(box)),
  );
}

/** Boxes of pixels of an image that differ from its partner's, and stand on no source by any of its shifts. */
export function findRest(image: Image, mask: Mask, sources: readonly Source[]): PixelBox[] {
  return clustersOf({ pixels: unexplainedIn(mask, image, sources), width: image.width })
    .filter(({ count }) => count >= leastPixels)
    .map(({ box }) => box);
}

/** Of the pixels that differ, those that stand nowhere else; a pixel that is passed over is like those around it. */
function unexplainedIn({ pixels, count, width }: Mask, image: Image, sources: readonly Source[]): Uint8Array {
  const step = Math.max(1, Math.ceil(count / mostPixels));
  const left = new Uint8Array(pixels.length);
  for (let at = pixels.indexOf(1); at >= 0; at = pixels.indexOf(1, at + 1)) {
    const x = at % width;
    const y = (at - x) / width;
    if ((x + y * 3) % step === 0 && !isKnown(image, x, y, sources)) left[at] = 1;
  }
  return left;
}

function isKnown(image: Image, x: number, y: number, sources: readonly Source[]): boolean {
  return sources.some(({ images, shifts }) =>
    shifts.some(shift => images.some(other => isExplained(image, x, y, other, shift))),
  );
}
