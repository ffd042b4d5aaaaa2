// Elements that refer to others: a table of contents, calls of notes, and the notes themselves (14.8.4.4).

import type { StructureElement, StructureKid } from '../pdf/structure.ts';
import { changed, isElement, wrapped } from './tree.ts';

/** Tells of the object of an annotation whether it leads to a place in the document. */
export type IsInternal = (object: number) => boolean;

/** Every list of nothing but links into the document is a table of contents, of the whole or of a part. */
export function withContents(root: StructureElement, isInternal: IsInternal): StructureElement {
  return changed(root, element => {
    const items = element.kids.filter(kid => isElement(kid, 'LI'));
    if (element.type !== 'L' || items.length !== element.kids.length) return element;
    const entries = items.map(item => entryOf(item, isInternal));
    if (!entries.every(entry => entry !== undefined)) return element;
    return { ...element, type: 'TOC', attributes: new Map(), kids: entries };
  });
}

/** The item as an entry, with the contents below it; undefined when it holds anything but a link. */
function entryOf(item: StructureElement, isInternal: IsInternal): StructureElement | undefined {
  const inside = item.kids.flatMap(kid => (isElement(kid, 'LBody') ? kid.kids : [kid]));
  const labels = inside.filter(kid => isElement(kid, 'Lbl'));
  const [link, ...below] = inside.filter(kid => !isElement(kid, 'Lbl'));
  const isEntry = isElement(link, 'Link') && leadsInside(link, isInternal) && below.every(kid => isElement(kid, 'TOC'));
  return isEntry ? { ...item, type: 'TOCI', kids: [...labels, wrapped('Reference', [link]), ...below] } : undefined;
}

function leadsInside({ kids }: StructureElement, isInternal: IsInternal): boolean {
  const annotations = kids.filter(kid => kid.kind === 'object');
  return annotations.length > 0 && annotations.every(({ object }) => isInternal(object));
}

/** What a link does for a note. */
export type NoteLink = 'call' | 'back' | undefined;

/** The calls of notes are references; the block or item with the link back is the note. Links in reading order. */
export function withNotes(root: StructureElement, links: readonly NoteLink[]): StructureElement {
  const kinds = new Map(linksOf(root).map((link, index) => [link, links[index]]));
  const visit = (element: StructureElement): StructureElement => {
    const kids = element.kids.flatMap((kid): readonly StructureKid[] => {
      if (kid.kind !== 'element') return [kid];
      if (kinds.get(kid) === 'call') return [wrapped('Reference', [visit(kid)])];
      const items: readonly StructureKid[] = kid.kids;
      const isNotes = kid.type === 'L' && items.length > 0 && items.every(item => holdsBack(item, kinds));
      return isNotes ? items.filter(item => isElement(item)).map(item => noteOf(visit(item))) : [visit(kid)];
    });
    return { ...element, kids };
  };
  return visit(root);
}

/** Every link of a tree, in reading order. */
export function linksOf(element: StructureElement): StructureElement[] {
  return element.kids.flatMap(kid => {
    if (kid.kind !== 'element') return [];
    return kid.type === 'Link' ? [kid] : linksOf(kid);
  });
}

function holdsBack(item: StructureKid, kinds: ReadonlyMap<StructureElement, NoteLink>): boolean {
  return isElement(item, 'LI') && linksOf(item).some(link => kinds.get(link) === 'back');
}

/** A note has its label and its words, without the body of a list item around them. */
function noteOf(item: StructureElement): StructureElement {
  const kids = item.kids.flatMap(kid => (isElement(kid, 'LBody') ? kid.kids : [kid]));
  return { ...item, type: 'Note', kids };
}
