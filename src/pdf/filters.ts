// Undoes the filters of a stream (ISO 32000-1, 7.4); those of images stay as they are.

import { constants, inflateSync } from 'node:zlib';
import { isDictionary, nameOf, type PdfDictionary, PdfError, type PdfStream, type PdfValue } from './values.ts';

type Resolve = (value: PdfValue | undefined) => PdfValue;

/** The bytes of a stream; throws a PdfError for a filter it does not know or data that it cannot undo. */
export function decodeStream(stream: PdfStream, resolve: Resolve): Uint8Array {
  const filters = listed(resolve(stream.entries.get('Filter')), resolve).map(one => nameOf(one) ?? '');
  const parameters = listed(resolve(stream.entries.get('DecodeParms')), resolve);
  return filters.reduce<Uint8Array>((bytes, filter, index) => {
    const undo = undoing[filter];
    if (!undo)
      throw new PdfError(
        `This PDF has a stream with the filter ${filter}, which is not text.`,
        'Report it with the file.',
      );
    const parameter = parameters[index];
    return undo(bytes, isDictionary(parameter) ? parameter : undefined);
  }, stream.raw);
}

function listed(value: PdfValue, resolve: Resolve): PdfValue[] {
  if (value === null) return [];
  return Array.isArray(value) ? value.map(resolve) : [value];
}

type Undo = (bytes: Uint8Array, parameters: PdfDictionary | undefined) => Uint8Array;

const undoing: Readonly<Record<string, Undo>> = {
  FlateDecode: (bytes, parameters) => unpredict(inflate(bytes), parameters),
  Fl: (bytes, parameters) => unpredict(inflate(bytes), parameters),
  LZWDecode: (bytes, parameters) => unpredict(unpackLzw(bytes, numberOf(parameters, 'EarlyChange', 1)), parameters),
  ASCIIHexDecode: bytes =>
    Buffer.from(
      text(bytes)
        .replace(/>[\s\S]*|[^\dA-Fa-f]/g, '')
        .replace(/^((?:..)*.)$/, '$10'),
      'hex',
    ),
  ASCII85Decode: bytes => unpack85(text(bytes)),
  RunLengthDecode: unpackRuns,
  Crypt: bytes => bytes,
};

/** As much as can be read: some writers leave off the end of the data. */
function inflate(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    throw new PdfError('This PDF is damaged: a stream cannot be decompressed.', 'Get a sound copy of the file.');
  }
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function numberOf(parameters: PdfDictionary | undefined, key: string, otherwise: number): number {
  const value = parameters?.entries.get(key);
  return typeof value === 'number' ? value : otherwise;
}

/** Undoes the predictors of PNG (RFC 2083, 6) and TIFF; samples of 8 bits. */
function unpredict(bytes: Uint8Array, parameters: PdfDictionary | undefined): Uint8Array {
  const predictor = numberOf(parameters, 'Predictor', 1);
  if (predictor < 2) return bytes;
  const depth = (numberOf(parameters, 'Colors', 1) * numberOf(parameters, 'BitsPerComponent', 8)) / 8;
  const pixel = Math.max(1, Math.ceil(depth));
  const row = Math.ceil(depth * numberOf(parameters, 'Columns', 1));
  return predictor === 2 ? untiff(bytes, { pixel, row }) : unpng(bytes, { pixel, row });
}

interface Rows {
  /** Bytes of a pixel and of a row. */
  readonly pixel: number;
  readonly row: number;
}

function untiff(bytes: Uint8Array, { pixel, row }: Rows): Uint8Array {
  const made = Uint8Array.from(bytes);
  for (let at = 0; at < made.length; at++) if (at % row >= pixel) made[at] = (made[at] ?? 0) + (made[at - pixel] ?? 0);
  return made;
}

function unpng(bytes: Uint8Array, { pixel, row }: Rows): Uint8Array {
  const count = Math.ceil(bytes.length / (row + 1));
  const made = new Uint8Array(count * row);
  for (let line = 0; line < count; line++) {
    const kind = bytes[line * (row + 1)] ?? 0;
    for (let at = 0; at < row; at++) {
      const to = line * row + at;
      const left = at >= pixel ? (made[to - pixel] ?? 0) : 0;
      const above = line > 0 ? (made[to - row] ?? 0) : 0;
      const corner = line > 0 && at >= pixel ? (made[to - row - pixel] ?? 0) : 0;
      made[to] = (bytes[line * (row + 1) + 1 + at] ?? 0) + predict(kind, left, { above, corner });
    }
  }
  return made;
}

function predict(kind: number, left: number, { above, corner }: { above: number; corner: number }): number {
  if (kind === 1) return left;
  if (kind === 2) return above;
  if (kind === 3) return (left + above) >> 1;
  if (kind !== 4) return 0;
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

function unpack85(source: string): Uint8Array {
  const digits = source.replace(/^[\s\0]*<~/, '').replace(/~>?[\s\S]*$|[\s\0]/g, '');
  const made: number[] = [];
  for (const [group] of digits.replaceAll('z', '!!!!!').matchAll(/[!-u]{1,5}/g)) {
    const value = [...group.padEnd(5, 'u')].reduce((sum, one) => sum * 85 + one.charCodeAt(0) - 33, 0);
    made.push(...[24, 16, 8, 0].slice(0, group.length - 1).map(shift => Math.floor(value / 2 ** shift) & 255));
  }
  return Uint8Array.from(made);
}

function unpackRuns(bytes: Uint8Array): Uint8Array {
  const made: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at] ?? 128;
    if (length === 128) break;
    if (length < 128) made.push(bytes.subarray(at + 1, at + 2 + length));
    else made.push(new Uint8Array(257 - length).fill(bytes[at + 1] ?? 0));
    at += length < 128 ? length + 2 : 2;
  }
  return Buffer.concat(made);
}

/** LZW with codes of 9 to 12 bits (7.4.4.2); the width grows one code early unless `early` is 0. */
function unpackLzw(bytes: Uint8Array, early: number): Uint8Array {
  const made: Uint8Array[] = [];
  const single = Array.from({ length: 256 }, (_, code) => Uint8Array.of(code));
  let table: Uint8Array[] = [];
  let before: Uint8Array | undefined;
  let width = 9;
  for (let bit = 0; bit + width <= bytes.length * 8; ) {
    const code = bitsAt(bytes, bit, width);
    bit += width;
    if (code === 257) break;
    if (code === 256) [table, before, width] = [[], undefined, 9];
    else {
      const known: Uint8Array | undefined = code < 256 ? single[code] : table[code - 258];
      const entry: Uint8Array =
        known ?? Buffer.concat([before ?? [], (before ?? Uint8Array.of(0)).subarray(0, 1)] as Uint8Array[]);
      if (before) table.push(Buffer.concat([before, entry.subarray(0, 1)]));
      made.push(entry);
      before = entry;
      const next = table.length + 258 + early;
      width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9;
    }
  }
  return Buffer.concat(made);
}

function bitsAt(bytes: Uint8Array, bit: number, width: number): number {
  let value = 0;
  for (let index = bit; index < bit + width; index++)
    value = value * 2 + (((bytes[index >> 3] ?? 0) >> (7 - (index & 7))) & 1);
  return value;
}
