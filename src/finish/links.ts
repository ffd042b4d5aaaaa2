// Links that say where they lead (ISO 14289-1, 7.18.5), in the words of the document.

import type { LinkRecord } from '../inspect/record.ts';
import type { PdfFile } from '../pdf/file.ts';
import type { StructureElement } from '../pdf/structure.ts';
import { encodeText } from '../pdf/textstring.ts';
import { isDictionary, type PdfDictionary } from '../pdf/values.ts';
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

/** Whether the annotation of a number leads to a place in the document. */
export function isInternal(file: PdfFile, object: number): boolean {
  const annotation = file.resolve({ object });
  if (!isDictionary(annotation)) return false;
  const action = file.get(file.get(annotation, 'A'), 'S');
  return (
    annotation.entries.has('Dest') ||
    (typeof action === 'object' && action !== null && 'name' in action && action.name === 'GoTo')
  );
}
