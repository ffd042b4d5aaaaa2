// Finding words on a page, whatever line ends, hyphens and spaces the layout put between their letters.

import type { Page } from './pdf.ts';
import type { TextItem } from './structure.ts';

/** The text of a page or of some pieces of it; lines end in a line feed, soft hyphens and zero-width spaces are out. */
export function textOf(items: Page['items']): string {
  return items
    .map(({ text, ends }) => text + (ends ? '\n' : ''))
    .join('')
    .replace(/[\u00AD\u200B]/g, '');
}

/** A pattern for words: white space is free, and between two letters there may be the hyphen of a broken line. */
export function loosely(words: string): string {
  const characters = [...words.replace(/[\s\u00AD\u200B]/g, '')];
  return characters
    .map((character, index) => {
      const next = characters[index + 1];
      const isWithinWord = isLetter(character) && next !== undefined && isLetter(next);
      return escapePattern(character) + (isWithinWord ? '(?:[-\\u2010]?\\s*)' : '\\s*');
    })
    .join('');
}

function isLetter(character: string): boolean {
  return /\p{L}/u.test(character);
}

function escapePattern(character: string): string {
  return character.replace(/[.*+?^${}()|[\]\\/]/, '\\$&');
}

/** Whether a text is these words and nothing else. */
export function isWords(text: string, words: string): boolean {
  return new RegExp(`^\\s*${loosely(words)}$`, 'u').test(text);
}

/** Whether the words stand in a text, in this order and next to each other. */
export function hasWords(text: string, words: string): boolean {
  return new RegExp(loosely(words), 'u').test(text);
}

/** The pieces of text in the top and bottom margins of a page, where running heads and page numbers stand. */
export function marginItems(page: Page): TextItem[] {
  const band = 65; // points; a chapter's own text never comes this near the edge
  return page.items.filter(item => item.y < band || item.y > page.height - band);
}
