// Pages drawn: every one as a viewer shows it, and files that cannot be drawn.

import { afterEach, expect, test } from 'vitest';
import { PdfError } from '../../src/pdf/values.ts';
import type { Image } from '../../src/raster/image.ts';
import { showBox } from '../../src/raster/page.ts';
import { type Raster, rasterOf } from '../../src/raster/raster.ts';
import { project } from '../publications/editions.ts';
import { block, line, paintPdf } from './painted.ts';

const open = rasterOf(project);
const opened: Raster[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function openPages(pages: Parameters<typeof paintPdf>[0]): Promise<Raster> {
  const raster = await open(paintPdf(pages));
  opened.push(raster);
  return raster;
}

function colourAt({ data, width }: Image, x: number, y: number): string {
  return Buffer.from(data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)).toString('hex');
}

/** A red block at the lower left of a page of 200 by 100 points. */
const red = block('1 0 0', [0, 0, 50, 25]);

test('a page is drawn at a number of pixels an inch, on white', async () => {
  const raster = await openPages([{ content: red }, { content: '' }]);
  expect(raster.count).toBe(2);
  const { page, image } = await raster.page(1, 144);
  expect(page).toEqual({
    number: 1,
    width: 200,
    height: 100,
    turn: 0,
    box: { left: 0, bottom: 0, right: 200, top: 100 },
  });
  expect([image.width, image.height]).toEqual([400, 200]);
  expect([
    colourAt(image, 0, 199),
    colourAt(image, 99, 150),
    colourAt(image, 100, 199),
    colourAt(image, 0, 149),
  ]).toEqual(['ff0000', 'ff0000', 'ffffff', 'ffffff']);
});

test('a page is turned and cropped as it is shown, and boxes with it', async () => {
  const raster = await openPages([
    { content: red, entries: '/Rotate 90' },
    { content: red, entries: '/Rotate 270/CropBox[20 10 120 60]' },
  ]);
  const turned = await raster.page(1, 72);
  expect([turned.image.width, turned.image.height]).toEqual([100, 200]);
  expect(colourAt(turned.image, 1, 1)).toBe('ff0000'); // the lower left goes to the upper left
  const shown = showBox({ left: 0, bottom: 0, right: 50, top: 25 }, turned.page);
  expect(shown).toEqual({ left: 0, bottom: 150, right: 25, top: 200 });
  const cropped = await raster.page(2, 72);
  expect(cropped.page.box).toEqual({ left: 20, bottom: 10, right: 120, top: 60 });
  expect([cropped.image.width, cropped.image.height]).toEqual([50, 100]);
  const box = showBox({ left: 20, bottom: 10, right: 50, top: 25 }, cropped.page);
  expect(box).toEqual({ left: 35, bottom: 0, right: 50, top: 30 });
  expect(colourAt(cropped.image, 40, 80)).toBe('ff0000');
  expect(colourAt(cropped.image, 20, 80)).toBe('ffffff');
});

test('a part begins at the corner of a pixel, wherever it stands', async () => {
  const raster = await openPages([
    { content: `${block('0 0 1', [20.3, 30.4, 20, 10])}${line('cijfers', [21, 32])}` },
    { content: `${block('0 0 1', [55.7, 61.1, 20, 10])}${line('cijfers', [56.4, 62.7])}` },
  ]);
  const first = await raster.part(1, { left: 20.3, bottom: 30.4, right: 40.3, top: 40.4 }, 100);
  const second = await raster.part(2, { left: 55.7, bottom: 61.1, right: 75.7, top: 71.1 }, 100);
  expect([first.image.width, first.image.height]).toEqual([28, 14]);
  expect(Buffer.compare(first.image.data, second.image.data)).toBe(0);
  expect(colourAt(first.image, 0, 0)).toBe('0000ff');
});

test('a face that the file lacks is drawn with another', async () => {
  const raster = await openPages([{ content: line('Zonder lettertype', [10, 50]) }]);
  const { image } = await raster.page(1, 72);
  expect(image.data.some(one => one < 100)).toBe(true);
});

test('a page of many metres is drawn smaller', async () => {
  const raster = await openPages([{ content: red, entries: '/MediaBox[0 0 14400 14400]' }]);
  const { image } = await raster.page(1, 100);
  expect(image.width * image.height).toBeLessThanOrEqual(16_010_000);
});

test('what is no PDF, or one that is damaged, is said', async () => {
  await expect(open(Buffer.from('geen pdf'))).rejects.toThrow('This PDF cannot be drawn: it is no PDF, or is damaged.');
  const whole = paintPdf([{ content: red }]);
  await expect(open(whole.subarray(0, 40))).rejects.toBeInstanceOf(PdfError);
});

test('a page that is not there is said', async () => {
  const raster = await openPages([{ content: red }]);
  await expect(raster.page(7, 72)).rejects.toThrow('This PDF cannot be drawn: page 7 is not there, or is damaged.');
});

test('a page that takes too long is given up', async () => {
  const endless = `${'0 0 m 200 100 l '.repeat(3000)}S\n`.repeat(400);
  const hasty = await rasterOf(project, { opening: 60_000, drawing: 200 })(paintPdf([{ content: endless }]));
  opened.push(hasty);
  await expect(hasty.page(1, 400)).rejects.toThrow('This PDF cannot be drawn: page 1 takes too long.');
});
