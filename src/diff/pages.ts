// Two files page by page: pages matched by what stands on them, and what differs on each outlined and shown.

import { withoutMarks } from '../draft/unmarked.ts';
import type { PlacedBox, PrintedText } from '../passages/passage.ts';
import type { OpenRaster } from '../raster/raster.ts';
import type { PagePair, PagesComparison, TextChange } from './comparison.ts';
import { drawingsOf, pairByAlternative, pairDrawings } from './page-drawings.ts';
import { createJudge } from './page-judging.ts';
import { likenessOf } from './page-likeness.ts';
import { matchPages, type PageAmount, type PageMatch } from './page-matching.ts';
import { printsOf } from './page-print.ts';
import { createSheets, type Sheets } from './page-sheets.ts';
import type { Judging } from './page-survey.ts';
import { pairWords } from './page-words.ts';

/** A file, and what it prints. */
export interface PrintedFile {
  readonly bytes: Uint8Array;
  readonly text: PrintedText;
}

/** What is compared, and with what. */
export interface PagesOptions {
  /** Undefined for a publication that was not there. */
  readonly old: PrintedFile | undefined;
  /** Undefined for one that is no longer there. */
  readonly new: PrintedFile | undefined;
  /** What differs in the texts. */
  readonly changes: readonly TextChange[];
  readonly raster: OpenRaster;
  /** Is told when another pair of pages is done. */
  readonly onPage?: (done: number, total: number) => void;
}

const nothing: PrintedText = { title: '', pages: [], passages: [], isTagged: false };

/** Compares the pages; throws a PdfError for a file that cannot be drawn. */
export async function comparePages(options: PagesOptions): Promise<PagesComparison> {
  const sheets = { old: sheetsOf(options.old, options.raster), new: sheetsOf(options.new, options.raster) };
  try {
    const judging = readBoth(options, sheets);
    const matches = await matchBoth(judging);
    const pairs = await judgeAll(matches, judging, options.onPage ?? (() => {}));
    const count = ({ text }: PrintedFile): number => text.pages.length;
    return { old: options.old ? count(options.old) : 0, new: options.new ? count(options.new) : 0, pairs };
  } finally {
    await Promise.all([sheets.old.close(), sheets.new.close()]);
  }
}

function sheetsOf(file: PrintedFile | undefined, raster: OpenRaster): Sheets {
  // Where a draft says its commit and its moment, two drafts always differ.
  return createSheets(file?.bytes ?? new Uint8Array(), bytes => raster(withoutMarks(bytes)));
}

function readBoth({ old, new: own, changes }: PagesOptions, sheets: Judging['sheets']): Judging {
  const texts = { old: old?.text ?? nothing, new: own?.text ?? nothing };
  return {
    ...{ texts, sheets, changes },
    prints: { old: old ? printsOf(old.bytes) : [], new: own ? printsOf(own.bytes) : [] },
    words: pairWords(texts.old, texts.new),
    drawings: pairDrawings(drawingsOf(texts.old), drawingsOf(texts.new)),
  };
}

async function matchBoth(judging: Judging): Promise<PageMatch[]> {
  const { texts, words } = judging;
  const amounts = { old: amountsOf(texts.old), new: amountsOf(texts.new) };
  return matchPages({
    ...{ words, amounts, count: { old: texts.old.pages.length, new: texts.new.pages.length } },
    drawings: pairByAlternative(drawingsOf(texts.old), drawingsOf(texts.new)),
    likeness: await likenessOf(amounts, judging),
  });
}

function amountsOf({ pages, passages }: PrintedText): PageAmount[] {
  const words = pages.map(() => 0);
  const count = ({ page }: PlacedBox): void => {
    words[page - 1] = (words[page - 1] ?? 0) + 1;
  };
  for (const passage of passages)
    if (passage.kind !== 'drawing')
      for (const { boxes } of passage.words) for (const box of boxes.slice(0, 1)) count(box);
  return pages.map(({ drawings }, index) => ({ words: words[index] ?? 0, drawings: drawings.length }));
}

/** How many pairs are being drawn while one is judged, itself among them. */
const ahead = 3;

async function judgeAll(
  matches: readonly PageMatch[],
  judging: Judging,
  onPage: (done: number, total: number) => void,
): Promise<PagePair[]> {
  const judge = createJudge(judging);
  const pairs: Promise<PagePair>[] = [];
  for (const [index, match] of matches.entries()) {
    for (const next of matches.slice(index, index + ahead)) judge.prepare(next);
    const { images, ...pair } = await judge.judge(match);
    pairs.push(images.then(shown => (shown ? { ...pair, images: shown } : pair)));
    onPage(index + 1, matches.length);
  }
  return Promise.all(pairs);
}
