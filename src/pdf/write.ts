// Puts a PDF together: objects copied as they are, objects made anew, small ones packed, and a cross-reference stream.

import { deflateSync } from 'node:zlib';
import type { PdfFile } from './file.ts';
import { reach } from './reach.ts';
import { serialise } from './serialise.ts';
import { isStream, nameOf, type PdfDictionary, type PdfStream, type PdfValue, toDictionary, toName } from './values.ts';

/** What a file is to hold. */
export interface Contents {
  /** The file from which objects not made anew are copied. */
  readonly base: PdfFile;
  /** Objects by number, in place of those of the base or beside them. */
  readonly objects: ReadonlyMap<number, PdfValue>;
  /** Entries of the trailer; `Size`, `ID` and those of the cross-reference stream are added. */
  readonly trailer: PdfDictionary;
  /** Both file identifiers, from everything else in the file; without it there are none. */
  readonly identify?: (body: Uint8Array) => string;
}

const header = Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n', 'latin1');

/** Level of compression: the next ones take twice as long for a few per cent. */
export const level = 4;

/** Objects in one pack: readers unpack it whole for any of them. */
const packSize = 500;

/** The bytes of the file, version 1.7; the same contents give the same bytes. */
export function writePdf({ base, objects, trailer, identify }: Contents): Uint8Array {
  const parts: Uint8Array[] = [header];
  const places = new Map<number, readonly [kind: number, main: number, index: number]>();
  let length = header.length;
  const add = (object: number, bytes: Uint8Array): void => {
    places.set(object, [1, length, 0]);
    parts.push(bytes);
    length += bytes.length;
  };
  // Nothing is written but the objects to which the trailer leads.
  const led = reach(trailer, reference => objects.get(reference.object) ?? base.resolve(reference));
  const numbers = [...led].sort((a, b) => a - b);
  const small: (readonly [number, string])[] = [];
  for (const number of numbers) {
    const made = objects.get(number);
    const value = made ?? base.resolve({ object: number });
    const span = made === undefined ? base.span(number) : undefined;
    if (isPacking(value)) continue;
    if (!isStream(value)) small.push([number, serialise(value)]);
    else if (span) add(number, line(base.bytes.subarray(span.start, span.end)));
    else add(number, streamBytes(number, value));
  }
  let last = numbers.at(-1) ?? 0;
  for (let from = 0; from < small.length; from += packSize) {
    const pack = small.slice(from, from + packSize);
    last += 1;
    add(last, streamBytes(last, packed(pack)));
    for (const [index, [number]] of pack.entries()) places.set(number, [2, last, index]);
  }
  const start = length;
  last += 1;
  places.set(last, [1, start, 0]);
  const id = identify?.(Buffer.concat(parts));
  const reference = crossReference(places, { size: last + 1, trailer, id });
  const end = Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1');
  return Buffer.concat([...parts, streamBytes(last, reference), end]);
}

/** Whether an object only holds or lists others, as it did in the base. */
function isPacking(value: PdfValue): boolean {
  return isStream(value) && ['ObjStm', 'XRef'].includes(nameOf(value.entries.get('Type')) ?? '');
}

function line(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([bytes, Buffer.from('\n')]);
}

function streamBytes(object: number, { entries, raw }: PdfStream): Uint8Array {
  const dictionary = serialise({ entries: new Map([...entries, ['Length', raw.length]]) });
  const begin = Buffer.from(`${object} 0 obj\n${dictionary}\nstream\n`, 'latin1');
  return Buffer.concat([begin, raw, Buffer.from('\nendstream\nendobj\n', 'latin1')]);
}

/** An object stream (7.5.7). */
function packed(objects: readonly (readonly [number, string])[]): PdfStream {
  let offset = 0;
  const index = objects.map(([number, text]) => {
    const pair = `${number} ${offset}`;
    offset += text.length + 1;
    return pair;
  });
  const head = `${index.join(' ')}\n`;
  const body = Buffer.from(`${head}${objects.map(([, text]) => text).join('\n')}`, 'latin1');
  const dictionary = toDictionary({
    ...{ Type: toName('ObjStm'), N: objects.length, First: head.length, Filter: toName('FlateDecode') },
  });
  return { ...dictionary, raw: deflateSync(body, { level }) };
}

interface Reference {
  readonly size: number;
  readonly trailer: PdfDictionary;
  readonly id: string | undefined;
}

/** A cross-reference stream (7.5.8) with fields of 1, 4 and 2 bytes. */
function crossReference(
  places: ReadonlyMap<number, readonly [number, number, number]>,
  { size, trailer, id }: Reference,
): PdfStream {
  const rows = Buffer.alloc(size * 7);
  rows.writeUInt16BE(65_535, 5); // object 0 heads the list of free ones
  for (const [object, [kind, main, index]] of places) {
    rows.writeUInt8(kind, object * 7);
    rows.writeUInt32BE(main, object * 7 + 1);
    rows.writeUInt16BE(index, object * 7 + 5);
  }
  const dictionary = toDictionary({
    ...{ Type: toName('XRef'), Size: size, W: [1, 4, 2], Filter: toName('FlateDecode') },
    ...Object.fromEntries(trailer.entries),
    ID: id === undefined ? undefined : [id, id],
  });
  return { ...dictionary, raw: deflateSync(rows, { level }) };
}
