import { expect, test } from 'vitest';
import { openContent, operatorName } from '../../src/pdf/content.ts';
import { openPdf } from '../../src/pdf/file.ts';
import { readFont } from '../../src/pdf/fonts.ts';
import { followGraphics } from '../../src/pdf/painting.ts';
import { classicPdf, deflated, stream } from './small.ts';

/** Each operator of a content with its operands as written. */
function operators(content: string): string[] {
  const cursor = openContent(Buffer.from(content, 'latin1'));
  const found: string[] = [];
  while (cursor.next())
    found.push(`${operatorName(cursor.operator)}(${content.slice(cursor.start, cursor.at).trim()})`);
  return found;
}

test('operators are found with their operands, whatever stands in those', () => {
  expect(operators('q 1 0 0 1 5.5 -3 cm\n/Im1 Do%commentaar Q\nQ')).toEqual([
    'q()',
    'cm(1 0 0 1 5.5 -3)',
    'Do(/Im1)',
    'Q()',
  ]);
  expect(operators("(a) Tj (\\) b)'")).toEqual(['Tj((a))', "'((\\) b))"]);
  expect(operators('[(a]b) -120 <41>]TJ T*')).toEqual(['TJ([(a]b) -120 <41>])', 'T*()']);
  expect(operators('/Span<</ActualText(x>>)/A<41>/B<</C[1]>>>>BDC true false null x EMC')).toEqual([
    'BDC(/Span<</ActualText(x>>)/A<41>/B<</C[1]>>>>)',
    'x(true false null)',
    'EMC()',
  ]);
  expect(operators('BI /W 2 /H 1 ID \x01EI\x02(\x03 EI Q f*')).toEqual(['BI()', 'Q()', 'f*()']);
});

test('operands are numbers, names, strings and values', () => {
  const cursor = openContent(Buffer.from('/F1 -12.5 .25 +3 <00410042> <0041> (a\\n) [1 2] op'));
  expect(cursor.next()).toBe(true);
  expect([cursor.count, cursor.name(0), cursor.number(1), cursor.number(2), cursor.number(3)]).toEqual([
    8,
    'F1',
    -12.5,
    0.25,
    3,
  ]);
  expect([cursor.string(4), cursor.string(5), cursor.string(6), cursor.value(7)]).toEqual([
    '\0A\0B',
    '\0A',
    'a\n',
    [1, 2],
  ]);
  expect([cursor.number(9), cursor.name(9), cursor.string(9), cursor.value(9)]).toEqual([0, '', '', null]);
  expect(cursor.next()).toBe(false);
});

const cmap = `1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0001> <0041> <0002> <D83DDE00> endbfchar
2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0078> <00660066>] endbfrange`;

/** A file with one font of each kind. */
const fonts = openPdf(
  classicPdf([
    '<<>>',
    '<</Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Proef /DescendantFonts [3 0 R] /ToUnicode 4 0 R>>',
    '<</Type /Font /DW 500 /W [1 [600 700] 16 18 250] /FontDescriptor <</FontFile2 4 0 R>>>>',
    deflated(cmap),
    '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 65 /Widths [700 800] /Encoding <</BaseEncoding /WinAnsiEncoding /Differences [1 /eacute /uni20AC /fi /g17 /a.alt /f_f]>>>>',
    stream('1 beginbfchar endbfchar'),
  ]),
);

test('a composite font gives texts and widths of codes of two bytes', () => {
  const font = readFont(fonts, { object: 2 });
  expect([font.name, font.type, font.embedded, font.codeLength]).toEqual(['ABCDEF+Proef', 'Type0', true, 2]);
  expect([1, 2, 0x10, 0x12, 0x20, 0x21, 9].map(font.text)).toEqual(['A', '😀', 'a', 'c', 'x', 'ff', undefined]);
  expect([1, 2, 16, 18, 19].map(font.width)).toEqual([600, 700, 250, 250, 500]);
});

test('a simple font gives texts by its encoding and differences', () => {
  const font = readFont(fonts, { object: 5 });
  expect([font.embedded, font.codeLength]).toEqual([false, 1]);
  expect([1, 2, 3, 4, 5, 6, 65, 0x80].map(font.text)).toEqual(['é', '€', 'fi', undefined, 'a', 'ff', 'A', '€']);
  expect([65, 66, 67].map(font.width)).toEqual([700, 800, 0]);
});

test('text lands where the matrices take it', () => {
  const font = readFont(fonts, { object: 5 });
  const graphics = followGraphics(() => font);
  const cursor = openContent(
    Buffer.from('q 2 0 0 2 10 20 cm BT /F 10 Tf 1 0 0 1 5 5 Tm (A) Tj 0 -12 Td [(A) 100 (B)] TJ ET Q'),
  );
  const boxes: string[] = [];
  while (cursor.next())
    if (graphics.follow(cursor))
      boxes.push(
        Object.values(graphics.textBox)
          .map(one => one.toFixed(1))
          .join(' '),
      );
  expect(boxes).toEqual(['20.0 25.0 34.0 45.0', '20.0 1.0 48.0 21.0']);
  expect(graphics.point(3, 4)).toEqual([3, 4]);
});
