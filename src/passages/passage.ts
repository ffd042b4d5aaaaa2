// A printed document as its readers have it: passages of words in reading order, and where each word stands.

import type { Box } from '../pdf/pages.ts';

/** A rectangle on a page; pages are counted from 1. */
export interface PlacedBox extends Box {
  readonly page: number;
}

/** A word as it is printed: what stands between two spaces, with its punctuation, without soft hyphens. */
export interface Word {
  readonly text: string;
  /** Where its letters stand, in the order of the pages; more than one for a word that is broken at the end of a line. */
  readonly boxes: readonly PlacedBox[];
}

/** What a passage is to its readers; a drawing's words are those of its text alternative, over the whole drawing. */
export const passageKinds = ['heading', 'paragraph', 'item', 'quote', 'caption', 'row', 'note', 'drawing'] as const;
export type PassageKind = (typeof passageKinds)[number];

/** Words that belong together: a heading, a paragraph, an item of a list, a row of a table, a note. */
export interface Passage {
  readonly kind: PassageKind;
  /** Of a heading: from 1. */
  readonly level?: number;
  /** The headings above it, from the outermost; a heading is not above itself. */
  readonly section: readonly string[];
  /** At least one; the numbers of notes, in the text and before the note itself, are left out. */
  readonly words: readonly Word[];
  /** Of a row, and of the caption of a table: which table of the document it is, from 0. */
  readonly table?: number;
  /** Of a row: where each of its cells begins in `words`, from the left; an empty cell begins where the next one does. */
  readonly cells?: readonly number[];
}

/** A page with what on it belongs to no passage. */
export interface PrintedPage {
  /** What of it is shown. */
  readonly box: Box;
  /** Running heads and feet, page numbers, tables of contents with the numbers in them, and the marks of a draft. */
  readonly furniture: readonly Box[];
  /** The drawings and images on it that are no text. */
  readonly drawings: readonly Box[];
}

/** A printed document. */
export interface PrintedText {
  readonly title: string;
  readonly pages: readonly PrintedPage[];
  /** In reading order, without the table of contents and without the notice of a draft. */
  readonly passages: readonly Passage[];
  /** Whether it is tagged; of any other file, passages and their kinds are guessed from the lines on its pages. */
  readonly isTagged: boolean;
}

/** The words of a passage as a text with single spaces. */
export function textOf({ words }: Pick<Passage, 'words'>): string {
  return words.map(({ text }) => text).join(' ');
}
