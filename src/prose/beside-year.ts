// The years that a sentence gives to a number of an expression, and the years that the number is of.

import type { TextContext } from './call.ts';
import { complainBeside, type Spot } from './complaint.ts';
import { plainly } from './marks.ts';
import type { NearNumber } from './near.ts';
import { baseOf, isChange, ownPeriods, periodsOf } from './own-years.ts';
import {
  onlyYear,
  type Period,
  periodSaid,
  yearBefore,
  yearBehind,
  yearCompared,
  yearSince,
  yearsListed,
  yearVersus,
} from './said-years.ts';

type Context = Pick<TextContext, 'marks' | 'vocabulary' | 'tables' | 'diagnostics' | 'publication' | 'reportingYear'>;

/**
 * Reports numbers of another year than their words say (the year right behind it, the one before it in its clause, or the
 * only year or period of the sentence), and changes since another year than the words compare them with.
 */
export function checkYears(near: readonly NearNumber[], spot: Spot, context: Context): void {
  const sentence = plainly(spot.text.slice(spot.sentence.start, spot.sentence.end), context.marks);
  const wrong = near.flatMap((number, index) => {
    const words = { sentence, ...wordsAround(number, near[index + 1], spot, context) };
    const [first] = [
      ...wrongYear(number, words, context),
      ...wrongBase(number, words, context),
      ...wrongPeriod(number, words, near, context),
      ...wrongOrder(number, near[index + 1], words, context),
    ];
    return first ? [first] : [];
  });
  const found = wrong.length > 0 ? wrong : wrongOnlyYear(near, sentence, context);
  for (const one of found) complainOfYear(one, spot, context);
}

interface Words {
  readonly sentence: string;
  /** From the beginning of the sentence to the number. */
  readonly before: string;
  /** From the number to the end of the sentence. */
  readonly behind: string;
  /** From the number to the next one that an expression gives. */
  readonly between: string;
}

function wordsAround(
  { start, end }: NearNumber,
  next: NearNumber | undefined,
  { text, sentence }: Spot,
  context: Context,
): Omit<Words, 'sentence'> {
  const print = (from: number, to: number): string => plainly(text.slice(from, to), context.marks);
  return {
    before: print(sentence.start, start),
    behind: print(end, sentence.end),
    between: print(end, next?.start ?? sentence.end),
  };
}

interface WrongYear {
  readonly number: NearNumber;
  /** The year or years that the words name. */
  readonly said: string;
  readonly what: string;
  readonly hint: string;
}

function wrongYear(number: NearNumber, words: Words, context: Context): WrongYear[] {
  const said = beginsSpan(words) ? undefined : yearOfNumber(words);
  const own = ownPeriods(number, context);
  return said === undefined || own.length === 0 || own.includes(String(said)) ? [] : [ofYear(number, said, own)];
}

function yearOfNumber({ before, behind }: Words): number | undefined {
  return yearBehind(behind) ?? yearBefore(before);
}

function wrongOnlyYear(near: readonly NearNumber[], sentence: string, context: Context): WrongYear[] {
  const said = onlyYear(sentence);
  const owns = near.map(number => ownPeriods(number, context));
  const [number] = near;
  const [own] = owns;
  if (said === undefined || !number || !own || owns.some(one => one.length === 0 || one.includes(String(said))))
    return [];
  return [ofYear(number, said, own)];
}

function ofYear(number: NearNumber, said: number | string, own: readonly string[]): WrongYear {
  const what = `the number of {{${number.expression}}} is of ${own.join(', ')}`;
  const named = isChange(number) ? '(sinds=… tot=…)' : `(… ${said})`;
  return {
    number,
    said: String(said),
    what,
    hint: `Name the year in the expression ${named}, or correct the sentence.`,
  };
}

/** `{{groei zaken alle}} meer dan in 2020`: a change is of the year that its words compare it with. */
function wrongBase(number: NearNumber, { sentence, before, behind, between }: Words, context: Context): WrongYear[] {
  const base = baseOf(number, context);
  if (base === undefined) return [];
  const compared = yearCompared(number.form === 'word' ? behind : between) ?? yearVersus(sentence);
  const said = compared ?? yearSince(before, between);
  if (said === undefined || base.includes(String(said))) return [];
  const what = `{{${number.expression}}} compares with ${base.join(', ')}`;
  const hint = `Let the expression compare with it too (sinds=${said}), or correct the sentence.`;
  return [{ number, said: String(said), what, hint }];
}

/** A number of several years is of all that the sentence names, unless its own words name a year. */
function wrongPeriod(number: NearNumber, words: Words, near: readonly NearNumber[], context: Context): WrongYear[] {
  const own = ownPeriods(number, context);
  if (own.length === 0 || yearOfNumber(words) !== undefined) return [];
  const listed = yearsListed(words.sentence).map(String);
  const isListed = listed.length === 0 || own.every(one => listed.includes(one));
  const said = periodSaid(words.sentence);
  if (!isListed) return [ofYear(number, listed.join(' and '), own)];
  if (!said || isInOtherClause(said.text, words)) return [];
  const isOfPeriod = near.some(one => covers(said, one, context)) || endsGiven(said, near, context);
  const isNamed = own.every(one => words.sentence.replace(said.text, '').includes(one));
  return isOfPeriod || isNamed ? [] : [ofYear(number, `${said.from}-${said.to}`, own)];
}

function isInOtherClause(period: string, { sentence, before }: Words): boolean {
  const start = sentence.indexOf(period);
  const [from, to] = start < before.length ? [start + period.length, before.length] : [before.length, start];
  return /[,;:]\s/.test(sentence.slice(from, to));
}

/** `Tussen 2019 en 2021 daalde het van 953 naar 307`: one number for each end. */
function endsGiven({ from, to }: Period, near: readonly NearNumber[], context: Context): boolean {
  const owns = near.map(number => ownPeriods(number, context));
  return [from, to].every(end => owns.some(own => isSame(own, [String(end)])));
}

/** Whether a number, or what it is compared with, is of a whole period: of all its years, or from its first to its last. */
function covers({ from, to }: Period, number: NearNumber, context: Context): boolean {
  const years = Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
  const ends = [String(from), String(to)];
  const against = number.against ? periodsOf([number.against], context) : [];
  return [ownPeriods(number, context), against].some(
    own => own.includes(`${from}-${to}`) || isSame(own, years) || (isChange(number) && isSame(own, ends)),
  );
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every(one => others.includes(one));
}

/** `van 814 naar 868`: the number that another follows on. */
function beginsSpan({ before, between }: Words): boolean {
  return (
    /\bvan(?: \p{L}+){0,2}\s$/u.test(before) && /^[^.;:()]{0,40}\b(?:naar|tot|op)(?: \p{L}+){0,2}\s$/u.test(between)
  );
}

/** `van 814 naar 868` goes on in time. */
function wrongOrder(number: NearNumber, next: NearNumber | undefined, words: Words, context: Context): WrongYear[] {
  if (!next || !beginsSpan(words)) return [];
  const [[from, ...more], [to, ...others]] = [number, next].map(one => ownPeriods(one, context)) as [
    string[],
    string[],
  ];
  if (from === undefined || to === undefined || more.length + others.length > 0 || Number(from) <= Number(to))
    return [];
  const what = `{{${number.expression}}} is of ${from}, and {{${next.expression}}} of ${to}`;
  return [{ number, said: `${from} and then ${to}`, what, hint: 'Begin with the earlier year.' }];
}

function complainOfYear({ number, said, what, hint }: WrongYear, spot: Spot, context: Context): void {
  const message = `The sentence speaks of ${said}, and ${what}.`;
  complainBeside(number, spot, context, { rule: 'year-mismatch', message, hints: [hint] });
}
