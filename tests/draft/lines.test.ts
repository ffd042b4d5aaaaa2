// Which pieces of text make a line, and which elements have lines at all.

import { expect, test } from 'vitest';
import { linesOf, runningText } from '../../src/draft/lines.ts';
import type { Piece } from '../../src/draft/reading.ts';
import type { StructureElement, StructureKid } from '../../src/pdf/structure.ts';

function piece(mcid: number, left: number, baseline: number, size = 10): Piece {
  const box = { left, right: left + size / 2, bottom: baseline - size / 4, top: baseline + (size * 3) / 4 };
  return { mcid, baseline, box };
}

function element(type: string, ...kids: (StructureKid | number)[]): StructureElement {
  const own = kids.map(kid => (typeof kid === 'number' ? ({ kind: 'content', page: 1, mcid: kid } as const) : kid));
  return { kind: 'element', type, kids: own, attributes: new Map() };
}

test('pieces of one block at one height are a line, whatever sequence they stand in', () => {
  const text = [
    { mcid: 0, block: 1 },
    { mcid: 1, block: 1 },
    { mcid: 2, block: 2 },
  ];
  const lines = linesOf([piece(0, 50, 700), piece(1, 60, 700), piece(0, 50, 686), piece(2, 80, 700)], text);
  expect(lines.map(({ baseline, box }) => [box.left, baseline])).toEqual([
    [50, 700],
    [50, 686],
    [60, 700],
    [80, 700],
  ]);
});

test('raised signs belong to their line, also before it, and the large letters carry the baseline', () => {
  const text = [{ mcid: 0, block: 1 }];
  expect(linesOf([piece(0, 50, 704, 6.8), piece(0, 54, 700), piece(0, 60, 704, 6.8)], text)).toMatchObject([
    { baseline: 700 },
  ]);
});

test('a small line below a large one is a line of its own', () => {
  const text = [{ mcid: 0, block: 1 }];
  expect(linesOf([piece(0, 50, 700, 38), piece(0, 50, 684, 9)], text)).toHaveLength(2);
});

test('headings, paragraphs, items, notes and captions are running text; drawings, tables, contents and bullets are not', () => {
  const item = element('LI', element('Lbl', 4), element('LBody', 5));
  const figure = element('Figure', 6, element('Caption', 7));
  const table = element('Table', element('TR', element('TD', 8)));
  const contents = element('TOC', element('TOCI', 9));
  const root = element(
    'Document',
    element('H1', 0),
    element('P', 1, element('Span', 2)),
    element('Note', 3),
    item,
    figure,
    table,
    contents,
  );
  const found = runningText(root).get(1) ?? [];
  expect(found.map(({ mcid }) => mcid)).toEqual([0, 1, 2, 3, 5, 7]);
  const [, one, other] = found;
  expect(one?.block).toBe(other?.block);
});
