// The way through the report: table of contents, bookmarks, running heads and page numbers.

import { beforeAll, expect, test } from 'vitest';
import { type Built, buildEditions, names } from './editions.ts';
import { asPrinted, type Element, headings, ofClass, readHtml } from './html.ts';
import { type Page, type Pdf, readPdf, type Target } from './pdf.ts';
import { type Tag, tagsOf } from './structure.ts';
import { hasWords, loosely, marginItems, textOf } from './words.ts';

/** A publication as a reader of the PDF has it, and the elements of its document. */
interface Read {
  readonly file: Pdf;
  readonly own: readonly Element[];
}

let read: Readonly<Record<keyof Built, Read>>;
let pdf: Pdf;
let elements: readonly Element[];
beforeAll(async () => {
  const built = await buildEditions();
  const reading = names.map(async (name): Promise<[keyof Built, Read]> => {
    const { pdf: bytes, html } = built[name];
    return [name, { file: await readPdf(bytes), own: readHtml(asPrinted(html)) }];
  });
  read = Object.fromEntries(await Promise.all(reading)) as Record<keyof Built, Read>;
  ({ file: pdf, own: elements } = read.report);
});

/** An entry of the contents as the HTML has it. */
function entries(): { id: string; title: string; page: string }[] {
  const inContents = readHtml(elements.find(({ name }) => name === 'nav')?.inner ?? '');
  return inContents
    .filter(({ name }) => name === 'a')
    .map(({ attributes, inner }) => {
      const [title, page] = readHtml(inner);
      return { id: attributes.href?.slice(1) ?? '', title: title?.text.trim() ?? '', page: page?.text ?? '' };
    });
}

function pageAt(number: number, of: Pdf = pdf): Page {
  const page = of.pages[number - 1];
  if (!page) throw new Error(`There is no page ${number}`);
  return page;
}

/** The headings that can be seen on a page; the browser also tags an empty start of one on the page before its own. */
function headingsOn({ tags }: Page): Tag[] {
  return tagsOf(tags, /^H\d$/).filter(({ items }) => textOf(items).trim() !== '');
}

/** Whether a heading with these words stands where a link leads: on that page, its first line at the top of the view. */
function isHeadingAt(words: string, { page, top }: Target, of: Pdf = pdf): boolean {
  return headingsOn(pageAt(page, of)).some(({ items }) => {
    const highest = Math.max(...items.filter(({ text }) => text.trim() !== '').map(({ y }) => y));
    return hasWords(textOf(items), words) && highest <= top + 2 && highest > top - 110;
  });
}

test('the contents list every chapter and every finding of the chapters in a part', () => {
  expect(entries().length).toBeGreaterThan(25);
  const listed = entries().map(({ id }) => id);
  for (const { attributes } of ofClass(elements, 'chapter-title')) expect(listed).toContain(attributes.id);
});

test('every number in the contents is that of the page on which the heading stands', async () => {
  for (const { id, title, page } of entries()) {
    const target = await pdf.target(id);
    expect(String(target.page), title).toBe(page);
    expect(isHeadingAt(title, target), `${title} on page ${page}`).toBe(true);
  }
});

test('the printed contents have these titles and numbers too, each with its link', () => {
  const links = pdf.pages.slice(1, 4).flatMap(page => page.links);
  for (const { id, title, page } of entries()) {
    const found = links.filter(({ destination }) => decodeURIComponent(destination) === id).map(({ text }) => text);
    const line = new RegExp(`^\\s*${loosely(title)}\\s*${page}\\s*$`, 'u');
    expect(
      found.some(text => line.test(text.replaceAll('\u00AD', ''))),
      `${title}: ${found}`,
    ).toBe(true);
  }
});

test('every link within a publication leads to a page of it', async () => {
  for (const { file } of Object.values(read))
    for (const { destination } of file.pages.flatMap(page => page.links)) {
      const { page } = await file.target(destination);
      expect(page).toBeGreaterThanOrEqual(1);
      expect(page).toBeLessThanOrEqual(file.pages.length);
    }
});

test.for(names)('the bookmarks of the %s are its headings, word for word and in order, and lead there', name => {
  const { file, own } = read[name];
  expect(file.bookmarks.map(({ title }) => title)).toEqual(headings(own).map(({ text }) => text));
  for (const [index, { target }] of file.bookmarks.entries()) {
    const { text = '' } = headings(own)[index] ?? {};
    expect(isHeadingAt(text, target, file), text).toBe(true);
  }
});

test.for(names)('the headings in print of the %s are its headings, word for word and in order', name => {
  const { file, own } = read[name];
  const shown = file.pages.flatMap(page => headingsOn(page).map(({ items }) => textOf(items)));
  const expected = headings(own).map(({ text }) => text);
  expect(shown).toHaveLength(expected.length);
  for (const [index, text] of expected.entries()) expect(hasWords(shown[index] ?? '', text), text).toBe(true);
});

/** The pages of each chapter: from its title to the page before the next title or part. */
async function chapters(): Promise<{ title: string; pages: readonly Page[] }[]> {
  const titles = ofClass(elements, 'chapter-title');
  const parts = elements.filter(({ name, attributes }) => name === 'h2' && /^deel-/.test(attributes.id ?? ''));
  const starts = await Promise.all(
    [...titles, ...parts].map(async ({ attributes, text }) => ({
      title: text.replaceAll('\u00AD', ''),
      first: (await pdf.target(attributes.id ?? '')).page,
      isChapter: attributes.class === 'chapter-title',
    })),
  );
  starts.sort((a, b) => a.first - b.first);
  return starts
    .map((start, index) => ({
      ...start,
      pages: pdf.pages.slice(start.first - 1, (starts[index + 1]?.first ?? pdf.pages.length + 1) - 1),
    }))
    .filter(({ isChapter }) => isChapter);
}

test('every page of a chapter carries the chapter in its running head, and its own number', async () => {
  const all = await chapters();
  expect(all.length).toBeGreaterThan(8);
  for (const { title, pages } of all) {
    expect(pages.length, title).toBeGreaterThan(0);
    for (const page of pages) {
      const running = textOf(marginItems(page));
      expect(hasWords(running, title), `page ${page.number}: ${running}`).toBe(true);
      expect(numbersOf(page), `page ${page.number}`).toEqual([page.number]);
    }
  }
});

test('no page carries another number than its own, and none carries the running head of another chapter', async () => {
  const all = await chapters();
  for (const page of pdf.pages) {
    expect([[], [page.number]]).toContainEqual(numbersOf(page));
    const strangers = all.filter(({ pages }) => !pages.includes(page)).map(({ title }) => title);
    const running = marginItems(page).map(({ text }) => text.trim());
    for (const title of strangers) expect(running, `page ${page.number}`).not.toContain(title);
  }
});

/** The bare numbers in the margins of a page. */
function numbersOf(page: Page): number[] {
  return marginItems(page).flatMap(({ text }) => (/^\d+$/.test(text.trim()) ? [Number(text)] : []));
}
