// Numbers that are one number together: ranges (`170 tot 180`) and fractions of two (`vijf op de zes`).

import { months } from '../locale/date.ts';
import { add, compare, type Rational, rational } from '../statistics/rational.ts';
import type { Reading } from './number-reading.ts';
import { gap, wordEnd, wordStart } from './number-spelling.ts';
import { scaled } from './number-tail.ts';
import type { Term } from './number-term.ts';

/** Two single numbers that follow each other, with the text around and between them. */
interface Pair {
  readonly first: Term;
  readonly second: Term;
  readonly text: string;
  readonly between: string;
}

/** The numbers of a text in small letters, with those joined that belong together; a bare `een` that joins nothing is left out. */
export function joinTerms(text: string, terms: readonly Term[]): { start: number; end: number; reading: Reading }[] {
  const joined: { start: number; end: number; reading: Reading }[] = [];
  for (let at = 0; at < terms.length; at += 1) {
    const [first, second] = [terms[at], terms[at + 1]];
    if (!first) break;
    const reading = second && joinedReading(text, first, second);
    if (reading) {
      joined.push({ start: first.start, end: second.end, reading });
      at += 1;
    } else if (isNumber(first)) joined.push(first);
  }
  return joined;
}

function isArticle({ role }: Term): boolean {
  return role === 'article';
}

/** Whether a term is a number by itself. */
function isNumber({ role }: Term): boolean {
  return role === 'alone' || role === 'quarter';
}

/** The longest words that stand between two numbers of one, with their white space. */
const longestBetween = 24;

function joinedReading(text: string, first: Term, second: Term): Reading | undefined {
  if (!isNumber(second) || !(isNumber(first) || isArticle(first)) || second.start - first.end > longestBetween)
    return undefined;
  const pair: Pair = { first, second, text, between: text.slice(first.end, second.start) };
  return readFraction(pair) ?? readAndHalf(pair) ?? readRange(pair);
}

const inEvery = new RegExp(`^${gap}op(${gap}(?:de|elke|iedere))?${gap}$`);
const ofThe = new RegExp(`^${gap}van${gap}(?:de|elke)${gap}$`);
const monthNext = new RegExp(`^${gap}(?:${months.join('|')})${wordEnd}`);

/** `vijf op de zes`, `één op zes`, `3/4`; in words also `drie van de vier`, which in digits are two counts. */
function readFraction(pair: Pair): Reading | undefined {
  const { first, second, between } = pair;
  if (!isBareCount(first) || !isBareCount(second)) return undefined;
  if (compare(first.reading.value, second.reading.value) >= 0) return undefined;
  const areWords = !isArticle(first) && first.reading.form === 'cardinal' && second.reading.form === 'cardinal';
  if (!isInEvery(pair) && !isSlashed(pair) && !(areWords && ofThe.test(between))) return undefined;
  const value = quotient(first.reading.value, second.reading.value);
  return { form: 'fraction', measure: 'fraction', decimals: 0, value };
}

/** A count without a sign or a decimal. */
function isBareCount({ reading, power }: Term): boolean {
  const { form, measure, sign, value } = reading;
  const isWritten = form === 'digits' || form === 'cardinal';
  return isWritten && measure === 'count' && sign === undefined && power === 0 && value.d === 1n && value.n > 0n;
}

/** Without `de` the second may be the day of a date: `één op 18 oktober`. */
function isInEvery({ between, second, text }: Pair): boolean {
  const match = inEvery.exec(between);
  if (!match) return false;
  return match[1] !== undefined || !monthNext.test(text.slice(second.end, second.end + 20));
}

const hundred = rational(100);

/** A slash makes a fraction of two small numbers that belong to no longer row: `24/7` and `28-3/4` are none. */
function isSlashed({ between, first, second, text }: Pair): boolean {
  if (between !== '/' || compare(second.reading.value, hundred) >= 0) return false;
  return !/[-–/]/.test(text[first.start - 1] ?? '') && !/^[-–/]\p{L}?\d/u.test(text.slice(second.end, second.end + 3));
}

function quotient(part: Rational, whole: Rational): Rational {
  return rational(part.n * whole.d, part.d * whole.n);
}

const andA = new RegExp(`^${gap}en${gap}$`);

/** `twee en een half`, also with a tail: `twee en een half procent`. */
function readAndHalf({ first, second, text, between }: Pair): Reading | undefined {
  const isHalf = second.role === 'alone' && /^een\s+hal[fv]/.test(text.slice(second.start, second.end));
  if (!isHalf || second.power > 0 || first.reading.form !== 'cardinal' || !isBareCount(first)) return undefined;
  if (!andA.test(between)) return undefined;
  const measure = second.reading.measure === 'fraction' ? 'count' : second.reading.measure;
  return { form: 'cardinal', measure, decimals: 1, value: add(first.reading.value, second.reading.value) };
}

const dash = new RegExp(`^(?:[-–]|${gap}[-–]${gap})$`);
const either = new RegExp(`^-?${gap}(?:of|à|a\\u0300)${gap}$`);
const through = new RegExp(`^-?${gap}(?:tot${gap}en${gap}met|t/m)${gap}$`);
const upTo = new RegExp(`^-?${gap}tot${gap}$`);
const and = new RegExp(`^${gap}en${gap}(?:de${gap})?$`);
const afterFrom = new RegExp(`${wordStart}van${gap}(?:de${gap}|het${gap})?$`);
const afterBetween = new RegExp(`${wordStart}tussen${gap}(?:de${gap})?$`);

/** `5.000-7.500`, `tien à twaalf`, `2 tot 3 procent`, `tussen 170 en 180`; `van 5 tot 3` and `van 5 tot 8` are none. */
function readRange(pair: Pair): Reading | undefined {
  if (!isConnected(pair)) return undefined;
  const ends = alike(pair.first, pair.second);
  if (!ends || ends.low.sign !== ends.high.sign) return undefined;
  const { low, high } = ends.low.sign === '-' ? { low: ends.high, high: ends.low } : ends;
  if (compare(low.value, high.value) >= 0) return undefined;
  const decimals = Math.max(low.decimals, high.decimals);
  return { ...high, value: low.value, high: high.value, decimals };
}

function isConnected({ first, second, text, between }: Pair): boolean {
  if (isArticle(first) && second.reading.form === 'digits') return false;
  if (between === '-' || between === '–') return !isInRow(text, first.start, second.end);
  if (dash.test(between) || either.test(between) || through.test(between)) return true;
  const before = text.slice(Math.max(0, first.start - 16), first.start);
  if (upTo.test(between)) return !afterFrom.test(before);
  return and.test(between) && afterBetween.test(before);
}

/** Whether more numbers hang on it, as in dates and telephone numbers: `26-04-2024`. */
function isInRow(text: string, start: number, end: number): boolean {
  return /[-–/]/.test(text[start - 1] ?? '') || /^[-–/]\d/.test(text.slice(end, end + 2));
}

/** Both ends in the unit of the upper: `2 tot 3%`, `2 à 3 miljoen`; undefined when they measure different things. */
function alike(first: Term, second: Term): { low: Reading; high: Reading } | undefined {
  const [low, high] = [first.reading, second.reading];
  if ([low.form, high.form].some(form => form === 'ordinal' || form === 'none')) return undefined;
  const withSign = low.sign === '+' && high.sign === undefined ? { ...high, sign: low.sign } : high;
  if (low.measure === high.measure) return { low: inPowerOf(second, first), high: withSign };
  if (low.measure !== 'count' || first.power > 0 || high.measure === 'fraction') return undefined;
  return { low: { ...low, measure: high.measure }, high: withSign };
}

function inPowerOf(model: Term, { reading, power }: Term): Reading {
  const isSmall = power === 0 && compare(reading.value, rational(1000)) < 0;
  return model.power > 0 && isSmall ? scaled(reading, model.power) : reading;
}
