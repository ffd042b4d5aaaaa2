// Links that say where they lead (ISO 14289-1, 7.18.5), in the words of the document.

import type { LinkRecord } from '../inspect/record.ts';
import { listOf, type PdfFile } from '../pdf/file.ts';
import { type PdfPage, readBox } from '../pdf/pages.ts';
import type { StructureElement } from '../pdf/structure.ts';
import { encodeText } from '../pdf/textstring.ts';
import { isDictionary, isReference, type PdfDictionary } from '../pdf/values.ts';
import { linksOf } from './references.ts';

/** The annotations of the links of a tree, by the numbers of their objects, each with the name of its link. */
export function describedLinks(
  file: PdfFile,
  root: StructureElement,
  links: readonly LinkRecord[],
): ReadonlyMap<number, PdfDictionary> {
  const made = new Map<number, PdfDictionary>();
  for (const [index, link] of linksOf(root).entries()) {
    const name = links[index]?.name ?? '';
    for (const kid of link.kids.filter(one => one.kind === 'object')) {
      const annotation = file.resolve({ object: kid.object });
      if (!isDictionary(annotation)) continue;
      made.set(kid.object, { entries: new Map([...annotation.entries, ['Contents', encodeText(name)]]) });
    }
  }
  return made;
}

/**
 * The numbers of links that lie over nothing: Chromium makes one at the end of a page for a link that begins the next
 * page, and a keyboard would stop there.
 */
export function emptyLinks(file: PdfFile, pages: readonly PdfPage[]): ReadonlySet<number> {
  const annotations = pages.flatMap(page => listOf(file, page.dictionary.entries.get('Annots')));
  const empty = annotations.flatMap(one => {
    const box = isReference(one) ? readBox(file, file.get(one, 'Rect')) : undefined;
    const isEmpty = box !== undefined && (box.top - box.bottom < least || box.right - box.left < least);
    return isEmpty && isReference(one) ? [one.object] : [];
  });
  return new Set(empty);
}

/** In points: no letter is as small. */
const least = 0.5;

/** The pages with the annotations that are left, by the numbers of their objects; pages that keep all are left out. */
export function withoutAnnotations(
  file: PdfFile,
  pages: readonly PdfPage[],
  gone: ReadonlySet<number>,
): ReadonlyMap<number, PdfDictionary> {
  const made = new Map<number, PdfDictionary>();
  for (const { object, dictionary } of pages) {
    const all = listOf(file, dictionary.entries.get('Annots'));
    const kept = all.filter(one => !(isReference(one) && gone.has(one.object)));
    if (kept.length < all.length) made.set(object, { entries: new Map([...dictionary.entries, ['Annots', kept]]) });
  }
  return made;
}
