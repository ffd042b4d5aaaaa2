// The pages of a PDF in their order, with what they inherit from the page tree (ISO 32000-1, 7.7.3).

import { listOf, type PdfFile } from './file.ts';
import { decodeStream } from './filters.ts';
import { isReference, isStream, nameOf, type PdfDictionary, type PdfValue } from './values.ts';

/** A rectangle in default user space: points of 1/72 inch, from the lower left. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** A page. */
export interface PdfPage {
  /** Number of its object. */
  readonly object: number;
  /** Its place in the document, from 1. */
  readonly number: number;
  readonly dictionary: PdfDictionary;
  readonly resources: PdfValue;
  /** What of it is shown. */
  readonly box: Box;
}

const inherited = ['Resources', 'MediaBox', 'CropBox'] as const;

type Inherited = Readonly<Partial<Record<(typeof inherited)[number], PdfValue>>>;

/** All pages; what stands in the tree and is no page is left out. */
export function readPages(file: PdfFile): PdfPage[] {
  const pages: PdfPage[] = [];
  const visited = new Set<number>();
  const visit = (node: PdfValue | undefined, above: Inherited): void => {
    if (!isReference(node) || visited.has(node.object)) return;
    visited.add(node.object);
    const own = Object.fromEntries(inherited.map(key => [key, file.get(node, key) ?? above[key] ?? null]));
    const kids = listOf(file, file.get(node, 'Kids'));
    for (const kid of kids) visit(kid, own);
    const dictionary = file.resolve(node);
    if (kids.length > 0 || !dictionary || nameOf(file.get(node, 'Type')) !== 'Page') return;
    const { Resources = null, CropBox = null, MediaBox = null } = own;
    const box = readBox(file, CropBox) ?? readBox(file, MediaBox) ?? { left: 0, bottom: 0, right: 612, top: 792 };
    const number = pages.length + 1;
    pages.push({ object: node.object, number, dictionary: dictionary as PdfDictionary, resources: Resources, box });
  };
  visit(file.catalog.entries.get('Pages'), {});
  return pages;
}

/** The rectangle that an array of four numbers gives; undefined for any other value. */
export function readBox(file: PdfFile, value: PdfValue | undefined): Box | undefined {
  const numbers = listOf(file, value).map(one => file.resolve(one));
  const [a, b, c, d] = numbers.map(Number);
  if (numbers.length !== 4 || a === undefined || b === undefined || c === undefined || d === undefined)
    return undefined;
  return { left: Math.min(a, c), bottom: Math.min(b, d), right: Math.max(a, c), top: Math.max(b, d) };
}

/** The content of a page, its streams one behind the other, filters undone. */
export function contentOf(file: PdfFile, page: PdfPage): Uint8Array {
  const value = file.resolve(page.dictionary.entries.get('Contents'));
  const streams = (Array.isArray(value) ? value.map(one => file.resolve(one)) : [value]).filter(isStream);
  const [only] = streams;
  if (only && streams.length === 1) return decodeStream(only, file.resolve);
  const newline = Buffer.from('\n');
  return Buffer.concat(streams.flatMap(stream => [decodeStream(stream, file.resolve), newline]));
}
