// Dutch number words as values: cardinals and ordinals, as long as they are written.

import { numberInWords, ordinalInWords } from '../locale/count.ts';

/** The word in small letters without accents: `Tweeëntwintig` gives `tweeentwintig`, in either encoding. */
export function plainWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function byWord(write: (n: number) => string | undefined): ReadonlyMap<string, number> {
  return new Map(Array.from({ length: 100 }, (_, n) => [plainWord(write(n) ?? ''), n]));
}

const cardinals = byWord(numberInWords);
const ordinals = byWord(ordinalInWords);
const millions = new Map([
  ['miljoen', 1_000_000],
  ['miljard', 1_000_000_000],
]);

/**
 * The value of a plain cardinal of one word, up to 999.999, `miljoen` or `miljard`: `vijftienhonderd`, `honderdeneen`,
 * `tweeduizendvijfhonderd`; 1 for `een`. Undefined when the word is no cardinal.
 */
export function cardinalOf(plain: string): number | undefined {
  const value = cardinals.get(plain) ?? millions.get(plain);
  if (value !== undefined) return value;
  return composed(plain, 'duizend', 1000, belowThousand);
}

function belowThousand(plain: string): number | undefined {
  return composed(plain, 'honderd', 100, rest => cardinals.get(rest) || undefined);
}

/** The value of `<times><power><rest>`, as in `tweehonderdvijf`; without the power, of the rest alone. */
function composed(
  plain: string,
  power: string,
  worth: number,
  read: (part: string) => number | undefined,
): number | undefined {
  const at = plain.lastIndexOf(power);
  if (at < 0) return read(plain);
  const times = at === 0 ? 1 : read(plain.slice(0, at));
  const rest = afterAnd(plain.slice(at + power.length), read);
  return times === undefined || rest === undefined ? undefined : times * worth + rest;
}

/** Nothing is 0; `en` may stand before the rest: `honderdeneen`. */
function afterAnd(rest: string, read: (part: string) => number | undefined): number | undefined {
  if (rest === '') return 0;
  return read(rest) ?? (rest.startsWith('en') ? read(rest.slice(2)) : undefined);
}

/** The value of a plain ordinal of one word: `eenentwintigste`, `honderdderde`; undefined when it is none. */
export function ordinalOf(plain: string): number | undefined {
  const value = ordinals.get(plain);
  if (value !== undefined) return value;
  if (/(?:honderd|duizend|miljoen|miljard)ste$/.test(plain)) return cardinalOf(plain.slice(0, -3));
  const [, head, rest] = /^(.*(?:honderd|duizend))(.+)$/.exec(plain) ?? [];
  if (head === undefined || rest === undefined) return undefined;
  const [above, below] = [cardinalOf(head), afterAnd(rest, part => ordinals.get(part))];
  return above === undefined || below === undefined ? undefined : above + below;
}
