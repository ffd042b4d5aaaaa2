// A text as words with what stands between them: white space, the end of a clause, or the end of a sentence.

import { readWord } from './number-word.ts';
import { cardinalOf, ordinalOf, plainWord } from './number-words.ts';

/** How closely the next word follows. */
export type Joint = 'space' | 'clause' | 'sentence';

/** A word, or the mark of an expression, which stands for one. */
export interface TextWord {
  /** In lower case with a straight apostrophe; empty for a mark. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The mark of an expression in a sentence. */
  readonly isMark: boolean;
  /** What stands between this word and the next one. */
  readonly joint: Joint;
}

/** Letters of Latin script, with accents of their own or joined, and digits. */
const letters = '[0-9A-Za-zª-ºÀ-ÖØ-öø-ɏ\\u0300-\\u036f]+';

/** Words with hyphens and apostrophes in them, marks, and addresses, which are no words. */
const tokens = new RegExp(
  `\\uE000\\d+\\uE001|\\uE002\\d+\\uE003|https?://\\S+|\\]\\([^)\\s]*\\)|${letters}(?:['’-]${letters})*`,
  'g',
);

/** The words of a Markdown text in order; block marks and addresses end a sentence. */
export function wordsOf(text: string): TextWord[] {
  const found = [...text.matchAll(tokens)];
  return found.flatMap((word, at) => {
    const { 0: match, index: start } = word;
    if (isOutside(match)) return [];
    const isMark = match.startsWith(markStart);
    return { text: plain(match), start, end: start + match.length, isMark, joint: jointOf(text, word, found[at + 1]) };
  });
}

const [markStart, blockStart] = ['\uE000', '\uE002'];

/** A word as the vocabulary writes it; a mark has no words. */
function plain(match: string): string {
  if (match.startsWith(markStart)) return '';
  const lower = match.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

function isOutside(match: string): boolean {
  const first = match[0];
  return first === blockStart || first === ']' || (first === 'h' && /^https?:/.test(match));
}

/** Words that end in a point without ending a sentence, besides single letters. */
const abbreviations = new Set([
  'nr',
  'art',
  'par',
  'blz',
  'bijv',
  'ca',
  'resp',
  'incl',
  'excl',
  'enz',
  'mr',
  'dr',
  'prof',
]);

/** White space and signs of emphasis keep words together; a point behind an abbreviation does not end a sentence. */
function jointOf(text: string, word: RegExpExecArray, next: RegExpExecArray | undefined): Joint {
  const end = word.index + word[0].length;
  if (!next || isOutside(next[0])) return 'sentence';
  if (next.index === end + 1 && text[end] === ' ') return 'space';
  const between = text.slice(end, next.index);
  if (/\n\s*(?:\n|[-*>#:])/.test(between) || /[!?;:…]["'”’)*_\]]*\s/.test(between)) return 'sentence';
  if (/^[\s*_]+$/.test(between)) return 'space';
  const endsSentence = /\.["'”’)*_\]]*\s/.test(between) && !isLower(next[0].charAt(0)) && !isAbbreviation(word[0]);
  return endsSentence ? 'sentence' : 'clause';
}

function isLower(letter: string): boolean {
  return letter !== letter.toUpperCase();
}

function isAbbreviation(word: string): boolean {
  return word.length === 1 || abbreviations.has(word.toLowerCase());
}

/** Whether a word is a number by itself: a mark, digits, `vijf`, `derde`; the article `een` is none. */
export function isNumberWord({ isMark, text }: TextWord): boolean {
  if (isMark || /^\d/.test(text)) return true;
  const read = readWord(text);
  return read !== undefined && read.role !== 'article';
}

/** Whether a number begins at a word, also one of more words: `de helft`, `een kwart`, `een op de zes`. */
export function beginsNumber(words: readonly TextWord[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (!word) return false;
  if (isNumberWord(word)) return true;
  if (word.joint !== 'space' || next === undefined || next.isMark) return false;
  if (word.text === 'een') return next.text === 'op' || isNumberWord(next);
  return word.text === 'de' && readWord(next.text)?.reading.form === 'fraction';
}

/** A whole number that one word says, and whether it says a place in an order. */
export interface SmallNumber {
  readonly value: number;
  readonly isOrdinal: boolean;
}

/** The number of a word such as `derde`, `drie`, `3e` or `3`; undefined for a mark and for other words. */
export function smallNumber({ text }: TextWord): SmallNumber | undefined {
  const [, digits, ending] = /^(\d{1,2})(e|de|ste)?$/.exec(text) ?? [];
  if (digits !== undefined) return { value: Number(digits), isOrdinal: ending !== undefined };
  const plain = plainWord(text);
  const [cardinal, ordinal] = [text === 'een' ? undefined : cardinalOf(plain), ordinalOf(plain)];
  if (ordinal !== undefined) return { value: ordinal, isOrdinal: true };
  return cardinal === undefined ? undefined : { value: cardinal, isOrdinal: false };
}
