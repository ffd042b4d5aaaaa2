// What is known of the pages of two files before any is drawn: what stands on each, and where else it stands.

import type { PlacedBox, PrintedText } from '../passages/passage.ts';
import type { Box } from '../pdf/pages.ts';
import type { TextChange } from './comparison.ts';
import { type DrawingPair, keyOf } from './page-drawings.ts';
import { joinBlocks, joinLines, textBoxes, widen } from './page-lines.ts';
import type { PagePrint } from './page-print.ts';
import type { Sheets } from './page-sheets.ts';
import type { WordPair } from './page-words.ts';

/** Something of each of the two files. */
export type Both<Value> = Readonly<Record<'old' | 'new', Value>>;

/** One of the two files. */
export type Side = keyof Both<unknown>;

/** Both of them. */
export const sides: readonly Side[] = ['old', 'new'];

/** The other file. */
export function otherThan(side: Side): Side {
  return side === 'old' ? 'new' : 'old';
}

/** What two files are judged by. */
export interface Judging {
  readonly texts: Both<PrintedText>;
  readonly sheets: Both<Sheets>;
  readonly changes: readonly TextChange[];
  /** What is known of each page by its operators alone. */
  readonly prints: Both<readonly PagePrint[]>;
  readonly words: readonly WordPair[];
  readonly drawings: readonly DrawingPair[];
}

/** Words that differ, on a page of a file. */
export interface Marked extends PlacedBox {
  /** Id of the change. */
  readonly change: string;
}

/** Something for each page, by its number. */
export type ByPage<Thing> = ReadonlyMap<number, readonly Thing[]>;

/** What is known of two files, by page. */
export interface Survey extends Judging {
  readonly wordsOn: Both<ByPage<WordPair>>;
  readonly drawingsOn: Both<ByPage<DrawingPair>>;
  readonly marksOn: Both<ByPage<Marked>>;
  /** Words, drawings and furniture, line by line, with a little room around each. */
  readonly coveredOn: Both<ByPage<Box>>;
  /** Ids of the changes of text alternatives, by the key of the drawing. */
  readonly saidOtherwise: Both<ReadonlyMap<string, string>>;
  /** Whether all that is painted on two pages is the same. */
  isAlike(old: number, own: number): boolean;
}

/** Puts all of it by page. */
export function survey(judging: Judging): Survey {
  const { words, drawings, changes, texts, prints } = judging;
  return {
    ...judging,
    wordsOn: both(side => Map.groupBy(words, pair => pair[side].box.page)),
    drawingsOn: both(side =>
      byPage(
        drawings.filter(pair => pair[side]),
        pair => pair[side]?.box.page,
      ),
    ),
    marksOn: both(side =>
      Map.groupBy(
        changes.flatMap(change => marksOf(change, side)),
        ({ page }) => page,
      ),
    ),
    coveredOn: both(side => coveredIn(texts[side], prints[side])),
    saidOtherwise: both(side => new Map(changes.flatMap(change => drawingsIn(change, side)))),
    isAlike(old, own) {
      const name = prints.old[old - 1]?.name;
      return name !== undefined && name === prints.new[own - 1]?.name;
    },
  };
}

function both<Value>(make: (side: Side) => Value): Both<Value> {
  return { old: make('old'), new: make('new') };
}

function byPage<Thing>(things: readonly Thing[], pageOf: (thing: Thing) => number | undefined): ByPage<Thing> {
  return Map.groupBy(things, thing => pageOf(thing) ?? 0);
}

/** Numbers that follow from what stands before them are no difference; drawings are outlined as such. */
function marksOf({ id, kind, what, cause, ...places }: TextChange, side: Side): Marked[] {
  if (cause === 'numbering' || what === 'drawing') return [];
  const lines = joinLines(places[side]?.boxes ?? []);
  const boxes = kind === 'changed' ? lines : joinBlocks(lines);
  return boxes.map(box => ({ ...widen(box, 1), change: id }));
}

function drawingsIn({ id, what, ...places }: TextChange, side: Side): [string, string][] {
  if (what !== 'drawing') return [];
  return (places[side]?.boxes ?? []).map(box => [keyOf(box), id]);
}

function coveredIn({ pages, passages }: PrintedText, prints: readonly PagePrint[]): ByPage<Box> {
  const lines = Map.groupBy(textBoxes(passages), ({ page }) => page);
  return new Map(
    pages.map(({ drawings, furniture }, index) => [
      index + 1,
      [
        ...(prints[index]?.marks ?? []).map(box => widen(box, 1)),
        ...drawings.map(box => widen(box, 1)),
        ...furniture.map(box => widen(box, 1.5, 1)),
        ...(lines.get(index + 1) ?? []),
      ],
    ]),
  );
}
