// The numbers on a page of a PDF and in the ledger's entries, in one form in which they can be counted and compared.

import { scanNumbers } from '../../src/language/numbers.ts';
import type { Vocabulary } from '../../src/language/vocabulary.ts';
import type { Page } from './pdf.ts';
import type { Tag, TextItem } from './structure.ts';
import { textOf } from './words.ts';

/** The text of each block of a page (paragraph, heading, cell, drawing) in reading order, with its broken words whole. */
export function blocksOf({ tags }: Pick<Page, 'tags'>): string[] {
  return tags.flatMap(itemsOfBlocks).map(items => wholeWords(textOf(items)));
}

/** What stands outside the structure of a page: running heads and page numbers. */
export function looseItems({ items, tags }: Pick<Page, 'items' | 'tags'>): TextItem[] {
  const tagged = new Set(tags.flatMap(tag => tag.items));
  return items.filter(item => !tagged.has(item) && item.text.trim() !== '');
}

const inline = /^(Span|Strong|Em|Link|Reference|Code|Quote|Note|Lbl|LBody)$/;

function itemsOfBlocks(tag: Tag): TextItem[][] {
  const blocks = tag.children.filter(({ role }) => !inline.test(role));
  const inBlocks = new Set(blocks.flatMap(block => block.items));
  return [tag.items.filter(item => !inBlocks.has(item)), ...blocks.flatMap(itemsOfBlocks)];
}

/** A word that a line end breaks is joined; a hyphen beside a digit stays (`2019-2023`), and its line end goes. */
function wholeWords(text: string): string {
  return text
    .replace(/(\p{L})[-\u2010]\n(?=\p{Ll})/gu, '$1')
    .replace(/(\d[-\u2013])\n(?=\d)/g, '$1')
    .replace(/\s+/g, ' ');
}

/** The numbers written in digits, each with its thousands, decimals and percent sign: `5.000`, `12,5%`, `40`. */
export function digitsIn(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*%?/g) ?? [];
}

/** The number words of a text in small letters, without those in fixed phrases and in judgements (`bijna niemand`). */
export function numberWordsIn(text: string, vocabulary: Vocabulary): string[] {
  const others = [...vocabulary.fixed(text), ...vocabulary.scan(text).filter(({ meaning }) => meaning.kind === 'part')];
  return scanNumbers(text)
    .filter(token => !/\d/.test(token.text))
    .filter(token => !others.some(({ start, end }) => start < token.end && token.start < end))
    .map(token => token.text.toLowerCase());
}

/** What is in the first list more often than in the second, as often as it is too many. */
export function surplus(first: readonly string[], second: readonly string[]): string[] {
  const left = Map.groupBy(second, text => text);
  return first.filter(text => left.get(text)?.pop() === undefined);
}

/** How often a text stands in another, with no letter or digit of the same number or word against it. */
export function occurrences(words: string, text: string): number {
  const pattern = words
    .trim()
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  const before = /^\d/.test(words) ? '(?<!\\d[.,]?)' : /^\p{L}/u.test(words) ? '(?<!\\p{L})' : '';
  const after = /\d$/.test(words) ? '(?![.,]?\\d)' : '';
  return [...text.matchAll(new RegExp(before + pattern + after, 'gu'))].length;
}
