// What differs beside words and drawings: rules, boxes, backgrounds, whatever is not explained by words that moved.

import type { Box } from '../pdf/pages.ts';
import { clustersOf } from '../raster/clusters.ts';
import { differing, isExplained, type Shift } from '../raster/compare.ts';
import { cover, crop, type Image } from '../raster/image.ts';
import type { Sheet } from './page-sheets.ts';

/** A page whose words, drawings and furniture are left out. */
export interface BarePage {
  readonly sheet: Sheet;
  /** What is left out, in points of the page as shown. */
  readonly covered: readonly Box[];
}

/** A page of the other file from which words have come, and all around them. */
export interface Source extends BarePage {
  /** By how many pixels they have moved from there, the most frequent first. */
  readonly shifts: readonly Shift[];
}

/** Fewer pixels than this are noise. */
const leastPixels = 10;

/** When more pixels than this differ, only some of them are looked at. */
const mostPixels = 40_000;

/** Pixels that the sizes of two pages may differ. */
const sizeTolerance = 2;

/** What stands on a page, and on no source by any of its shifts; the first source is its partner. In points as shown. */
export function findRest(page: BarePage, [partner, ...others]: readonly [Source, ...Source[]]): Box[] {
  const [a, b] = [page.sheet.image, partner.sheet.image];
  if (Math.abs(a.width - b.width) > sizeTolerance || Math.abs(a.height - b.height) > sizeTolerance)
    return [{ left: 0, bottom: 0, right: page.sheet.page.width, top: page.sheet.page.height }];
  const size = { left: 0, top: 0, right: Math.min(a.width, b.width), bottom: Math.min(a.height, b.height) };
  const own = crop(bare(page, partner.covered), size);
  const first = crop(bare(partner, page.covered), size);
  const mask = differing(own, first);
  if (!mask) return [];
  const sources = [{ image: first, shifts: partner.shifts }, ...others.map(toImage)];
  return clustersOf(unexplainedIn(mask, own, sources), size.right)
    .filter(({ count }) => count >= leastPixels)
    .map(({ box }) => page.sheet.points(box));
}

/** What is left out of one page is left out of its partner: the marks of a draft stand on one of them only. */
function bare({ sheet, covered }: BarePage, more: readonly Box[] = []): Image {
  return cover(
    sheet.image,
    [...covered, ...more].map(box => sheet.pixels(box)),
  );
}

interface SourceImage {
  readonly image: Image;
  readonly shifts: readonly Shift[];
}

function toImage(source: Source): SourceImage {
  return { image: bare(source), shifts: source.shifts };
}

/** Of the pixels that differ, those that stand nowhere else; a pixel that is passed over is like those around it. */
function unexplainedIn(mask: Uint8Array, { width, height, data }: Image, sources: readonly SourceImage[]): Uint8Array {
  const total = mask.reduce((sum, one) => sum + one, 0);
  const step = Math.max(1, Math.ceil(Math.sqrt(total / mostPixels)));
  const left = new Uint8Array(mask.length);
  const image = { width, height, data };
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (!mask[y * width + x] || (x + y * 3) % (step * step) !== 0) continue;
      const isKnown = sources.some(one => one.shifts.some(shift => isExplained(image, x, y, one.image, shift)));
      if (!isKnown) left[y * width + x] = 1;
    }
  return left;
}
