// Small files with what they print: each page as PDF operators and as the passages, drawings and furniture on it.

import type { PrintedFile } from '../../src/diff/pages.ts';
import type { Passage, PrintedPage, Word } from '../../src/passages/passage.ts';
import type { Box } from '../../src/pdf/pages.ts';
import { block, line, paintPdf } from '../raster/painted.ts';

/** Something on a page. */
export interface Item {
  readonly content: string;
  /** What it says, without the pages that its words are on. */
  readonly words?: readonly (readonly [text: string, box: Box])[];
  readonly kind?: Passage['kind'];
  readonly drawing?: Box;
  readonly furniture?: Box;
}

/** A page: what is on it, and the rest of its dictionary. */
export interface TypesetPage {
  readonly items: readonly Item[];
  readonly entries?: string;
  readonly box?: Box;
}

/** The page of all these files, unless they say otherwise: 400 by 500 points. */
const whole: Box = { left: 0, bottom: 0, right: 400, top: 500 };

/** A file of such pages. */
export function typeset(pages: readonly (TypesetPage | readonly Item[])[]): PrintedFile {
  const all = pages.map((page): TypesetPage => ('items' in page ? page : { items: page }));
  const bytes = paintPdf(
    all.map(({ items, entries = '' }) => ({
      content: items.map(({ content }) => content).join(''),
      entries: `/MediaBox[0 0 400 500]${entries}`,
    })),
  );
  const printed = all.map(({ items, box = whole }): PrintedPage => {
    const boxes = (of: 'drawing' | 'furniture'): Box[] => items.flatMap(one => one[of] ?? []);
    return { box, furniture: boxes('furniture'), drawings: boxes('drawing') };
  });
  const passages = all.flatMap(({ items }, index) =>
    items.flatMap(({ words, kind = 'paragraph' }): Passage[] =>
      words ? [{ kind, section: [], words: words.map(([text, box]) => placed(text, box, index + 1)) }] : [],
    ),
  );
  return { bytes, text: { title: '', pages: printed, passages, isTagged: true } };
}

function placed(text: string, box: Box, page: number): Word {
  return { text, boxes: [{ page, ...box }] };
}

interface Style {
  readonly face?: 'F' | 'B';
  readonly size?: number;
  readonly colour?: string;
  readonly kind?: Passage['kind'];
}

/** A line of words from a place on; each letter is 0.556 of the size wide. */
export function says(text: string, [x, y]: readonly [number, number], style: Style = {}): Item {
  const { size = 10, kind = 'paragraph' } = style;
  const width = 0.556 * size;
  let at = 0;
  const words = text.split(' ').map((word): [string, Box] => {
    const left = x + at * width;
    at += word.length + 1;
    return [word, { left, bottom: y - size / 4, right: left + word.length * width, top: y + (size * 3) / 4 }];
  });
  return { content: line(text, [x, y], style), words, kind };
}

/** Lines under one another, 16 points apart, each a passage. */
export function column(lines: readonly string[], top = 440): Item[] {
  return lines.map((text, index) => says(text, [40, top - index * 16]));
}

/** A drawing of two bars over a box, with a text alternative. */
export function chart(alternative: string, [x, y]: readonly [number, number], colour = '0.1 0.4 0.4'): Item {
  const box = { left: x, bottom: y, right: x + 100, top: y + 60 };
  const bars = `${block('0.1 0.2 0.4', [x + 10, y, 30, 40])}${block(colour, [x + 60, y, 30, 55])}`;
  return { content: bars, drawing: box, words: alternative.split(' ').map(word => [word, box]), kind: 'drawing' };
}

/** A number at the foot of a page. */
export function folio(number: number, [x, y]: readonly [number, number] = [200, 20]): Item {
  const item = says(String(number), [x, y]);
  return { content: item.content, ...(item.words?.[0] ? { furniture: item.words[0][1] } : {}) };
}

/** Something painted that is neither a word nor a drawing. */
export function paints(colour: string, box: readonly [number, number, number, number]): Item {
  return { content: block(colour, box) };
}
