// What a printed number says, worked out apart from the program: its digits, and exact values rounded to them.

import type { LedgerCell, LedgerEntry, LedgerNumber } from '../../src/ledger/entry.ts';

/** A fraction; the denominator is positive. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** The exact value of a number in the ledger. */
export function exact({ exact: text }: LedgerNumber): Fraction {
  const [n = '', d = '1'] = text.split('/');
  return { n: BigInt(n), d: BigInt(d) };
}

/** Whether the first is at most the second. */
export function atMost(one: Fraction, other: Fraction): boolean {
  return one.n * other.d <= other.n * one.d;
}

/** A number in digits: its digits as a whole number, and how many of them are decimals. */
export interface Printed {
  readonly digits: bigint;
  readonly decimals: number;
  readonly negative: boolean;
}

/** The one number of a printed text, `+7%`, `76 meer` or `18 minder` included; undefined when it is in words or a range. */
export function onlyNumber(text: string): Printed | undefined {
  const found = /^([+\u2212-]?)(\d{1,3}(?:\.\d{3})*|\d+)(?:,(\d+))?(?:%| procent)?( meer| minder)?$/.exec(text);
  if (!found) return undefined;
  const [, sign = '', whole = '', decimals = '', direction = ''] = found;
  const negative = sign === '\u2212' || sign === '-' || direction === ' minder';
  return { digits: BigInt(whole.replaceAll('.', '') + decimals), decimals: decimals.length, negative };
}

/** The digits of a value without its sign, rounded half up to a number of decimals. */
export function rounded({ n, d }: Fraction, decimals: number): bigint {
  const scaled = (n < 0n ? -n : n) * 10n ** BigInt(decimals);
  return (2n * scaled + d) / (2n * d);
}

/** Whether a value prints as these digits; a number without a sign may say how much less. */
export function prints(value: Fraction, { digits, decimals, negative }: Printed): boolean {
  return rounded(value, decimals) === digits && (!negative || value.n <= 0n);
}

/** Whether an entry is the number of a single cell, printed as the cell has it. */
export function isCellItself({ cells, text }: Pick<LedgerEntry, 'cells' | 'text'>): boolean {
  return cells.length === 1 && cells[0]?.printed === text;
}

/** What an author types for a cell that is printed so. */
export function typedForm({ printed }: LedgerCell): string {
  if (printed === 'n.b.') return '.';
  return printed.replaceAll('.', '').replace(',', '.').replace('%', '');
}
