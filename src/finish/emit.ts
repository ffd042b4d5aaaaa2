// A structure tree as objects of a file, with the tables that lead from content and ids back to it (14.7.4.4).

import type { ContentItem, StructureElement, StructureKid } from '../pdf/structure.ts';
import { encodeText } from '../pdf/textstring.ts';
import { type PdfDictionary, type PdfReference, type PdfValue, toDictionary, toName } from '../pdf/values.ts';

/** What a tree is written with. */
export interface EmitOptions {
  /** A number for an object more. */
  readonly allocate: () => number;
  /** The keys in the parent tree, by the objects of pages and annotations. */
  readonly keys: ReadonlyMap<number, number>;
  /** Standard types by the names that stand for them. */
  readonly roles: ReadonlyMap<string, string>;
  /** The attached files that belong to an element (ISO 19005-3, annex E). */
  readonly associated: ReadonlyMap<StructureElement, readonly PdfReference[]>;
}

/** The objects of a tree, and the number of its root. */
export interface EmittedTree {
  readonly objects: ReadonlyMap<number, PdfValue>;
  readonly root: number;
}

/** Writes a tree whose root is the element of the whole document. */
export function emitTree(document: StructureElement, options: EmitOptions): EmittedTree {
  const root = options.allocate();
  const emission: Emission = { ...options, objects: new Map(), contents: new Map(), annotations: new Map(), ids: [] };
  const top = emitElement(document, { object: root }, emission);
  const tree = toDictionary({
    Type: toName('StructTreeRoot'),
    K: top,
    ParentTree: parentTree(emission),
    ParentTreeNextKey: Math.max(-1, ...options.keys.values()) + 1,
    IDTree: emission.ids.length > 0 ? idTree(emission.ids) : undefined,
    RoleMap: options.roles.size > 0 ? roleMap(options.roles) : undefined,
  });
  emission.objects.set(root, tree);
  return { objects: emission.objects, root };
}

interface Emission extends EmitOptions {
  readonly objects: Map<number, PdfValue>;
  /** The elements of the sequences of a page, by MCID. */
  readonly contents: Map<number, PdfReference[]>;
  readonly annotations: Map<number, PdfReference>;
  readonly ids: (readonly [string, PdfReference])[];
}

function emitElement(element: StructureElement, parent: PdfReference, emission: Emission): PdfReference {
  const own: PdfReference = { object: emission.allocate() };
  const page = element.kids.find((kid): kid is ContentItem => kid.kind === 'content')?.page;
  const kids = element.kids.map(kid => emitKid(kid, { own, page }, emission));
  if (element.id !== undefined) emission.ids.push([element.id, own]);
  const { alternative, actualText, language, id } = element;
  const dictionary = toDictionary({
    S: toName(element.type),
    P: parent,
    Pg: page === undefined ? undefined : { object: page },
    K: kids.length === 1 ? kids[0] : kids.length > 0 ? kids : undefined,
    ID: id,
    Lang: language === undefined ? undefined : encodeText(language),
    Alt: alternative === undefined ? undefined : encodeText(alternative),
    ActualText: actualText === undefined ? undefined : encodeText(actualText),
    A: attributesOf(element),
    AF: emission.associated.get(element),
  });
  emission.objects.set(own.object, dictionary);
  return own;
}

interface Owner {
  readonly own: PdfReference;
  /** The page that the element names as its own. */
  readonly page: number | undefined;
}

function emitKid(kid: StructureKid, { own, page }: Owner, emission: Emission): PdfValue {
  if (kid.kind === 'element') return emitElement(kid, own, emission);
  if (kid.kind === 'object') {
    emission.annotations.set(kid.object, own);
    return toDictionary({ Type: toName('OBJR'), Pg: { object: kid.page }, Obj: { object: kid.object } });
  }
  const onPage = emission.contents.get(kid.page) ?? [];
  onPage[kid.mcid] = own;
  emission.contents.set(kid.page, onPage);
  if (kid.page === page) return kid.mcid;
  return toDictionary({ Type: toName('MCR'), Pg: { object: kid.page }, MCID: kid.mcid });
}

/** One dictionary for each owner of attributes; spans of one cell, and headers of none, go without saying. */
function attributesOf({ attributes }: StructureElement): PdfValue | undefined {
  const owners = new Map<string, [string, PdfValue][]>();
  for (const [name, value] of attributes) {
    const [owner = '', key = ''] = name.split('.');
    const isUsual = (/Span$/.test(key) && value === 1) || (Array.isArray(value) && value.length === 0);
    if (!isUsual) owners.set(owner, [...(owners.get(owner) ?? []), [key, value]]);
  }
  const dictionaries = [...owners].map(
    ([owner, entries]): PdfDictionary => ({ entries: new Map<string, PdfValue>([['O', toName(owner)], ...entries]) }),
  );
  return dictionaries.length > 1 ? dictionaries : dictionaries[0];
}

/** From the keys of pages and annotations to the elements of what stands there. */
function parentTree({ keys, contents, annotations }: Emission): PdfDictionary {
  const entries: [number, PdfValue][] = [];
  for (const [object, key] of keys) {
    const elements = contents.get(object);
    const value = annotations.get(object) ?? (elements && Array.from(elements, one => one ?? null));
    if (value) entries.push([key, value]);
  }
  return toDictionary({ Nums: entries.sort(([a], [b]) => a - b).flat() });
}

/** The names in the order of their bytes (7.9.6). */
function idTree(ids: readonly (readonly [string, PdfReference])[]): PdfDictionary {
  const ordered = ids.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const [first = '', last = ''] = [ordered[0]?.[0], ordered.at(-1)?.[0]];
  return toDictionary({ Kids: [toDictionary({ Names: ordered.flat(), Limits: [first, last] })] });
}

function roleMap(roles: ReadonlyMap<string, string>): PdfDictionary {
  return toDictionary(Object.fromEntries([...roles].map(([name, role]) => [name, toName(role)])));
}
