// On which page every anchor landed: the numbers of a table of contents.

import { listOf, openPdf, type PdfFile } from './file.ts';
import { readNameTree } from './nametree.ts';
import { readPages } from './pages.ts';
import { isDictionary, isReference, nameOf, type PdfValue } from './values.ts';

/** A PDF just printed: how many pages it has, and what landed on which. */
export interface Places {
  readonly pageCount: number;
  /**
   * The 1-based page of every element id that something in the document links to; ids without a link to them are not in
   * a PDF.
   */
  readonly pages: ReadonlyMap<string, number>;
}

/** The places of a PDF just printed, from the catalog's destinations. */
export function readPlaces(bytes: Uint8Array): Places {
  const file = openPdf(bytes);
  const all = readPages(file);
  const numbers = new Map(all.map(page => [page.object, page.number]));
  const pages = new Map<string, number>();
  for (const [name, destination] of namedDestinations(file)) {
    const page = numbers.get(pageOf(file, destination));
    if (page !== undefined) pages.set(idOf(name), page);
  }
  return { pageCount: all.length, pages };
}

/** Chromium writes the fragment of the link's address, which is percent-encoded. */
function idOf(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Both places where a PDF may name its destinations: a dictionary (Chromium's) and a name tree. */
export function namedDestinations(file: PdfFile): [string, PdfValue][] {
  const named = file.get(file.catalog, 'Dests');
  const fromDictionary: [string, PdfValue][] = isDictionary(named) ? [...named.entries] : [];
  return [...fromDictionary, ...readNameTree(file, file.get(file.get(file.catalog, 'Names'), 'Dests'))];
}

/** The object of a destination's page: it is an array that begins with its page, or a dictionary with that array. */
export function pageOf(file: PdfFile, destination: PdfValue): number {
  const resolved = file.resolve(destination);
  const [page] = listOf(file, isDictionary(resolved) ? (resolved.entries.get('D') ?? null) : resolved);
  return isReference(page) ? page.object : -1;
}

/** Whether an annotation leads to a place in its own document. */
export function leadsInside(file: PdfFile, annotation: PdfValue): boolean {
  if (!isDictionary(annotation)) return false;
  return annotation.entries.has('Dest') || nameOf(file.get(file.get(annotation, 'A'), 'S')) === 'GoTo';
}
