// The single numbers of a text, before those that belong together (`vijf op de zes`) are joined.

import { partSigns } from './number-digits.ts';
import { termOfDigits } from './number-in-digits.ts';
import { termOfWord } from './number-in-words.ts';
import { wordSigns } from './number-spelling.ts';
import type { Term } from './number-term.ts';

/** How a number begins; most words are passed over by this alone, which keeps the scan fast. */
const opening = new RegExp(
  [
    `[-+\\u2212\\u2013]?[\\d${partSigns}]`,
    '[eé\\u00e8][e\\u0301é]|elf|tw|dri|der|vier|veer|vij|ze[sv]|acht|tacht|neg|tien|nul|niem|geen|hond|duiz|milj',
    'ander|hal[fv]|helft|kwar|dubb|geha|ver[a-zë]{3,30}oud|verdub|beid|alle[bt]|dozi',
  ].join('|'),
  'g',
);

const word = new RegExp(`[${wordSigns}]+`, 'y');
const beginsWord = new RegExp(`(?![0-9])[${wordSigns}]`);
const insideWord = new RegExp(`[${wordSigns}\\ue000\\ue002]`);

/**
 * The single numbers of a text in small letters, in order, those that need company among them; digits within marks are
 * none.
 */
export function scanTerms(small: string): Term[] {
  const terms: Term[] = [];
  opening.lastIndex = 0;
  for (let found = opening.exec(small); found; found = opening.exec(small)) {
    const term = termAt(small, found.index);
    if (term) terms.push(term);
    opening.lastIndex = term?.end ?? Math.max(found.index + 1, wordEndAt(small, found.index));
  }
  return terms;
}

function termAt(text: string, at: number): Term | undefined {
  if (insideWord.test(text[at - 1] ?? '')) return undefined;
  return beginsWord.test(text[at] ?? '') ? termOfWord(text, at, wordEndAt(text, at)) : termOfDigits(text, at);
}

function wordEndAt(text: string, at: number): number {
  word.lastIndex = at;
  return at + (word.exec(text)?.[0].length ?? 0);
}
