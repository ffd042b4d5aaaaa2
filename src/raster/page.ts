// A page as it is shown: cropped, turned and measured from its lower left, and the way there from user space.

import type { Box } from '../pdf/pages.ts';
import type { Image } from './image.ts';

/** A page as it is shown. */
export interface RasterPage {
  readonly number: number;
  /** Size as shown, in points. */
  readonly width: number;
  readonly height: number;
  /** What of it is shown, in default user space. */
  readonly box: Box;
  /** By how many degrees it is turned clockwise to be shown. */
  readonly turn: 0 | 90 | 180 | 270;
}

/** A page, or a part of one, as it was drawn. */
export interface DrawnPage {
  readonly page: RasterPage;
  readonly image: Image;
}

/** What of a page is drawn. */
export interface Region {
  /** Pixels an inch. */
  readonly dpi: number;
  /** In points from the lower left of the page as shown, its upper left on the corner of a pixel; else the whole page. */
  readonly part?: Box;
}

/** No image has more pixels than this. */
const mostPixels = 16_000_000;

/** Pixels of a point: fewer than asked for where the image would have more than 16 million. */
export function scaleOf({ left, bottom, right, top }: Box, { dpi }: Region): number {
  return Math.min(dpi / 72, Math.sqrt(mostPixels / ((right - left) * (top - bottom))));
}

/** Pixels that a box has at a scale, at least one. */
export function sizeIn(box: Box, scale: number): { width: number; height: number } {
  const size = (points: number): number => Math.max(1, Math.round(points * scale));
  return { width: size(box.right - box.left), height: size(box.top - box.bottom) };
}

/** A box of default user space as it is shown: in points from the lower left of the page as shown. */
export function showBox({ left, bottom, right, top }: Box, { box, turn }: Pick<RasterPage, 'box' | 'turn'>): Box {
  const [west, south] = [left - box.left, bottom - box.bottom];
  const [east, north] = [right - box.left, top - box.bottom];
  const [width, height] = [box.right - box.left, box.top - box.bottom];
  if (turn === 90) return { left: south, bottom: width - east, right: north, top: width - west };
  if (turn === 180) return { left: width - east, bottom: height - north, right: width - west, top: height - south };
  if (turn === 270) return { left: height - north, bottom: west, right: height - south, top: east };
  return { left: west, bottom: south, right: east, top: north };
}
