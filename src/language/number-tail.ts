// What stands behind a number and belongs to it: `%`, ` procentpunt`, ` keer zo veel`, ` miljoen`.

import { multiply, rational } from '../statistics/rational.ts';
import type { Reading } from './number-reading.ts';
import { gap, wordEnd } from './number-spelling.ts';

const perCent = `(?:procent|percent)`;
const points = `(?:${perCent}[ -]?punt(?:en)?)`;
const signed = `(?:%[- ]?punt(?:en)?${wordEnd}|%${gap}${perCent}${wordEnd}|%)`;
const scales: readonly (readonly [RegExp, number])[] = [
  [/duizend/, 3],
  [/m(?:iljoen|ln|io)/, 6],
  [/m(?:iljard|ld|rd)/, 9],
];
const scale = `${gap}(?:duizend|miljoen|miljard|mln|mld|mrd|mio)${wordEnd}`;

const asMany = `${gap}zo${gap}?(?:veel|vaak|groot|hoog|lang|oud|sterk|snel|zwaar|duur)${wordEnd}`;
const times = `${gap}(?:keer|keren|maal|malen)${wordEnd}(?:${asMany})?`;
const perHundred = `${gap}(?:${points}|${perCent})${wordEnd}`;

/** What may stand behind a number, with the white space before it. */
export type TailKind = keyof typeof tails;

const tails = {
  /** Behind digits: also `%` and `2x`. */
  digits: new RegExp(`${gap}?${signed}|${perHundred}|${times}|${scale}|${gap}?[x×]${wordEnd}(?:${asMany})?`, 'y'),
  /** Behind a number word. */
  word: new RegExp(`${gap}?${signed}|${perHundred}|${times}|${scale}`, 'y'),
  /** Behind the bare `een`: `een procent`, `een miljoen`; `een keer` is no number. */
  article: new RegExp(`${perHundred}|${scale}`, 'y'),
  /** Behind a word that says how many times: `half zo veel`, `tweemaal zo vaak`. */
  times: new RegExp(asMany, 'y'),
} as const;

/** The tail at a place in a text of small letters, empty when there is none. */
export function tailAt(text: string, at: number, kind: TailKind): string {
  const pattern = tails[kind];
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** A reading with its tail worked in; `power` tells by what power of ten a word multiplied it. */
export function withTail(reading: Reading, end: string): { reading: Reading; power: number } {
  if (end === '') return { reading, power: 0 };
  if (end.includes('punt')) return { reading: { ...reading, measure: 'points' }, power: 0 };
  if (/%|procent|percent/.test(end)) return { reading: { ...reading, measure: 'percentage' }, power: 0 };
  const power = scales.find(([pattern]) => pattern.test(end))?.[1];
  if (power === undefined) return { reading: { ...reading, form: 'multiple', measure: 'multiple' }, power: 0 };
  return { reading: scaled(reading, power), power };
}

/** The reading times a power of ten; digits are rounded where they end, words say exactly what they say. */
export function scaled(reading: Reading, power: number): Reading {
  const isDigits = reading.form === 'digits';
  return {
    ...reading,
    form: isDigits ? 'digits' : 'cardinal',
    measure: 'count',
    value: multiply(reading.value, rational(10 ** power)),
    decimals: isDigits ? reading.decimals - power : 0,
  };
}
