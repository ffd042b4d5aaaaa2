// Words that make one number side by side: `een derde`, `drie kwart`, `een half miljoen`, `tweeduizend vijfhonderd`.

import { add, multiply, type Rational, rational } from '../statistics/rational.ts';
import type { Reading } from './number-reading.ts';
import { gap, wordEnd } from './number-spelling.ts';
import type { Term } from './number-term.ts';

/** The terms of a text in small letters, with those joined that make one number side by side. */
export function joinParts(text: string, terms: readonly Term[]): Term[] {
  const joined: Term[] = [];
  for (const term of terms) {
    const last = joined.at(-1);
    const whole = last && wholeOf(text, last, term);
    if (whole) joined[joined.length - 1] = whole;
    else joined.push(term);
  }
  return joined;
}

const sideBySide = new RegExp(`^(?:${gap}|-)$`);

function wholeOf(text: string, first: Term, second: Term): Term | undefined {
  if (second.start - first.end > 3 || !sideBySide.test(text.slice(first.end, second.start))) return undefined;
  const above = numerator(first);
  if (!above) return undefined;
  const joined: Term = { ...second, start: first.start, role: 'alone' };
  if (second.role === 'half') return first.role === 'article' || isOne(above) ? joined : undefined;
  if (isQuarter(second)) return { ...joined, reading: times(second.reading, above) };
  if (second.reading.form === 'ordinal') return namedFraction(text, joined, above);
  return isThousands(first, second, above) ? { ...joined, reading: plus(second.reading, above) } : undefined;
}

/** A whole number in words, or the article: what can stand above in a fraction. */
function numerator({ role, reading, power }: Term): Rational | undefined {
  if (role === 'article') return reading.value;
  const isPlain = role === 'alone' && reading.form === 'cardinal' && reading.measure === 'count' && power === 0;
  return isPlain && reading.value.d === 1n && reading.value.n > 0n ? reading.value : undefined;
}

function isOne({ n, d }: Rational): boolean {
  return n === 1n && d === 1n;
}

function isQuarter({ role, reading }: Term): boolean {
  return role === 'quarter' || (role === 'parts' && reading.form === 'fraction');
}

function times(reading: Reading, above: Rational): Reading {
  return { ...reading, value: multiply(reading.value, above) };
}

function plus(reading: Reading, above: Rational): Reading {
  return { ...reading, value: add(reading.value, above) };
}

/** `een derde keer` is counted in order, and no fraction. */
const inOrder = new RegExp(
  `${gap}(?:jaar|keer|maal|plaats|kwartaal|ronde|partij|land|groep|vorm|reden|categorie|termijn)${wordEnd}`,
  'y',
);
const deal = new RegExp(`${gap}de(?:el|len)${wordEnd}`, 'y');

/** `een derde`, `twee vijfden`, `een tiende deel`; nobody calls a half `een tweede`. */
function namedFraction(text: string, joined: Term, above: Rational): Term | undefined {
  const { value } = joined.reading;
  const isInDigits = /\d/.test(text.slice(joined.start, joined.end));
  inOrder.lastIndex = joined.end;
  if (isInDigits || value.n < 3n || inOrder.test(text)) return undefined;
  deal.lastIndex = joined.end;
  const end = joined.end + (deal.exec(text)?.[0].length ?? 0);
  const share = rational(above.n * value.d, above.d * value.n);
  return { ...joined, end, reading: { form: 'fraction', measure: 'fraction', value: share, decimals: 0 } };
}

/** `tweeduizend vijfhonderd`: behind `duizend` Dutch spelling puts a space. */
function isThousands(first: Term, second: Term, above: Rational): boolean {
  const { form, value } = second.reading;
  const isRest = second.role === 'alone' && form === 'cardinal' && value.d === 1n && value.n > 0n && value.n < 1000n;
  return isRest && first.role === 'alone' && above.n % 1000n === 0n && above.n < 1_000_000n;
}
