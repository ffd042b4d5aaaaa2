// The report in a real browser: axe finds nothing, a keyboard goes from change to change, filters and views do what they say.

import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reviewHtml } from '../../src/review/report.ts';
import { openScreen, type Screen } from '../publications/screen.ts';
import { emptyFixture, fixture, hostile } from './fixture.ts';
import { parts } from './parts.ts';

const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What the functions that run in the page use of it. */
interface Element {
  readonly id: string;
  readonly textContent: string;
  readonly hidden: boolean;
  value: string;
  focus(): void;
  closest(selector: string): Element | null;
  matches(selector: string): boolean;
  checkVisibility(): boolean;
  dispatchEvent(event: object): void;
  getBoundingClientRect(): { readonly top: number; readonly bottom: number; readonly width: number };
}
declare const document: {
  readonly documentElement: { readonly scrollWidth: number };
  readonly activeElement: Element | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
};
declare const innerHeight: number;
declare const Event: new (name: string, options: object) => object;
declare function getComputedStyle(
  element: Element,
): Record<'clipPath' | 'display' | 'opacity' | 'outlineStyle', string>;

let screen: Screen;
const html = reviewHtml(fixture(), parts());
beforeAll(async () => {
  screen = await openScreen();
});
afterAll(() => screen?.close());

const open = (width = 1400): Promise<Page> => screen.open(html, { width, scripts: true });
const read = (page: Page, selector: string): Promise<string | undefined> =>
  page.evaluate(one => document.querySelector(one)?.textContent.trim(), selector);
const active = (page: Page): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id);
const shown = (page: Page, selector = '.change'): Promise<string[]> =>
  page.evaluate(
    one => [...document.querySelectorAll(one)].filter(change => change.checkVisibility()).map(({ id }) => id),
    selector,
  );

test('all is in one file, and only its own script may run', () => {
  expect(html).not.toMatch(/(?:src|href)="(?!#|data:)/);
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html.match(/<\/script/g)).toHaveLength(1);
  expect(html).toMatch(/default-src 'none'; script-src 'sha256-[\w+/=]+'/);
  expect(html).toContain('<title>Wijzigingen: v2023-concept2 → HEAD</title>');
});

describe.for([320, 1400])('%i pixels wide', width => {
  test.for(['light', 'dark'] as const)('axe finds nothing in the %s, and nothing sticks out', async scheme => {
    const page = await screen.open(html, { width, scheme, scripts: true });
    await page.evaluate(axe);
    await page.click('[name="following"]');
    const run = `axe.run(document, { runOnly: ${JSON.stringify(standards)} })`;
    const { violations, passes } = (await page.evaluate(run)) as AxeResults;
    await page.click('[data-help]');
    const isHelped = await page.evaluate(() => document.querySelector('dialog[open]') !== null);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    await page.close();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 160)}`))).toEqual([]);
    expect(passes.length).toBeGreaterThan(20);
    expect(isHelped).toBe(true);
    expect(wide).toBeLessThanOrEqual(width);
  });
});

test('without its script everything can be read, and nothing waits for it', async () => {
  const page = await screen.open(html, { width: 1400 });
  const { ids, tools } = await page.evaluate(() => ({
    ids: [...document.querySelectorAll('.change')].filter(one => one.checkVisibility()).length,
    tools: [...document.querySelectorAll('.needs-script')].filter(one => one.checkVisibility()).length,
  }));
  await page.click('.following summary');
  expect((await shown(page)).length).toBe(ids + 2);
  await page.close();
  expect(ids).toBeGreaterThan(15);
  expect(tools).toBe(0);
});

test('texts of the data are texts', async () => {
  const page = await open();
  const seen = await page.evaluate(() => ({
    bad: [...document.querySelectorAll('[onload], [onerror], img[src="x"], main script')].length,
    note: document.querySelector('#tabel-2023-vormen-noot-2 .now')?.textContent,
  }));
  await page.close();
  expect(seen).toEqual({ bad: 0, note: hostile });
});

test('a screen reader is told what went and what came', async () => {
  const page = await open();
  expect(await read(page, '#tekst-zin del')).toBe('verwijderd: lichte daling einde.');
  expect(await read(page, '#tekst-zin ins')).toMatch(/^toegevoegd: duidelijke daling/);
  await page.close();
});

test('keys go from change to change, with the place said and in sight', async () => {
  const page = await open();
  const all = await shown(page);
  await page.keyboard.press('n');
  expect(await active(page)).toBe(all[0]);
  expect(await read(page, '[data-position]')).toBe(`1 van ${all.length}`);
  for (const key of ['j', 'ArrowRight'] as const) await page.keyboard.press(key);
  expect(await active(page)).toBe(all[2]);
  for (const key of ['k', 'p', 'ArrowLeft'] as const) await page.keyboard.press(key);
  expect(await active(page)).toBe(all[0]);
  await page.click('[data-go="1"]');
  expect(await active(page)).toBe(all[1]);
  const { place, ring } = await page.evaluate(() => {
    const one = document.activeElement as Element;
    const { top, bottom } = one.getBoundingClientRect();
    return { place: [top >= 0, bottom <= innerHeight - 50], ring: getComputedStyle(one).outlineStyle };
  });
  await page.close();
  expect(place).toEqual([true, true]);
  expect(ring).toBe('solid');
});

test('arrows stay with a slider, and keys can be switched off', async () => {
  const page = await open();
  const all = await shown(page);
  await page.click('[value="slider"]');
  await page.focus('.range input');
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => [document.activeElement?.value, document.activeElement?.matches('input')])).toEqual([
    '51',
    true,
  ]);
  await page.focus('[data-help]');
  await page.keyboard.press('?');
  expect(await page.evaluate(() => document.querySelector('dialog[open]') !== null)).toBe(true);
  await page.keyboard.press('n');
  await page.click('[name="keys"]');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  expect(all).not.toContain(await active(page));
  await page.close();
});

test('filters leave what they say, and a link to the rest opens it', async () => {
  const page = await open();
  const all = await shown(page);
  await page.click('[name="kind"][value="figures"]');
  const fewer = await shown(page);
  expect(fewer.length).toBeLessThan(all.length);
  expect(await shown(page, '#cijfers')).toEqual([]);
  expect(await read(page, '[data-position]')).toBe(`${fewer.length} onderdelen`);
  await page.click('[name="publication"][value="0"]');
  expect((await shown(page)).every(id => !id.startsWith('tekst'))).toBe(true);
  expect(await shown(page)).toContain('let-op-1');
  await page.evaluate("location.hash = 'tekst-cijfer'");
  await expect.poll(() => active(page)).toBe('tekst-cijfer');
  expect(await shown(page)).toEqual(expect.arrayContaining(all));
  await page.close();
});

test('what only follows is folded until it is asked for', async () => {
  const page = await open();
  expect(await shown(page, '#tekst-cijfer, #blad-0-4')).toEqual([]);
  await page.keyboard.press('g');
  expect(await shown(page, '#tekst-cijfer, #blad-0-4')).toEqual(['tekst-cijfer', 'blad-0-4']);
  await page.close();
});

test('pages lie beside each other, over each other, and behind a slider, with outlines that can be left out', async () => {
  const page = await open();
  const look = () =>
    page.evaluate(() => {
      const [old, now] = [...document.querySelectorAll('#blad-0-2 .picture')];
      const [outline] = document.querySelectorAll('#blad-0-2 .outline');
      if (!old || !now || !outline) throw new Error('no pictures');
      const { clipPath, opacity } = getComputedStyle(now);
      const isOver = old.getBoundingClientRect().top === now.getBoundingClientRect().top;
      const width = Math.round(old.getBoundingClientRect().width);
      return { clipPath, opacity, isOver, width, outlines: getComputedStyle(outline).display !== 'none' };
    });
  const beside = await look();
  expect(beside).toMatchObject({ clipPath: 'none', opacity: '1', outlines: true });
  await page.keyboard.press('v');
  const over = await look();
  expect(over).toMatchObject({ opacity: '0.5', isOver: true });
  expect(over.width).toBeGreaterThan(beside.width);
  await page.click('[value="slider"]');
  await page.evaluate(() => {
    const slider = document.querySelector('#blad-0-2 .range input') as Element;
    slider.value = '20';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect((await look()).clipPath).toBe('inset(0px 80% 0px 0px)');
  await page.keyboard.press('o');
  expect((await look()).outlines).toBe(false);
  await page.close();
});

test('outlines stand where their words are, and lead to their change', async () => {
  const page = await open();
  const outline = await page.evaluate(() => {
    const [picture, box] = ['#blad-0-2 .old .picture', '#blad-0-2 .old .outline'].map(one =>
      document.querySelector(one)?.getBoundingClientRect(),
    );
    return picture && box
      ? { top: (box.top - picture.top) / (picture.bottom - picture.top), width: box.width / picture.width }
      : undefined;
  });
  expect(outline?.top).toBeCloseTo((842 - 640) / 842, 1);
  expect(outline?.width).toBeCloseTo(200 / 595, 1);
  await page.click('#blad-0-2 .old .outline');
  await expect.poll(() => active(page)).toBe('tekst-zin');
  await page.click('#tekst-zin .facts a');
  await expect.poll(() => active(page)).toBe('blad-0-2');
  await page.close();
});

test('on paper everything is open, pages stand beside each other, and no tool is left', async () => {
  const page = await open();
  await page.emulateMediaType('print');
  expect(await shown(page, '.needs-script, .aside, .skip')).toEqual([]);
  expect(await shown(page, '#tekst-cijfer, #blad-0-4')).toEqual(['tekst-cijfer', 'blad-0-4']);
  await page.close();
});

test('an empty comparison says so, and has nothing to go through', async () => {
  const page = await screen.open(reviewHtml(emptyFixture(), parts()), { width: 1400, scripts: true });
  expect(await read(page, '.lead')).toBe('Er is niets veranderd.');
  expect(await shown(page, '.bar, .filters, .change')).toEqual([]);
  await page.close();
});

test('hundreds of changes are no burden', async () => {
  const page = await screen.open(reviewHtml(fixture(300), parts()), { width: 1400, scripts: true });
  const all = await shown(page);
  expect(all.length).toBeGreaterThan(300);
  await page.keyboard.press('p');
  await page.keyboard.press('n');
  expect(await read(page, '[data-position]')).toBe(`2 van ${all.length}`);
  await page.close();
});
