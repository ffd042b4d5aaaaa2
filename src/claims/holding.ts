// Typed words held against numbers: whether every number and every judgement in them is true.

import type { Table } from '../edition/edition.ts';
import { agree } from '../language/agree.ts';
import { type JudgeOptions, judge, type Verdict } from '../language/judge.ts';
import { type NumberToken, scanNumbers } from '../language/numbers.ts';
import type { Meaning, Vocabulary, WordToken } from '../language/vocabulary.ts';
import { isFailure } from '../statistics/quantity.ts';
import { rational } from '../statistics/rational.ts';
import type { Derivation } from './result.ts';
import { hasYearBefore, subjectsOf } from './subject.ts';

/** What words say of figures: their numbers, each with the reach that stands before it, and their judgements. */
export interface Saying {
  readonly numbers: readonly { readonly token: NumberToken; readonly reach?: WordToken }[];
  readonly words: readonly WordToken[];
  /** Numbers that name and do not count, in fixed phrases: `jonger dan 18 jaar`. */
  readonly named: readonly NumberToken[];
}

/** What a text says of figures; fixed phrases say nothing. */
export function sayingOf(text: string, vocabulary: Vocabulary): Saying {
  const fixed = vocabulary.fixed(text);
  const isFree = (token: { start: number; end: number }): boolean =>
    !fixed.some(span => token.start < span.end && span.start < token.end);
  const all = withBareDigits(text, scanNumbers(text));
  const free = all.filter(isFree);
  // A phrase around an expression, such as "op de … plaats", says what the expression says.
  const scanned = vocabulary.scan(text).filter(word => !word.text.includes('\uE000'));
  const words = scanned.filter(word => !free.some(token => overlaps(word, token) && !contains(word, token)));
  const tokens = free.filter(token => !words.some(word => contains(word, token)));
  const reaches = words.filter(word => word.meaning.kind === 'reach');
  const numbers = tokens.map(token => {
    const reach = reaches.find(word => word.end <= token.start && /^[\s(]*$/.test(text.slice(word.end, token.start)));
    return { token, ...(reach ? { reach } : {}) };
  });
  const bound = numbers.flatMap(({ reach }) => (reach ? [reach] : []));
  const named = all.filter(token => !isFree(token) && (token.form === 'digits' || token.form === 'cardinal'));
  return { numbers, words: words.filter(word => !bound.includes(word)), named };
}

/** Digits that are no number by themselves, as in `40+`, still are in print. */
function withBareDigits(text: string, tokens: readonly NumberToken[]): NumberToken[] {
  const bare = [...text.matchAll(/(?<![\uE000\uE002\d])\d+(?![\d\uE001\uE003])/g)].map(({ 0: digits, index }) => ({
    ...({ kind: 'number', form: 'digits', measure: 'count', decimals: 0 } as const),
    ...{ text: digits, start: index, end: index + digits.length, value: rational(BigInt(digits)) },
  }));
  const strange = bare.filter(one => !tokens.some(token => overlaps(one, token)));
  return strange.length === 0 ? [...tokens] : [...tokens, ...strange].toSorted((a, b) => a.start - b.start);
}

function contains(outer: { start: number; end: number }, inner: { start: number; end: number }): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

/** What a judgement is made with, besides its words. */
export interface Surroundings extends Omit<JudgeOptions, 'against' | 'after'> {
  readonly tables: ReadonlyMap<string, Table>;
  /** The rivals an author names. */
  readonly rivals?: readonly Derivation[];
  /** The number that "gevolgd door" follows. */
  readonly after?: Derivation;
}

const holds: Verdict = { kind: 'holds' };

/** Whether a number states a derivation truly; a calculation that failed was reported where it was made. */
export function holdNumber(
  { token, reach }: Saying['numbers'][number],
  { calculation }: Derivation,
  vocabulary: Vocabulary,
): Verdict {
  return isFailure(calculation) ? holds : agree(token, reach?.meaning, calculation, vocabulary.nearness);
}

/** Whether a judgement is true of a derivation, in every way to see its rivals that can answer. */
export function holdWord(
  meaning: Meaning,
  derivation: Derivation,
  { tables, rivals, after, ...rest }: Surroundings,
): Verdict {
  const followed = after?.calculation;
  const options: JudgeOptions = {
    ...rest,
    ...(rivals
      ? { against: 'rivals' as const }
      : hasYearBefore(derivation, tables)
        ? { against: 'years' as const }
        : {}),
    ...(followed && !isFailure(followed) ? { after: followed } : {}),
  };
  const verdicts = subjectsOf(derivation, tables, rivals).map(subject => judge(meaning, subject, options));
  const answered = verdicts.filter(({ kind }) => kind !== 'unanswerable');
  return answered.find(({ kind }) => kind !== 'holds') ?? answered[0] ?? verdicts[0] ?? nothingToJudge;
}

const nothingToJudge: Verdict = { kind: 'unanswerable', found: 'there is no number to hold it against' };
