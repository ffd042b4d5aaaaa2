// A PDF as a store of numbered objects: its cross-reference tables and streams, and objects read when asked for.

import { readTable } from './crossreference.ts';
import { decodeStream } from './filters.ts';
import { readValue } from './syntax.ts';
import type { PdfArray, PdfDictionary, PdfStream, PdfValue } from './values.ts';
import { damaged, isDictionary, isReference, nameOf, PdfError } from './values.ts';

/** Where an object stands in a file: from its number up to and with `endobj`; lengths in bytes. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The objects of one file. */
export interface PdfFile {
  readonly bytes: Uint8Array;
  /** The version in its header, such as 1.7. */
  readonly version: string;
  readonly trailer: PdfDictionary;
  readonly catalog: PdfDictionary;
  /** The numbers of all objects in use, ascending. */
  readonly numbers: readonly number[];
  /** The value itself, or the object it refers to; null when that does not exist. */
  resolve(value: PdfValue | undefined): PdfValue;
  /** The value of a key of a dictionary, resolved; null for what is no dictionary or lacks the key. */
  get(dictionary: PdfValue | undefined, key: string): PdfValue;
  /** Where an object stands; undefined for one that is packed in a stream or not there. */
  span(object: number): Span | undefined;
}

/** Opens a file; throws a PdfError for what is no PDF, is damaged or is encrypted. */
export function openPdf(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const version = /%PDF-(\d\.\d)/.exec(text.slice(0, 1024))?.[1];
  if (version === undefined)
    throw new PdfError('This is no PDF: it does not begin with "%PDF-".', 'Name a file that ends in .pdf.');
  const { places, trailer } = readTable(bytes, text);
  if (trailer.entries.has('Encrypt'))
    throw new PdfError(
      'This PDF is encrypted, so its contents cannot be read.',
      'Save it without protection, for example with "qpdf --decrypt in.pdf out.pdf".',
    );
  const store = createStore(bytes, text, places);
  const { resolve } = store;
  const catalog = resolve(trailer.entries.get('Root'));
  if (!isDictionary(catalog)) throw damaged('the trailer names no catalog', text.lastIndexOf('startxref'));
  return {
    ...{ bytes, version, trailer, catalog, resolve, span: store.span },
    numbers: [...places.keys()].sort((a, b) => a - b),
    get(dictionary, key) {
      const found = resolve(dictionary);
      return isDictionary(found) ? resolve(found.entries.get(key)) : null;
    },
  };
}

/** The elements of an array, each as it stands there; empty for any other value. */
export function listOf(file: PdfFile, value: PdfValue | undefined): PdfArray {
  const array = file.resolve(value);
  return Array.isArray(array) ? array : [];
}

interface Found {
  readonly value: PdfValue;
  readonly span?: Span;
}

function createStore(bytes: Uint8Array, text: string, places: ReturnType<typeof readTable>['places']) {
  const found = new Map<number, Found>();
  const packs = new Map<number, ReadonlyMap<number, PdfValue>>();
  const pack = (object: number): ReadonlyMap<number, PdfValue> => {
    const known = packs.get(object);
    if (known) return known;
    packs.set(object, new Map()); // a pack that holds itself is empty
    const opened = openPack(resolve({ object }), resolve);
    packs.set(object, opened);
    return opened;
  };
  const find = (object: number): Found | undefined => {
    const known = found.get(object);
    const place = places.get(object);
    if (known || place === undefined) return known;
    const made =
      place.kind === 'packed'
        ? { value: pack(place.pack).get(object) ?? null }
        : readObject(bytes, text, { object, offset: place.offset, resolve });
    found.set(object, made);
    return made;
  };
  const resolve = (value: PdfValue | undefined, depth = 0): PdfValue => {
    if (!isReference(value)) return value ?? null;
    const target = find(value.object)?.value ?? null;
    return isReference(target) ? (depth < 20 ? resolve(target, depth + 1) : null) : target;
  };
  return { resolve: (value: PdfValue | undefined) => resolve(value), span: (object: number) => find(object)?.span };
}

interface Place {
  readonly object: number;
  readonly offset: number;
  readonly resolve: (value: PdfValue | undefined) => PdfValue;
}

const header = /[\s\0]*(\d+)\s+\d+\s+obj/y;

function readObject(bytes: Uint8Array, text: string, { object, offset, resolve }: Place): Found {
  header.lastIndex = offset;
  const begin = header.exec(text);
  if (!begin || Number(begin[1]) !== object) throw damaged(`object ${object} is not there`, offset);
  const { value, end } = readValue(text, offset + begin[0].length);
  const body = isDictionary(value) ? readBody(bytes, text, { dictionary: value, at: end, resolve }) : undefined;
  const last = text.indexOf('endobj', body?.end ?? end);
  if (last < 0) throw damaged(`object ${object} does not end`, offset);
  const span = { start: offset, end: last + 'endobj'.length };
  return { value: body ? body.stream : value, span };
}

interface Body {
  readonly dictionary: PdfDictionary;
  readonly at: number;
  readonly resolve: (value: PdfValue | undefined) => PdfValue;
}

const streamStart = /[\s\0]*stream(?:\r\n|\n|\r)/y;

function readBody(
  bytes: Uint8Array,
  text: string,
  { dictionary, at, resolve }: Body,
): { stream: PdfStream; end: number } | undefined {
  streamStart.lastIndex = at;
  const begin = streamStart.exec(text);
  if (!begin) return undefined;
  const start = at + begin[0].length;
  const said = resolve(dictionary.entries.get('Length'));
  const length = typeof said === 'number' && said >= 0 ? said : -1;
  const isRight = length >= 0 && /^[\s\0]*endstream/.test(text.slice(start + length, start + length + 20));
  const end = isRight ? start + length : text.indexOf('endstream', start);
  if (end < 0) throw damaged('a stream does not end', start);
  return { stream: { entries: dictionary.entries, raw: bytes.subarray(start, end) }, end };
}

/** The objects in an object stream (7.5.7), by number. */
function openPack(value: PdfValue, resolve: Place['resolve']): ReadonlyMap<number, PdfValue> {
  if (!isDictionary(value) || !('raw' in value) || nameOf(value.entries.get('Type')) !== 'ObjStm') return new Map();
  const text = Buffer.from(decodeStream(value as PdfStream, resolve)).toString('latin1');
  const first = Number(resolve(value.entries.get('First')));
  const index = text.slice(0, first).replace(/%[^\r\n]*/g, ' ');
  const pairs = [...index.matchAll(/\d+/g)].map(Number);
  const objects = new Map<number, PdfValue>();
  for (let at = 0; at + 1 < pairs.length; at += 2)
    objects.set(pairs[at] ?? 0, readValue(text, first + (pairs[at + 1] ?? 0)).value);
  return objects;
}
