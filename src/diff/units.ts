// A printed text in the units that are compared: headings, captions, rows, and the sentences of everything else.

import {
  type Passage,
  type PassageKind,
  type PlacedBox,
  type PrintedText,
  textOf,
  type Word,
} from '../passages/passage.ts';
import type { TextPlace } from './comparison.ts';

/** A sentence, or a passage that is compared as a whole. */
export interface Unit {
  readonly kind: PassageKind;
  readonly level: number | undefined;
  readonly section: readonly string[];
  readonly words: readonly Word[];
  /** With single spaces. */
  readonly text: string;
  /** Which passage of the document it is of, from 0, and which sentence of that. */
  readonly passage: number;
  readonly place: number;
  /** Of a row or caption: the table that it belongs to. */
  readonly table: number | undefined;
}

const wholes: ReadonlySet<PassageKind> = new Set(['heading', 'caption', 'row']);

/** The units in reading order. */
export function unitsOf({ passages }: PrintedText): Unit[] {
  return passages.flatMap((passage, index) => {
    const { kind, level, section, words, table } = passage;
    return spansOf(passage).map(([from, to], place) => {
      const own = words.slice(from, to);
      return { kind, level, section, words: own, text: textOf({ words: own }), passage: index, place, table };
    });
  });
}

function spansOf({ kind, words }: Passage): readonly (readonly [number, number])[] {
  return wholes.has(kind) ? [[0, words.length]] : sentenceSpans(words.map(({ text }) => text));
}

/** Abbreviations behind which a sentence goes on, also when a capital or a number follows. */
const abbreviations = new Set(
  [
    'o.a.',
    'bijv.',
    'bv.',
    'm.n.',
    'd.w.z.',
    'i.v.m.',
    't.o.v.',
    't/m.',
    'ca.',
    'circa.',
    'nr.',
    'nrs.',
    'art.',
    'artt.',
  ].concat(
    ['p.', 'pp.', 'blz.', 'par.', 'hfst.', 'fig.', 'tab.', 'vgl.', 'zgn.', 'resp.', 'excl.', 'incl.', 'max.', 'min.'],
    ['mr.', 'dr.', 'drs.', 'prof.', 'ir.', 'ing.', 'dhr.', 'mw.', 'mevr.', 'st.', 'jl.', 'aug.', 'sept.', 'okt.'],
  ),
);

/** Where the sentences of a text begin and end, in words; a text without words has none. */
export function sentenceSpans(words: readonly string[]): readonly (readonly [from: number, to: number])[] {
  const spans: [number, number][] = [];
  let from = 0;
  words.forEach((word, index) => {
    const next = words[index + 1];
    if (next !== undefined && !isEnd(word, next)) return;
    spans.push([from, index + 1]);
    from = index + 1;
  });
  return spans;
}

function isEnd(word: string, next: string): boolean {
  if (!/[.!?…]["'”’»)\]]*$/.test(word)) return false;
  if (!/^["'“‘«([]*[\p{Lu}\p{N}]/u.test(next)) return false;
  const bare = word.replace(/^["'“‘«([]+|["'”’»)\]]+$/g, '');
  return !abbreviations.has(bare.toLowerCase()) && !/^(?:\p{Lu}\.)+$/u.test(bare);
}

/** Where words stand: their first page, and a box for each line of them. */
export function placeOf({ section }: Pick<Unit, 'section'>, words: readonly Word[]): TextPlace {
  const boxes = joinLines(words.flatMap(word => word.boxes));
  return { page: boxes[0]?.page ?? 1, section, boxes };
}

/** Boxes that follow each other on a line become one. */
function joinLines(boxes: readonly PlacedBox[]): PlacedBox[] {
  const joined: PlacedBox[] = [];
  for (const box of boxes) {
    const last = joined.at(-1);
    if (last && isOnLine(last, box)) joined[joined.length - 1] = around(last, box);
    else joined.push(box);
  }
  return joined;
}

/** On one line, at most two letters' heights behind: words of another cell or column begin a box of their own. */
function isOnLine(a: PlacedBox, b: PlacedBox): boolean {
  const height = Math.min(a.top - a.bottom, b.top - b.bottom);
  const overlap = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom);
  const gap = Math.max(a.left, b.left) - Math.min(a.right, b.right);
  return a.page === b.page && overlap > height / 2 && gap < 2 * height;
}

function around(a: PlacedBox, b: PlacedBox): PlacedBox {
  return {
    page: a.page,
    ...{ left: Math.min(a.left, b.left), right: Math.max(a.right, b.right) },
    ...{ bottom: Math.min(a.bottom, b.bottom), top: Math.max(a.top, b.top) },
  };
}
