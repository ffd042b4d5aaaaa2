// The pages of both publications: how many, what stands on them, and that nothing falls off.

import { beforeAll, expect, test } from 'vitest';
import { type Built, buildEditions } from './editions.ts';
import { type Page, type Pdf, readPdf } from './pdf.ts';
import { sliversOf } from './slivers.ts';
import type { TextItem } from './structure.ts';
import { marginItems, textOf } from './words.ts';

let report: Pdf;
let factsheet: Pdf;
let built: Built;
beforeAll(async () => {
  built = await buildEditions();
  [report, factsheet] = await Promise.all([readPdf(built.report.pdf), readPdf(built.factsheet.pdf)]);
});

const both = (): Page[] => [...report.pages, ...factsheet.pages];

test('the report has about thirty pages and the factsheet two', () => {
  expect(report.pages.length).toBeGreaterThanOrEqual(25);
  expect(report.pages.length).toBeLessThanOrEqual(36);
  expect(factsheet.pages.length).toBe(2);
});

test('every page is A4', () => {
  for (const { width, height } of both()) {
    expect(Math.abs(width - 595.28)).toBeLessThan(1);
    expect(Math.abs(height - 841.89)).toBeLessThan(1);
  }
});

test('no page is empty but for its margins', () => {
  for (const page of both()) {
    const own = page.items.filter(item => !marginItems(page).includes(item));
    expect(textOf(own).trim().length, `page ${page.number}`).toBeGreaterThan(20);
  }
});

test('every piece of text lies wholly on its page', () => {
  for (const { number, width, height, items } of both())
    for (const item of items.filter(({ text }) => text.trim() !== '')) {
      const where = `page ${number}: "${item.text}" at ${item.x}, ${item.y}`;
      expect(item.x, where).toBeGreaterThan(8);
      expect(item.x + item.width, where).toBeLessThan(width - 8);
      expect(item.y, where).toBeGreaterThan(8);
      expect(item.y + 0.7 * item.height, where).toBeLessThan(height - 8);
    }
});

test('no piece of text is printed over another', () => {
  for (const { number, items } of both()) {
    const shown = items.filter(({ text, width }) => text.trim() !== '' && width > 0).sort((a, b) => a.y - b.y);
    const pairs = shown.flatMap((a, index) => {
      const above = shown.slice(index + 1);
      const near = above.slice(0, above.findIndex(b => b.y - a.y > 5) >>> 0);
      return near.filter(b => covers(a, b)).map(b => `"${a.text}" and "${b.text}"`);
    });
    expect(pairs, `page ${number}`).toEqual([]);
  }
});

/** Whether two pieces of text on nearly the same line share more than the space between two letters. */
function covers(a: TextItem, b: TextItem): boolean {
  const shared = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  return shared > 2.5 && Math.abs(a.y - b.y) < 0.3 * Math.min(a.height, b.height);
}

test('no text shows what went wrong behind it', () => {
  const wrong =
    /undefined|null|NaN|\[object|\{\{|\}\}|:::|\uFFFD|[\uE000-\uF8FF]|&(?:amp|lt|gt|quot|nbsp|#\w+);|<\/?\w+>/u;
  for (const page of both()) {
    const text = textOf(page.items);
    expect(wrong.exec(text)?.[0], `page ${page.number}`).toBe(undefined);
  }
});

test('no character is shown that its font lacks', () => {
  for (const page of both()) {
    const controls = [...textOf(page.items)].filter(character => /\p{Cc}|\p{Co}|\p{Cn}/u.test(character));
    expect(
      controls.filter(character => character !== '\n'),
      `page ${page.number}`,
    ).toEqual([]);
  }
});

test('nothing of the next page leaves a hairline at the foot of a page', () => {
  expect(sliversOf(built.report.pdf)).toEqual([]);
  expect(sliversOf(built.factsheet.pdf)).toEqual([]);
});
