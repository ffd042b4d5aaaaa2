// The words of a page without tags: letters that stand close together on a line, in the order in which they are painted.

import type { Box } from '../pdf/pages.ts';
import { around } from './boxes.ts';
import type { Glyph, PaintedPage } from './painted.ts';

/** Letters that stand together. */
export interface Token {
  readonly page: number;
  readonly glyphs: readonly Glyph[];
  /** Small raised letters behind the others, such as the number of a note. */
  readonly raised: readonly Glyph[];
  readonly text: string;
  readonly box: Box;
  readonly baseline: number;
  /** Size of its letters in points. */
  readonly size: number;
  readonly isBold: boolean;
}

/** The words of a page: those that stand upright, in the order of painting, and the runs of those that are turned. */
export interface PageTokens {
  readonly level: readonly Token[];
  readonly turned: readonly (readonly Token[])[];
}

/** Finds the words of a page; what is marked as an artifact or clipped away has none. */
export function tokensOf(page: PaintedPage): PageTokens {
  const glyphs = page.sayings.filter(({ mark }) => !mark.isArtifact).flatMap(({ glyphs }) => glyphs);
  const seen = glyphs.filter(({ isSeen }) => isSeen);
  const { number } = page.page;
  return {
    level: attach(
      chunks(
        seen.filter(({ isLevel }) => isLevel),
        isApart,
      ).map(one => tokenOf(one, number)),
    ),
    turned: chunks(seen, (a, b) => a.isLevel !== b.isLevel)
      .filter(run => run[0]?.isLevel === false)
      .map(run => chunks(run, isTurnedAway).map(one => tokenOf(one, number))),
  };
}

const blank = /^[\s\u00AD\u200B\u2060\uFEFF\0]*$/;

/** Cuts letters where two neighbours are apart, and at spaces, which are left out. */
function chunks(glyphs: readonly Glyph[], isApart: (before: Glyph, next: Glyph) => boolean): Glyph[][] {
  const found: Glyph[][] = [];
  let open: Glyph[] | undefined;
  for (const glyph of glyphs) {
    const last = open?.at(-1);
    const isBlank = blank.test(glyph.text);
    if (isBlank && !glyph.text.includes('\u00AD')) {
      open = undefined;
      continue;
    }
    if (!open || (last && isApart(last, glyph))) {
      open = [];
      found.push(open);
    }
    open.push(glyph);
  }
  return found;
}

/** A gap of a fifth of the size is a space, also where none is painted. */
function isApart(before: Glyph, next: Glyph): boolean {
  const gap = next.box.left - before.box.right;
  const isSame = Math.abs(before.baseline - next.baseline) < 0.5 && Math.abs(before.size - next.size) < 0.5;
  return !isSame || gap > before.size * 0.2 || gap < -before.size * 0.6;
}

/** Turned letters are parted by spaces, or by a leap. */
function isTurnedAway(before: Glyph, { box }: Glyph): boolean {
  const across = Math.max(box.left - before.box.right, before.box.left - box.right);
  const up = Math.max(box.bottom - before.box.top, before.box.bottom - box.top);
  return Math.max(across, up) > before.size * 0.2;
}

function tokenOf(glyphs: readonly Glyph[], page: number): Token {
  const [first] = glyphs;
  return {
    ...{ page, glyphs, raised: [], text: glyphs.map(({ text }) => text).join('') },
    ...{ box: around(glyphs.map(({ box }) => box)), baseline: first?.baseline ?? 0, size: first?.size ?? 0 },
    isBold: glyphs.every(({ font }) => /bold|black|heavy|demi/i.test(font?.name ?? '')),
  };
}

/** Raised letters go with the word before them; letters of another font or size that touch a word are part of it. */
function attach(tokens: readonly Token[]): Token[] {
  const found: Token[] = [];
  for (const token of tokens) {
    const last = found.at(-1);
    const gap = last ? token.box.left - last.box.right : Number.POSITIVE_INFINITY;
    const isNear = last !== undefined && Math.abs(gap) < last.size * 0.15;
    const lift = last ? token.baseline - last.baseline : 0;
    if (last && isNear && isRaised(token, last)) found[found.length - 1] = { ...last, raised: token.glyphs };
    else if (last && isNear && Math.abs(lift) < 0.5 && last.size > 0) found[found.length - 1] = joined(last, token);
    else found.push(token);
  }
  return found;
}

/** Whether letters are smaller than those of a word, and stand higher. */
export function isRaised(token: Pick<Token, 'size' | 'baseline'>, word: Pick<Token, 'size' | 'baseline'>): boolean {
  const lift = token.baseline - word.baseline;
  return token.size < word.size * 0.85 && lift > word.size * 0.1 && lift < word.size * 0.7;
}

function joined(a: Token, b: Token): Token {
  const glyphs = [...a.glyphs, ...a.raised, ...b.glyphs];
  const larger = a.glyphs.length >= b.glyphs.length ? a : b;
  return {
    ...{ ...a, glyphs, raised: [], text: glyphs.map(({ text }) => text).join(''), box: around([a.box, b.box]) },
    ...{ size: larger.size, isBold: a.isBold && b.isBold },
  };
}
