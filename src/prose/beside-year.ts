// The year that a sentence gives to a number of an expression, and the years that the number is of.

import type { TextContext } from './call.ts';
import { complainBeside, type Spot } from './complaint.ts';
import { plainly } from './marks.ts';
import type { NearNumber } from './near.ts';
import { yearOf } from './subject.ts';

type Context = Pick<TextContext, 'marks' | 'tables' | 'diagnostics' | 'publication'>;

/**
 * Reports numbers of another year than their words say: the year right behind it, the one that its clause begins with, or
 * the only year of the sentence.
 */
export function checkYears(near: readonly NearNumber[], spot: Spot, context: Context): void {
  const dated = near.map(number => ({ number, own: yearsOf(number, context) })).filter(({ own }) => own.length > 0);
  const wrong = dated.flatMap(({ number, own }) => {
    const year = yearBehind(number, spot, context) ?? yearBefore(number, spot, context);
    return year === undefined || own.includes(year) ? [] : [{ number, own, year }];
  });
  const year = onlyYear(spot, context);
  const [first] = dated;
  const none = year !== undefined && dated.length === near.length && !dated.some(({ own }) => own.includes(year));
  const found = wrong.length === 0 && none && first ? [{ ...first, year }] : wrong;
  for (const one of found) complainOfYear(one, spot, context);
}

/** `15 zaken in 2022`, but not `15 meer dan in 2022`. */
function yearBehind({ end }: NearNumber, { text, sentence }: Spot, { marks }: Context): number | undefined {
  const behind = plainly(text.slice(end, sentence.end), marks);
  const found = /^((?:\s+\p{Ll}+){0,3}?)\s+(?:in|over) ((?:19|20)\d\d)(?![\d-])/u.exec(behind);
  return found && !/\b(?:dan|als|van|en|maar|terwijl)$/.test(found[1] ?? '') ? Number(found[2]) : undefined;
}

/** `In 2022 waren het er 15`: nothing but words between the year that begins a clause and the number. */
function yearBefore({ start }: NearNumber, { text, sentence }: Spot, { marks }: Context): number | undefined {
  const before = plainly(text.slice(sentence.start, start), marks);
  const found = /(?:^[#>\s*]*|[,;:(] |\b(?:en|maar|terwijl) )(?:in|over) ((?:19|20)\d\d)(?:\s+\p{L}+){0,8}\s+$/iu.exec(
    before,
  );
  return found ? Number(found[1]) : undefined;
}

/** The year of a sentence that names one only, and compares nothing with it. */
function onlyYear({ text, sentence }: Spot, { marks }: Context): number | undefined {
  const words = plainly(text.slice(sentence.start, sentence.end), marks);
  const years = [...new Set(words.match(/(?<![\d-])(?:19|20)\d\d(?![\d-])/g))];
  const isCompared = /\b(?:dan|als|van|sinds|vanaf|tot) (?:in |over )?(?:19|20)\d\d/i.test(words);
  return years.length === 1 && !isCompared ? Number(years[0]) : undefined;
}

interface WrongYear {
  readonly number: NearNumber;
  /** The years that the number is of. */
  readonly own: readonly number[];
  /** The year that the words name. */
  readonly year: number;
}

function complainOfYear({ number, own, year }: WrongYear, spot: Spot, context: Context): void {
  complainBeside(number, spot, context, {
    rule: 'year-mismatch',
    message: `The sentence speaks of ${year}, and the number of {{${number.expression}}} is of ${own.join(', ')}.`,
    hints: [`Name the year in the expression (… ${year}), or correct the year of the sentence.`],
  });
}

function yearsOf({ derivation }: NearNumber, { tables }: Context): number[] {
  const years = derivation.calculation.cells.map(cell => yearOf(cell, tables));
  return years.every(year => year !== undefined) ? [...new Set(years.filter(year => year !== undefined))] : [];
}
