// What words of judgement look at, by what they mean.

import type { Meaning } from '../language/vocabulary.ts';

/** Whether a word compares two years when it is said of one number: `meer`, `sterk`. */
export function isOfChange({ kind }: Meaning): boolean {
  return kind === 'direction' || kind === 'size';
}

/** Whether a word looks back year by year: `opnieuw`, `voor het derde jaar op rij`. */
export function looksBack({ kind }: Meaning): boolean {
  return kind === 'continuity' || kind === 'streak' || kind === 'first';
}

/** Whether a word is said of a change in time, as far as it names no rivals. */
export function isOfTime(meaning: Meaning): boolean {
  return isOfChange(meaning) || looksBack(meaning) || meaning.kind === 'strongest';
}
