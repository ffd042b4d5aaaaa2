// Several years of a sentence: periods, lists of years, numbers from one year to another, and years that are alike.

import { type Calculation, isFailure } from '../statistics/quantity.ts';
import { equals } from '../statistics/rational.ts';
import { type NearNumber, yearsApart } from './near.ts';
import { ownPeriods, periodsOf } from './own-years.ts';
import { type Derivation, isChange } from './result.ts';
import { type Period, periodSaid, yearAlike, yearBase, yearSince, yearsListed } from './said-years.ts';
import { endsWithFrom, leadsTo } from './span-words.ts';
import { latestYear, yearOf, yearsOn } from './subject.ts';
import { ofYear, type Words, type WrongYear, type YearContext, yearOfNumber } from './year-words.ts';

/** A number of several years is of all that the sentence names, unless its own words name a year. */
export function wrongPeriod(
  number: NearNumber,
  words: Words,
  near: readonly NearNumber[],
  context: YearContext,
): WrongYear[] {
  const own = ownPeriods(number, context);
  if (own.length === 0 || yearOfNumber(words) !== undefined) return [];
  const listed = yearsListed(words.sentence);
  if (!own.every(one => listed.length === 0 || listed.map(String).includes(one)))
    return [ofYear(number, listed.join(' and '), own)];
  const since = yearSince(words.before, words.between);
  const first = own.map(one => Number(one.slice(0, 4))).toSorted((a, b) => a - b)[0];
  if (own.length > 1 && !isChange(number.derivation) && since !== undefined && first !== since && first !== since + 1)
    return [ofYear(number, `${since} and later`, own)];
  const said = periodSaid(words.sentence);
  if (!said || isInOtherClause(said.text, words) || namesExtreme(words.sentence, context)) return [];
  const isOfPeriod = near.some(one => covers(said, one, context)) || endsGiven(said, near, context);
  const isNamed = own.every(one => words.sentence.replace(said.text, '').includes(one));
  return isOfPeriod || isNamed ? [] : [ofYear(number, `${said.from}-${said.to}`, own)];
}

/** `het hoogste aantal in de periode 2019-2023`: the period says among what the number of one year is the highest. */
function namesExtreme(sentence: string, { vocabulary }: YearContext): boolean {
  return vocabulary.scan(sentence).some(({ meaning }) => meaning.kind === 'extreme' || meaning.kind === 'first');
}

function isInOtherClause(period: string, { sentence, before }: Words): boolean {
  const start = sentence.indexOf(period);
  const [from, to] = start < before.length ? [start + period.length, before.length] : [before.length, start];
  return /[;:]\s|,\s(?:nu|maar|terwijl|en|waarna|toen|in|over)\s/.test(sentence.slice(from, to));
}

/** `Tussen 2019 en 2021 daalde het van 953 naar 307`: one number for each end. */
function endsGiven({ from, to }: Period, near: readonly NearNumber[], context: YearContext): boolean {
  const owns = near.map(number => ownPeriods(number, context));
  return from < to && [from, to].every(end => owns.some(own => isSame(own, [String(end)])));
}

/** Whether a number, or what it is compared with, is of a whole period: of all its years, or from its first to its last. */
function covers({ from, to }: Period, number: NearNumber, context: YearContext): boolean {
  if (from >= to) return false;
  const years = Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
  const ends = [String(from), String(to)];
  const owns = [ownPeriods(number, context), ...(number.against ? [periodsOf(number.against, context)] : [])];
  return owns.some(
    own => own.includes(`${from}-${to}`) || isSame(own, years) || (isChange(number.derivation) && isSame(own, ends)),
  );
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every(one => others.includes(one));
}

/** `van 814 naar 868`: the number that another follows on. */
export function beginsSpan({ before, between }: Words): boolean {
  return endsWithFrom(before) && leadsTo(between);
}

const opposed = /^[^.;:()]{0,20}\s(?:tegen|tegenover)(?: \p{L}+){0,2}\s$/u;

/**
 * `van 814 naar 868` goes on in time, and begins in the year that the sentence compares with; `868 tegen 814` ends with that
 * year.
 */
export function wrongSpan(
  number: NearNumber,
  next: NearNumber | undefined,
  words: Words,
  context: YearContext,
): WrongYear[] {
  const isSpan = beginsSpan(words);
  if (!next || (!isSpan && !opposed.test(words.between))) return [];
  const [from, to] = [number, next]
    .map(one => ownPeriods(one, context))
    .map(own => (own.length === 1 ? own[0] : undefined));
  if (from === undefined || to === undefined || from === to) return [];
  const mixed = isSpan ? otherRow(number, next, context) : undefined;
  if (mixed) return [mixed];
  const what = `{{${number.expression}}} is of ${from}, and {{${next.expression}}} of ${to}`;
  if (isSpan && from > to)
    return [{ number, said: `${from} and then ${to}`, what, hint: 'Begin with the earlier year.' }];
  const base = yearBase(words.sentence);
  if (base === undefined || String(base) === (isSpan ? from : to)) return [];
  return [{ number, said: String(base), what, hint: 'Give the number of that year, or correct the year.' }];
}

/** `van 309 naar 493` of two rows of one table: the number that it ends with is of another group. */
function otherRow(number: NearNumber, next: NearNumber, { tables }: YearContext): WrongYear | undefined {
  const [own, other] = [number, next].map(one => {
    const [cell, another] = one.derivation.calculation.cells;
    return cell && !another ? cell : undefined;
  });
  if (!own || !other || own.table !== other.table) return undefined;
  const label = (cell: typeof own): string => (yearOf(cell, tables) === Number(cell.column) ? cell.row : cell.column);
  if (label(own) === label(other)) return undefined;
  const what = `{{${number.expression}}} is of "${label(own)}", and {{${next.expression}}} of "${label(other)}"`;
  return { number, said: 'one number that changes', what, hint: 'Name the same row in both years.' };
}

/** `van 791 in 2021 naar 868 in 2023, een stijging van 10%`: a change of the same number is of the same years. */
export function wrongChange(number: NearNumber, near: readonly NearNumber[], { text, context }: InText): WrongYear[] {
  const { sides } = number.derivation;
  if (!sides || !isChange(number.derivation)) return [];
  const span = near
    .slice(0, near.indexOf(number))
    .map((from, index) => ({ from, to: near[index + 1] }))
    .findLast(({ from, to }) => to !== undefined && to !== number && isFromTo(from, to, text));
  if (!span?.to) return [];
  const begins = yearsApart(span.from.derivation, sides.first, context.tables);
  const ends = yearsApart(span.to.derivation, sides.second, context.tables);
  if (begins === undefined || ends === undefined || (begins === 0 && ends === 0)) return [];
  const years = (derivations: readonly Derivation[]): string =>
    derivations.map(one => periodsOf([one], context).join(', ')).join(' to ');
  const what = `{{${number.expression}}} is of ${years([sides.first, sides.second])}`;
  const said = years([span.from.derivation, span.to.derivation]);
  return [{ number, said, what, hint: 'Name the years in the expression (sinds=… tot=…), or correct the sentence.' }];
}

interface InText {
  /** The text with its marks. */
  readonly text: string;
  readonly context: YearContext;
}

function isFromTo(from: NearNumber, to: NearNumber, text: string): boolean {
  return endsWithFrom(text.slice(0, from.start)) && leadsTo(text.slice(from.end, to.start));
}

/** `354, net als in 2022`, `In 2020 en 2021 waren het er telkens 70`: the same number in each year that is named. */
export function wrongLikeness(number: NearNumber, words: Words, { tables }: YearContext): WrongYear[] {
  const { derivation } = number;
  const latest = latestYear(derivation, tables);
  if (latest === undefined || isChange(number.derivation) || number.form === 'word') return [];
  const listed = yearsListed(words.sentence);
  const isEach = listed.includes(latest) && /\btelkens\b/i.test(words.sentence);
  const alike = yearAlike(words.before, words.between);
  const years = [...(isEach ? listed : []), ...(alike === undefined ? [] : [alike])];
  const isOther = (year: number): boolean =>
    !isAlike(derivation.remake(yearsOn(year - latest, tables)).calculation, derivation.calculation);
  const said = years.find(year => (year === latest ? year === alike : isOther(year)));
  if (said === undefined) return [];
  const what =
    said === latest
      ? `{{${number.expression}}} is of that year itself`
      : `{{${number.expression}}} is of ${latest}, and another number then`;
  return [{ number, said: String(said), what, hint: 'Name the number of each year, or correct the years.' }];
}

function isAlike(one: Calculation, other: Calculation): boolean {
  if (isFailure(one) || isFailure(other)) return false;
  return equals(one.interval.low, other.interval.low) && equals(one.interval.high, other.interval.high);
}
