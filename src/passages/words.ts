// Words with their boxes, put together from what is said on pages, in whatever pieces.

import { boxesOf, within } from './boxes.ts';
import type { Glyph, PaintedPage, Saying } from './painted.ts';
import type { PlacedBox, Word } from './passage.ts';

/** Puts words together. */
export interface WordWriter {
  /** Adds what is said on a page. */
  say(saying: Pick<Saying, 'text' | 'glyphs'>, page: PaintedPage): void;
  /** Ends the word: a space, or the edge of a block. */
  space(): void;
  /** How many words there are, the one not ended too. */
  readonly count: number;
  /** The letter said last. */
  readonly last: Glyph | undefined;
  /** All words so far; the writer begins anew. */
  take(): Word[];
}

interface PlacedGlyph {
  readonly glyph: Glyph;
  readonly page: PaintedPage;
}

interface Draft {
  text: string;
  readonly glyphs: PlacedGlyph[];
}

/** Letters that take no place in a word: soft hyphens, spaces without width, joiners and marks of byte order. */
const silent = /[\u00AD\u200B\u2060\uFEFF]/g;

/** A letter as most are: it needs no further look. */
const plain = /^[!-~À-ÖØ-öø-ÿ]$/;

/** No words yet; `tellsSpaces` is whether the text says its spaces, or only letters set apart do. */
export function createWords(tellsSpaces = true): WordWriter {
  let words: Draft[] = [];
  let open: Draft | undefined;
  let last: Glyph | undefined;
  const add = (text: string, glyphs: readonly PlacedGlyph[]): void => {
    if (text === '') return;
    if (!open) {
      open = { text: '', glyphs: [] };
      words.push(open);
    }
    open.text += text;
    for (const one of glyphs) open.glyphs.push(one);
  };
  return {
    say({ text, glyphs }, page) {
      const [only] = glyphs;
      if (!tellsSpaces && last && only && isSetApart(last, only)) open = undefined;
      last = glyphs.at(-1) ?? last;
      if (only && glyphs.length === 1 && plain.test(text)) {
        add(text, [{ glyph: only, page }]);
        return;
      }
      const pieces = text.replace(silent, '').split(/\s+/);
      const shares = shareOut(pieces, glyphs);
      for (const [index, piece] of pieces.entries()) {
        if (index > 0) open = undefined;
        add(
          piece,
          (shares[index] ?? []).map(glyph => ({ glyph, page })),
        );
      }
    },
    space() {
      open = undefined;
    },
    get count() {
      return withoutEmptyBrackets(words).length;
    },
    get last() {
      return last;
    },
    take() {
      const taken = withoutEmptyBrackets(words).map(({ text, glyphs }) => ({ text, boxes: placed(glyphs) }));
      words = [];
      open = undefined;
      last = undefined;
      return taken;
    },
  };
}

/** Whether a letter stands on another line than the one before it, or a space away from it. */
export function isSetApart(before: Glyph, { box, baseline, size }: Glyph): boolean {
  if (isOnNewLine(before, { baseline, size })) return true;
  return box.left - before.box.right > Math.max(size, before.size) * 0.2;
}

/** Whether a letter stands on another line: raised and lowered ones do not. */
export function isOnNewLine(before: Glyph, { baseline, size }: Pick<Glyph, 'baseline' | 'size'>): boolean {
  return Math.abs(before.baseline - baseline) > Math.max(size, before.size) * 0.75;
}

/** Without brackets that have nothing in them, or commas alone: they stood around the numbers of notes. */
function withoutEmptyBrackets(words: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const word of words) {
    const last = kept.at(-1);
    const isWithin = last !== undefined && /\[[,;]*$/.test(last.text) && /^[,;]*\]|^[,;]+$/.test(word.text);
    const bare = withoutBrackets(isWithin ? joined(last, word) : word);
    if (isWithin) kept.pop();
    const previous = kept.at(-1);
    const isLeft = bare.text !== word.text && /^[.,;:!?]+$/.test(bare.text); // the sign behind a note ends the word before it
    if (previous && isLeft) kept[kept.length - 1] = joined(previous, bare);
    else if (bare.text !== '') kept.push(bare);
  }
  return kept;
}

function joined(a: Draft, b: Draft): Draft {
  return { text: a.text + b.text, glyphs: [...a.glyphs, ...b.glyphs] };
}

function withoutBrackets({ text, glyphs }: Draft): Draft {
  if (!/\[[,;]*\]/.test(text)) return { text, glyphs };
  const letters = glyphs.map(({ glyph }) => (glyph.text.length === 1 ? glyph.text : '\uFFFD')).join('');
  const isBracket = new Set(
    [...letters.matchAll(/\[[,;]*\]/g)].flatMap(({ 0: found, index }) => Array.from(found, (_, at) => index + at)),
  );
  return { text: text.replace(/\[[,;]*\]/g, ''), glyphs: glyphs.filter((_, index) => !isBracket.has(index)) };
}

/** The letters that belong to each piece of a text; all of them to each, where it says other letters than are shown. */
function shareOut(pieces: readonly string[], glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const shown = glyphs.filter(({ text }) => text.trim() !== '');
  if (pieces.length === 1) return [shown];
  const letters = shown.map(({ text }) => text.replace(silent, ''));
  if (letters.join('').replace(/\s/g, '') !== pieces.join('')) return pieces.map(() => shown);
  let at = 0;
  return pieces.map(piece => {
    const from = at;
    for (let length = 0; length < piece.length && at < shown.length; at++) length += letters[at]?.length ?? 0;
    return shown.slice(from, at);
  });
}

/** What is clipped away has a place only when nothing else of the word is seen; nothing reaches over the page's edge. */
function placed(glyphs: readonly PlacedGlyph[]): PlacedBox[] {
  const seen = glyphs.filter(({ glyph }) => glyph.isSeen);
  return boxesOf(
    (seen.length > 0 ? seen : glyphs).map(({ glyph: { box, baseline }, page: { page } }) => ({
      ...{ box: within(box, page.box), baseline, page: page.number },
    })),
  );
}
