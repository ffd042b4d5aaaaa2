// On which page every anchor landed: the numbers of a table of contents.

import { isDictionary, isReference, type PdfObjects, type PdfValue, readObjects } from './objects.ts';

/**
 * The 1-based page of every element id that something in the document links to, from the catalog's destinations of a
 * PDF just printed; ids without a link to them are not in a PDF.
 */
export function readDestinations(bytes: Uint8Array): Map<string, number> {
  const objects = readObjects(bytes);
  const pages = pageNumbers(objects);
  const destinations = new Map<string, number>();
  for (const [name, destination] of namedDestinations(objects)) {
    const page = pages.get(pageOf(objects, destination));
    if (page !== undefined) destinations.set(idOf(name), page);
  }
  return destinations;
}

/** The number of pages of a PDF just printed. */
export function countPages(bytes: Uint8Array): number {
  return pageNumbers(readObjects(bytes)).size;
}

/** Chromium writes the fragment of the link's address, which is percent-encoded. */
function idOf(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function entry(objects: PdfObjects, value: PdfValue | undefined, key: string): PdfValue {
  const dictionary = objects.resolve(value);
  return isDictionary(dictionary) ? (dictionary.entries.get(key) ?? null) : null;
}

function list(objects: PdfObjects, value: PdfValue): readonly PdfValue[] {
  const array = objects.resolve(value);
  return Array.isArray(array) ? array : [];
}

/** Page numbers by the number of the page's object. */
function pageNumbers(objects: PdfObjects): Map<number, number> {
  const numbers = new Map<number, number>();
  const visited = new Set<number>();
  const visit = (node: PdfValue): void => {
    if (!isReference(node) || visited.has(node.object)) return;
    visited.add(node.object);
    const kids = list(objects, entry(objects, node, 'Kids'));
    if (kids.length === 0 && isPage(objects, node)) numbers.set(node.object, numbers.size + 1);
    for (const kid of kids) visit(kid);
  };
  visit(entry(objects, catalog(objects), 'Pages'));
  return numbers;
}

function isPage(objects: PdfObjects, node: PdfValue): boolean {
  const type = entry(objects, node, 'Type');
  return typeof type === 'object' && type !== null && 'name' in type && type.name === 'Page';
}

function catalog(objects: PdfObjects): PdfValue {
  return objects.trailer.entries.get('Root') ?? null;
}

/** Both places where a PDF may name its destinations: a dictionary (Chromium's) and a name tree. */
function namedDestinations(objects: PdfObjects): [string, PdfValue][] {
  const named = objects.resolve(entry(objects, catalog(objects), 'Dests'));
  const fromDictionary: [string, PdfValue][] = isDictionary(named) ? [...named.entries] : [];
  return [...fromDictionary, ...nameTree(objects, entry(objects, entry(objects, catalog(objects), 'Names'), 'Dests'))];
}

function nameTree(objects: PdfObjects, node: PdfValue, depth = 0): [string, PdfValue][] {
  const pairs = list(objects, entry(objects, node, 'Names'));
  const own = pairs.flatMap((name, index): [string, PdfValue][] =>
    index % 2 === 0 && typeof name === 'string' ? [[name, pairs[index + 1] ?? null]] : [],
  );
  const kids = depth < 10 ? list(objects, entry(objects, node, 'Kids')) : [];
  return [...own, ...kids.flatMap(kid => nameTree(objects, kid, depth + 1))];
}

/** A destination is an array that begins with its page, or a dictionary with that array under D. */
function pageOf(objects: PdfObjects, destination: PdfValue): number {
  const resolved = objects.resolve(destination);
  const [page] = list(objects, isDictionary(resolved) ? (resolved.entries.get('D') ?? null) : resolved);
  return isReference(page) ? page.object : -1;
}
