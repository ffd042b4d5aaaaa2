// A number and what the spreadsheet shows of it → the number as shown, typed with a decimal point.

import {
  absolute,
  equals,
  fromNumber,
  multiply,
  type Rational,
  rational,
  roundHalfUp,
  subtract,
} from '../statistics/rational.ts';
import type { CellContent } from './grid.ts';

/**
 * The number of a cell as it is shown. `shown` is in any language's signs, so the value says which of them part
 * decimals. A number format that adds words gives a text (`<5`); one that shows another number than the cell holds
 * (thousands as 1) gives an error.
 */
export function shownNumber(value: number, shown: string): CellContent {
  const match = /^(\D*?)([-\u2212]?)(\d(?:[\d.,'\u2019\s]*\d)?)(\D*)$/su.exec(shown.trim());
  if (!match) return noNumber(shown);
  const [, before = '', minus = '', core = '', after = ''] = match;
  const percent = (before + after).includes('%');
  const held = percent ? multiply(exactly(value), rational(100)) : exactly(value);
  const decimals = decimalsOf(core, absolute(held));
  if (decimals === undefined) return { kind: 'error', text: `shows "${shown}" but holds ${value}` };
  const rounded = roundHalfUp(held, decimals);
  const text = `${decimal(rounded, decimals)}${percent ? '%' : ''}`;
  const words = (before + after).replace(/[%\s]/g, '');
  if (words !== '' || (minus === '' && rounded.n < 0n)) {
    const bare = decimal(absolute(rounded), decimals);
    return { kind: 'text', text: `${before}${minus}${bare}${after}`.trim() };
  }
  return { kind: 'number', text, percent, exact: equals(rounded, held) };
}

function noNumber(shown: string): CellContent {
  if (/^#+$/.test(shown)) return { kind: 'error', text: 'does not fit its column' };
  return { kind: 'text', text: shown.trim() };
}

/** A spreadsheet holds fifteen digits; the rest is noise of the binary number. */
function exactly(value: number): Rational {
  return fromNumber(Number(value.toPrecision(15)));
}

/** How many digits of the shown number are decimals: those behind its last sign, or none when that parts thousands. */
function decimalsOf(core: string, held: Rational): number | undefined {
  const behind = /[.,]\s*(\d+)$/.exec(core)?.[1]?.length ?? 0;
  const digits = BigInt(core.replace(/\D/g, ''));
  return [behind, 0].find(decimals => isNear(digits, decimals, held));
}

/** Programs round halves in their own ways, so that the last digit may be one off. */
function isNear(digits: bigint, decimals: number, held: Rational): boolean {
  const { n, d } = absolute(subtract(rational(digits), multiply(held, rational(10n ** BigInt(decimals)))));
  return n * 10n <= d * 6n;
}

function decimal(value: Rational, decimals: number): string {
  const { n, d } = absolute(value);
  const digits = ((n * 10n ** BigInt(decimals)) / d).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${value.n < 0n ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`;
}
