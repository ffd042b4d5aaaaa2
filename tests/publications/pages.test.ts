// The pages of all publications: how many, what stands on them, and that nothing falls off.

import { beforeAll, expect, test } from 'vitest';
import { type Built, buildEditions, names } from './editions.ts';
import { type Page, type Pdf, readPdf } from './pdf.ts';
import { sliversOf } from './slivers.ts';
import type { TextItem } from './structure.ts';
import { marginItems, textOf } from './words.ts';

let pdfs: Readonly<Record<keyof Built, Pdf>>;
let built: Built;
beforeAll(async () => {
  built = await buildEditions();
  const read = names.map(async name => [name, await readPdf(built[name].pdf)] as const);
  pdfs = Object.fromEntries(await Promise.all(read)) as Record<keyof Built, Pdf>;
});

const all = (): Page[] => names.flatMap(name => pdfs[name].pages);

test('the report has about thirty pages, the others have as many as their layout is made for', () => {
  const { report, ...others } = pdfs;
  expect(report.pages.length).toBeGreaterThanOrEqual(25);
  expect(report.pages.length).toBeLessThanOrEqual(36);
  const counts = Object.entries(others).map(([name, { pages }]) => [name, pages.length]);
  expect(Object.fromEntries(counts)).toEqual({ factsheet: 2, infographic: 2, answers: 4, article: 1 });
});

test('every page is A4, those of the infographic lying', () => {
  for (const name of names)
    for (const { width, height } of pdfs[name].pages) {
      const [across, down] = name === 'infographic' ? [841.89, 595.28] : [595.28, 841.89];
      expect(Math.abs(width - across)).toBeLessThan(1);
      expect(Math.abs(height - down)).toBeLessThan(1);
    }
});

test('no page is empty but for its margins', () => {
  for (const page of all()) {
    const own = page.items.filter(item => !marginItems(page).includes(item));
    expect(textOf(own).trim().length, `page ${page.number}`).toBeGreaterThan(20);
  }
});

test('every piece of text lies wholly on its page', () => {
  for (const { number, width, height, items } of all())
    for (const item of items.filter(({ text }) => text.trim() !== '')) {
      const where = `page ${number}: "${item.text}" at ${item.x}, ${item.y}`;
      expect(item.x, where).toBeGreaterThan(8);
      expect(item.x + item.width, where).toBeLessThan(width - 8);
      expect(item.y, where).toBeGreaterThan(8);
      expect(item.y + 0.7 * item.height, where).toBeLessThan(height - 8);
    }
});

test('no piece of text is printed over another', () => {
  for (const { number, items } of all()) {
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
  for (const page of all()) {
    const text = textOf(page.items);
    expect(wrong.exec(text)?.[0], `page ${page.number}`).toBe(undefined);
  }
});

test('no character is shown that its font lacks', () => {
  for (const page of all()) {
    const controls = [...textOf(page.items)].filter(character => /\p{Cc}|\p{Co}|\p{Cn}/u.test(character));
    expect(
      controls.filter(character => character !== '\n'),
      `page ${page.number}`,
    ).toEqual([]);
  }
});

test('nothing of the next page leaves a hairline at the foot of a page', () => {
  for (const name of names) expect(sliversOf(built[name].pdf), name).toEqual([]);
});
