// Numbers as Dutch readers expect them: points for thousands, a comma for decimals, and in words.

import { absolute, fromNumber, type Rational, roundHalfUp } from '../statistics/rational.ts';

const minus = '\u2212';
const noBreakSpace = '\u00a0';

/** How a number shows its sign. */
export interface NumberStyle {
  /** Whether a value above zero gets a plus sign. */
  readonly sign?: boolean;
}

/** A number with Dutch signs, rounded halves away from zero: `5.000`, `28,3`, `−16`; never `−0`. */
export function formatNumber(value: Rational | number, decimals: number, style: NumberStyle = {}): string {
  const exact = typeof value === 'number' ? fromNumber(value) : value;
  const rounded = roundHalfUp(exact, decimals);
  const { n, d } = absolute(rounded);
  const digits = ((n * 10n ** BigInt(decimals)) / d).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(?:\d{3})+$)/g, '.');
  const fraction = decimals > 0 ? `,${digits.slice(-decimals)}` : '';
  return `${signOf(rounded, style)}${whole}${fraction}`;
}

function signOf(rounded: Rational, style: NumberStyle): string {
  if (rounded.n < 0n) return minus;
  return style.sign && rounded.n > 0n ? '+' : '';
}

/** How a percentage ends: `22%`, or `22 procent` with a space that does not break. */
export type PercentageStyle = 'sign' | 'word';

/** A percentage, from its value in per cent: `22%` or `22 procent`. */
export function formatPercentage(
  value: Rational | number,
  decimals: number,
  style: PercentageStyle | (NumberStyle & { readonly percentage: PercentageStyle }),
): string {
  const full = typeof style === 'string' ? { percentage: style } : style;
  const number = formatNumber(value, decimals, full);
  return full.percentage === 'sign' ? `${number}%` : `${number}${noBreakSpace}procent`;
}

/** A period of years: `2019-2023`, or the year alone when it begins and ends in the same one. */
export function formatYears(first: number, last: number): string {
  return first === last ? String(first) : `${first}-${last}`;
}
