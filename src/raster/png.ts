// An image as a PNG with a palette: small, and exact in every colour that covers an area (W3C PNG, third edition).

import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';
import { type Image, pixelsOf } from './image.ts';

/** Colours of a palette, at most. */
const most = 256;

/** Of how many bits of each channel a bin of similar colours is made. */
const bits = 5;

const pack = promisify(deflate);

/** The image as a PNG of at most 256 colours: the most frequent ones, each other one given the nearest of them. */
export async function encodePng(image: Image): Promise<Uint8Array> {
  const { width, height } = image;
  const { palette, indexOf } = reduce(pixelsOf(image));
  const rows = toRows(image, indexOf);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // eight bits, palette, and the only compression, filtering and order but interlaced
  const colours = Buffer.from(palette.flatMap(pixel => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255]));
  const data = await pack(rows, { level: 9, memLevel: 9 });
  return Buffer.concat([signature, chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', data), chunk('IEND')]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Uint8Array = new Uint8Array()): Buffer {
  const made = Buffer.alloc(data.length + 12);
  made.writeUInt32BE(data.length, 0);
  made.write(type, 4, 'latin1');
  made.set(data, 8);
  made.writeUInt32BE(crc32(made.subarray(4, data.length + 8)), data.length + 8);
  return made;
}

/** Rows without a filter, which suits palettes, each behind a zero. */
function toRows(image: Image, indexOf: (pixel: number) => number): Uint8Array {
  const { width, height } = image;
  const pixels = pixelsOf(image);
  const rows = new Uint8Array((width + 1) * height);
  let [pixel, index] = [-1, 0];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const next = pixels[y * width + x] ?? 0;
      if (next !== pixel) [pixel, index] = [next, indexOf(next)];
      rows[y * (width + 1) + x + 1] = index;
    }
  return rows;
}

interface Reduced {
  readonly palette: readonly number[];
  /** Which colour of the palette a pixel is given. */
  indexOf(pixel: number): number;
}

/** Similar colours in one bin, each bin with its most frequent colour; the fullest bins are the palette. */
function reduce(pixels: Uint32Array): Reduced {
  const bins = new Map<number, { count: number; colour: number; times: number }>();
  for (const [pixel, times] of countPixels(pixels)) {
    const bin = bins.get(binOf(pixel)) ?? { count: 0, colour: pixel, times: 0 };
    bin.count += times;
    if (times > bin.times) [bin.colour, bin.times] = [pixel, times];
    bins.set(binOf(pixel), bin);
  }
  const fullest = [...bins].toSorted(([, a], [, b]) => b.count - a.count).slice(0, most);
  const palette = fullest.map(([, { colour }]) => colour);
  const known = new Map(fullest.map(([bin], index) => [bin, index]));
  return {
    palette,
    indexOf(pixel) {
      const bin = binOf(pixel);
      const index = known.get(bin) ?? nearest(pixel, palette);
      known.set(bin, index);
      return index;
    },
  };
}

function countPixels(pixels: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  let [run, pixel] = [0, pixels[0] ?? 0];
  for (const one of pixels) {
    if (one !== pixel) {
      counts.set(pixel, (counts.get(pixel) ?? 0) + run);
      [run, pixel] = [0, one];
    }
    run += 1;
  }
  return counts.set(pixel, (counts.get(pixel) ?? 0) + run);
}

function binOf(pixel: number): number {
  const shift = 8 - bits;
  const channel = (at: number): number => ((pixel >> at) & 255) >> shift;
  return (channel(0) << (2 * bits)) | (channel(8) << bits) | channel(16);
}

function nearest(pixel: number, palette: readonly number[]): number {
  let [best, least] = [0, Infinity];
  for (const [index, colour] of palette.entries()) {
    const distance = [0, 8, 16].reduce((sum, at) => sum + (((pixel >> at) & 255) - ((colour >> at) & 255)) ** 2, 0);
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}
