// Reading files without tags: what a reader sees is what comes out, in the order in which it is read.

import { expect, test } from 'vitest';
import { type Passage, textOf } from '../../src/passages/passage.ts';
import { readPrinted } from '../../src/passages/printed.ts';
import { smallPdf } from '../verapdf/small.ts';
import { letterWidth, paragraph, sheets } from './sheet.ts';

const said = ({ passages }: { readonly passages: readonly Passage[] }): readonly string[] =>
  passages.map(one => `${one.kind}${one.level ?? ''}: ${textOf(one)}`);

const apples = ['De oogst van appels was in dit jaar groter dan ver-', 'wacht, en ook de kwaliteit was goed.'];
const pears = ['De peren waren in dit jaar klein, en dat kwam door', 'de droogte van het voorjaar in heel het land.'];

test('headings by their size and weight, with what stands below them', () => {
  const text = readPrinted(
    sheets([
      [
        { x: 60, y: 760, text: 'De boomgaard', size: 20 },
        { x: 60, y: 720, text: 'Appels', isBold: true },
        ...paragraph(60, 704, apples),
        { x: 60, y: 660, text: 'Peren', isBold: true },
        ...paragraph(60, 644, pears),
      ],
    ]),
  );
  expect(text.isTagged).toBe(false);
  expect(said(text)).toEqual([
    'heading1: De boomgaard',
    'heading2: Appels',
    'paragraph: De oogst van appels was in dit jaar groter dan verwacht, en ook de kwaliteit was goed.',
    'heading2: Peren',
    'paragraph: De peren waren in dit jaar klein, en dat kwam door de droogte van het voorjaar in heel het land.',
  ]);
  expect(text.passages.at(-1)?.section).toEqual(['De boomgaard', 'Peren']);
});

test('a word stands where its letters are, and one that is broken in two places', () => {
  const { passages } = readPrinted(sheets([paragraph(60, 704, apples)]));
  const words = passages[0]?.words ?? [];
  const place = (letters: number): number => 60 + letters * letterWidth * 10;
  expect(words[1]).toEqual({
    text: 'oogst',
    boxes: [{ page: 1, left: place(3), right: place(8), bottom: 701.5, top: 711.5 }],
  });
  expect(words.find(({ text }) => text === 'verwacht,')?.boxes).toEqual([
    { page: 1, left: place(47), right: place(51), bottom: 701.5, top: 711.5 },
    { page: 1, left: place(0), right: place(6), bottom: 687.5, top: 697.5 },
  ]);
});

test('hyphens at the ends of lines stay where a word has one, and where two words share a part', () => {
  const { passages } = readPrinted(
    sheets([
      paragraph(60, 700, [
        'Er was veel in-',
        'en uitvoer naar Noord-',
        'Holland, en ook bij de EU-',
        'landen; een zee-eend en een zee-',
        'eend, en dat alles voor de jaar-',
        'cijfers van de boomgaard in het land',
      ]),
    ]),
  );
  expect(passages.map(textOf)).toEqual([
    'Er was veel in- en uitvoer naar Noord-Holland, en ook bij de EU-landen; een zee-eend en een zee-eend, en dat alles voor de jaarcijfers van de boomgaard in het land',
  ]);
});

test('columns are read one behind the other, below what stands over both', () => {
  const left = [
    'Links begint een lange kolom met',
    'tekst over de appels, die ook op',
    'de derde regel nog verder gaat',
  ];
  const right = ['en rechts gaat dezelfde zin nog', 'steeds verder tot aan het einde', 'van de tweede kolom toe.'];
  const text = readPrinted(
    sheets([
      [
        { x: 60, y: 760, text: 'Over de volle breedte', size: 16 },
        ...left.flatMap((one, index) => [
          { x: 60, y: 720 - index * 14, text: one },
          { x: 310, y: 720 - index * 14, text: right[index] ?? '' },
        ]),
      ],
    ]),
  );
  expect(said(text)).toEqual(['heading1: Over de volle breedte', `paragraph: ${[...left, ...right].join(' ')}`]);
});

test('running heads and page numbers are no text, and a sentence goes on over the page', () => {
  const body = ['een zin die op de eerste bladzijde begint en', 'op de tweede'];
  const page = (number: number, lines: readonly string[]) => [
    { x: 60, y: 810, text: `Hoofdstuk ${number}`, size: 8 },
    ...paragraph(60, 700 - number * 30, lines),
    { x: 290, y: 30, text: String(number + 6) },
  ];
  const text = readPrinted(
    sheets([page(1, ['Dit is', body[0] ?? '']), page(2, [body[1] ?? '', 'eindigt.']), page(3, ['Slot.'])]),
  );
  expect(said(text)).toEqual([`paragraph: Dit is ${body.join(' ')} eindigt.`, 'paragraph: Slot.']);
  expect(text.passages[0]?.words.map(({ boxes }) => boxes[0]?.page)).toEqual([
    ...Array.from({ length: 11 }, () => 1),
    ...Array.from({ length: 4 }, () => 2),
  ]);
  expect(text.pages.map(({ furniture }) => furniture.map(({ bottom }) => Math.round(bottom)))).toEqual([
    [808, 28],
    [808, 28],
    [808, 28],
  ]);
});

test('tables are read row by row, with their cells', () => {
  const rows = [
    ['Ras', '2022', '2023'],
    ['Elstar', '12', '15'],
    ['Goudreinet rood', '7', '9'],
  ];
  const { passages } = readPrinted(
    sheets([
      rows.flatMap((cells, row) => cells.map((text, cell) => ({ x: 60 + cell * 120, y: 700 - row * 16, text }))),
    ]),
  );
  expect(passages.map(one => [one.kind, textOf(one), one.cells, one.table])).toEqual([
    ['row', 'Ras 2022 2023', [0, 1, 2], 0],
    ['row', 'Elstar 12 15', [0, 1, 2], 0],
    ['row', 'Goudreinet rood 7 9', [0, 2, 3], 0],
  ]);
});

test('the number of a note is left out, in the text and before the note; a square metre stays', () => {
  const text = readPrinted(
    sheets([
      [
        { x: 60, y: 700, text: 'De boomgaard van 12 m' },
        { x: 60 + 21 * 5, y: 704, text: '2', size: 6 },
        { x: 60 + 23 * 5, y: 700, text: 'is groot genoeg' },
        { x: 60 + 38 * 5, y: 704, text: '1', size: 6 },
        { x: 60 + 40 * 5, y: 700, text: 'voor iedereen in het land.' },
        { x: 60, y: 83, text: '1', size: 5 },
        { x: 66, y: 80, text: 'Volgens de telling van het voorjaar.', size: 8 },
      ],
    ]),
  );
  expect(said(text)).toEqual([
    'paragraph: De boomgaard van 12 m2 is groot genoeg voor iedereen in het land.',
    'note: Volgens de telling van het voorjaar.',
  ]);
});

test('a table of contents is no text, and its page numbers are furniture', () => {
  const entries = ['Appels', 'Peren', 'Pruimen', 'Kersen'].map((name, index) => `${name} ........ ${index + 2}`);
  const text = readPrinted(
    sheets([[{ x: 60, y: 760, text: 'Inhoud', size: 18 }, ...paragraph(60, 700, entries)], paragraph(60, 700, apples)]),
  );
  expect(said(text).slice(0, 1)).toEqual(['heading1: Inhoud']);
  expect(text.passages).toHaveLength(2);
  expect(text.pages[0]?.furniture).toHaveLength(4);
});

test('a file that is no PDF, or is encrypted, is said to be so', () => {
  expect(() => readPrinted(Buffer.from('<html>'))).toThrow('This is no PDF');
  expect(() => readPrinted(sheets([[]], '/Encrypt 1 0 R'))).toThrow('This PDF is encrypted');
});

test('a page without any text has no passages', () => {
  expect(readPrinted(smallPdf())).toMatchObject({ title: 'Proef', passages: [], isTagged: true });
  expect(readPrinted(sheets([[]]))).toMatchObject({ title: '', passages: [], isTagged: false });
});
