// A finished PDF as a reader program sees it: the text of each page, its links, bookmarks, properties and fonts.

import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readItems, readTags, type Tag, type TextItem } from './structure.ts';

/** A link to a place in the document. */
export interface Link {
  readonly destination: string;
  /** The words that the link lies over. */
  readonly text: string;
}

export interface Page {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Its text, margins and all, in the order in which it is painted. */
  readonly items: readonly TextItem[];
  readonly tags: readonly Tag[];
  readonly links: readonly Link[];
}

/** Where a link or bookmark leads: a 1-based page and the corner that comes to the top left of the window. */
export interface Target {
  readonly page: number;
  readonly left: number;
  readonly top: number;
}

export interface Bookmark {
  readonly title: string;
  readonly depth: number;
  readonly target: Target;
}

export interface Font {
  readonly name: string;
  readonly embedded: boolean;
  readonly type3: boolean;
}

export interface Pdf {
  readonly pages: readonly Page[];
  readonly bookmarks: readonly Bookmark[];
  readonly fonts: readonly Font[];
  readonly information: Readonly<Record<string, unknown>>;
  readonly marked: boolean;
  /** Where a named destination lies. */
  target(name: string): Promise<Target>;
}

/** Reads a PDF; its bytes stay as they are. */
export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const file = await getDocument({ data: bytes.slice(), verbosity: 0, fontExtraProperties: true }).promise;
  const proxies = await Promise.all(Array.from({ length: file.numPages }, (_, index) => file.getPage(index + 1)));
  const { info } = await file.getMetadata();
  return {
    pages: await Promise.all(proxies.map(readPage)),
    bookmarks: await readBookmarks(file, (await file.getOutline()) ?? []),
    fonts: await readFonts(proxies),
    information: info as Record<string, unknown>,
    marked: ((await file.getMarkInfo()) as Map<string, boolean> | null)?.get('Marked') === true,
    target: name => targetOf(file, name),
  };
}

async function readPage(page: PDFPageProxy): Promise<Page> {
  const [, , width = 0, height = 0] = page.view;
  const marked = readItems(await page.getTextContent({ includeMarkedContent: true }));
  const annotations: { subtype: string; dest?: string; overlaidText?: string }[] = await page.getAnnotations();
  return {
    ...{ number: page.pageNumber, width, height },
    items: marked.map(({ item }) => item),
    tags: readTags(await page.getStructTree(), marked),
    links: annotations.flatMap(({ subtype, dest, overlaidText }) =>
      subtype === 'Link' && typeof dest === 'string' ? [{ destination: dest, text: overlaidText ?? '' }] : [],
    ),
  };
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

async function readBookmarks(file: PDFDocumentProxy, outline: Outline, depth = 0): Promise<Bookmark[]> {
  const nested = await Promise.all(
    outline.map(async ({ title, dest, items }): Promise<Bookmark[]> => {
      const own = { title, depth, target: await targetOf(file, dest) };
      return [own, ...(await readBookmarks(file, items, depth + 1))];
    }),
  );
  return nested.flat();
}

async function targetOf(file: PDFDocumentProxy, destination: string | readonly unknown[] | null): Promise<Target> {
  const explicit = typeof destination === 'string' ? await file.getDestination(destination) : destination;
  if (!explicit) throw new Error(`There is no destination ${destination}`);
  const [page, , left, top] = explicit as [Parameters<PDFDocumentProxy['getPageIndex']>[0], unknown, number, number];
  return { page: (await file.getPageIndex(page)) + 1, left, top };
}

async function readFonts(pages: readonly PDFPageProxy[]): Promise<Font[]> {
  const fonts = new Map<string, Font>();
  for (const page of pages) {
    const { fnArray, argsArray } = await page.getOperatorList();
    const ids = fnArray.flatMap((operator, index): string[] => (operator === OPS.setFont ? [argsArray[index][0]] : []));
    for (const id of new Set(ids)) fonts.set(id, readFont(page.commonObjs.get(id)));
  }
  return [...fonts.values()];
}

function readFont(font: { name: string; missingFile?: boolean; data?: Uint8Array; isType3Font?: boolean }): Font {
  return { name: font.name, embedded: !font.missingFile && !!font.data, type3: font.isType3Font === true };
}
