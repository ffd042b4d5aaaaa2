// Ways through a structure tree that give a changed one.

import type { ContentItem, StructureElement, StructureKid } from '../pdf/structure.ts';

/** The tree with every element changed, kids before the elements that hold them. */
export function changed(
  element: StructureElement,
  change: (element: StructureElement) => StructureElement,
): StructureElement {
  const kids = element.kids.map(kid => (kid.kind === 'element' ? changed(kid, change) : kid));
  return change(kids.every((kid, index) => kid === element.kids[index]) ? element : { ...element, kids });
}

/** The tree with every element put in the place of which one or more elements come, kids first. */
export function replaced(
  element: StructureElement,
  replace: (element: StructureElement) => readonly StructureKid[],
): readonly StructureKid[] {
  const kids = element.kids.flatMap(kid => (kid.kind === 'element' ? replaced(kid, replace) : [kid]));
  return replace({ ...element, kids });
}

/** An element of a type around kids. */
export function wrapped(type: string, kids: readonly StructureKid[]): StructureElement {
  return { kind: 'element', type, kids, attributes: new Map() };
}

/** Whether a kid is an element of one of these types. */
export function isElement(kid: StructureKid | undefined, ...types: readonly string[]): kid is StructureElement {
  return kid?.kind === 'element' && (types.length === 0 || types.includes(kid.type));
}

/** All content items below an element, in reading order. */
export function* itemsIn(element: StructureElement): Generator<ContentItem> {
  for (const kid of element.kids) {
    if (kid.kind === 'content') yield kid;
    else if (kid.kind === 'element') yield* itemsIn(kid);
  }
}

/** The level of a heading's type; undefined for other types. */
export function headingLevel({ type }: StructureElement): number | undefined {
  const level = /^H([1-9]\d*)$/.exec(type)?.[1];
  return level === undefined ? undefined : Number(level);
}
