// Signs that hold digits and count nothing: codes, `<5` where it is explained, and notes in brackets.

import { gap, wordEnd, wordStart } from './number-spelling.ts';
import { type Prose, type Stretch, stretchesOf } from './structural-grammar.ts';

const codes = new RegExp(
  `${wordStart}(?:covid-19|24/7|pdf/ua-[12]|pdf/a-[1-4][abefu]?|wcag${gap}2\\.[0-2]|(?:nen-)?(?:en-)?iso(?:/iec)?[ \\u00a0-]\\d{3,5}(?:-\\d{1,2})?)${wordEnd}(?![.,]\\d)`,
  'g',
);
const below = /(?:<|&lt;)\d{1,3}(?![\d.,]*\d)/g;

/** Signs that are no number of anything: `COVID-19`, `24/7`, and `<5` where it is explained rather than used. */
export function findSymbols({ text, small, isCounted }: Prose): Stretch[] {
  return [...stretchesOf(small, codes), ...stretchesOf(text, below).filter(({ end }) => !isCounted(end))];
}

const bracketed = /\[\d{1,3}\](?![(:])/g;

/** Numbers of notes in brackets, as news articles print them: `[2][3]`. */
export function findNotes({ text }: Prose): Stretch[] {
  return stretchesOf(text, bracketed);
}
