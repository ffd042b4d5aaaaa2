// What is typed right beside a number of an expression: a fall without a word, a second unit, a sign, another year.

import type { WordToken } from '../language/vocabulary.ts';
import { isFailure, type Measure } from '../statistics/quantity.ts';
import { checkYears } from './beside-year.ts';
import { complainBeside, type Spot } from './complaint.ts';
import type { TextContext } from './context.ts';
import type { NearNumber } from './near.ts';

type Context = Pick<TextContext, 'marks' | 'vocabulary' | 'tables' | 'diagnostics' | 'publication' | 'reportingYear'>;

/** Reports what is typed beside the numbers of a sentence and makes them say something else. */
export function checkBeside(near: readonly NearNumber[], spot: Spot, context: Context): void {
  for (const number of near) {
    checkUnit(number, spot, context);
    checkSign(number, spot, context);
  }
  checkYears(near, spot, context);
}

const unitBehind = /^\s?(%|procentpunt(?:en)?|procent)(?!\p{L})/iu;

/** The unit of a number is its own or stands right behind it: `12%`, `4 procentpunt`. */
function checkUnit(number: NearNumber, spot: Spot, context: Context): void {
  const { calculation } = number.derivation;
  if (isFailure(calculation)) return;
  const rest = spot.text.slice(number.end, spot.sentence.end);
  const [, unit] = unitBehind.exec(rest) ?? [];
  const isOfPoints = calculation.measure === 'points';
  const said = unit === undefined ? undefined : unitWrong(number, unit, calculation.measure);
  if (said) complainBeside(number, spot, context, { rule: 'unit-typed', ...said });
  if (!isOfPoints || unit !== undefined || !/\d$/.test(number.words) || /procentpunt/i.test(rest)) return;
  complainBeside(number, spot, context, {
    rule: 'unit-missing',
    message: `The number of {{${number.expression}}} is in percentage points, and nothing behind it says so.`,
    hints: ['Write "procentpunt" or "procentpunten" behind it.'],
  });
}

/** What is wrong with a typed unit, if anything is. */
function unitWrong(
  { expression, words, form }: NearNumber,
  unit: string,
  measure: Measure,
): { readonly message: string; readonly hints: readonly string[] } | undefined {
  const isPoints = unit.toLowerCase().startsWith('procentpunt');
  if (measure === 'points')
    return isPoints
      ? undefined
      : {
          message: `The number of {{${expression}}} is in percentage points.`,
          hints: [`Write "procentpunt" or "procentpunten" instead of "${unit}".`],
        };
  if (measure !== 'percentage')
    return {
      message: `The number of {{${expression}}} is no percentage.`,
      hints: ['Take the typed unit out, or write {{aandeel …}} for a share.'],
    };
  if (isPoints)
    return {
      message: `The number of {{${expression}}} is a percentage, and no difference of two percentages.`,
      hints: [`Take the typed "${unit}" out, or write {{procentpunten (aandeel …) (aandeel …)}}.`],
    };
  if (form === 'number' && /\d$/.test(words))
    return {
      message: `The unit of {{${expression}}} stands outside its quotes.`,
      hints: [`Write it within: {{"${words}${unit === '%' ? '%' : ` ${unit}`}" …}}.`],
    };
  return {
    message: `The number of {{${expression}}} prints its own "${unit}".`,
    hints: [`Take the typed "${unit}" out.`],
  };
}

function checkSign(number: NearNumber, spot: Spot, context: Context): void {
  if (!/(?:^|[\s(])[−+-]$/.test(spot.text.slice(Math.max(0, number.start - 2), number.start))) return;
  complainBeside(number, spot, context, {
    rule: 'sign-typed',
    message: `A sign is typed before {{${number.expression}}}.`,
    hints: ['Take it out, and let the number print its own with teken=ja.'],
  });
}

/** Whether a judgement is denied where it stands: "niet gestegen", "stijgt niet", "geen stijging". */
export function isDenied({ start, end }: WordToken, text: string): boolean {
  const before = /(?:^|[^\p{L}])(?:niet|geen|nooit)\s+(?:\p{L}+\s+)?$/iu.test(
    text.slice(Math.max(0, start - 40), start),
  );
  return before || /^\s+(?:\p{L}+\s+)?(?:niet|nooit)(?!\p{L})/iu.test(text.slice(end, end + 40));
}
