// An image as a PNG with a palette: small, and exact in every colour that covers an area (W3C PNG, third edition).

import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';
import { type Image, pixelsOf } from './image.ts';

/** Colours of a palette, at most. */
const most = 256;

/** Of zlib: the next one takes twice as long for two per cent. */
const level = 6;

/** Of how many bits of each channel a bin of similar colours is made. */
const bits = 5;

const pack = promisify(deflate);

/** The image as a PNG of at most 256 colours: the most frequent ones, each other one given the nearest of them. */
export async function encodePng(image: Image): Promise<Uint8Array> {
  const { width, height } = image;
  const pixels = pixelsOf(image);
  const { palette, indices } = reduce(pixels);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // eight bits, palette, and the only compression, filtering and order but interlaced
  const colours = Buffer.from(palette.flatMap(pixel => [0, 8, 16].map(at => (pixel >> at) & 255)));
  const data = await pack(toRows(pixels, width, indices), { level, memLevel: 9 });
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
function toRows(pixels: Uint32Array, width: number, indices: Uint8Array): Uint8Array {
  const rows = new Uint8Array(pixels.length + pixels.length / width);
  let to = 0;
  for (let at = 0; at < pixels.length; at++) {
    if (at % width === 0) to += 1;
    rows[to] = indices[binOf(pixels[at] ?? 0)] ?? 0;
    to += 1;
  }
  return rows;
}

interface Reduced {
  readonly palette: readonly number[];
  /** Which colour of the palette a pixel is given, by its bin. */
  readonly indices: Uint8Array;
}

/** Similar colours in one bin, each bin with the colour that most of it has, if one has. */
function reduce(pixels: Uint32Array): Reduced {
  const counts = new Uint32Array(1 << (3 * bits));
  const colours = new Uint32Array(counts.length);
  const votes = new Uint32Array(counts.length); // by the vote of Boyer and Moore
  for (let at = 0; at < pixels.length; at++) {
    const pixel = pixels[at] ?? 0;
    const bin = binOf(pixel);
    const vote = votes[bin] ?? 0;
    counts[bin] = (counts[bin] ?? 0) + 1;
    if (vote === 0) colours[bin] = pixel;
    votes[bin] = vote === 0 || colours[bin] === pixel ? vote + 1 : vote - 1;
  }
  const found = [...counts.keys()].filter(bin => counts[bin]);
  const frequent = found.toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  const isArea = (bin: number): boolean => (counts[bin] ?? 0) * area > pixels.length;
  const colourOf = (bin: number): number => colours[bin] ?? 0;
  const palette = choose(frequent.filter(isArea).map(colourOf), frequent.map(colourOf));
  const indices = new Uint8Array(counts.length);
  for (const bin of found) indices[bin] = nearest(colours[bin] ?? 0, palette);
  return { palette, indices };
}

/** A bin with more than one in so many pixels is an area, whose colour is kept whatever others there are. */
const area = 400;

/** How far apart the other colours of a palette are at least, as squares; less far when there is room. */
const distances = [48, 24, 12, 0].map(one => one * one);

/** First the colours of areas, then the most frequent ones that are unlike those chosen, so that none is far from all. */
function choose(areas: readonly number[], colours: readonly number[]): number[] {
  if (colours.length <= most) return [...colours];
  const palette: number[] = [];
  const away = new Float64Array(colours.length).fill(Infinity); // how far each is from the nearest chosen
  const take = (colour: number): void => {
    palette.push(colour);
    for (const [index, other] of colours.entries()) away[index] = Math.min(away[index] ?? 0, distanceOf(colour, other));
  };
  for (const colour of areas.slice(0, most)) take(colour);
  for (const least of distances)
    for (const [index, colour] of colours.entries())
      if (palette.length < most && (away[index] ?? 0) > least) take(colour);
  return palette;
}

function binOf(pixel: number): number {
  const shift = 8 - bits;
  const channels = ((pixel & 255) >> shift) << (2 * bits);
  return (
    channels | (((pixel >> (8 + shift)) & ((1 << bits) - 1)) << bits) | ((pixel >> (16 + shift)) & ((1 << bits) - 1))
  );
}

function nearest(pixel: number, palette: readonly number[]): number {
  let [best, least] = [0, Infinity];
  for (let index = 0; index < palette.length; index++) {
    const distance = distanceOf(pixel, palette[index] ?? 0);
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function distanceOf(a: number, b: number): number {
  const red = (a & 255) - (b & 255);
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  const blue = ((a >> 16) & 255) - ((b >> 16) & 255);
  return red * red + green * green + blue * blue;
}
