// All publications in a real browser: axe finds nothing, nothing sticks out, and a keyboard and a finger reach it all.

import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Built, buildEditions, figureCounts, names } from './editions.ts';
import { openScreen, type Screen, type View } from './screen.ts';

const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

let built: Built;
let screen: Screen;
beforeAll(async () => {
  [built, screen] = await Promise.all([buildEditions(), openScreen()]);
});
afterAll(() => screen?.close());

/** What the functions that run in the page use of it. */
interface Element {
  readonly tagName: string;
  readonly id: string;
  readonly className: string;
  readonly textContent: string;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  contains(other: Element | null): boolean;
  matches(selector: string): boolean;
  closest(selector: string): Element | null;
  querySelector(selector: string): Element | null;
  getBoundingClientRect(): Record<'left' | 'top' | 'right' | 'bottom' | 'width' | 'height', number>;
  getClientRects(): { readonly length: number };
  checkVisibility(options: object): boolean;
}
declare const document: {
  readonly documentElement: { readonly scrollWidth: number };
  readonly activeElement: Element | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  elementFromPoint(x: number, y: number): Element | null;
};
declare const innerWidth: number;
declare const innerHeight: number;
declare function getComputedStyle(element: Element): { readonly outlineStyle: string; readonly outlineWidth: string };

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Lets axe see what is under the buttons over numbers, and under the shadows beside what scrolls. */
const uncovered = '.bound button { display: none !important } .figure-body { background-image: none !important }';

/** The spacing that readers may set themselves (WCAG 1.4.12). */
const spaced =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

interface Judgement {
  /** The rules that are broken, and where. */
  readonly found: readonly string[];
  /** Texts outside figures whose contrast axe could not measure; those in figures are held by the test of the theme. */
  readonly unsure: readonly string[];
  readonly passed: number;
}

async function judge(page: Page): Promise<Judgement> {
  await page.addStyleTag({ content: uncovered });
  await page.evaluate(axe);
  const run = `axe.run(document, { runOnly: ${JSON.stringify(standards)} })`;
  const { violations, incomplete, passes } = (await page.evaluate(run)) as AxeResults;
  const unmeasured = incomplete
    .flatMap(({ id, nodes }) => (id === 'color-contrast' ? nodes : []))
    .filter(({ any }) => !['shortTextContent', 'nonBmp'].includes(any[0]?.data?.messageKey))
    .map(({ target }) => target.join(' '));
  return {
    found: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`)),
    unsure: await page.evaluate(
      all => all.filter(one => document.querySelector(one)?.closest('figure') === null),
      unmeasured,
    ),
    passed: passes.length,
  };
}

describe.for(names)('the HTML of the %s', name => {
  const open = (view: View): Promise<Page> => screen.open(built[name].html, view);

  describe.for([320, 390, 1280])('%i pixels wide', width => {
    test('nothing sticks out of the window, and what is read is there without scripts', async () => {
      const page = await open({ width });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const hidden = await page.evaluate(() =>
        [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6, p, li, th, td, svg, figcaption)')]
          .filter(one => one.getClientRects().length === 0 || !one.checkVisibility({ visibilityProperty: true }))
          .map(one => one.textContent),
      );
      await page.close();
      expect(hidden).toEqual([]);
    });

    test('nothing is lost when a reader spaces the text out', async () => {
      const page = await open({ width, scripts: true });
      await page.addStyleTag({ content: spaced });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('h1, h2, h3, h4, h5, h6, p, li, a, figcaption')]
          .filter(one => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 && !one.matches('.skip'))
          .map(one => one.textContent),
      );
      await page.close();
      expect(cut).toEqual([]);
    });
  });

  // Between these two widths only the lines break elsewhere.
  describe.for([320, 1280])('%i pixels wide', width => {
    test.for(['light', 'dark'] as const)('axe finds nothing in the %s', async scheme => {
      const page = await open({ width, scheme, scripts: true });
      const { found, unsure, passed } = await judge(page);
      await page.close();
      expect(passed).toBeGreaterThan(20);
      expect(found).toEqual([]);
      expect(unsure).toEqual([]);
    });

    test('whatever has the focus can be seen, with a ring around it', async () => {
      const page = await open({ width });
      const seen = await tabThrough(page);
      await page.close();
      expect(seen.length).toBeGreaterThan(12);
      expect(seen.filter(({ lack }) => lack !== '')).toEqual([]);
      // The numbers themselves are no stops: that would be hundreds.
      expect(seen.filter(({ what }) => what.startsWith('BUTTON'))).toEqual([]);
      expect(seen.length).toBeLessThan(200);
    });
  });

  test('the first stop of the keyboard leads past everything to the text', async () => {
    const page = await open({ width: 1280 });
    await page.keyboard.press('Tab');
    expect((await focused(page)).what).toBe('A.on-screen.skip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main')?.id)).toBe('tekst');
    await page.close();
  });

  test('a keyboard goes from the text to its grounds and back', async () => {
    const page = await open({ width: 1280 });
    await page.focus('main .grounds-link');
    const heading = await page.evaluate(() => document.activeElement?.textContent);
    expect(heading).toBe('Verantwoording van deze cijfers');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.grounds')?.id)).toBe('grond');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main, .grounds')?.id)).toBe('tekst');
    await page.close();
  });

  test('a number shows its ground when it is clicked or pointed at, until Escape or a click beside it', async () => {
    const page = await open({ width: 1280 });
    const button = 'main p .bound button';
    const isOpen = async (wanted: boolean): Promise<void> => {
      await expect
        .poll(() => page.evaluate(() => document.querySelector('.ground:popover-open') !== null))
        .toBe(wanted);
    };
    await page.click(button);
    await isOpen(true);
    const [shown, own] = await page.evaluate(() => [
      document.querySelector('.ground:popover-open')?.querySelector('strong')?.textContent,
      document.querySelector('main p .bound')?.textContent,
    ]);
    expect(shown).toBe(own);
    await page.keyboard.press('Escape');
    await isOpen(false);
    await page.mouse.move(2, 2);
    await page.hover(button);
    await isOpen(true);
    await page.hover('.ground:popover-open');
    await new Promise(resolve => setTimeout(resolve, 1000));
    await isOpen(true);
    await page.keyboard.press('Escape');
    await isOpen(false);
    await page.close();
  });

  test('a screen reader meets numbers as text, figures as figures, and no buttons', async () => {
    const page = await open({ width: 1280 });
    const tools = await page.createCDPSession();
    const { nodes } = await tools.send('Accessibility.getFullAXTree');
    await page.close();
    const seen = nodes.filter(({ ignored }) => !ignored);
    const roles = seen.map(({ role }) => String(role?.value));
    expect(roles).not.toContain('button');
    expect(roles).toContain('main');
    expect(roles).toContain('navigation');
    const figures = seen.filter(({ role }) => role?.value === 'figure');
    expect(figures).toHaveLength(figureCounts[name]);
    for (const { name } of figures) expect(String(name?.value)).toMatch(/^(Figuur|Tabel) \d/);
    const texts = new Set(seen.filter(({ role }) => role?.value === 'StaticText').map(({ name }) => name?.value));
    const numbers = [...built[name].html.matchAll(/<label [^>]*>([^<]*)</g)].map(([, number = '']) => number);
    expect(numbers.length).toBeGreaterThan(9);
    expect(numbers.filter(number => !/[&\u00AD\u00A0]/.test(number) && !texts.has(number))).toEqual([]);
  });

  test('a number shows its ground when it is tapped, within the window', async () => {
    const page = await open({ width: 320 });
    const button = 'main p .bound button';
    await page.tap(button);
    await expect.poll(() => page.evaluate(() => document.querySelector('.ground:popover-open') !== null)).toBe(true);
    const box = await page.evaluate(() => {
      const { left, top, right, bottom } =
        document.querySelector('.ground:popover-open')?.getBoundingClientRect() ?? {};
      return { left, top, right, bottom };
    });
    expect(Math.min(box.left ?? -1, box.top ?? -1)).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(320);
    expect(box.bottom).toBeLessThanOrEqual(900);
    await page.close();
  });

  test('printed from a browser it has nothing of the screen', async () => {
    const page = await open({ width: 1280 });
    await page.emulateMediaType('print');
    const shown = await page.evaluate(
      () =>
        [...document.querySelectorAll('.on-screen, .bound button')].filter(one => one.getClientRects().length > 0)
          .length,
    );
    await page.close();
    expect(shown).toBe(0);
  });
});

/** What has the focus, and what it lacks to be seen. */
function focused(page: Page): Promise<{ readonly what: string; readonly lack: string }> {
  return page.evaluate(() => {
    const one = document.activeElement;
    if (!one || one.tagName === 'BODY') return { what: '', lack: '' };
    const what = `${one.tagName}${one.className ? `.${one.className.split(' ').join('.')}` : ''}`;
    const box = one.getBoundingClientRect();
    const [x, y] = [
      (Math.max(0, box.left) + Math.min(innerWidth, box.right)) / 2,
      (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2,
    ];
    const at = document.elementFromPoint(x, y);
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    if (box.width < 2 || box.height < 2 || x < 0 || x > innerWidth || y < 0 || y > innerHeight)
      return { what, lack: `a place in the window: ${JSON.stringify(box)}` };
    if (!at || !(one.contains(at) || at.contains(one))) return { what, lack: `sight: ${at?.tagName} is over it` };
    return { what, lack: outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2 ? 'a ring' : '' };
  });
}

/** Every stop of the keyboard, from the first to the end of the document. */
async function tabThrough(page: Page): Promise<{ readonly what: string; readonly lack: string }[]> {
  const seen: { readonly what: string; readonly lack: string }[] = [];
  for (let count = 0; count < 400; count += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.what === '' || (now.what === 'A.on-screen.skip' && seen.length > 0)) return seen;
    seen.push(now);
  }
  return seen;
}
