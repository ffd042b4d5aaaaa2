// A number in digits at a place in a text.

import { rational } from '../statistics/rational.ts';
import { digits, digitsValue } from './number-digits.ts';
import type { Reading } from './number-reading.ts';
import { wordEnd } from './number-spelling.ts';
import { alone, type Term, tailed } from './number-term.ts';

const afterLetter = /[a-z\u00c0-\u1fff]\d{1,6}[.,]$/;
const numeral = new RegExp(
  `(?<nth>\\d+)(?:ste|de|e)${wordEnd}|(?<sign>[-+\\u2212\\u2013])?(?<digits>${digits})(?<fold>-?voud(?:ige?)?${wordEnd})?`,
  'y',
);
const beforeSign = /[\s([{"'“‘„«:*_>|]/;

/** The number in digits that begins at a place in a text of small letters; undefined within a code (`v2.1`), and at a hyphen. */
export function termOfDigits(text: string, at: number): Term | undefined {
  if (afterLetter.test(text.slice(Math.max(0, at - 8), at))) return undefined;
  const isSign = /[-+\u2212\u2013]/.test(text[at] ?? '');
  if (isSign && at > 0 && !beforeSign.test(text[at - 1] ?? '')) return undefined;
  numeral.lastIndex = at;
  const { nth, sign, digits: written = '', fold } = numeral.exec(text)?.groups ?? {};
  const end = numeral.lastIndex;
  if (nth !== undefined) return alone(at, end, inOrder(Number(nth)));
  if (written === '') return undefined;
  const { value, decimals, isPart } = digitsValue(written);
  const reading: Reading = {
    ...(isPart ? { form: 'fraction', measure: 'fraction' } : { form: 'digits', measure: 'count' }),
    ...{ value, decimals },
    ...(sign === undefined ? {} : { sign: sign === '+' ? '+' : '-' }),
  };
  if (fold !== undefined) return alone(at, end, { ...reading, form: 'multiple', measure: 'multiple' });
  return tailed(text, alone(at, end, reading), 'digits');
}

function inOrder(place: number): Reading {
  return { form: 'ordinal', measure: 'ordinal', decimals: 0, value: rational(place) };
}
