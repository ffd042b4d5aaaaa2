// The structure tree of a tagged PDF: elements, and the content and objects that they hold (ISO 32000-1, 14.7).

import { listOf, type PdfFile } from './file.ts';
import { decodeText } from './textstring.ts';
import { isDictionary, isReference, nameOf, type PdfDictionary, PdfError, type PdfValue } from './values.ts';

/** An element of the tree; what is empty or absent in the file is left out. */
export interface StructureElement {
  readonly kind: 'element';
  /** Its type as written, such as `H1`; standard or not. */
  readonly type: string;
  readonly kids: readonly StructureKid[];
  readonly id?: string;
  readonly language?: string;
  readonly alternative?: string;
  readonly actualText?: string;
  /** Its attributes, by owner and name, as in `Table.Scope`. */
  readonly attributes: ReadonlyMap<string, PdfValue>;
  /** Number of its object, where it is read from a file. */
  readonly object?: number;
}

/** A marked-content sequence of a page, or of a form that stands on it. */
export interface ContentItem {
  readonly kind: 'content';
  /** Number of the page's object; -1 where the file does not say. */
  readonly page: number;
  readonly mcid: number;
  /** Number of the form's object. */
  readonly stream?: number;
}

/** An object such as an annotation. */
export interface ObjectItem {
  readonly kind: 'object';
  readonly page: number;
  readonly object: number;
}

export type StructureKid = StructureElement | ContentItem | ObjectItem;

/** A structure tree. */
export interface StructureTree {
  readonly kids: readonly StructureElement[];
  /** Standard types by the names that stand for them. */
  readonly roles: ReadonlyMap<string, string>;
}

/** Types of elements within a line; all others stand on lines of their own (14.8.4.4). The last two are of PDF 2.0. */
export const inlineTypes: ReadonlySet<string> = new Set(
  'Span Quote Reference BibEntry Code Link Annot Ruby RB RT RP Warichu NonStruct Private Strong Em'.split(' '),
);

/** The tree of a file; undefined for a file without one. */
export function readStructure(file: PdfFile): StructureTree | undefined {
  const root = file.get(file.catalog, 'StructTreeRoot');
  if (!isDictionary(root)) return undefined;
  const visited = new Set<number>();
  const reader = { file, visited, depth: 0 };
  const kids = kidsOf(root, -1, reader).filter(kid => kid.kind === 'element');
  const roles = file.get(root, 'RoleMap');
  const pairs = isDictionary(roles) ? [...roles.entries] : [];
  return { kids, roles: new Map(pairs.map(([name, role]) => [name, nameOf(file.resolve(role)) ?? ''])) };
}

interface Reader {
  readonly file: PdfFile;
  /** Elements on the way down, and those read before: an element stands in a tree once. */
  readonly visited: Set<number>;
  depth: number;
}

/** Deeper than any document needs, and not deep enough to end the program. */
const deepest = 400;

/** The page of an element holds for what stands directly in it. */
function kidsOf(dictionary: PdfDictionary, page: number, reader: Reader): StructureKid[] {
  const own = dictionary.entries.get('Pg');
  const pageHere = isReference(own) ? own.object : page;
  const value = dictionary.entries.get('K');
  const list = Array.isArray(reader.file.resolve(value)) ? listOf(reader.file, value) : [value ?? null];
  return list.flatMap(kid => readKid(kid, pageHere, reader));
}

function readKid(value: PdfValue, page: number, reader: Reader): StructureKid[] {
  if (typeof value === 'number') return [{ kind: 'content', page, mcid: value }];
  const object = isReference(value) ? value.object : undefined;
  if (object !== undefined && reader.visited.has(object)) return [];
  const dictionary = reader.file.resolve(value);
  if (!isDictionary(dictionary)) return [];
  const type = nameOf(reader.file.get(dictionary, 'Type'));
  const own = dictionary.entries.get('Pg');
  const pageHere = isReference(own) ? own.object : page;
  if (type === 'MCR') return readContent(dictionary, pageHere, reader.file);
  if (type === 'OBJR') {
    const target = dictionary.entries.get('Obj');
    return isReference(target) ? [{ kind: 'object', page: pageHere, object: target.object }] : [];
  }
  if (object !== undefined) reader.visited.add(object);
  reader.depth += 1;
  if (reader.depth > deepest)
    throw new PdfError('This PDF has elements in one another without end.', 'Make the file again from its source.');
  const element = readElement(dictionary, { page: pageHere, object, reader });
  reader.depth -= 1;
  return [element];
}

function readContent(dictionary: PdfDictionary, page: number, file: PdfFile): ContentItem[] {
  const mcid = file.get(dictionary, 'MCID');
  const stream = dictionary.entries.get('Stm');
  if (typeof mcid !== 'number') return [];
  return [{ kind: 'content', page, mcid, ...(isReference(stream) ? { stream: stream.object } : {}) }];
}

interface Around {
  readonly page: number;
  readonly object: number | undefined;
  readonly reader: Reader;
}

function readElement(dictionary: PdfDictionary, { page, object, reader }: Around): StructureElement {
  const { file } = reader;
  const words = (key: string): string | undefined => {
    const value = file.get(dictionary, key);
    return typeof value === 'string' ? decodeText(value) : undefined;
  };
  const id = file.get(dictionary, 'ID');
  const [language, alternative, actualText] = [words('Lang'), words('Alt'), words('ActualText')];
  return {
    kind: 'element',
    type: nameOf(file.get(dictionary, 'S')) ?? '',
    kids: kidsOf(dictionary, page, reader),
    attributes: attributesOf(file, dictionary),
    ...(typeof id === 'string' ? { id } : {}),
    ...(language === undefined ? {} : { language }),
    ...(alternative === undefined ? {} : { alternative }),
    ...(actualText === undefined ? {} : { actualText }),
    ...(object === undefined ? {} : { object }),
  };
}

function attributesOf(file: PdfFile, dictionary: PdfDictionary): Map<string, PdfValue> {
  const value = file.get(dictionary, 'A');
  const list = Array.isArray(value) ? value.map(one => file.resolve(one)) : [value];
  const attributes = new Map<string, PdfValue>();
  for (const one of list.filter(isDictionary)) {
    const owner = nameOf(file.get(one, 'O')) ?? '';
    for (const [key, item] of one.entries) if (key !== 'O') attributes.set(`${owner}.${key}`, file.resolve(item));
  }
  return attributes;
}

/** The elements of a tree in reading order, each before its kids. */
export function* elementsOf(kids: readonly StructureKid[]): Generator<StructureElement> {
  for (const kid of kids) {
    if (kid.kind !== 'element') continue;
    yield kid;
    yield* elementsOf(kid.kids);
  }
}
