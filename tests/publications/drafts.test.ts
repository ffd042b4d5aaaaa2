// Both publications as drafts: marked on every page beside what stood there, and otherwise the final files.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { comparePages } from '../../src/diff/pages.ts';
import { readPainted } from '../../src/draft/reading.ts';
import { withoutMarks } from '../../src/draft/unmarked.ts';
import { itemsIn } from '../../src/finish/tree.ts';
import { inspect } from '../../src/inspect/inspection.ts';
import { type ElementSummary, type Summary, summarise } from '../../src/inspect/summary.ts';
import type { PrintedText } from '../../src/passages/passage.ts';
import { readPrinted } from '../../src/passages/printed.ts';
import { openPdf } from '../../src/pdf/file.ts';
import { createFontFinder } from '../../src/pdf/fonts.ts';
import { type Box, contentOf, readPages } from '../../src/pdf/pages.ts';
import { elementsOf, readStructure } from '../../src/pdf/structure.ts';
import { isArray } from '../../src/pdf/values.ts';
import { rasterOf } from '../../src/raster/raster.ts';
import { validatePublications } from '../../src/verapdf/judge.ts';
import { retouch } from '../diff/retouch.ts';
import { marksOf, type PageMarks } from '../draft/marks.ts';
import { agreement, astray, withoutTags, wordsRead, wordsToRead } from '../passages/said.ts';
import { findJudge } from '../verapdf/find.ts';
import { type Built, buildEditions, names, project } from './editions.ts';
import { type Page, type Pdf, readPdf } from './pdf.ts';
import { openScreen } from './screen.ts';
import type { Tag, TextItem } from './structure.ts';

const judge = await findJudge();

let [final, drafts]: Built[] = [];
beforeAll(async () => {
  [final, drafts] = [await buildEditions(), await buildEditions({ draft: true })];
}, 240_000);

function built(one: Built | undefined): Built {
  if (!one) throw new Error('The editions were not built.');
  return one;
}

describe.for(names)('%s, page by page', name => {
  const read = (bytes: Uint8Array) => ({ bytes, text: readPrinted(bytes) });

  test('a draft has the pages of the final file, and none of them is drawn to know it', async () => {
    const raster = () => Promise.reject(new Error('Nothing had to be drawn.'));
    const [old, own] = [read(built(final)[name].pdf), read(built(drafts)[name].pdf)];
    const { pairs } = await comparePages({ old, new: own, changes: [], raster });
    expect(pairs).toEqual(
      old.text.pages.map((_, index) => ({
        ...{ old: index + 1, new: index + 1, kind: 'same', outlines: { old: [], new: [] } },
      })),
    );
  });
});

test('pages of a report are told apart by what they show: more in a drawing, or beside the text, and nothing else', async () => {
  const report = built(final).report.pdf;
  const { pages } = readPrinted(report);
  const at = pages.findIndex(({ drawings }) => drawings.length > 0 && drawings.every(box => box.right - box.left > 60));
  const { left = 0, bottom = 0 } = pages[at]?.drawings[0] ?? {};
  const touched = retouch(report, {
    [at + 1]: `0 0 1 rg ${left + 20} ${bottom + 10} 12 12 re f\n`,
    [pages.length]: '1 0 0 rg 8 400 20 10 re f\n',
  });
  const read = (bytes: Uint8Array) => ({ bytes, text: readPrinted(bytes) });
  const options = { old: read(built(drafts).report.pdf), new: read(touched), changes: [], raster: rasterOf(project) };
  const { pairs } = await comparePages(options);
  const changed = pairs.filter(({ kind }) => kind !== 'same');
  expect(changed.map(({ old, new: own, kind }) => [old, own, kind])).toEqual([
    [at + 1, at + 1, 'changed'],
    [pages.length, pages.length, 'changed'],
  ]);
  expect(changed.map(({ outlines }) => outlines.new.map(({ what }) => what))).toEqual([['drawing'], ['look']]);
  const pictures = changed.flatMap(({ images }) => [images?.old?.png.length ?? 0, images?.new?.png.length ?? 0]);
  expect(pictures.filter(size => size < 5000 || size > 120_000)).toEqual([]);
});

describe.for(names)('%s, as a printed text', name => {
  let [text, before]: PrintedText[] = [];
  beforeAll(() => {
    [text, before] = [readPrinted(built(drafts)[name].pdf), readPrinted(built(final)[name].pdf)];
  });

  test('its passages say what the inspector reads, less what is no text', () => {
    expect(before && wordsRead(before)).toEqual(wordsToRead(built(final)[name].pdf));
  });

  test('every word has its place on a page', () => {
    expect(before && astray(before)).toEqual([]);
  });

  test('a draft has the same passages and drawings, at the same places', () => {
    expect(text?.passages).toEqual(before?.passages);
    expect(text?.pages.map(({ drawings }) => drawings)).toEqual(before?.pages.map(({ drawings }) => drawings));
  });

  test('without its tags, most of its words are found in the same order', () => {
    const untagged = readPrinted(withoutTags(built(final)[name].pdf));
    expect(untagged.isTagged).toBe(false);
    expect(astray(untagged)).toEqual([]);
    expect(agreement(before ? wordsRead(before) : [], wordsRead(untagged))).toBeGreaterThan(0.88);
  });

  test('the marks of a draft are furniture', () => {
    for (const [index, page] of (text?.pages ?? []).entries())
      expect(page.furniture.length, `page ${index + 1}`).toBeGreaterThan(before?.pages[index]?.furniture.length ?? 0);
  });
});

describe.for(['report', 'factsheet'] as const)('%s', name => {
  let [pdf, before]: Pdf[] = [];
  let [marks, numbers]: [PageMarks[], number[][]] = [[], []];
  beforeAll(async () => {
    const { pdf: bytes } = built(drafts)[name];
    [pdf, before, marks] = [await readPdf(bytes), await readPdf(built(final)[name].pdf), marksOf(bytes)];
    numbers = marks.map(one => one.numbers.map(({ number }) => number));
  });
  const pages = (): readonly Page[] => pdf?.pages ?? [];
  const marksOn = ({ number }: Page): PageMarks => marks[number - 1] as PageMarks;

  test('what stood on a page stands there still, byte for byte', () => {
    const own = readPages(openPdf(built(final)[name].pdf)).map(({ dictionary }) => dictionary.entries.get('Contents'));
    const file = openPdf(built(final)[name].pdf);
    expect(marks.map(one => one.own.toString('hex'))).toEqual(
      own.map(content => Buffer.from((file.resolve(content) as { raw: Uint8Array }).raw).toString('hex')),
    );
  });

  test('without its marks every page paints what the final one does; a final file stays as it is', () => {
    const contents = (bytes: Uint8Array): string[] => {
      const file = openPdf(bytes);
      return readPages(file).map(page => Buffer.from(contentOf(file, page)).toString('latin1'));
    };
    const { pdf: bytes } = built(final)[name];
    expect(contents(withoutMarks(built(drafts)[name].pdf))).toEqual(contents(bytes));
    expect(withoutMarks(bytes)).toBe(bytes);
  });

  test('every page has the word; every page but the first has the line, and the first the notice', () => {
    expect(marks.length).toBeGreaterThan(1);
    for (const [index, { word, line }] of marks.entries()) {
      expect(word, `page ${index + 1}`).toBeDefined();
      expect(line !== undefined, `page ${index + 1}`).toBe(index > 0);
    }
    expect(textOf(pages()[0]?.items ?? [])).toMatch(
      /Dit is een concept: niet verspreiden\..*gemaakt op 22 november 2026, 13\.05 uur/,
    );
  });

  test('a number stands beside every line of running text, counted from 1 on each page', () => {
    expect(pages().flatMap(linesOn).length).toBeGreaterThan(200);
    for (const page of pages()) {
      const lines = linesOn(page);
      const own = numbers[page.number - 1] ?? [];
      expect(own, `page ${page.number}`).toEqual(lines.map((_, index) => index + 1));
      for (const [index, line] of lines.entries()) {
        const { baseline = 0, right = 0 } = marksOn(page).numbers[index] ?? {};
        expect(Math.abs(baseline - line.y), `page ${page.number}: ${line.text}`).toBeLessThan(0.5);
        expect(right, `page ${page.number}: ${line.text}`).toBeLessThan(line.x);
        expect(line.x - right, `page ${page.number}: ${line.text}`).toBeLessThan(36);
      }
    }
  });

  test('no mark lies over a text, over another mark, over a figure, or off the page', () => {
    const figures = figureBoxes(built(drafts)[name].pdf);
    const rules = ruleBoxes(built(final)[name].pdf);
    expect([...rules.values()].flat().length).toBeGreaterThan(3);
    for (const page of pages()) {
      const { word, line, numbers: placed } = marksOn(page);
      const digits = placed.map(({ left, right, baseline }) => ({
        left,
        right,
        bottom: baseline,
        top: baseline + digitHeight,
      }));
      const all = [...digits, ...[word, line].filter(one => one !== undefined)];
      const texts = page.items.filter(({ text }) => text.trim() !== '').map(inkOf);
      const others = [...texts, ...(figures.get(page.number) ?? []), ...(rules.get(page.number) ?? [])];
      for (const [index, mark] of all.entries()) {
        const where = `page ${page.number}, mark ${index}: ${JSON.stringify(mark)}`;
        expect(
          others.filter(one => touches(one, mark)),
          where,
        ).toEqual([]);
        expect(
          all.filter(one => one !== mark && touches(one, mark)),
          where,
        ).toEqual([]);
        expect(mark.left > 0 && mark.bottom > 0 && mark.right < page.width && mark.top < page.height, where).toBe(true);
      }
    }
  });

  test('to a screen reader it is the final file, with one paragraph at its front', () => {
    const [own, other] = [summaryOf(built(drafts)[name].pdf), summaryOf(built(final)[name].pdf)];
    const [root, was] = [own.tree[0], other.tree[0]];
    const [notice, ...rest] = root?.kids ?? [];
    expect(rest.map(plain)).toEqual((was?.kids ?? []).map(plain));
    expect(
      elementsIn(notice)
        .map(({ type }) => type)
        .filter(type => type === 'P'),
    ).toEqual(['P']);
    expect(notice?.id).toBe('concept');
    expect(own.artifacts).toEqual(other.artifacts);
    expect(own.links).toEqual(other.links);
    expect(own.bookmarks).toEqual(other.bookmarks);
    expect(own.rules.filter(({ passed }) => !passed)).toEqual([]);
    expect(own.metadata['dc:title']).toBe(`${other.metadata['dc:title']} (concept)`);
  });

  test('a program that copies text meets no mark', () => {
    for (const [index, page] of pages().entries()) {
      const was = textOf(before?.pages[index]?.items ?? []);
      expect(textOf(page.items).startsWith(was), `page ${index + 1}`).toBe(true);
      if (index > 0) expect(textOf(page.items)).toBe(was);
    }
  });

  test('every mark is an artifact, and the notice is tagged', () => {
    for (const { added } of marks) {
      const open: string[] = [];
      for (const [, name, operator] of added.matchAll(/(?:\/(\w+) <<[^>]*>> )?\b(BDC|EMC|Do|f|Tj)\b/g)) {
        if (operator === 'BDC') open.push(name ?? '');
        else if (operator === 'EMC') open.pop();
        else expect(open.length, `${operator} in ${added.slice(0, 80)}`).toBeGreaterThan(0);
        if (operator === 'Do') expect(open).toEqual(['Artifact']);
        if (operator === 'Tj') expect(open).not.toContain('Artifact');
      }
    }
  });
});

test.skipIf(!judge)('veraPDF passes a draft as PDF/UA-1 and PDF/A-2a', { timeout: 180_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jaarcijfers-concept-'));
  try {
    const path = join(folder, 'factsheet.pdf');
    writeFileSync(path, built(drafts).factsheet.pdf);
    const verdicts = await validatePublications(judge as NonNullable<typeof judge>, [path]);
    expect(verdicts.map(({ profile, failures }) => [profile, failures])).toEqual([
      ['ua1', []],
      ['2a', []],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the HTML edition says at its front what it is, keeps the word in sight, and is not for search engines', () => {
  for (const name of ['report', 'factsheet'] as const) {
    const { html } = built(drafts)[name];
    expect(html).toMatch(
      /<body[^>]*>\s*<aside class="draft-notice" aria-label="Concept"><p><strong>Dit is een concept/,
    );
    expect(html).toContain('<p class="draft-stamp" aria-hidden="true">CONCEPT</p>');
    expect(html).toMatch(/<head>\s*<meta name="robots" content="noindex">/);
    expect(html).toMatch(/ \(concept\)<\/title>/);
    expect(built(final)[name].html).not.toMatch(/draft-|noindex|concept\)/);
  }
});

test('axe finds nothing in an HTML edition, narrow and light or wide and dark, and nothing sticks out', async () => {
  const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  const screen = await openScreen();
  try {
    for (const [name, view] of [
      ['report', { width: 320 }],
      ['factsheet', { width: 1280, scheme: 'dark' }],
    ] as const) {
      const page = await screen.open(built(drafts)[name].html, { ...view, scripts: true });
      await page.evaluate(axe);
      const found = await page.evaluate(
        "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa', 'best-practice'] })" +
          ".then(({ violations }) => violations.map(one => one.id + ' ' + one.nodes.map(node => node.html).join(' ')))",
      );
      expect(found, `${name} ${view.width}`).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await page.close();
    }
  } finally {
    await screen.close();
  }
}, 60_000);

function summaryOf(bytes: Uint8Array): Summary {
  return summarise(inspect(bytes));
}

/** An element as it is read out, without the number of its object. */
function plain({ object: _, id: __, kids, ...element }: ElementSummary): object {
  return { ...element, kids: kids.map(plain) };
}

function elementsIn(element: ElementSummary | undefined): ElementSummary[] {
  return element ? [element, ...element.kids.flatMap(elementsIn)] : [];
}

function textOf(items: readonly TextItem[]): string {
  return items.map(({ text }) => text).join('');
}

/** The boxes of drawings, by page. */
function figureBoxes(bytes: Uint8Array): Map<number, Box[]> {
  const file = openPdf(bytes);
  const numbers = new Map(readPages(file).map(({ object, number }) => [object, number]));
  const found = new Map<number, Box[]>();
  for (const element of elementsOf(readStructure(file)?.kids ?? [])) {
    const box = element.attributes.get('Layout.BBox');
    const page = numbers.get([...itemsIn(element)][0]?.page ?? -1) ?? 0;
    if (element.type !== 'Figure' || !isArray(box)) continue;
    const [left = 0, bottom = 0, right = 0, top = 0] = box.map(Number);
    found.set(page, [...(found.get(page) ?? []), { left, bottom, right, top }]);
  }
  return found;
}

/** The most that a digit of a line number reaches up, in points. */
const digitHeight = 4.3;

/** The upright rules between columns and beside quotes and boxes, by page. */
function ruleBoxes(bytes: Uint8Array): Map<number, Box[]> {
  const file = openPdf(bytes);
  return new Map(
    readPages(file).map(page => {
      const { shapes } = readPainted(contentOf(file, page), page.box, createFontFinder(file)(page.resources));
      const boxes = shapes.map(({ box }) => box);
      return [page.number, boxes.filter(one => one.right - one.left < 4 && one.top - one.bottom > 20)];
    }),
  );
}

/** Where the letters of a text are: hardly any reach more than a fifth of their size below the line. */
function inkOf({ x, y, width, height }: TextItem): Box {
  return { left: x, right: x + width, bottom: y - 0.2 * height, top: y + 0.7 * height };
}

function touches(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

interface Line {
  readonly x: number;
  y: number;
  height: number;
  text: string;
}

const silent = /^(?:Table|TOC|Lbl)$/;
const inline = /^(?:Span|Strong|Em|Link|Reference|Quote|Code)$/;

/** The lines of running text of a page as pdf.js sees them: a line is a height at which a block has letters. */
function linesOn(page: Page): Line[] {
  const lines: Line[] = [];
  const visit = (tag: Tag, block: Line[], isText: boolean): void => {
    const own = inline.test(tag.role) ? block : [];
    const says = tag.role === 'Caption' || (isText && tag.role !== 'Figure' && !silent.test(tag.role));
    const inside = new Set(tag.children.flatMap(({ items }) => items));
    const [first] = tag.items;
    for (const item of first ? tag.items : [])
      if (!inside.has(item)) {
        if (says && item.text.trim() !== '') addTo(own, item, lines);
      } else {
        const child = tag.children.find(({ items }) => items[0] === item);
        if (child) visit(child, own, says);
      }
  };
  const [notice, ...rest] = page.tags[0]?.role === 'Document' ? page.tags[0].children : page.tags;
  const all = notice && /concept: niet verspreiden/.test(textOf(notice.items)) ? rest : page.tags;
  for (const tag of all) visit(tag, [], true);
  return lines;
}

function addTo(block: Line[], { text, x, y, height }: TextItem, lines: Line[]): void {
  const line = block.find(one => Math.abs(one.y - y) < 0.75 * Math.min(one.height, height));
  if (!line) {
    const begun = { x, y, height, text };
    block.push(begun);
    lines.push(begun);
    return;
  }
  if (height > line.height) Object.assign(line, { y, height });
  line.text += text;
}
