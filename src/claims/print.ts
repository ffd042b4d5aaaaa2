// A calculation or words as they stand in the sentence, in Dutch.

import { capitalise } from '../locale/capital.ts';
import { cellWords } from '../locale/cell.ts';
import { numberInWords, ordinalInWords } from '../locale/count.ts';
import { formatNumber, formatPercentage, type PercentageStyle } from '../locale/number.ts';
import { approximationOf, leastOf, mostOf, printable } from '../statistics/print.ts';
import { type Quantity, withoutSign } from '../statistics/quantity.ts';
import { type Rational, toNumber } from '../statistics/rational.ts';
import type { PrintOptions } from './result.ts';

/** A number that cannot be printed as one, with the wordings that hold for all its values. */
export interface Uncertain {
  readonly low: string;
  readonly high: string;
  readonly wordings: readonly string[];
}

/** The quantity's text, or what is uncertain about it. */
export function printQuantity(
  quantity: Quantity,
  options: PrintOptions & { readonly unsigned: boolean; readonly percentage: PercentageStyle },
): string | Uncertain {
  const single = singleCell(quantity);
  if (single !== undefined) return options.capital ? capitalise(single) : single;
  const shown = options.unsigned && !options.sign ? withoutSign(quantity) : quantity;
  if (shown.kind === 'failure') return '';
  const decimals = options.decimals ?? shown.decimals;
  const result = printable(shown, decimals);
  if (result.kind === 'one') {
    const text = numberText(shown, result.value, { ...options, decimals });
    return options.capital ? capitalise(text) : text;
  }
  const write = (value: Rational): string => numberText(shown, value, { ...options, decimals, words: false });
  const [low, high] = [write(leastOf(shown, decimals)), write(mostOf(shown, decimals))];
  const about = approximationOf(shown, decimals);
  return {
    low,
    high,
    wordings: [
      `{{ten-minste …}} (ten minste ${low})`,
      `{{hoogstens …}} (hoogstens ${high})`,
      `{{tussen …}} (tussen ${low} en ${high})`,
      ...(about ? [`{{circa …}} (circa ${write(about)})`] : []),
    ],
  };
}

/** A single suppressed cell or range is printed as its words. */
function singleCell(quantity: Quantity): string | undefined {
  const [cell] = quantity.cells;
  if (!cell || quantity.cells.length > 1 || quantity.form?.length !== 1 || quantity.measure !== 'count')
    return undefined;
  const { value } = cell.observation;
  const whole = quantity.form[0]?.weight;
  const asIs = whole !== undefined && whole.n === 1n && whole.d === 1n;
  return asIs && (value.kind === 'suppressed' || value.kind === 'range') ? cellWords(value) : undefined;
}

/** A value of a quantity's measure, in figures or in words. */
export function numberText(
  quantity: Quantity,
  value: Rational,
  options: PrintOptions & { readonly decimals: number; readonly percentage: PercentageStyle },
): string {
  const { decimals, sign, words, percentage } = options;
  if (words && value.d === 1n && value.n >= 0n && value.n <= 20n) {
    const inWords = quantity.measure === 'rank' ? ordinalInWords(toNumber(value)) : numberInWords(toNumber(value));
    if (inWords !== undefined && quantity.measure !== 'percentage') return inWords === 'een' ? 'één' : inWords;
  }
  if (quantity.measure === 'percentage') return formatPercentage(value, decimals, { percentage, sign });
  return formatNumber(value, decimals, { sign });
}
