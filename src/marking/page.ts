// A page as bars are placed on it, read from its content: its columns, and all that stands in the way.

import { contrastRatio } from '../charts/colour.ts';
import type { ChartTheme } from '../charts/theme.ts';
import { contains } from '../draft/gutter.ts';
import { readPainted as readShapes } from '../draft/reading.ts';
import { around } from '../passages/boxes.ts';
import { type Column, columnsOf } from '../passages/columns.ts';
import { drawingsOf } from '../passages/drawings.ts';
import { readPainted } from '../passages/painted.ts';
import { rowsOf } from '../passages/rows.ts';
import { tokensOf } from '../passages/tokens.ts';
import type { PdfFile } from '../pdf/file.ts';
import type { createFontFinder } from '../pdf/fonts.ts';
import { type Box, contentOf, type PdfPage } from '../pdf/pages.ts';
import { barWidth, type PageToBar, placeBars } from './bars.ts';

/** What the pages of a file are read with. */
export interface Reading {
  readonly file: PdfFile;
  readonly fontsOf: ReturnType<typeof createFontFinder>;
  readonly theme: ChartTheme;
}

/** The operators that paint the bars beside what changed on a page; an artifact, as it says nothing that the list does not. */
export function paintBars(page: PdfPage, changed: readonly Box[], { file, fontsOf, theme }: Reading): string {
  const { shapes } = readShapes(contentOf(file, page), page.box, fontsOf(page.resources));
  const bars = placeBars(changed, readPage(page, { file, fontsOf }));
  const painting = bars.map(bar => {
    const surface = shapes.findLast(({ box, fill }) => fill !== undefined && contains(box, bar))?.fill ?? theme.paper;
    const { left, bottom, top } = bar;
    return `${colourOf(inkOn(surface, theme))} ${[left, bottom, barWidth, top - bottom].map(short).join(' ')} re f`;
  });
  return painting.length === 0 ? '' : `/Artifact <</Type /Layout>> BDC\nq\n${painting.join('\n')}\nQ\nEMC\n`;
}

/** The warm colour that is seen best on a surface. */
function inkOn(surface: string, { accent, bright }: ChartTheme): string {
  return contrastRatio(accent, surface) >= contrastRatio(bright, surface) ? accent : bright;
}

function readPage(page: PdfPage, { file, fontsOf }: Omit<Reading, 'theme'>): PageToBar {
  const painted = readPainted(file, page, fontsOf);
  const { level, turned } = tokensOf(painted);
  const rows = rowsOf(level);
  const letters = painted.sayings.flatMap(({ glyphs }) => glyphs).filter(({ text, isSeen }) => isSeen && text.trim());
  const segments = rows.flatMap(row => row.segments.map(({ box }) => box));
  const columns = columnsOf(rows).flatMap(blocksIn);
  const beside = turned.flatMap(run => run.map(({ box }) => box));
  return {
    ...{ box: page.box, columns: [...columns, ...drawingsOf(painted)] },
    letters: [...segments, ...beside, ...letters.map(({ box }) => box), ...painted.stamps],
    shapes: painted.shapes.map(({ box }) => box),
  };
}

/** Rows that begin at most this much further in stand in the same block: indents, bullets, quotes. */
const indent = 30;

/** A table is one block; of text, rows under one another that begin at about the same place. */
function blocksIn({ kind, rows }: Column): Box[] {
  const boxes = rows.map(({ box }) => box);
  if (kind === 'table') return [around(boxes)];
  const blocks: Box[] = [];
  for (const box of boxes) {
    const last = blocks.at(-1);
    const goesOn =
      last && Math.abs(last.left - box.left) < indent && last.bottom - box.top < 4 * (box.top - box.bottom);
    if (last && goesOn) blocks[blocks.length - 1] = around([last, box]);
    else blocks.push(box);
  }
  return blocks;
}

function colourOf(colour: string): string {
  const channels = [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  return `${channels.map(short).join(' ')} rg`;
}

function short(value: number): string {
  return value.toFixed(3).replace(/\.?0+$/, '');
}
