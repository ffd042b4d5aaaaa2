// Telephone numbers, and addresses on the web and by post.

import { gap, wordEnd, wordSigns, wordStart } from './number-spelling.ts';
import { digitStart, type Prose, type Stretch, stretchesOf } from './structural-grammar.ts';

const dialled = `(?!\\d|[.,]\\d|%)(?!${gap}\\d)`;
const space = '[- \\u00a0]';
const phone = new RegExp(
  [
    `${digitStart}(?:0[89]0\\d${space}?\\d{3,4}(?:${space}?\\d{3})?|\\(?0\\d{1,3}\\)?${space}{1,3}\\d{2,4}(?:${space}?\\d{2,4}){1,3})${dialled}`,
    `\\+(?:31|32|33|44|49|297|352|599)${space}(?:\\(0\\))?${space}?\\d{1,3}(?:${space}?\\d{2,4}){2,4}${dialled}`,
    `(?<=${wordStart}(?:bel|belt|bellen|nummer|alarmnummer)${gap}(?:met${gap}|naar${gap})?)1\\d\\d${dialled}(?![${wordSigns}])`,
  ].join('|'),
  'g',
);

/** Telephone numbers: `0800-1234`, `030 123 45 67`, `+31 …`, and `112` behind `bel` or `nummer`. */
export function findPhones({ small: text }: Prose): Stretch[] {
  return stretchesOf(text, phone).filter(({ start, end }) => isDialled(text.slice(start, end)));
}

/** A Dutch number has ten digits, or is a short or a free one, or names its country. */
function isDialled(written: string): boolean {
  const digits = written.replace(/\D/g, '');
  return /^\+|^1\d\d$|^0[89]0/.test(written) || digits.length === 10;
}

const domain = '(?:nl|com|org|net|eu|be|int|gov|info|nu|europa)';
const address = new RegExp(
  [
    'https?://[^\\s<>()"\\]]+[^\\s<>()"\\].,;:!?]',
    `[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+`,
    `${wordStart}(?:(?:[a-z0-9-]+\\.)+${domain}${wordEnd}(?:/[^\\s<>()"\\]]*[^\\s<>()"\\].,;:!?])?|Postbus${gap}\\d{1,5}${wordEnd}|[1-9]\\d{3}[ \\u00a0]?[A-Z]{2}(?=[ \\u00a0]{1,2}[A-Z][a-z]))`,
  ].join('|'),
  'g',
);

/** Addresses on the web and by post: `https://…`, `naam@voorbeeld.nl`, `voorbeeld.nl/2024`, `Postbus 20301`. */
export function findAddresses({ text }: Prose): Stretch[] {
  return stretchesOf(text, address);
}
