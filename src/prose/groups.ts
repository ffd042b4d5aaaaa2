// Two groups of a sentence that a word compares: `meer vrouwen (493) dan mannen (364)`.

import type { WordToken } from '../language/vocabulary.ts';
import { isFailure } from '../statistics/quantity.ts';
import type { NearNumber } from './near.ts';
import type { Span } from './sentences.ts';

/** A number and the other one that a word compares it with. */
export type Groups = readonly [own: NearNumber, other: NearNumber];

interface Said {
  readonly text: string;
  readonly sentence: Span;
  readonly near: readonly NearNumber[];
}

/**
 * The numbers of the two groups that a word such as `meer` compares: `meer vrouwen dan mannen: 493 tegen 364`, `meer
 * vrouwen (493) dan mannen (364)`, or `303, minder dan de politie (354)`. Undefined when it compares something else,
 * such as two years of one group.
 */
export function groupsCompared(word: WordToken, { text, sentence, near }: Said): Groups | undefined {
  if (word.meaning.kind !== 'direction' || word.meaning.between !== 'either') return undefined;
  const than = /\b(?:dan|als)\b(?!\s+(?:in|over)?\s*\uE000\d+\uE001\s*[.,;:)])/i.exec(
    text.slice(word.end, sentence.end),
  );
  if (!than) return undefined;
  const at = word.end + than.index;
  const numbers = near.filter(({ derivation: { sides } }) => !sides || sides.kind === 'share');
  const pair = pairBehind(at, text, numbers);
  const other = pair?.[1] ?? numbers.find(({ start }) => start > at);
  const own = pair?.[0] ?? ownOf(word, at, numbers);
  if (!own || !other || own.change !== undefined || !areAlike(own, other)) return undefined;
  return pair || !/[,;.:]\s/.test(text.slice(at, other.start)) ? [own, other] : undefined;
}

/** `dan mannen: 493 tegen 364`: both numbers behind `dan`, in the order of the groups. */
function pairBehind(at: number, text: string, numbers: readonly NearNumber[]): Groups | undefined {
  const [own, other] = numbers.filter(({ start }) => start > at);
  if (!own || !other || /[;.]\s/.test(text.slice(at, own.start))) return undefined;
  const between = text.slice(own.end, other.start);
  const isPair = /^\s(?:tegen|tegenover|om|versus)(?:\s\p{L}+)?\s$/u.test(between);
  const isList = between === ' en ' && /[:(]\s?$/.test(text.slice(at, own.start));
  return isPair || isList ? [own, other] : undefined;
}

/** The last number between the word and `dan`, or else before the word. */
function ownOf(word: WordToken, at: number, numbers: readonly NearNumber[]): NearNumber | undefined {
  const between = numbers.filter(({ start, end }) => start >= word.end && end <= at);
  return between.at(-1) ?? numbers.findLast(({ end }) => end <= word.start);
}

function areAlike(own: NearNumber, other: NearNumber): boolean {
  const [mine, theirs] = [own.derivation.calculation, other.derivation.calculation];
  return !isFailure(mine) && !isFailure(theirs) && mine.measure === theirs.measure;
}
