import { expect, test } from 'vitest';
import { openPdf } from '../../src/pdf/file.ts';
import { decodeStream } from '../../src/pdf/filters.ts';
import { isStream, type PdfValue, toDictionary } from '../../src/pdf/values.ts';
import { writePdf } from '../../src/pdf/write.ts';
import { classicPdf, packedPdf, stream } from './small.ts';

const base = openPdf(classicPdf(['<</A 2 0 R /B 3 0 R>>', '(twee)', stream('inhoud'), '(niemand vraagt ernaar)']));
const trailer = toDictionary({ Root: { object: 1 } });

/** The written file, with objects made anew. */
function written(objects: ReadonlyMap<number, PdfValue> = new Map()) {
  return openPdf(writePdf({ base, objects, trailer, identify: () => 'zestien bytes   ' }));
}

test('what the trailer leads to is there again, and nothing else', () => {
  const file = written();
  expect(file.version).toBe('1.7');
  expect(file.get(file.catalog, 'A')).toBe('twee');
  const body = file.get(file.catalog, 'B');
  expect(isStream(body) && Buffer.from(decodeStream(body, file.resolve)).toString()).toBe('inhoud');
  expect(file.numbers.map(object => file.resolve({ object }))).not.toContain('niemand vraagt ernaar');
  expect(file.numbers).toHaveLength(5); // the three, their pack, and the cross-reference stream
  expect(file.trailer.entries.get('ID')).toEqual(['zestien bytes   ', 'zestien bytes   ']);
});

test('objects made anew take the place of old ones or stand beside them', () => {
  const raw = Buffer.from('nieuw');
  const file = written(
    new Map<number, PdfValue>([
      [2, [{ object: 9 }]],
      [9, { ...toDictionary({ C: 1 }), raw }],
    ]),
  );
  const [reference = null] = file.get(file.catalog, 'A') as PdfValue[];
  const made = file.resolve(reference);
  expect(isStream(made) && Buffer.from(made.raw).toString()).toBe('nieuw');
});

test('thousands of objects are packed and found again', () => {
  const many = Array.from({ length: 1700 }, (_, index): [number, PdfValue] => [10 + index, `nummer ${index}`]);
  const list = many.map(([object]) => ({ object }));
  const file = written(new Map([...many, [2, list]]));
  expect((file.get(file.catalog, 'A') as PdfValue[]).map(file.resolve)).toEqual(many.map(([, text]) => text));
});

test('a file that was packed can be written again', () => {
  const packed = openPdf(packedPdf());
  const again = openPdf(writePdf({ base: packed, objects: new Map(), trailer }));
  expect(again.get(again.catalog, 'Lang')).toBe('nl');
  expect(again.trailer.entries.has('ID')).toBe(false);
});

test('the same contents give the same bytes', () => {
  const contents = { base, objects: new Map(), trailer };
  expect(writePdf(contents)).toEqual(writePdf(contents));
});
