// Plain arithmetic on fractions, written apart from the code under test and without simplifying anything.

import type { Interval } from '../../src/statistics/interval.ts';
import type { Rational } from '../../src/statistics/rational.ts';

/** A fraction: top and bottom, the bottom above zero. */
export type Plain = readonly [bigint, bigint];

export function plain(top: number | bigint, bottom: number | bigint = 1): Plain {
  return [BigInt(top), BigInt(bottom)];
}

export function plus([a, b]: Plain, [c, d]: Plain): Plain {
  return [a * d + c * b, b * d];
}

export function minus(a: Plain, [c, d]: Plain): Plain {
  return plus(a, [-c, d]);
}

export function times([a, b]: Plain, [c, d]: Plain): Plain {
  return [a * c, b * d];
}

/** a ÷ b; undefined when b is not above zero, for which there is no share or growth. */
export function over([a, b]: Plain, [c, d]: Plain): Plain | undefined {
  return c > 0n ? [a * d, b * c] : undefined;
}

/** Below zero when the first is lower, zero when they are equal. */
export function order([a, b]: Plain, [c, d]: Plain): number {
  const difference = a * d - c * b;
  return difference < 0n ? -1 : Number(difference > 0n);
}

export function ofRational({ n, d }: Rational): Plain {
  return [n, d];
}

export function isWithin(value: Plain, { low, high }: Interval): boolean {
  return order(ofRational(low), value) <= 0 && order(value, ofRational(high)) <= 0;
}

/** The lowest and the highest of at least one value. */
export function endsOf(values: readonly Plain[]): [Plain, Plain] {
  const [first, ...others] = values;
  if (!first) throw new Error('no values');
  return [
    others.reduce((low, value) => (order(value, low) < 0 ? value : low), first),
    others.reduce((high, value) => (order(value, high) > 0 ? value : high), first),
  ];
}

/**
 * How the value prints with so many decimals, halves away from zero: long division, digit by digit, and a carry. Without
 * a minus sign before nothing but zeros; the decimals may be negative, for tens and hundreds.
 */
export function printedPlain([top, bottom]: Plain, decimals: number): string {
  const scale = 10n ** BigInt(Math.abs(decimals));
  const [size, unit] = decimals < 0 ? [bottom * scale, scale] : [bottom, 1n];
  let rest = top < 0n ? -top : top;
  let digits = rest / size;
  rest %= size;
  for (let place = 0; place < decimals; place += 1) {
    rest *= 10n;
    digits = digits * 10n + rest / size;
    rest %= size;
  }
  if (2n * rest >= size) digits += 1n;
  const text = (digits * unit).toString().padStart(Math.max(0, decimals) + 1, '0');
  const cut = text.length - Math.max(0, decimals);
  const sign = top < 0n && digits > 0n ? '-' : '';
  return decimals > 0 ? `${sign}${text.slice(0, cut)}.${text.slice(cut)}` : sign + text;
}
