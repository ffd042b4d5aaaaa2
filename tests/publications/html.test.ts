// The HTML of all publications: closed off, well formed, in Dutch, with headings and links that hold together.

import { beforeAll, describe, expect, test } from 'vitest';
import { type Built, buildEditions, figureCounts, names } from './editions.ts';
import { type Element, headings, ofClass, readHtml, wordsOf } from './html.ts';

let built: Built;
beforeAll(async () => {
  built = await buildEditions();
});

describe.for(names)('%s', name => {
  let html: string;
  let elements: readonly Element[];
  beforeAll(() => {
    html = built[name].html;
    elements = readHtml(html);
  });
  const values = (key: string): string[] => elements.flatMap(({ attributes }) => attributes[key] ?? []);
  const named = (wanted: string): Element[] => elements.filter(element => element.name === wanted);

  test('it is one Dutch document with a title and a description', () => {
    expect(html).toMatch(/^<!doctype html>/i);
    expect(named('html').map(({ attributes }) => attributes.lang)).toEqual(['nl']);
    expect(named('title')).toHaveLength(1);
    expect(named('title')[0]?.text.trim()).not.toBe('');
    expect(named('main')).toHaveLength(1);
    expect(named('meta').find(({ attributes }) => attributes.name === 'description')?.attributes.content).not.toBe('');
  });

  test('it runs nothing: no scripts, frames, forms or handlers', () => {
    const active = elements.filter(one =>
      /^(script|iframe|object|embed|form|input|base|link|foreignobject)$/i.test(one.name),
    );
    expect(active).toEqual([]);
    expect(elements.flatMap(({ attributes }) => Object.keys(attributes)).filter(key => /^on/i.test(key))).toEqual([]);
    expect(html).not.toMatch(/javascript:/i);
  });

  test('it loads nothing: every address is a data: URL or within the document', () => {
    for (const address of [...values('src'), ...values('xlink:href'), ...values('srcset'), ...values('poster')])
      expect(address).toMatch(/^(data:|#)/);
    for (const address of values('href')) expect(address).toMatch(/^(#|https:\/\/|mailto:)/);
    const styles = [
      ...named('style').map(({ inner }) => inner),
      ...values('style'),
      ...values('fill'),
      ...values('clip-path'),
    ];
    for (const css of styles) {
      expect(css).not.toMatch(/@import/);
      for (const [, address = ''] of css.matchAll(/url\(\s*["']?([^"')]{0,40})/g))
        expect(address).toMatch(/^(data:|#)/);
    }
    const policy = named('meta').find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
    expect(policy?.attributes.content).toContain("default-src 'none'");
  });

  test('every id is there once, and everything that refers to one finds it', () => {
    const ids = values('id');
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const anchors = values('href')
      .filter(address => address.startsWith('#'))
      .map(address => decodeURIComponent(address.slice(1)));
    const references = ['aria-labelledby', 'aria-describedby', 'headers', 'for'].flatMap(key =>
      values(key).flatMap(one => one.split(' ')),
    );
    const inner = [...html.matchAll(/url\(#([^)"']+)\)/g)].map(([, id = '']) => id);
    for (const id of [...anchors, ...references, ...inner]) expect(ids).toContain(id);
  });

  test('its headings begin at one and never skip a level', () => {
    const levels = headings(elements).map(({ level }) => level);
    expect(levels[0]).toBe(1);
    expect(levels.filter(level => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    for (const { text } of headings(elements)) expect(text).not.toBe('');
  });

  test('every drawing and image says in Dutch what it shows, or is hidden from screen readers', () => {
    for (const { attributes } of [...named('svg'), ...named('img')]) {
      const words = attributes['aria-label'] ?? attributes.alt ?? '';
      if (attributes['aria-hidden'] === 'true') expect(words).toBe('');
      else expect(words.length, JSON.stringify(attributes)).toBeGreaterThan(20);
    }
    const charts = ofClass(elements, 'chart');
    if (name !== 'report')
      expect(charts).toHaveLength(figureCounts[name]); // the report has tables alone too
    else expect(charts.length).toBeGreaterThan(15);
    for (const chart of charts)
      expect(readHtml(chart.inner).filter(one => one.attributes.role === 'img')).toHaveLength(1);
  });

  test('every table names its rows and columns, and no cell of it is empty', () => {
    expect(named('table').length).toBeGreaterThanOrEqual(ofClass(elements, 'chart').length);
    for (const table of named('table')) {
      const inside = readHtml(table.inner);
      const heads = inside.filter(one => one.name === 'th');
      expect(heads.filter(({ attributes }) => !/^(row|col|colgroup)$/.test(attributes.scope ?? ''))).toEqual([]);
      expect(heads.some(({ attributes }) => attributes.scope === 'row')).toBe(true);
      for (const cell of inside.filter(one => /^t[hd]$/.test(one.name))) expect(cell.text).not.toBe('');
    }
  });

  test('nothing of what went wrong behind it is shown, not even in attributes', () => {
    const shown = [wordsOf(html), ...values('aria-label'), ...values('alt'), ...values('content'), ...values('title')];
    for (const text of shown) {
      expect(/undefined|\bnull\b|NaN|\[object|\{\{|\}\}|:::|\uFFFD|[\uE000-\uF8FF]/.exec(text)?.[0]).toBe(undefined);
    }
    expect(html).not.toMatch(/="(?:undefined|null|NaN)?\s*(?:undefined|NaN)/);
  });

  test('it names no path of the machine that made it', () => {
    expect(html).not.toContain(process.cwd());
    expect(html).not.toMatch(/file:\/\//);
  });
});

test('the contents of the report hold numbers, no slots that wait for one', () => {
  const slots = ofClass(readHtml(built.report.html), 'contents-page').map(({ text }) => text);
  expect(slots.length).toBeGreaterThan(25);
  for (const slot of slots) expect(slot).toMatch(/^[1-9]\d*$/);
});
