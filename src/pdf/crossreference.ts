// Where each object of a PDF stands: cross-reference tables, cross-reference streams, and chains of both (7.5.4, 7.5.8).

import { decodeStream } from './filters.ts';
import { readValue } from './syntax.ts';
import { damaged, isDictionary, type PdfDictionary, type PdfStream, type PdfValue } from './values.ts';

/** At an offset in the file, or packed in an object stream. */
export type Place =
  | { readonly kind: 'plain'; readonly offset: number }
  | { readonly kind: 'packed'; readonly pack: number };

/** The places of all objects in use, and the newest trailer. */
export interface CrossReference {
  readonly places: ReadonlyMap<number, Place>;
  readonly trailer: PdfDictionary;
}

interface Section {
  readonly places: ReadonlyMap<number, Place | undefined>;
  readonly trailer: PdfDictionary;
}

/** Reads the chain of sections from the newest one back; throws a PdfError when one is not where it should be. */
export function readTable(bytes: Uint8Array, text: string): CrossReference {
  const tail = text.lastIndexOf('startxref');
  const start = /^startxref[\s\0]+(\d+)/.exec(text.slice(tail, tail + 40))?.[1];
  if (tail < 0 || start === undefined) throw damaged('it does not say where its cross-reference table is', text.length);
  const places = new Map<number, Place | undefined>();
  const visited = new Set<number>();
  let newest: PdfDictionary | undefined;
  const waiting = [Number(start)];
  for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
    if (visited.has(offset)) continue;
    visited.add(offset);
    const section = readSection(bytes, text, offset);
    newest ??= section.trailer;
    for (const [object, place] of section.places) if (!places.has(object)) places.set(object, place);
    for (const key of ['XRefStm', 'Prev']) {
      const next = section.trailer.entries.get(key);
      if (typeof next === 'number') waiting.push(next);
    }
  }
  const used = [...places].filter((one): one is [number, Place] => one[1] !== undefined);
  return { places: new Map(used), trailer: newest ?? { entries: new Map() } };
}

function readSection(bytes: Uint8Array, text: string, offset: number): Section {
  if (/^[\s\0]*xref/.test(text.slice(offset, offset + 20))) return readClassic(text, offset);
  return readStream(bytes, text, offset);
}

function readClassic(text: string, offset: number): Section {
  const end = text.indexOf('trailer', offset);
  if (end < 0) throw damaged('the cross-reference table has no trailer', offset);
  const places = new Map<number, Place | undefined>();
  let next = 0;
  for (const [, first, use] of text.slice(offset, end).matchAll(/(\d+)\s+\d+(?:\s+([nf]))?/g)) {
    if (use === undefined) next = Number(first);
    else places.set(next++, use === 'n' ? { kind: 'plain', offset: Number(first) } : undefined);
  }
  const { value } = readValue(text, end + 'trailer'.length);
  if (!isDictionary(value)) throw damaged('the trailer is no dictionary', end);
  return { places, trailer: value };
}

const header = /[\s\0]*\d+\s+\d+\s+obj/y;

function readStream(bytes: Uint8Array, text: string, offset: number): Section {
  header.lastIndex = offset;
  const begin = header.exec(text);
  if (!begin) throw damaged('there is no cross-reference table here', offset);
  const { value, end } = readValue(text, offset + begin[0].length);
  const start = /^[\s\0]*stream(?:\r\n|\n|\r)/.exec(text.slice(end, end + 40))?.[0].length;
  if (!isDictionary(value) || start === undefined) throw damaged('the cross-reference stream has no body', offset);
  const length = value.entries.get('Length');
  const raw = bytes.subarray(
    end + start,
    typeof length === 'number' ? end + start + length : text.indexOf('endstream', end),
  );
  const stream: PdfStream = { entries: value.entries, raw };
  return { places: readEntries(stream, offset), trailer: value };
}

function numbersOf(value: PdfValue | undefined): number[] {
  return Array.isArray(value) ? value.filter(one => typeof one === 'number') : [];
}

function readEntries(stream: PdfStream, offset: number): Map<number, Place | undefined> {
  const widths = numbersOf(stream.entries.get('W'));
  const [type = 0, second = 0, third = 0] = widths;
  const data = decodeStream(stream, value => value ?? null);
  const size = Number(stream.entries.get('Size') ?? 0);
  const ranges = stream.entries.has('Index') ? numbersOf(stream.entries.get('Index')) : [0, size];
  if (widths.length < 3) throw damaged('the cross-reference stream has no field widths', offset);
  const places = new Map<number, Place | undefined>();
  let at = 0;
  const field = (width: number): number => {
    let value = 0;
    for (let index = 0; index < width; index++) value = value * 256 + (data[at++] ?? 0);
    return value;
  };
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    for (let index = 0; index < (ranges[range + 1] ?? 0) && at < data.length; index++) {
      const kind = type === 0 ? 1 : field(type);
      const main = field(second);
      field(third);
      places.set((ranges[range] ?? 0) + index, placeOf(kind, main));
    }
  }
  return places;
}

function placeOf(kind: number, main: number): Place | undefined {
  if (kind === 1) return { kind: 'plain', offset: main };
  return kind === 2 ? { kind: 'packed', pack: main } : undefined;
}
