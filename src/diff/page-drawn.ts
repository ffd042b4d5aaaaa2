// Drawings that both files have, held against each other at the same place between the pixels.

import type { PlacedBox } from '../passages/passage.ts';
import type { Box } from '../pdf/pages.ts';
import { clustersOf } from '../raster/clusters.ts';
import { differing } from '../raster/compare.ts';
import { crop, type Image } from '../raster/image.ts';
import type { Drawing } from './page-drawings.ts';
import { around, widen } from './page-lines.ts';
import { dpi, type Sheet, type Sheets } from './page-sheets.ts';

/** What of a drawing differs, in points of the pages as shown; empty lists when nothing does. */
export interface DrawnDifference {
  readonly old: readonly Box[];
  readonly new: readonly Box[];
}

/** Fewer pixels than this are noise. */
const leastPixels = 6;

/** A difference that covers more than this share of a drawing, or falls into more pieces, is one of the whole drawing. */
const [mostShare, mostPieces] = [0.4, 4] as const;

/** Draws both for themselves, so that one that has moved by a part of a pixel is still the same. */
export async function compareDrawings(
  old: Drawing,
  own: Drawing,
  sheets: Readonly<Record<'old' | 'new', Sheets>>,
): Promise<DrawnDifference> {
  const [before, after] = await Promise.all([drawAlone(old.box, sheets.old), drawAlone(own.box, sheets.new)]);
  const whole = { old: [before.box], new: [after.box] };
  const [a, b] = [before.image, after.image];
  if (Math.abs(a.width - b.width) > 2 || Math.abs(a.height - b.height) > 2) return whole;
  const size = { left: 0, top: 0, right: Math.min(a.width, b.width), bottom: Math.min(a.height, b.height) };
  const mask = differing(crop(a, size), crop(b, size));
  const clusters = mask ? clustersOf(mask) : [];
  if (clusters.reduce((sum, { count }) => sum + count, 0) < leastPixels) return { old: [], new: [] };
  const pieces = clusters.filter(({ count }) => count > 1).map(({ box }) => box);
  const covered = pieces.reduce((sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top), 0);
  const isWhole = pieces.length === 0 || pieces.length > mostPieces || covered > mostShare * size.right * size.bottom;
  if (isWhole) return whole;
  const lay = ({ box, scale }: Alone): Box[] =>
    pieces.map(({ left, top, right, bottom }) =>
      widen(
        {
          ...{ left: box.left + left / scale, right: box.left + right / scale },
          ...{ top: box.top - top / scale, bottom: box.top - bottom / scale },
        },
        2,
      ),
    );
  return { old: lay(before), new: lay(after) };
}

interface Alone {
  readonly image: Image;
  /** On the page as shown. */
  readonly box: Box;
  /** Pixels of a point. */
  readonly scale: number;
}

async function drawAlone(placed: PlacedBox, sheets: Sheets): Promise<Alone> {
  const [sheet, file] = await Promise.all([sheets.sheet(placed.page), sheets.raster()]);
  const box = within(sheet.show(placed), sheet);
  const { image } = await file.part(placed.page, box, dpi);
  return { image, box, scale: image.width / Math.max(box.right - box.left, 1e-3) };
}

/** What of a box is on the page, at least a point of it. */
function within(box: Box, { page }: Sheet): Box {
  const left = Math.min(Math.max(box.left, 0), page.width - 1);
  const bottom = Math.min(Math.max(box.bottom, 0), page.height - 1);
  const corner = { left, bottom, right: left + 1, top: bottom + 1 };
  return around(corner, { left, bottom, right: Math.min(box.right, page.width), top: Math.min(box.top, page.height) });
}
