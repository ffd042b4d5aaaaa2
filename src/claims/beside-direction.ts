// Changes that print without a sign: the word that says which way they went is held to each of them.

import type { WordToken } from '../language/vocabulary.ts';
import { isFailure } from '../statistics/quantity.ts';
import { complainBeside, type Spot } from './complaint.ts';
import type { TextContext } from './context.ts';
import { valueSaid } from './explanation.ts';
import { isOfGroups } from './groups.ts';
import { plainly } from './marks.ts';
import type { NearNumber } from './near.ts';
import { isChange } from './result.ts';
import type { Span } from './sentences.ts';

type Context = Pick<TextContext, 'marks' | 'vocabulary' | 'tables' | 'diagnostics' | 'publication' | 'reportingYear'>;

/**
 * Reports a fall that is printed without its sign where no word says so, for `15%` by itself reads as a rise; and a fall or a
 * rise whose word is for the other way: `steeg met 13%, en dat van de KMar met 14%`. What its word was reported for is left
 * out, so this comes after the words.
 */
export function checkDirections(near: readonly NearNumber[], spot: Spot, context: Context): void {
  const changes = near.flatMap(number => wayOf(number) ?? []);
  if (changes.length === 0) return;
  const { text, sentence } = spot;
  const plain = plainly(text.slice(sentence.start, sentence.end), context.marks);
  const words = context.vocabulary
    .scan(plain)
    .filter(word => word.meaning.kind === 'direction' && !isOfGroups(word, plain.slice(word.end)));
  for (const { number, way } of changes) {
    const start = plainly(text.slice(sentence.start, number.start), context.marks).length;
    const word = wordOf({ start, end: start + number.words.length }, words, plain);
    if (isReported(number, context)) continue;
    if (!word && way === 'down') complainOfFall(number, undefined, spot, context);
    else if (word && isOpposite(word, way)) complainOfFall(number, word, spot, context);
  }
}

interface Change {
  readonly number: NearNumber;
  readonly way: 'up' | 'down';
}

/** Which way a change went that prints without its sign; nothing when it has one, or when the way is not certain. */
function wayOf(number: NearNumber): Change | undefined {
  const { calculation, sides } = number.derivation;
  if (!isChange(number.derivation) || sides?.kind === 'ratio' || isFailure(calculation)) return undefined;
  if (number.form === 'word' || !/^[\d.,]+(?:%|\s?procent)?$/.test(number.words)) return undefined;
  if (calculation.interval.high.n < 0n) return { number, way: 'down' };
  return calculation.interval.low.n > 0n ? { number, way: 'up' } : undefined;
}

const furthestBehind = 25;

/** The word for a change: around it (`nam met 5% af`), right behind it (`5% meer`), or else the last before or first behind. */
function wordOf({ start, end }: Span, words: readonly WordToken[], text: string): WordToken | undefined {
  const around = words.find(word => word.start < start && (word.also ?? []).some(part => part.start >= end));
  const behind = words.find(word => word.start >= end);
  const between = behind ? text.slice(end, behind.start) : '';
  const isRightBehind =
    behind && between.length <= furthestBehind && !/[,;:()\d]|\b(?:en|maar|of|terwijl)\b/.test(between);
  return around ?? (isRightBehind ? behind : (words.findLast(word => word.end <= start) ?? behind));
}

function isOpposite({ meaning }: WordToken, way: 'up' | 'down'): boolean {
  return meaning.kind === 'direction' && meaning.way === (way === 'up' ? 'down' : 'up');
}

/** Whether a word beside it was reported for the same number. */
function isReported({ expression }: NearNumber, { diagnostics }: Context): boolean {
  return diagnostics.some(({ rule, message }) => rule === 'word-contradicted' && message.includes(`{{${expression}}}`));
}

function complainOfFall(number: NearNumber, word: WordToken | undefined, spot: Spot, context: Context): void {
  const amount = valueSaid(number.derivation, context, { sign: true });
  const what = amount.startsWith('+') ? 'rise' : 'fall';
  const why = word ? `"${word.text}" is the word for it` : 'no word in its sentence says so';
  complainBeside(number, spot, context, {
    rule: 'fall-unsaid',
    message: `The number of {{${number.expression}}} is a ${what} (${amount}), and ${why}.`,
    hints: [
      what === 'fall'
        ? 'Write a word such as "minder" or "een daling van" beside it, or print the sign with teken=ja.'
        : 'Write a word such as "meer" or "een stijging van" beside it, or print the sign with teken=ja.',
    ],
  });
}
