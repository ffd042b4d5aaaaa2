// Reading tagged files of any origin: the tree says what a text is, the pages where it stands.

import { expect, test } from 'vitest';
import { textOf } from '../../src/passages/passage.ts';
import { readPrinted } from '../../src/passages/printed.ts';
import { type Tag, taggedSheet } from './sheet.ts';

/** A sequence with a line of ten points. */
const line = (mcid: number, x: number, y: number, text: string, size = 10): string =>
  `/P <</MCID ${mcid}>> BDC BT /F ${size} Tf ${x} ${y} Td (${text}) Tj ET EMC\n`;

const read = (content: string, tags: readonly Tag[], roles = '') => readPrinted(taggedSheet(content, tags, roles));

test('headings, items, quotes, captions and notes, by standard types or names that stand for them', () => {
  const content = ['Kop', 'Een', 'deel', 'Twee', 'Tekst', 'Noot']
    .map((text, at) => line(at, 60, 700 - at * 20, text))
    .join('');
  const { passages, isTagged } = read(
    content,
    [
      ['Titel', '', 0],
      ['L', '', ['LI', '', ['Lbl', '', 1], ['LBody', '', 2]]],
      ['BlockQuote', '', ['P', '', 3]],
      ['Sect', '', ['H2', '', 4], ['Note', '', ['P', '', 5]]],
    ],
    '/Titel/H1',
  );
  expect(isTagged).toBe(true);
  expect(passages.map(one => [one.kind, one.level, textOf(one), one.section])).toEqual([
    ['heading', 1, 'Kop', []],
    ['item', undefined, 'deel', ['Kop']],
    ['quote', undefined, 'Twee', ['Kop']],
    ['heading', 2, 'Tekst', ['Kop']],
    ['note', undefined, 'Noot', ['Kop', 'Tekst']],
  ]);
});

test('a word that is broken at the end of a line, with a text for the whole, is one word in two places', () => {
  const content = `/P <</MCID 0>> BDC BT /F 10 Tf 60 700 Td (de ) Tj /Span <</ActualText (jaarcijfers)>> BDC
(jaar-) Tj -15 -14 Td (cijfers) Tj EMC ( nu) Tj ET EMC`;
  const { passages } = read(content.replace('-15 -14', '0 -14'), [['P', '', 0]]);
  expect(passages[0]?.words).toEqual([
    { text: 'de', boxes: [{ page: 1, left: 60, right: 70, bottom: 697.5, top: 707.5 }] },
    {
      text: 'jaarcijfers',
      boxes: [
        { page: 1, left: 75, right: 100, bottom: 697.5, top: 707.5 },
        { page: 1, left: 60, right: 95, bottom: 683.5, top: 693.5 },
      ],
    },
    { text: 'nu', boxes: [{ page: 1, left: 100, right: 110, bottom: 683.5, top: 693.5 }] },
  ]);
});

test('rows say where their cells begin, also empty ones, and of which table they are', () => {
  const texts = ['Ras', 'Per jaar', 'Elstar rood', '12', 'Los', 'Peren'];
  const content = texts.map((text, at) => line(at, 60 + at * 80, 700, text)).join('');
  const { passages } = read(content, [
    ['Table', '', ['Caption', '', 1], ['TR', '', ['TH', '', 0], ['TH', '']], ['TR', '', ['TH', '', 2], ['TD', '', 3]]],
    ['P', '', 4],
    ['Table', '', ['TR', '', ['TD', ''], ['TD', '', ['P', '', 5]]]],
  ]);
  expect(passages.map(one => [one.kind, textOf(one), one.cells, one.table])).toEqual([
    ['caption', 'Per jaar', undefined, 0],
    ['row', 'Ras', [0, 1], 0],
    ['row', 'Elstar rood 12', [0, 2], 0],
    ['paragraph', 'Los', undefined, undefined],
    ['row', 'Peren', [0, 0], 1],
  ]);
});

test('a drawing has the words of its alternative, over all that it paints, and its caption apart', () => {
  const content = `/Figure <</MCID 0>> BDC 60 600 100 50 re f ${line(2, 300, 300, 'los').replace('/P <</MCID 2>> BDC', '/Span <<>> BDC')} EMC ${line(1, 60, 580, 'Figuur 1')}`;
  const { passages, pages } = read(content, [['Figure', '/Alt(Een grafiek)', 0, ['Caption', '', 1]]]);
  const box = { left: 60, right: 315, bottom: 297.5, top: 650 };
  expect(passages[0]).toMatchObject({
    kind: 'drawing',
    words: [{ text: 'Een', boxes: [{ page: 1, ...box }] }, { text: 'grafiek' }],
  });
  expect(passages.slice(1).map(one => [one.kind, textOf(one)])).toEqual([['caption', 'Figuur 1']]);
  expect(pages[0]?.drawings).toEqual([box]);
});

test('the calls of notes are left out, and what stands around them stays one word; square metres and links stay', () => {
  const content = [
    line(0, 60, 700, 'groot'),
    line(1, 85, 704, '1', 6),
    line(2, 88, 700, ', 12 m'),
    line(3, 118, 704, '2', 6),
    line(4, 130, 700, ' zie tabel '),
    line(5, 185, 700, '3'),
  ].join('');
  const { passages } = read(content, [
    ['P', '', 0, ['Reference', '', ['Link', '', 1]], 2, ['Span', '', 3], 4, ['Link', '', 5]],
  ]);
  expect(passages.map(textOf)).toEqual(['groot, 12 m2 zie tabel 3']);
});

test('brackets around the numbers of sources go with them, and leave the sign behind them at the word before', () => {
  const content = [
    line(0, 60, 700, 'gemeld ['),
    line(1, 100, 700, '2'),
    line(2, 105, 700, ', '),
    line(3, 115, 700, '3'),
    line(4, 120, 700, ']. Dat'),
  ].join('');
  const reference = (id: number) => ['Reference', '', ['Link', '', id]] as const;
  const { passages } = read(content, [['P', '', 0, reference(1), 2, reference(3), 4]]);
  expect(passages.map(textOf)).toEqual(['gemeld. Dat']);
});

test('contents and artifacts are no text but furniture', () => {
  const content = `${line(0, 60, 700, 'Appels 12')}${line(1, 60, 650, 'Tekst')}
/Artifact <</Type/Pagination>> BDC BT /F 8 Tf 60 800 Td (Lopende kop) Tj ET EMC`;
  const { passages, pages } = read(content, [
    ['TOC', '', ['TOCI', '', ['Reference', '', 0]]],
    ['P', '', 1],
  ]);
  expect(passages.map(textOf)).toEqual(['Tekst']);
  expect(pages[0]?.furniture).toEqual([
    { left: 60, right: 104, bottom: 798, top: 806 },
    { left: 95, right: 105, bottom: 697.5, top: 707.5 },
    { left: 60, right: 105, bottom: 697.5, top: 707.5 },
  ]);
});

test('tags that hold next to nothing of the text say nothing of it', () => {
  const content = `${line(0, 60, 700, 'A')}BT /F 10 Tf 60 600 Td (De rest van de bladzijde staat buiten de tags.) Tj ET`;
  const { isTagged, passages } = read(content, [['P', '', 0]]);
  expect([isTagged, passages.map(textOf)]).toEqual([false, ['A', 'De rest van de bladzijde staat buiten de tags.']]);
});

test('a file that says no spaces where lines end has them where lines end, and its broken words are whole', () => {
  const content = `/P <</MCID 0>> BDC BT /F 10 Tf 60 700 Td (De oogst van) Tj 0 -14 Td (de boomgaard was) Tj
0 -14 Td (veel groter dan ver-) Tj 0 -14 Td (wacht, met in-) Tj 0 -14 Td (en uitvoer.) Tj ET EMC`;
  const { passages } = read(content, [['P', '', 0]]);
  expect(passages.map(textOf)).toEqual(['De oogst van de boomgaard was veel groter dan verwacht, met in- en uitvoer.']);
  expect(passages[0]?.words.find(({ text }) => text === 'verwacht,')?.boxes).toHaveLength(2);
});
