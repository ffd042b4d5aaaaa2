// One typed cell → what it says of its value; the grammar of cells stands here and nowhere else.

import type { ObservedValue } from '../statistics/observation.ts';

/** How the numbers of a column are to be read. */
export interface CellMeasure {
  readonly measure: 'count' | 'percentage' | 'mean';
  /** Counts are rounded to multiples of this; 1 when exact. */
  readonly rounding: number;
}

/** A cell that no kind fits: what is wrong with it and what to type instead. */
export interface CellMistake {
  readonly message: string;
  readonly hint: string;
}

/** What stands in a cell, or in the place of a date, that must still be filled in. */
export const openSign = '?';

/** Reads a cell as typed; a missing one (`.`) has no reason yet. */
export function readCell(typed: string, how: CellMeasure): ObservedValue | CellMistake {
  const text = typed.trim();
  if (text === openSign) return { kind: 'missing', reason: 'nog in te vullen', isOpen: true };
  if (text === '.') return { kind: 'missing', reason: '' };
  return (
    readSuppressed(text) ?? readRange(text) ?? readPercentage(text, how) ?? readNumber(text, how) ?? mistake(text, how)
  );
}

/** Whether a cell could not be read. */
export function isMistake(read: ObservedValue | CellMistake): read is CellMistake {
  return 'hint' in read;
}

function readSuppressed(text: string): ObservedValue | CellMistake | undefined {
  const below = /^<(\d+)$/.exec(text)?.[1];
  if (below === undefined) return undefined;
  if (Number(below) > 1) return { kind: 'suppressed', below: Number(below) };
  return { message: `"${text}" leaves no count from 1 up.`, hint: 'Write 0 for none, or <5 for a count from 1 to 4.' };
}

function readRange(text: string): ObservedValue | CellMistake | undefined {
  const match = /^(\d+)-(\d+)$/.exec(text);
  if (!match) return undefined;
  const [low, high] = [Number(match[1]), Number(match[2])];
  if (low < high) return { kind: 'range', low, high };
  if (low === high)
    return { message: `The range "${text}" holds one number.`, hint: `Write the number itself: ${low}.` };
  return {
    message: `The range "${text}" does not run from low to high.`,
    hint: `Write the lower bound first: ${high}-${low}.`,
  };
}

function readPercentage(text: string, how: CellMeasure): ObservedValue | undefined {
  const pattern = how.measure === 'percentage' ? /^(\d+)(?:\.(\d+))?%?$/ : /^(\d+)(?:\.(\d+))?%$/;
  const match = pattern.exec(text);
  if (!match) return undefined;
  return { kind: 'percentage', value: Number.parseFloat(text), decimals: match[2]?.length ?? 0 };
}

function readNumber(text: string, how: CellMeasure): ObservedValue | CellMistake | undefined {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  if (/^0\d/.test(text))
    return {
      message: `"${text}" begins with a zero.`,
      hint: `Write the bare number: ${text.replace(/^0+(?=\d)/, '')}.`,
    };
  if (how.measure === 'mean') return { kind: 'mean', value: Number(text), decimals: match[2]?.length ?? 0 };
  if (match[2] !== undefined) return decimalCount(text, match[2]);
  if (!Number.isSafeInteger(Number(text)))
    return { message: `"${text}" is too large.`, hint: 'Check the number of digits.' };
  return how.rounding > 1 ? roundedCount(text, how.rounding) : { kind: 'count', value: Number(text) };
}

function roundedCount(text: string, to: number): ObservedValue | CellMistake {
  if (Number(text) % to === 0) return { kind: 'rounded', value: Number(text), to };
  return {
    message: `"${text}" is not rounded to ${to}, as this table says its counts are.`,
    hint: `Write a multiple of ${to}, or take the line \`rounding: ${to}\` out of the table.`,
  };
}

function decimalCount(text: string, decimals: string): CellMistake {
  const hint =
    decimals.length === 3
      ? `Write thousands without a point: ${text.replace('.', '')}.`
      : 'Write a whole number, or say `measure: mean` (or percentage) in the table.';
  return { message: `"${text}" is not a whole number, and this column holds counts.`, hint };
}

function mistake(text: string, how: CellMeasure): CellMistake {
  const message = text === '' ? 'The cell is empty.' : `"${text}" is not a known kind of cell.`;
  return { message, hint: mistakeHint(text, how) };
}

function mistakeHint(typed: string, how: CellMeasure): string {
  const text = typed.replace(/\s/g, ' ');
  if (text === '' || /^(null|~|-|n\.?b\.?)$/i.test(text))
    return 'Write 0 for none, or a point (.) for a missing value, with its reason under remarks.';
  if (/^\d+,\d+%?$/.test(text)) return `Write the decimal with a point: ${text.replace(',', '.')}.`;
  if (/^\d{1,3}([ .]\d{3})+$/.test(text))
    return `Write thousands without spaces or points: ${text.replace(/[ .]/g, '')}.`;
  if (/^\d[\d ]*\d%?$/.test(text)) return `Take the space out: ${text.replaceAll(' ', '')}.`;
  if (/^[\d.]+ +%$/.test(text)) return `Take the space out: ${text.replaceAll(' ', '')}.`;
  if (/^<\s+\d+$/.test(text)) return `Take the space out: ${text.replace(/\s+/, '')}.`;
  if (/^\d+\s*[-–—]\s*\d+$/.test(text))
    return `Write the range with a plain hyphen: ${text.replace(/\s*[-–—]\s*/, '-')}.`;
  if (/^-\d/.test(text)) return 'A count cannot be below zero; check the number.';
  if (/^\d+\s*\*?[pr*]$/i.test(text)) return 'Write the bare number, and say provisional or revised under remarks.';
  const kinds = how.measure === 'mean' ? 'a mean (28.3)' : 'a count (181), <5, a range (170-180), a percentage (34%)';
  return `Write ${kinds}, or a point (.) for a missing value.`;
}
