// What is typed right beside a number of an expression: a fall without a word, a second unit, a sign, another year.

import type { WordToken } from '../language/vocabulary.ts';
import { isFailure } from '../statistics/quantity.ts';
import { checkYears } from './beside-year.ts';
import type { TextContext } from './call.ts';
import { complainBeside, type Spot } from './complaint.ts';
import { valueSaid } from './explanation.ts';
import { plainly } from './marks.ts';
import type { NearNumber } from './near.ts';

type Context = Pick<TextContext, 'marks' | 'vocabulary' | 'tables' | 'diagnostics' | 'publication' | 'reportingYear'>;

/** Reports what is typed beside the numbers of a sentence and makes them say something else. */
export function checkBeside(near: readonly NearNumber[], spot: Spot, context: Context): void {
  for (const number of near) {
    checkUnit(number, spot, context);
    checkSign(number, spot, context);
  }
  checkFalls(near, spot, context);
  checkYears(near, spot, context);
}

function checkUnit(number: NearNumber, spot: Spot, context: Context): void {
  const [, unit] = /^\s?(%|procent(?!\p{L}))/iu.exec(spot.text.slice(number.end)) ?? [];
  if (unit === undefined) return;
  const { calculation } = number.derivation;
  const isPercentage = !isFailure(calculation) && calculation.measure === 'percentage';
  complainBeside(number, spot, context, {
    rule: 'unit-typed',
    message: isPercentage
      ? `The number of {{${number.expression}}} prints its own "${unit}".`
      : `The number of {{${number.expression}}} is no percentage.`,
    hints: [
      isPercentage ? `Take the typed "${unit}" out.` : 'Take the typed unit out, or write {{aandeel …}} for a share.',
    ],
  });
}

function checkSign(number: NearNumber, spot: Spot, context: Context): void {
  if (!/(?:^|[\s(])[−+-]$/.test(spot.text.slice(Math.max(0, number.start - 2), number.start))) return;
  complainBeside(number, spot, context, {
    rule: 'sign-typed',
    message: `A sign is typed before {{${number.expression}}}.`,
    hints: ['Take it out, and let the number print its own with teken=ja.'],
  });
}

/** A fall that is printed without its sign needs a word that says so: `15%` by itself reads as a rise. */
function checkFalls(near: readonly NearNumber[], spot: Spot, context: Context): void {
  const { text, sentence } = spot;
  const falls = near.filter(({ derivation: { calculation, sides }, start, end }) => {
    const isChange = sides?.kind === 'growth' || sides?.kind === 'difference';
    if (!isChange || isFailure(calculation) || calculation.interval.high.n >= 0n) return false;
    return /^[\d.,]+(?:%|\s?procent)?$/.test(plainly(text.slice(start, end), context.marks));
  });
  if (falls.length === 0) return;
  const said = context.vocabulary.scan(plainly(text.slice(sentence.start, sentence.end), context.marks));
  if (said.some(({ meaning }) => meaning.kind === 'direction')) return;
  for (const fall of falls) {
    const amount = valueSaid(fall.derivation, context, { sign: true });
    complainBeside(fall, spot, context, {
      rule: 'fall-unsaid',
      message: `The number of {{${fall.expression}}} is a fall (${amount}), and no word in its sentence says so.`,
      hints: ['Write a word such as "minder" or "een daling van" beside it, or print the sign with teken=ja.'],
    });
  }
}

/** Whether a judgement is denied where it stands: "niet gestegen", "stijgt niet", "geen stijging". */
export function isDenied({ start, end }: WordToken, text: string): boolean {
  const before = /(?:^|[^\p{L}])(?:niet|geen|nooit)\s+(?:\p{L}+\s+)?$/iu.test(
    text.slice(Math.max(0, start - 40), start),
  );
  return before || /^\s+(?:\p{L}+\s+)?(?:niet|nooit)(?!\p{L})/iu.test(text.slice(end, end + 40));
}
