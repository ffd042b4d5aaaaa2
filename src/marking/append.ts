// The pages of a finished PDF put behind those of another: with their fonts, links and tags, and a bookmark.

import { pageScheme } from '../document/changes.ts';
import { listOf, openPdf, type PdfFile } from '../pdf/file.ts';
import { type PdfPage, readPages } from '../pdf/pages.ts';
import {
  isDictionary,
  isReference,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
  toName,
} from '../pdf/values.ts';
import { createCopier } from './copy.ts';

/** What pages are put behind. */
export interface Base {
  readonly file: PdfFile;
  readonly pages: readonly PdfPage[];
  /** A number for an object more. */
  readonly allocate: () => number;
}

/** Pages that stand in a file, and what they are made of. */
export interface Appended {
  readonly file: PdfFile;
  /** The objects of the new pages, by those that they have in the file that they come from. */
  readonly pages: ReadonlyMap<number, PdfReference>;
  /** The objects of their links, in the same way. */
  readonly annotations: ReadonlyMap<number, PdfReference>;
  readonly objects: Map<number, PdfValue>;
}

/** The pages of a PDF as objects of another; links to `pagina:12` lead to that page. */
export function appendPages(bytes: Uint8Array, { file: base, pages: before, allocate }: Base): Appended {
  const file = openPdf(bytes);
  const copier = createCopier(file, allocate);
  const own = readPages(file);
  const pages = new Map(own.map(({ object }) => [object, copier.reserve(object)]));
  const annotations = new Map<number, PdfReference>();
  for (const page of own)
    for (const one of linksOf(file, page)) annotations.set(one.object, copier.reserve(one.object));
  const objects = new Map<number, PdfValue>();
  const parent = rootOf(base);
  for (const page of own) {
    objects.set(numberOf(pages, page.object), pageFrom(page, { file, copy: copier.copy, parent, annotations }));
    for (const { object } of linksOf(file, page))
      objects.set(numberOf(annotations, object), linkFrom(file.resolve({ object }), copier.copy, before));
  }
  for (const [object, value] of copier.objects) objects.set(object, value);
  const added = [...pages.values()];
  objects.set(parent.object, withKids(base, parent, added));
  return { file, pages, annotations, objects };
}

function numberOf(references: ReadonlyMap<number, PdfReference>, object: number): number {
  return references.get(object)?.object ?? -1;
}

function linksOf(file: PdfFile, { dictionary }: PdfPage): readonly PdfReference[] {
  return listOf(file, dictionary.entries.get('Annots')).filter(isReference);
}

/** The root of the page tree. */
function rootOf({ catalog }: PdfFile): PdfReference {
  const root = catalog.entries.get('Pages');
  if (!isReference(root)) throw new Error('The page tree stands in the catalog.');
  return root;
}

interface PageSource {
  readonly file: PdfFile;
  readonly copy: (value: PdfValue) => PdfValue;
  readonly parent: PdfReference;
  readonly annotations: ReadonlyMap<number, PdfReference>;
}

/** What leads to other objects of the old file, and what a page inherited, is said anew. */
function pageFrom(
  { dictionary, resources, box }: PdfPage,
  { file, copy, parent, annotations }: PageSource,
): PdfDictionary {
  const left = new Set(['Parent', 'Annots', 'StructParents', 'Resources', 'MediaBox', 'CropBox']);
  const kept = [...dictionary.entries].filter(([key]) => !left.has(key)).map(([key, one]) => [key, copy(one)] as const);
  const links = listOf(file, dictionary.entries.get('Annots'))
    .filter(isReference)
    .flatMap(({ object }) => annotations.get(object) ?? []);
  return {
    entries: new Map<string, PdfValue>([
      ...kept,
      ...[['Parent', parent] as const, ['Resources', copy(resources)] as const],
      ['MediaBox', [box.left, box.bottom, box.right, box.top]],
      ...(links.length > 0 ? [['Annots', links] as const] : []),
    ]),
  };
}

function linkFrom(annotation: PdfValue, copy: (value: PdfValue) => PdfValue, pages: readonly PdfPage[]): PdfValue {
  if (!isDictionary(annotation)) return null;
  const kept = [...annotation.entries].filter(([key]) => !['P', 'StructParent', 'Parent'].includes(key));
  const action = annotation.entries.get('A');
  const address = isDictionary(action) ? action.entries.get('URI') : undefined;
  const isPage = typeof address === 'string' && address.startsWith(pageScheme);
  const page = isPage ? pages[Number(address.slice(pageScheme.length)) - 1] : undefined;
  const others = kept.filter(([key]) => !(page && key === 'A')).map(([key, one]) => [key, copy(one)] as const);
  const target = page ? [['Dest', topOf(page)] as const] : [];
  return { entries: new Map<string, PdfValue>([...others, ...target]) };
}

/** A destination at the head of a page, which leaves the zoom as it is. */
export function topOf({ object, box }: Pick<PdfPage, 'object' | 'box'>): PdfValue {
  return [{ object }, toName('XYZ'), box.left, box.top, 0];
}

function withKids(file: PdfFile, { object }: PdfReference, added: readonly PdfReference[]): PdfDictionary {
  const root = file.resolve({ object });
  const entries = isDictionary(root) ? root.entries : new Map<string, PdfValue>();
  const count = Number(file.resolve(entries.get('Count')) ?? 0);
  const kids = listOf(file, entries.get('Kids'));
  return {
    entries: new Map<string, PdfValue>([...entries, ['Kids', [...kids, ...added]], ['Count', count + added.length]]),
  };
}
