import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serialise } from '../../src/pdf/serialise.ts';
import { readValue } from '../../src/pdf/syntax.ts';
import { decodeText, encodeText } from '../../src/pdf/textstring.ts';
import { PdfError, type PdfValue, toDictionary } from '../../src/pdf/values.ts';

test.for<[string, PdfValue]>([
  ['null', null],
  ['true', true],
  ['-.5', -0.5],
  ['+17', 17],
  ['4.', 4],
  ['12 0 R', { object: 12 }],
  ['/Naam#20met#2Fteken', { name: 'Naam met/teken' }],
  ['(a(b)c\\)\\\\\\101\\n\\\nd)', 'a(b)c)\\A\nd'],
  ['<48 656C6C 6f7>', 'Hellop'],
  ['% uitleg\n [1 (a) /b [2]]', [1, 'a', { name: 'b' }, [2]]],
  ['<</A 1 /B<</C[3 0 R]>>>>', toDictionary({ A: 1, B: toDictionary({ C: [{ object: 3 }] }) })],
])('%s is read', ([text, value]) => {
  expect(readValue(text, 0).value).toEqual(value);
});

test.for(['', ')', '<<', '[1', '(open', 'woord', '<< /A'])('"%s" is no value', text => {
  expect(() => readValue(text, 0)).toThrow(PdfError);
});

test('values that stand in one another without end are refused', () => {
  expect(() => readValue('['.repeat(100_000), 0)).toThrow('without end');
  expect(() => readValue('<</A '.repeat(100_000), 0)).toThrow(PdfError);
});

const value: fc.Arbitrary<PdfValue> = fc.letrec<{ value: PdfValue }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.integer({ min: -1_000_000, max: 1_000_000 }).map(number => number / 1000),
    fc.string({ unit: fc.integer({ min: 0, max: 255 }).map(code => String.fromCharCode(code)) }),
    fc.string({ unit: 'grapheme-ascii', minLength: 1 }).map(name => ({ name })),
    fc.integer({ min: 1, max: 99_999 }).map(object => ({ object })),
    fc.array(tie('value')),
    fc.dictionary(fc.stringMatching(/^[A-Za-z]{1,6}$/), tie('value')).map(toDictionary),
  ),
})).value;

test('whatever is written is read back', () => {
  fc.assert(
    fc.property(value, one => {
      expect(readValue(`${serialise(one)} `, 0).value).toEqual(one);
    }),
  );
});

test('whatever words are encoded are decoded again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), words => {
      fc.pre(!words.includes('\u001B') && !words.startsWith('\uFEFF'));
      expect(decodeText(encodeText(words))).toBe(words);
    }),
  );
});

test('text strings are read in all three encodings', () => {
  expect(decodeText('\xFE\xFF\x20\xAC')).toBe('€');
  expect(decodeText('\xEF\xBB\xBF\xE2\x82\xAC')).toBe('€');
  expect(decodeText('\xA0 \x8D\xEBn\x8E \x84')).toBe('€ “ën” —');
});
