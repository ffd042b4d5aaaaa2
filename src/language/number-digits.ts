// Numbers in digits with Dutch separators: `5.000`, `28,3`, `1 200`, `2½`.

import { add, parseRational, type Rational, rational } from '../statistics/rational.ts';

const noBreakSpaces = '\\u00a0\\u2009\\u202f';

const parts: Readonly<Record<string, readonly [number, number]>> = {
  '½': [1, 2],
  '⅓': [1, 3],
  '⅔': [2, 3],
  '¼': [1, 4],
  '¾': [3, 4],
  '⅕': [1, 5],
  '⅖': [2, 5],
  '⅗': [3, 5],
  '⅘': [4, 5],
  '⅙': [1, 6],
  '⅚': [5, 6],
  '⅛': [1, 8],
  '⅜': [3, 8],
  '⅝': [5, 8],
  '⅞': [7, 8],
  '⅒': [1, 10],
};

/** The characters for a part, such as `½`. */
export const partSigns = Object.keys(parts).join('');

const part = `[${partSigns}]`;
const groups = `[1-9]\\d{0,2}(?:\\.\\d{3})+(?!\\d)|[1-9]\\d{0,2}(?:[${noBreakSpaces}]\\d{3})+(?!\\d)`;

/**
 * Digits that make one number, without a sign: thousands grouped by points or by spaces that do not break, a decimal
 * comma (or a point that groups no thousands: `28.3`), and a character such as `½` alone or behind whole digits.
 */
export const digits = `(?:(?:${groups})(?:,\\d+)?|\\d+[.,]\\d+|\\d+[${noBreakSpaces}]?${part}|\\d+|${part})`;

/** Digits as a value, with the decimals typed: `½` counts as 0,5 and `⅓` as none, for it has no last decimal. */
export interface DigitsValue {
  readonly value: Rational;
  readonly decimals: number;
  /** Whether it is a character such as `½` and nothing else. */
  readonly isPart: boolean;
}

/** The value of what the pattern `digits` matched. */
export function digitsValue(text: string): DigitsValue {
  const sign = text.at(-1) ?? '';
  const fraction = parts[sign];
  if (fraction !== undefined) return withPart(text.slice(0, -1), fraction);
  const bare = text.replace(/[\u00a0\u2009\u202f]/g, '');
  const isGrouped = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,|$)/.test(bare);
  const decimal = isGrouped ? bare.replaceAll('.', '').replace(',', '.') : bare.replace(',', '.');
  return { value: parseRational(decimal), decimals: decimal.split('.')[1]?.length ?? 0, isPart: false };
}

function withPart(before: string, [n, d]: readonly [number, number]): DigitsValue {
  const whole = before.replace(/\D/g, '');
  const value = add(rational(n, d), parseRational(whole === '' ? '0' : whole));
  return { value, decimals: { 2: 1, 4: 2, 5: 1, 8: 3, 10: 1 }[d] ?? 0, isPart: whole === '' };
}
