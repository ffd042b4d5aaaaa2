import { expect, test } from 'vitest';
import { listOf, openPdf } from '../../src/pdf/file.ts';
import { readStructure } from '../../src/pdf/structure.ts';
import { isStream, PdfError } from '../../src/pdf/values.ts';
import { classicPdf, packedPdf, stream } from './small.ts';

/** The error that opening a file gives. */
function refusal(bytes: Uint8Array): PdfError {
  try {
    openPdf(bytes);
  } catch (error) {
    if (error instanceof PdfError) return error;
    throw error;
  }
  throw new Error('It was opened.');
}

test('objects of a classic file are found by number, and references lead to them', () => {
  const file = openPdf(
    classicPdf(['<</Pages 2 0 R /A 3 0 R /B 9 0 R>>', '<</Kids [3 0 R 4 0 R]>>', '(drie)', '3 0 R']),
  );
  expect(file.version).toBe('1.4');
  expect(file.numbers).toEqual([1, 2, 3, 4]);
  expect(file.get(file.catalog, 'A')).toBe('drie');
  expect(file.get(file.catalog, 'B')).toBe(null);
  expect(listOf(file, file.get(file.catalog, 'Pages'))).toEqual([]);
  expect(listOf(file, file.get(file.get(file.catalog, 'Pages'), 'Kids')).map(file.resolve)).toEqual(['drie', 'drie']);
});

test('objects packed in a stream are found through a cross-reference stream with a predictor', () => {
  const file = openPdf(packedPdf());
  expect(file.get(file.catalog, 'Lang')).toBe('nl');
  expect(file.get(file.get(file.catalog, 'Pages'), 'Count')).toBe(0);
  expect(file.span(1)).toBe(undefined);
  expect(file.span(2)?.start).toBe(9);
});

test('a later section takes the place of an earlier one, and its trailer leads', () => {
  const first = Buffer.from(classicPdf(['<</V (oud)>>', '(blijft)'])).toString('latin1');
  const place = first.length;
  const update = `1 0 obj\n<</V (nieuw) /W 2 0 R>>\nendobj\n`;
  const table = `xref\n1 1\n${String(place).padStart(10, '0')} 00000 n \ntrailer\n<</Root 1 0 R /Prev ${first.lastIndexOf('xref\n0')}>>\n`;
  const file = openPdf(Buffer.from(`${first}${update}${table}startxref\n${place + update.length}\n%%EOF\n`, 'latin1'));
  expect(file.get(file.catalog, 'V')).toBe('nieuw');
  expect(file.get(file.catalog, 'W')).toBe('blijft');
});

test('a stream with a wrong length is read up to its end', () => {
  const file = openPdf(
    classicPdf(['<<>>', stream('abc').replace('/Length 3', '/Length 99'), '<</Length 4 0 R>>', '7']),
  );
  const found = file.resolve({ object: 2 });
  expect(isStream(found) && Buffer.from(found.raw).toString('latin1')).toBe('abc\n');
});

test('what is no PDF, damaged or encrypted is refused, saying what and where', () => {
  expect(refusal(Buffer.from('aap')).message).toContain('no PDF');
  expect(refusal(Buffer.from('%PDF-1.7\nniets')).message).toContain('cross-reference table');
  expect(refusal(classicPdf(['<<>>'], '/Encrypt 2 0 R')).message).toContain('encrypted');
  expect(refusal(classicPdf(['<<>>'], '/Encrypt 2 0 R')).hint).toContain('qpdf --decrypt');
  expect(refusal(classicPdf(['(geen catalogus)'])).message).toMatch(/no catalog/);
  const shifted = Buffer.from(
    Buffer.from(classicPdf(['<<>>']))
      .toString('latin1')
      .replace('%PDF-1.4\n', '%PDF-1.4\n\n\n'),
    'latin1',
  );
  expect(refusal(shifted).message).toMatch(/damaged at byte \d+/);
  const cut = classicPdf(['<</A (een']);
  expect(refusal(cut).message).toMatch(/damaged at byte \d+: a string does not end/);
});

test('a file cut off anywhere is refused, never read wrong and never a bug', () => {
  const whole = classicPdf(['<</Pages 2 0 R>>', '<</Kids []>>']);
  for (let length = 0; length < whole.length - 8; length++)
    expect(refusal(whole.subarray(0, length))).toBeInstanceOf(PdfError);
});

test('objects that refer to one another in a circle have no value', () => {
  const file = openPdf(classicPdf(['<</A 2 0 R>>', '3 0 R', '2 0 R']));
  expect(file.get(file.catalog, 'A')).toBe(null);
});

test('elements in one another without end are refused', () => {
  const deep = Array.from({ length: 600 }, (_, at) => `<</S /Div /K ${at + 4} 0 R>>`);
  const file = openPdf(classicPdf(['<</StructTreeRoot 2 0 R>>', '<</K 3 0 R>>', ...deep]));
  expect(() => readStructure(file)).toThrow('without end');
});
