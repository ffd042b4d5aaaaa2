// The elements that Chromium leaves without a meaning, or without the parts that a standard type must have (14.8.4).

import type { StructureElement, StructureKid } from '../pdf/structure.ts';
import { nameOf } from '../pdf/values.ts';
import { changed, headingLevel, isElement, replaced, wrapped } from './tree.ts';

/**
 * No element is a NonStruct: one around a heading is a section, one around sections of which the first heads the others
 * a part; of all others only what they hold is left.
 */
export function flatten(root: StructureElement): StructureElement {
  return changed(root, element =>
    element.kids.some(kid => isElement(kid, 'NonStruct'))
      ? { ...element, kids: element.kids.flatMap(kid => (isElement(kid, 'NonStruct') ? meant(kid) : [kid])) }
      : element,
  );
}

function meant(element: StructureElement): readonly StructureKid[] {
  if (element.kids.some(kid => isElement(kid) && headingLevel(kid) !== undefined))
    return [{ ...element, type: 'Sect' }];
  return isPart(element.kids) ? [{ ...element, type: 'Part' }] : element.kids;
}

function isPart(kids: readonly StructureKid[]): boolean {
  const levels = kids.map(kid => (isElement(kid, 'Sect') ? firstLevel(kid) : undefined));
  const [first, ...others] = levels;
  return first !== undefined && others.length > 0 && others.every(level => level !== undefined && level > first);
}

function firstLevel({ kids }: StructureElement): number | undefined {
  return kids
    .filter(kid => isElement(kid))
    .map(headingLevel)
    .find(level => level !== undefined);
}

/** Elements that hold nothing any more are left out, but for the cells of tables, whose place counts. */
export function withoutEmpty(root: StructureElement): StructureElement {
  const kids = root.kids.flatMap(kid =>
    kid.kind === 'element'
      ? replaced(kid, element => (element.kids.length > 0 || isElement(element, 'TD', 'TH') ? [element] : []))
      : [kid],
  );
  return { ...root, kids };
}

/** What a list item says stands in its body, beside its label (14.8.4.3.3). */
export function withListBodies(root: StructureElement): StructureElement {
  return changed(root, element => {
    if (element.type !== 'LI') return element;
    const labels = element.kids.filter(kid => isElement(kid, 'Lbl'));
    const bodies = element.kids.filter(kid => isElement(kid, 'LBody'));
    const rest = element.kids.filter(kid => !isElement(kid, 'Lbl', 'LBody'));
    return rest.length === 0 ? element : { ...element, kids: [...labels, ...bodies, wrapped('LBody', rest)] };
  });
}

/** The rows of a table stand in its head and its body (14.8.4.3.4); a head has no cell that heads a row. */
export function withTableParts(root: StructureElement): StructureElement {
  return changed(root, element => {
    if (element.type !== 'Table') return element;
    const rows = element.kids.filter(kid => isElement(kid, 'TR'));
    const body = rows.findIndex(row => !isHeadRow(row));
    const [head, rest] = body < 0 ? [[], rows] : [rows.slice(0, body), rows.slice(body)];
    const parts = [
      ...(head.length > 0 ? [wrapped('THead', head)] : []),
      ...(rest.length > 0 ? [wrapped('TBody', rest)] : []),
    ];
    return { ...element, kids: [...element.kids.filter(kid => !isElement(kid, 'TR')), ...parts] };
  });
}

/** Whether a row heads columns: it has header cells, and none for a row. */
function isHeadRow({ kids }: StructureElement): boolean {
  const heads = kids.filter(kid => isElement(kid, 'TH'));
  return heads.length > 0 && heads.every(head => nameOf(head.attributes.get('Table.Scope')) !== 'Row');
}

/** A caption stands in what it is of: the drawing beside it, or else the table (14.8.4.4.1). */
export function withCaptions(root: StructureElement): StructureElement {
  return changed(root, element => {
    const caption = element.kids.find(kid => isElement(kid, 'Caption'));
    const owner = ['Figure', 'Table'].flatMap(type => element.kids.filter(kid => isElement(kid, type)))[0];
    if (!isElement(caption) || !owner || element.type === 'Figure' || element.type === 'Table') return element;
    const kids = element.kids.filter(kid => kid !== caption);
    return { ...element, kids: kids.map(kid => (kid === owner ? { ...owner, kids: [caption, ...owner.kids] } : kid)) };
  });
}

/** Types that are not of PDF 1.7, and what they stand for. */
export const roles: ReadonlyMap<string, string> = new Map([
  ['Strong', 'Span'],
  ['Em', 'Span'],
  ['Aside', 'Sect'],
]);
