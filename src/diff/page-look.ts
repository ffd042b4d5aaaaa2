// Words that are the same and printed otherwise: in another size, weight, slope or colour.

import type { PlacedBox } from '../passages/passage.ts';
import { isSamePart, type Shift, unexplained } from '../raster/compare.ts';
import { clipBox, type Image, type PixelBox } from '../raster/image.ts';
import type { Sheet } from './page-sheets.ts';
import type { WordPair } from './page-words.ts';

/** Where a word is printed. */
export interface PrintedWord {
  readonly sheet: Sheet;
  readonly box: PlacedBox;
}

/** Sizes that differ less than this are one: a share of the larger. */
const sizeTolerance = 0.04;

/** A letter of another weight or slope leaves more than this share of its pixels unexplained; noise leaves a third of it. */
const shapeTolerance = 0.08;

/** How much the average of two colours may differ, of 255. */
const colourTolerance = 5;

/** How much of the ink may differ where words are set wider or narrower, so that their letters do not fall together. */
const inkTolerance = 0.15;

/** Whether a word that stands on one line in both files is printed otherwise; one that is broken is not judged. */
export function looksOtherwise(pair: WordPair, sheets: Readonly<Record<'old' | 'new', Sheet>>): boolean {
  if (pair.old.boxes.length !== 1 || pair.new.boxes.length !== 1) return false;
  const [old, own] = [sheets.old.show(pair.old.box), sheets.new.show(pair.new.box)];
  const height = ratio(old.top - old.bottom, own.top - own.bottom);
  if (height > sizeTolerance) return true;
  const width = Math.abs(old.right - old.left - (own.right - own.left));
  const [from, to] = [sheets.old.pixels(old), sheets.new.pixels(own)];
  const box = clipBox(inside(to), sheets.new.image);
  if (box.right <= box.left || box.bottom <= box.top) return false;
  const shift = { x: Math.round(to.left - from.left), y: Math.round(to.top - from.top) };
  if (isSamePart(sheets.new.image, box, sheets.old.image, shift)) return false;
  const place = clipBox(moved(box, shift), sheets.old.image);
  if (hasOtherColour(colourIn(sheets.old.image, place), colourIn(sheets.new.image, box))) return true;
  if (width > 0.5 && width > 0.015 * (own.right - own.left))
    return ratio(inkIn(sheets.old.image, place), inkIn(sheets.new.image, box)) > inkTolerance;
  return unexplained(sheets.new.light, box, sheets.old.light, shift) > shapeTolerance;
}

/** How much the larger of two numbers is greater, as a share of it. */
function ratio(a: number, b: number): number {
  return Math.abs(a - b) / Math.max(a, b, 1e-6);
}

/** The whole pixels in a box: those at its edge may belong to the words beside it. */
function inside({ left, top, right, bottom }: PixelBox): PixelBox {
  return { left: Math.ceil(left), top: Math.ceil(top), right: Math.floor(right), bottom: Math.floor(bottom) };
}

function moved({ left, top, right, bottom }: PixelBox, { x, y }: Shift): PixelBox {
  return { left: left - x, top: top - y, right: right - x, bottom: bottom - y };
}

type Colour = readonly [red: number, green: number, blue: number];

function colourIn({ data, width }: Image, { left, top, right, bottom }: PixelBox): Colour {
  let [red, green, blue] = [0, 0, 0];
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const at = (y * width + x) * 4;
      red += data[at] ?? 0;
      green += data[at + 1] ?? 0;
      blue += data[at + 2] ?? 0;
    }
  const size = Math.max(1, (right - left) * (bottom - top));
  return [red / size, green / size, blue / size];
}

/** Whether the hue differs: how light it is depends on where the letters fall between the pixels. */
function hasOtherColour(a: Colour, b: Colour): boolean {
  const [warm, cold] = [a[0] - a[1] - (b[0] - b[1]), a[1] - a[2] - (b[1] - b[2])];
  return Math.abs(warm) > colourTolerance || Math.abs(cold) > colourTolerance;
}

/** How far the pixels are from the lightest one, or from the darkest where most are dark, on the average. */
function inkIn(image: Image, box: PixelBox): number {
  const [red, green, blue] = colourIn(image, box);
  const light = (red + green + blue) / 3;
  return light > 128 ? 255 - light : light;
}
