// The text of structure elements, put together as a screen reader says it.

import { inlineTypes, type StructureElement, type StructureKid } from '../pdf/structure.ts';
import { type PageReading, sequenceKey } from './reading.ts';
import { plainWords } from './record.ts';

/** The words of elements. */
export interface Words {
  /** What is said of an element: the text in it, or the text that it has in its place; blocks stand apart. */
  of(element: StructureElement): string;
  /** What is said of an element itself and of the elements within its lines, … for each block in it; empty for a group. */
  own(element: StructureElement): string;
  /** The words of a whole tree without the labels of lists, as `DocumentRecord.text` has them. */
  withoutLabels(kids: readonly StructureElement[]): string;
  /** The object of the page on which a letter of that text stands; letters are all characters but spaces. */
  pageAt(kids: readonly StructureElement[], letter: number): number | undefined;
}

/** For the pages of a file. */
export function wordsOf(pages: readonly PageReading[]): Words {
  const byPage = new Map(pages.map(reading => [reading.page.object, reading.sequences]));
  const say = (kid: StructureKid, hasLabels: boolean): string => {
    if (kid.kind === 'object') return '';
    if (kid.kind === 'content') return byPage.get(kid.page)?.get(sequenceKey(kid.mcid, kid.stream))?.text ?? '';
    if (kid.type === 'Lbl' && !hasLabels) return ' ';
    const isDrawing = kid.type === 'Figure' || kid.type === 'Formula';
    const kids = isDrawing ? kid.kids.filter(one => one.kind === 'element' && one.type === 'Caption') : kid.kids;
    const words = kid.actualText ?? kids.map(one => say(one, hasLabels)).join('');
    return inlineTypes.has(kid.type) ? words : ` ${words} `;
  };
  return {
    of: element => plainSpaces(say(element, true)),
    own: ({ kids, actualText }) => {
      const isSaid =
        kids.some(kid => kid.kind === 'content') ||
        kids.some(kid => kid.kind === 'element' && inlineTypes.has(kid.type));
      const pieces = kids.map(kid => (kid.kind === 'element' && !inlineTypes.has(kid.type) ? ' … ' : say(kid, true)));
      return isSaid || actualText !== undefined ? plainSpaces(actualText ?? pieces.join('')) : '';
    },
    pageAt: (kids, letter) => {
      let count = 0;
      for (const { page, text } of said(kids, kid => say(kid, false))) {
        count += text.replace(/\s/g, '').length;
        if (count > letter) return page;
      }
      return undefined;
    },
    withoutLabels: kids => plainSpaces(kids.map(kid => say(kid, false)).join(' ')),
  };
}

/** What each sequence says, in reading order, without labels and drawings. */
function* said(
  kids: readonly StructureKid[],
  say: (kid: StructureKid) => string,
): Generator<{ readonly page: number; readonly text: string }> {
  for (const kid of kids) {
    if (kid.kind === 'content') yield { page: kid.page, text: say(kid) };
    if (kid.kind !== 'element' || kid.type === 'Lbl') continue;
    const isDrawing = kid.type === 'Figure' || kid.type === 'Formula';
    yield* said(isDrawing ? kid.kids.filter(one => one.kind === 'element' && one.type === 'Caption') : kid.kids, say);
  }
}

/** Single common spaces; what else is in the text stays, for the rules to find. */
function plainSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A text shortened to a length with its beginning. */
export function excerpt(text: string, length = 60): string {
  const plain = plainWords(text);
  return plain.length > length ? `${plain.slice(0, length - 1)}…` : plain;
}
