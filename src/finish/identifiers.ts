// Ids of structure elements that say where they stand in the document, not when they were made.

import type { StructureElement, StructureKid } from '../pdf/structure.ts';
import type { PdfValue } from '../pdf/values.ts';

/**
 * Header cells and notes have ids that count in reading order, and cells refer to those. Chromium's own ids are counters
 * of its process, which differ from print to print.
 */
export function withOrderedIds(root: StructureElement): StructureElement {
  const ids = new Map<string, string>();
  let count = 0;
  const next = (): string => {
    count += 1;
    return `id${String(count).padStart(6, '0')}`;
  };
  const number = (element: StructureElement): StructureElement => {
    const isNamed = element.id !== undefined || element.type === 'Note';
    const id = isNamed ? next() : undefined;
    if (element.id !== undefined && id !== undefined) ids.set(element.id, id);
    const kids = element.kids.map((kid): StructureKid => (kid.kind === 'element' ? number(kid) : kid));
    return id === undefined ? { ...element, kids } : { ...element, kids, id };
  };
  return refer(number(root), ids);
}

function refer(element: StructureElement, ids: ReadonlyMap<string, string>): StructureElement {
  const kids = element.kids.map((kid): StructureKid => (kid.kind === 'element' ? refer(kid, ids) : kid));
  const headers = element.attributes.get('Table.Headers');
  if (!Array.isArray(headers)) return { ...element, kids };
  const renamed = headers.map((one: PdfValue) => (typeof one === 'string' ? (ids.get(one) ?? one) : one));
  return { ...element, kids, attributes: new Map([...element.attributes, ['Table.Headers', renamed]]) };
}
