import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeStream } from '../../src/pdf/filters.ts';
import { readValue } from '../../src/pdf/syntax.ts';
import { isDictionary, PdfError } from '../../src/pdf/values.ts';

/** The text of a stream with these entries and bytes. */
function decoded(entries: string, raw: Uint8Array | string): string {
  const dictionary = readValue(entries, 0).value;
  if (!isDictionary(dictionary)) throw new Error('no dictionary');
  const bytes = typeof raw === 'string' ? Buffer.from(raw, 'latin1') : raw;
  return Buffer.from(decodeStream({ ...dictionary, raw: bytes }, one => one ?? null)).toString('latin1');
}

test.for([
  ['<</Filter /ASCIIHexDecode>>', '68 65 6C6c 6F 7>', 'hellop'],
  ['<</Filter /ASCII85Decode>>', '<~87cURD]i,"Ebo80~>', 'Hello World!'],
  ['<</Filter /ASCII85Decode>>', 'z87cUR~>', '\0\0\0\0Hell'],
  ['<</Filter /RunLengthDecode>>', '\x02abc\xFEd\x80xyz', 'abcddd'],
  ['<</Filter /LZWDecode>>', '\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01', '-----A---B'],
  ['<</Filter [/ASCIIHexDecode /RunLengthDecode]>>', '00 41 FF 42 80>', 'ABB'],
  ['<<>>', 'zo', 'zo'],
])('%s', ([entries = '', raw = '', text]) => {
  expect(decoded(entries, raw)).toBe(text);
});

test('a deflated stream that lacks its end is read as far as it goes', () => {
  const whole = deflateSync(Buffer.from('woord '.repeat(500)));
  expect(decoded('<</Filter /FlateDecode>>', whole.subarray(0, -4))).toMatch(/^(woord )+/);
});

test('every predictor of PNG is undone', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 6, maxLength: 6 }), { minLength: 1 }), fc.nat(4), (rows, kind) => {
      const predicted = rows.flatMap((row, line) => [
        kind,
        ...row.map((byte, at) => byte - guess(kind, rows, [line, at])),
      ]);
      const raw = deflateSync(Uint8Array.from(predicted));
      const entries = '<</Filter /FlateDecode /DecodeParms <</Predictor 15 /Colors 3 /Columns 2>>>>';
      expect(decoded(entries, raw)).toBe(Buffer.concat(rows).toString('latin1'));
    }),
  );
});

/** What a predictor expects of a byte (RFC 2083, 6), pixels of three bytes. */
function guess(kind: number, rows: readonly Uint8Array[], [line, at]: readonly [number, number]): number {
  const byte = (down: number, across: number): number => rows[line - down]?.[at - across] ?? 0;
  const [left, above, corner] = [at < 3 ? 0 : byte(0, 3), byte(1, 0), at < 3 ? 0 : byte(1, 3)];
  if (kind === 1) return left;
  if (kind === 2) return above;
  if (kind === 3) return Math.floor((left + above) / 2);
  if (kind === 0) return 0;
  const sum = left + above - corner;
  const distances = [left, above, corner].map(one => Math.abs(sum - one));
  return [left, above, corner][distances.indexOf(Math.min(...distances))] ?? 0;
}

test('the predictor of TIFF is undone', () => {
  const raw = deflateSync(Uint8Array.of(65, 1, 1, 97, 1, 1));
  expect(decoded('<</Filter /FlateDecode /DecodeParms <</Predictor 2 /Columns 3>>>>', raw)).toBe('ABCabc');
});

test('an image filter and broken data are refused', () => {
  expect(() => decoded('<</Filter /DCTDecode>>', '')).toThrow(PdfError);
  expect(() => decoded('<</Filter /FlateDecode>>', 'geen zlib')).toThrow('damaged');
});
