// A table of contents without tags: rows that end with the numbers of pages, going up.

import type { Row } from './rows.ts';
import { tokensIn } from './rows.ts';
import type { Token } from './tokens.ts';

/** The rows of a page in two lots. */
export interface PartedContents {
  readonly text: readonly Row[];
  readonly contents: readonly Row[];
}

const fewest = 4;

/** Parts the rows of a page; a row goes to the contents with those before it that have no number of their own. */
export function partContents(rows: readonly Row[], pages: number): PartedContents {
  const isTitled = rows.some(row => /^(?:inhoud(?:sopgave)?|contents|table of contents)$/i.test(textOf(row)));
  const hasLeaders = rows.filter(row => /(?:[.…·]\s?){4,}\s*\d+$/.test(textOf(row))).length >= fewest;
  if (!isTitled && !hasLeaders) return { text: rows, contents: [] };
  const numbered = rows.map(row => numberOf(row, pages));
  const [first, last] = [
    numbered.findIndex(one => one !== undefined),
    numbered.findLastIndex(one => one !== undefined),
  ];
  const found = numbered.filter(one => one !== undefined);
  const goesUp = found.every((number, index) => index === 0 || number >= (found[index - 1] ?? 0));
  if (found.length < fewest || !goesUp) return { text: rows, contents: [] };
  return { text: [...rows.slice(0, first), ...rows.slice(last + 1)], contents: rows.slice(first, last + 1) };
}

/** The word of an entry that is the number of its page. */
export function pageNumberOf(row: Row): Token | undefined {
  const last = tokensIn(row).at(-1);
  return last && /^\d+$/.test(last.text) ? last : undefined;
}

function numberOf(row: Row, pages: number): number | undefined {
  const text = textOf(row);
  const number = Number(/\D(\d{1,4})$/.exec(text)?.[1] ?? Number.NaN);
  return /\p{L}/u.test(text) && number <= pages + 20 ? number : undefined;
}

function textOf(row: Row): string {
  return tokensIn(row)
    .map(({ text }) => text)
    .join(' ');
}
