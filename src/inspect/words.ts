// The text of structure elements, put together as a screen reader says it.

import type { StructureElement, StructureKid } from '../pdf/structure.ts';
import { type PageReading, sequenceKey } from './reading.ts';
import { plainWords } from './record.ts';

/** The words of elements. */
export interface Words {
  /** What is said of an element: the text in it, or the text that it has in its place; blocks stand apart. */
  of(element: StructureElement): string;
  /** What is said of an element itself, with … for every element in it; empty for one that holds elements alone. */
  own(element: StructureElement): string;
  /** The words of a whole tree without the labels of lists, as `DocumentRecord.text` has them. */
  withoutLabels(kids: readonly StructureElement[]): string;
}

/** Elements within a line; all others stand on lines of their own (ISO 32000-1, 14.8.4.4). */
const inline = new Set([
  'Span',
  'Quote',
  'Reference',
  'BibEntry',
  'Code',
  'Link',
  'Annot',
  'Ruby',
  'Warichu',
  'Strong',
  'Em',
  'NonStruct',
  'Private',
  'RB',
  'RT',
  'RP',
]);

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
    return inline.has(kid.type) ? words : ` ${words} `;
  };
  return {
    of: element => plainSpaces(say(element, true)),
    own: ({ kids, actualText }) => {
      const pieces = kids.map(kid => (kid.kind === 'content' ? say(kid, true) : kid.kind === 'element' ? '…' : ''));
      const own = plainSpaces(actualText ?? pieces.join(''));
      return /^[…\s]*$/.test(own) ? '' : own;
    },
    withoutLabels: kids => plainSpaces(kids.map(kid => say(kid, false)).join(' ')),
  };
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
