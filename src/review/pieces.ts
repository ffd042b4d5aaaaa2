// Texts in pieces: what is the same, what went and what came, word by word.

import type { TextChange, TextPiece } from '../diff/comparison.ts';
import { compareWords, piecesOf } from '../diff/likeness.ts';

/** Two texts as one in pieces of whole words, with single spaces; a number is a word. */
export function wordPieces(old: string, now: string): TextPiece[] {
  const [before, after] = [old, now].map(text => text.split(/\s+/u).filter(Boolean)) as [string[], string[]];
  return piecesOf(compareWords(before, after), before, after);
}

/** The pieces with a space between two of which neither has one there. */
export function spaced(pieces: readonly TextPiece[]): TextPiece[] {
  return pieces.map((piece, index) => {
    const next = pieces[index + 1];
    const isApart = !next || /\s$/u.test(piece.text) || /^\s/u.test(next.text);
    return isApart ? piece : { kind: piece.kind, text: `${piece.text} ` };
  });
}

/** The pieces with little of what is the same: `most` characters beside what differs. */
export function shortened(pieces: readonly TextPiece[], most: number): TextPiece[] {
  return pieces.map((piece, index) => {
    if (piece.kind !== 'same') return piece;
    const [first, last] = [index === 0, index === pieces.length - 1];
    return { kind: 'same', text: shorten(piece.text, { most, head: !first || last, tail: !last }) };
  });
}

function shorten(
  text: string,
  keep: { readonly most: number; readonly head: boolean; readonly tail: boolean },
): string {
  const { most, head, tail } = keep;
  const room = head && tail ? 2 * most : most;
  if (text.length <= room + 3) return text;
  const start = head ? `${text.slice(0, most).replace(/\s?\S*$/u, '')} ` : '';
  const end = tail ? ` ${text.slice(-most).replace(/^\S*\s?/u, '')}` : '';
  return `${start}…${end}`;
}

/** A text of at most so many characters, cut between words. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/u, '')} …`;
}

/** The pieces of a text without the heading that a whole section begins with, which is told before them. */
export function bodyOf({ heading, pieces }: Pick<TextChange, 'heading' | 'pieces'>): readonly TextPiece[] {
  const [first, ...rest] = pieces;
  if (heading === undefined || !first?.text.startsWith(heading)) return pieces;
  const text = first.text.slice(heading.length).trim();
  return text === '' ? rest : [{ ...first, text }, ...rest];
}
