// The years that a sentence gives to a number of an expression, and the years that the number is of.

import type { TextContext } from './call.ts';
import { complainBeside, type Spot } from './complaint.ts';
import { plainly } from './marks.ts';
import type { NearNumber } from './near.ts';
import { baseOf, periodsOf } from './own-years.ts';
import { onlyYear, yearBefore, yearBehind, yearCompared, yearSince } from './said-years.ts';

type Context = Pick<TextContext, 'marks' | 'vocabulary' | 'tables' | 'diagnostics' | 'publication' | 'reportingYear'>;

/**
 * Reports numbers of another year than their words say (the year right behind it, the one before it in its clause, or the
 * only year of the sentence), and changes since another year than the words compare them with.
 */
export function checkYears(near: readonly NearNumber[], spot: Spot, context: Context): void {
  const wrong = near.flatMap((number, index) => {
    const words = wordsAround(number, near[index + 1], spot, context);
    return [...wrongYear(number, words, context), ...wrongBase(number, words, context)];
  });
  const found = wrong.length > 0 ? wrong : wrongOnlyYear(near, spot, context);
  for (const one of found) complainOfYear(one, spot, context);
}

interface Words {
  /** From the beginning of the sentence to the number. */
  readonly before: string;
  /** From the number to the end of the sentence. */
  readonly behind: string;
  /** From the number to the next one that an expression gives. */
  readonly between: string;
}

function wordsAround({ start, end }: NearNumber, next: NearNumber | undefined, spot: Spot, context: Context): Words {
  const { text, sentence } = spot;
  const print = (from: number, to: number): string => plainly(text.slice(from, to), context.marks);
  return {
    before: print(sentence.start, start),
    behind: print(end, sentence.end),
    between: print(end, next?.start ?? sentence.end),
  };
}

interface WrongYear {
  readonly number: NearNumber;
  /** The year that the words name. */
  readonly said: number;
  readonly what: string;
  readonly hint: string;
}

function wrongYear(number: NearNumber, { before, behind }: Words, context: Context): WrongYear[] {
  const said = yearBehind(behind) ?? yearBefore(before);
  const own = periodsOf(number.derivation, context);
  return said === undefined || own.length === 0 || own.includes(String(said)) ? [] : [ofYear(number, said, own)];
}

function wrongOnlyYear(near: readonly NearNumber[], { text, sentence }: Spot, context: Context): WrongYear[] {
  const said = onlyYear(plainly(text.slice(sentence.start, sentence.end), context.marks));
  const owns = near.map(({ derivation }) => periodsOf(derivation, context));
  const [number] = near;
  const [own] = owns;
  if (said === undefined || !number || !own || owns.some(one => one.length === 0 || one.includes(String(said))))
    return [];
  return [ofYear(number, said, own)];
}

function ofYear(number: NearNumber, said: number, own: readonly string[]): WrongYear {
  const what = `the number of {{${number.expression}}} is of ${own.join(', ')}`;
  const hint = `Name the year in the expression (… ${said}), or correct the year of the sentence.`;
  return { number, said, what, hint };
}

/** `{{groei zaken alle}} meer dan in 2020`: a change is of the year that its words compare it with. */
function wrongBase(number: NearNumber, { before, behind, between }: Words, context: Context): WrongYear[] {
  const base = baseOf(number, context);
  if (base === undefined) return [];
  const said = yearCompared(number.form === 'word' ? behind : between) ?? yearSince(before, between);
  if (said === undefined || base.includes(String(said))) return [];
  const what = `{{${number.expression}}} compares with ${base.join(', ')}`;
  return [{ number, said, what, hint: `Let the expression compare with it too (sinds=${said}), or correct the year.` }];
}

function complainOfYear({ number, said, what, hint }: WrongYear, spot: Spot, context: Context): void {
  const message = `The sentence speaks of ${said}, and ${what}.`;
  complainBeside(number, spot, context, { rule: 'year-mismatch', message, hints: [hint] });
}
