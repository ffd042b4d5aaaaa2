// Images packed, covered, and held against each other.

import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { clustersOf } from '../../src/raster/clusters.ts';
import { differing, isExplained, isSamePart, soften, unexplained } from '../../src/raster/compare.ts';
import { cover, crop, type Image } from '../../src/raster/image.ts';
import { encodePng } from '../../src/raster/png.ts';

type Paint = (x: number, y: number) => readonly [number, number, number];

function paint(width: number, height: number, colour: Paint): Image {
  const data = Uint8Array.from({ length: width * height * 4 }, (_, at) => {
    const pixel = Math.floor(at / 4);
    return at % 4 === 3 ? 255 : (colour(pixel % width, Math.floor(pixel / width))[at % 4] ?? 0);
  });
  return { width, height, data };
}

/** A line one pixel high whose middle is at a height, as it is drawn there. */
const ruled =
  (middle: number): Paint =>
  (_, y) => {
    const grey = Math.round(255 * (1 - Math.max(0, 1 - Math.abs(y + 0.5 - middle))));
    return [grey, grey, grey];
  };

/** The pixels of a PNG with a palette and without filters, as the file says them. */
function decode(png: Uint8Array): { width: number; pixels: string[] } {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12)
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  const width = chunks.get('IHDR')?.readUInt32BE(0) ?? 0;
  const palette = chunks.get('PLTE') ?? Buffer.alloc(0);
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const indices = [...rows].filter((_, at) => at % (width + 1) !== 0);
  expect([...rows].filter((_, at) => at % (width + 1) === 0).every(filter => filter === 0)).toBe(true);
  return { width, pixels: indices.map(index => palette.subarray(index * 3, index * 3 + 3).toString('hex')) };
}

test('a PNG has the colours of the areas as they are', async () => {
  const image = paint(40, 30, (x, y) => (x < 20 ? [31, 58, 99] : y < 15 ? [244, 241, 236] : [255, 255, 255]));
  const { width, pixels } = decode(await encodePng(image));
  expect(width).toBe(40);
  expect([pixels[0], pixels[39], pixels[29 * 40 + 39], pixels.length]).toEqual(['1f3a63', 'f4f1ec', 'ffffff', 1200]);
});

test('a PNG of more colours than a palette holds gives each the nearest', async () => {
  const image = paint(128, 128, (x, y) => [x * 2, y * 2, 128]);
  const { pixels } = decode(await encodePng(image));
  expect(new Set(pixels).size).toBeLessThanOrEqual(256);
  const far = pixels.filter((hex, at) => {
    const [red = 0, green = 0] = Buffer.from(hex, 'hex');
    return Math.abs(red - (at % 128) * 2) > 24 || Math.abs(green - Math.floor(at / 128) * 2) > 24;
  });
  expect(far).toHaveLength(0);
});

test('a covered box has the colour around it', () => {
  const image = paint(20, 20, (x, y) =>
    x > 5 && x < 10 && y > 5 && y < 10 ? [0, 0, 0] : x < 12 ? [31, 58, 99] : [255, 255, 255],
  );
  const covered = cover(image, [{ left: 5.5, top: 5.5, right: 10.2, bottom: 10.2 }]);
  expect([...covered.data.subarray((7 * 20 + 7) * 4, (7 * 20 + 7) * 4 + 3)]).toEqual([31, 58, 99]);
  expect(image.data[(7 * 20 + 7) * 4]).toBe(0);
  expect(crop(covered, { left: 12, top: 0, right: 20, bottom: 5 }).data.every(one => one === 255)).toBe(true);
});

test('a line that falls otherwise between the pixels is the same line; a heavier one, or one in a colour, is not', () => {
  const at = (middle: number, colour: Paint = ruled(middle)): Image => paint(30, 30, colour);
  const share = (a: Image, b: Image): number =>
    unexplained(soften(a), { left: 2, top: 8, right: 28, bottom: 22 }, soften(b), { x: 0, y: 0 });
  expect(share(at(15.5), at(15))).toBe(0);
  expect(share(at(15.5), at(15.8))).toBe(0);
  const heavy: Paint = (_, y) => (y === 14 || y === 15 || y === 16 ? [0, 0, 0] : [255, 255, 255]);
  expect(share(at(15.5, heavy), at(15.5))).toBeGreaterThan(0.08);
  const red: Paint = (_, y) => (y === 15 ? [255, 0, 0] : [255, 255, 255]);
  const stands = (a: Image, b: Image): boolean => isExplained(a, 15, 15, b, { x: 0, y: 0 });
  expect(stands(at(15.5), at(15))).toBe(true);
  expect(stands(at(15.5, red), at(15.5))).toBe(false);
});

test('a part that has moved by whole pixels is the same part', () => {
  const dotted = (left: number): Image =>
    paint(30, 30, (x, y) => (x === left && y === 10 ? [0, 0, 0] : [255, 255, 255]));
  const box = { left: 12, top: 8, right: 20, bottom: 14 };
  expect(isSamePart(dotted(15), box, dotted(10), { x: 5, y: 0 })).toBe(true);
  expect(isSamePart(dotted(15), box, dotted(11), { x: 5, y: 0 })).toBe(false);
  expect(isSamePart(dotted(15), box, dotted(10), { x: 50, y: 0 })).toBe(false);
});

test('pixels that differ are found, those close together as one', () => {
  const white = paint(60, 40, () => [255, 255, 255]);
  const spotted = paint(60, 40, (x, y) =>
    (x >= 5 && x < 12 && y >= 5 && y < 9) || (x >= 40 && x < 43 && y >= 30 && y < 33) ? [0, 0, 120] : [255, 255, 255],
  );
  expect(differing(white, white)).toBeUndefined();
  const mask = differing(white, spotted);
  expect(mask?.count).toBe(7 * 4 + 9);
  expect(mask && clustersOf(mask)).toEqual([
    { box: { left: 5, top: 5, right: 12, bottom: 9 }, count: 28 },
    { box: { left: 40, top: 30, right: 43, bottom: 33 }, count: 9 },
  ]);
});
