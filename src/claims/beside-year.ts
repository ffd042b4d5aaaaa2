// The years that a sentence gives to a number of an expression, and the years that the number is of.

import { beginsSpan, wrongChange, wrongLikeness, wrongPeriod, wrongSpan } from './beside-period.ts';
import { complainBeside, type Spot } from './complaint.ts';
import { plainly } from './marks.ts';
import type { NearNumber } from './near.ts';
import { baseOf, ownPeriods, periodsOf } from './own-years.ts';
import { isChange } from './result.ts';
import {
  durationSaid,
  namesYear,
  onlyYear,
  yearBehind,
  yearCompared,
  yearSince,
  yearsCompared,
  yearsEarlier,
  yearVersus,
} from './said-years.ts';
import { ofYear, type Words, type WrongYear, type YearContext, yearOfNumber } from './year-words.ts';

/**
 * Reports numbers of another year than their words say (the year right behind it, the one before it in its clause, or the
 * only year or period of the sentence), and changes since another year than the words compare them with.
 */
export function checkYears(near: readonly NearNumber[], spot: Spot, context: YearContext): void {
  const sentence = plainly(spot.text.slice(spot.sentence.start, spot.sentence.end), context.marks);
  const wrong = near.flatMap((number, index) => {
    const words = { sentence, ...wordsAround(number, near[index + 1], spot, context) };
    const earlier = wrongEarlier(number, near[index - 1], words, context);
    const span = [
      ...wrongSpan(number, near[index + 1], words, context),
      ...wrongChange(number, near, { text: spot.text, context }),
    ];
    const [first] =
      namesYear(sentence) || durationSaid(sentence) !== undefined
        ? [
            ...wrongYear(number, words, context),
            ...wrongBase(number, words, context),
            ...wrongPeriod(number, words, near, context),
            ...span,
            ...earlier,
            ...wrongLikeness(number, words, context),
          ]
        : [...span, ...earlier];
    return first ? [first] : [];
  });
  const found = wrong.length > 0 ? wrong : wrongOnlyYear(near, sentence, context);
  for (const one of found) complainOfYear(one, spot, context);
}

function wordsAround(
  { start, end }: NearNumber,
  next: NearNumber | undefined,
  { text, sentence }: Spot,
  context: YearContext,
): Omit<Words, 'sentence'> {
  const print = (from: number, to: number): string => plainly(text.slice(from, to), context.marks);
  return {
    before: print(sentence.start, start),
    behind: print(end, sentence.end),
    between: print(end, next?.start ?? sentence.end),
  };
}

function wrongYear(number: NearNumber, words: Words, context: YearContext): WrongYear[] {
  const said = beginsSpan(words) ? yearBehind(words.behind) : yearOfNumber(words);
  const own = lastPeriods(number, words, context);
  return said === undefined || own.length === 0 || own.includes(String(said)) ? [] : [ofYear(number, said, own)];
}

/** `868, een jaar eerder 814`: so many years before the number before it, or before the reporting year. */
function wrongEarlier(
  number: NearNumber,
  previous: NearNumber | undefined,
  { before, between }: Words,
  context: YearContext,
): WrongYear[] {
  const back = yearsEarlier(before, between);
  if (back === undefined || number.form === 'word' || isChange(number.derivation)) return [];
  const [year, another] = previous ? ownPeriods(previous, context) : [];
  const latest = year !== undefined && another === undefined ? Number(year) : context.reportingYear;
  const own = ownPeriods(number, context);
  return own.length === 0 || own.includes(String(latest - back)) ? [] : [ofYear(number, latest - back, own)];
}

/** `in 2023 zijn er 37 meer dan in 2022`: a change that the words compare with a year is of the later one. */
function lastPeriods(number: NearNumber, { between }: Words, context: YearContext): string[] {
  const { sides } = number.derivation;
  const isCompared = isChange(number.derivation) && yearCompared(between) !== undefined;
  return isCompared && sides ? periodsOf([sides.second], context) : ownPeriods(number, context);
}

function wrongOnlyYear(near: readonly NearNumber[], sentence: string, context: YearContext): WrongYear[] {
  const said = onlyYear(sentence);
  const owns = near.map(number => ownPeriods(number, context));
  const [number] = near;
  const [own] = owns;
  if (said === undefined || !number || !own || owns.some(one => one.length === 0 || one.includes(String(said))))
    return [];
  return [ofYear(number, said, own)];
}

/** `{{groei zaken alle}} meer dan in 2020`: a change is of the year that its words compare it with. */
function wrongBase(number: NearNumber, { before, behind, between }: Words, context: YearContext): WrongYear[] {
  const base = baseOf(number, context);
  if (base === undefined) return [];
  const compared = yearsCompared(number.form === 'word' ? behind : between);
  const versus = yearVersus(before, behind);
  const years = durationSaid(before + between);
  const own = years !== undefined && isChange(number.derivation) ? ownPeriods(number, context).map(Number) : [];
  const since = yearSince(before, between) ?? (own.length > 0 && years ? Math.max(...own) - years : undefined);
  const all = compared.length > 0 ? compared : [versus ?? since].filter(one => one !== undefined);
  const said = all.find(one => !base.includes(String(one)));
  if (said === undefined) return [];
  const what = `{{${number.expression}}} compares with ${base.join(', ')}`;
  const option = isChange(number.derivation) ? `sinds=${said}` : `dan=(… ${said})`;
  const hint = `Let the expression compare with it too (${option}), or correct the sentence.`;
  return [{ number, said: String(said), what, hint }];
}

function complainOfYear({ number, said, what, hint }: WrongYear, spot: Spot, context: YearContext): void {
  const message = `The sentence speaks of ${said}, and ${what}.`;
  complainBeside(number, spot, context, { rule: 'year-mismatch', message, hints: [hint] });
}
