// The pages of a file, drawn when they are asked for and forgotten when many others were; boxes of the file on their pixels.

import type { Box } from '../pdf/pages.ts';
import { type SoftPlane, soften } from '../raster/compare.ts';
import type { Image, PixelBox } from '../raster/image.ts';
import { type RasterPage, showBox } from '../raster/page.ts';
import type { OpenRaster, Raster } from '../raster/raster.ts';
import type { PagePicture } from './comparison.ts';

/** Pixels an inch at which pages are compared, and shown. */
export const dpi = 100;

/** A page drawn. */
export interface Sheet {
  readonly page: RasterPage;
  readonly image: Image;
  /** How light its pixels are, softened. */
  readonly light: SoftPlane;
  /** A box of default user space in points from the lower left of the page as shown. */
  show(box: Box): Box;
  /** Points of the page as shown, in pixels. */
  pixels(shown: Box): PixelBox;
  /** Pixels in points of the page as shown. */
  points(box: PixelBox): Box;
}

/** The pages of one file. */
export interface Sheets {
  /** A page; the file is opened at the first one asked for. */
  sheet(number: number): Promise<Sheet>;
  /** The file itself, to draw parts of it. */
  raster(): Promise<Raster>;
  close(): Promise<void>;
}

/** How many pages of a file are kept: text flows over to the next ones, rarely further. */
const kept = 6;

/** The pages of a file, none of them drawn. */
export function createSheets(bytes: Uint8Array, open: OpenRaster): Sheets {
  let opened: Promise<Raster> | undefined;
  const drawn = new Map<number, Promise<Sheet>>();
  const raster = (): Promise<Raster> => {
    opened ??= open(bytes);
    return opened;
  };
  return {
    raster,
    sheet(number) {
      const sheet = drawn.get(number) ?? raster().then(file => draw(file, number));
      drawn.delete(number);
      drawn.set(number, sheet);
      for (const oldest of [...drawn.keys()].slice(0, -kept)) drawn.delete(oldest);
      return sheet;
    },
    async close() {
      await opened?.then(
        file => file.close(),
        () => {}, // whoever opened it knows why it failed
      );
    },
  };
}

async function draw(file: Raster, number: number): Promise<Sheet> {
  const { page, image } = await file.page(number, dpi);
  const [across, down] = [image.width / page.width, image.height / page.height];
  let light: SoftPlane | undefined;
  return {
    ...{ page, image, show: box => showBox(box, page) },
    get light() {
      light ??= soften(image);
      return light;
    },
    pixels: ({ left, bottom, right, top }) => ({
      ...{ left: left * across, right: right * across },
      ...{ top: (page.height - top) * down, bottom: (page.height - bottom) * down },
    }),
    points: ({ left, top, right, bottom }) => ({
      ...{ left: left / across, right: right / across },
      ...{ top: page.height - top / down, bottom: page.height - bottom / down },
    }),
  };
}

/** A page as a picture. */
export async function pictureOf(number: number, sheets: Sheets): Promise<PagePicture> {
  const [{ page, image }, file] = await Promise.all([sheets.sheet(number), sheets.raster()]);
  const { width, height } = image;
  return {
    width,
    height,
    box: { left: 0, bottom: 0, right: page.width, top: page.height },
    png: await file.pack(image),
  };
}
