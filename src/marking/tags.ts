// The tags of pages put behind others: a section more at the end of the document, whose own tags stay as they are.

import { emitTree } from '../finish/emit.ts';
import { headingLevel } from '../finish/tree.ts';
import { listOf, type PdfFile } from '../pdf/file.ts';
import { elementsOf, readStructure, type StructureElement, type StructureKid } from '../pdf/structure.ts';
import { isDictionary, isReference, type PdfDictionary, type PdfReference, type PdfValue } from '../pdf/values.ts';
import type { Appended } from './append.ts';

/** Objects with the tags of both: those of the structure tree, and the new pages and links that name their keys in it. */
export function appendTags(base: PdfFile, appended: Appended, allocate: () => number): ReadonlyMap<number, PdfValue> {
  const [root] = readStructure(appended.file)?.kids ?? [];
  const top = base.catalog.entries.get('StructTreeRoot');
  const tree = base.resolve(top);
  if (!root || !isReference(top) || !isDictionary(tree)) return new Map();
  const keys = keysFor(base, tree, appended);
  const section = sectionOf(root, appended, hasTitle(base));
  const emitted = emitTree(section, { allocate, keys, roles: new Map(), associated: new Map() });
  const made = emitted.objects.get(emitted.root);
  const objects = new Map([...emitted.objects].filter(([object]) => object !== emitted.root));
  const own = isDictionary(made) ? made.entries.get('K') : undefined;
  if (!isReference(own) || !isDictionary(made)) return new Map();
  const { holder, object } = holderOf(base, tree, top);
  objects.set(object, withKid(base, holder, own));
  objects.set(own.object, under(objects.get(own.object), { object }));
  const now = object === top.object ? objects.get(object) : tree;
  objects.set(
    top.object,
    withParents(base, isDictionary(now) ? now : tree, { more: made, keys, roles: rolesOf(appended) }),
  );
  for (const [holder, key] of keys) objects.set(holder, withKey(appended.objects.get(holder), key));
  return objects;
}

/** The first keys that are free in the parent tree, by the objects of pages and links. */
function keysFor(base: PdfFile, tree: PdfDictionary, { pages, annotations }: Appended): Map<number, number> {
  const used = parentsOf(base, tree.entries.get('ParentTree')).map(([key]) => key);
  const next = Number(base.resolve(tree.entries.get('ParentTreeNextKey')) ?? 0);
  const first = Math.max(next, ...used.map(key => key + 1));
  return new Map([...pages.values(), ...annotations.values()].map(({ object }, index) => [object, first + index]));
}

/** The pairs of a number tree (7.9.7), over as many nodes as it takes. */
function parentsOf(file: PdfFile, root: PdfValue | undefined): [number, PdfValue][] {
  const visited = new Set<PdfValue>();
  const visit = (reference: PdfValue | undefined): [number, PdfValue][] => {
    const node = file.resolve(reference);
    if (!isDictionary(node) || visited.has(node)) return [];
    visited.add(node);
    const pairs = listOf(file, node.entries.get('Nums'));
    const own = pairs.flatMap((key, index): [number, PdfValue][] =>
      index % 2 === 0 && typeof key === 'number' ? [[key, pairs[index + 1] ?? null]] : [],
    );
    return [...own, ...listOf(file, node.entries.get('Kids')).flatMap(visit)];
  };
  return visit(root);
}

/** Whether the document has a heading of the first level, below which the list stands. */
function hasTitle(base: PdfFile): boolean {
  return [...elementsOf(readStructure(base)?.kids ?? [])].some(element => headingLevel(element) === 1);
}

/** The document that was put behind, as a section of the other. */
function sectionOf(root: StructureElement, { pages, annotations }: Appended, isBelow: boolean): StructureElement {
  const moved = (kid: StructureKid): StructureKid[] => {
    const page = kid.kind === 'element' ? undefined : pages.get(kid.page)?.object;
    if (kid.kind === 'content') return page === undefined ? [] : [{ ...kid, page }];
    if (kid.kind === 'object') {
      const object = annotations.get(kid.object)?.object;
      return page === undefined || object === undefined ? [] : [{ kind: 'object', page, object }];
    }
    const level = headingLevel(kid);
    const type = level !== undefined && isBelow ? `H${level + 1}` : kid.type;
    return [{ ...kid, type, kids: kid.kids.flatMap(moved) }];
  };
  return { kind: 'element', type: 'Sect', kids: root.kids.flatMap(moved), attributes: new Map() };
}

/** The element of the whole document; the root where there is no single one. */
function holderOf(base: PdfFile, tree: PdfDictionary, top: PdfReference) {
  const value = tree.entries.get('K') ?? null;
  const kids = isReference(value) && isDictionary(base.resolve(value)) ? [value] : listOf(base, value);
  const [only] = kids;
  const element = isReference(only) ? base.resolve(only) : undefined;
  return kids.length === 1 && isReference(only) && isDictionary(element)
    ? { holder: element, object: only.object }
    : { holder: tree, object: top.object };
}

function withKid(base: PdfFile, holder: PdfDictionary, kid: PdfReference): PdfDictionary {
  const value = holder.entries.get('K') ?? null;
  const kids = Array.isArray(base.resolve(value)) ? listOf(base, value) : value === null ? [] : [value];
  return { entries: new Map<string, PdfValue>([...holder.entries, ['K', [...kids, kid]]]) };
}

function under(element: PdfValue | undefined, parent: PdfReference): PdfValue {
  return isDictionary(element) ? { entries: new Map<string, PdfValue>([...element.entries, ['P', parent]]) } : null;
}

interface More {
  /** The root of the tree that was made of the new pages alone. */
  readonly more: PdfDictionary;
  readonly keys: ReadonlyMap<number, number>;
  readonly roles: ReadonlyMap<string, PdfValue>;
}

/** The root with the parents and the roles of both trees; of a name that both have, the meaning stays what it was. */
function withParents(base: PdfFile, root: PdfDictionary, { more, keys, roles }: More): PdfDictionary {
  const all = [
    ...parentsOf(base, root.entries.get('ParentTree')),
    ...parentsOf(base, more.entries.get('ParentTree')),
  ].toSorted(([a], [b]) => a - b);
  const own = base.resolve(root.entries.get('RoleMap'));
  const names = new Map([...roles, ...(isDictionary(own) ? own.entries : [])]);
  const tree: PdfDictionary = { entries: new Map<string, PdfValue>([['Nums', all.flat()]]) };
  return {
    entries: new Map<string, PdfValue>([
      ...root.entries,
      ['ParentTree', tree],
      ['ParentTreeNextKey', Math.max(...keys.values()) + 1],
      ...(names.size > 0 ? [['RoleMap', { entries: names }] as const] : []),
    ]),
  };
}

function rolesOf({ file }: Appended): ReadonlyMap<string, PdfValue> {
  const roles = file.get(file.get(file.catalog, 'StructTreeRoot'), 'RoleMap');
  return isDictionary(roles) ? roles.entries : new Map();
}

/** A page has a key for its sequences, a link one for itself. */
function withKey(holder: PdfValue | undefined, key: number): PdfValue {
  if (!isDictionary(holder)) return null;
  const name = holder.entries.has('MediaBox') ? 'StructParents' : 'StructParent';
  return { entries: new Map<string, PdfValue>([...holder.entries, [name, key]]) };
}
