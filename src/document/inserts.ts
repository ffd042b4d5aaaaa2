// Values on their way through Markdown: each is replaced by a short mark that Markdown leaves alone, and put back after.

import type { Place } from '../diagnostics/diagnostic.ts';

/** What stands in the place of an expression: ready HTML, inside a sentence or as a block of its own. */
export interface Insert {
  readonly kind: 'inline' | 'block';
  readonly html: string;
  /** The expression that it stands for. */
  readonly place: Place;
}

const marks = { inline: ['\uE000', '\uE001'], block: ['\uE002', '\uE003'] } as const;

/** One text's inserts. Data and text can hold no mark of their own: the marks are private-use characters. */
export interface Inserts {
  /** Keeps an insert and returns the mark that stands for it. */
  keep(insert: Insert): string;
  /** HTML with every mark replaced by what it stands for. */
  restore(html: string): string;
  /** Where the expression of an insert stands, by the number in its mark. */
  placeOf(index: number): Place | undefined;
}

/** An empty collection of inserts. */
export function createInserts(): Inserts {
  const kept: Insert[] = [];
  return {
    keep: insert => {
      const [open, close] = marks[insert.kind];
      kept.push(insert);
      return `${open}${kept.length - 1}${close}`;
    },
    placeOf: index => kept[index]?.place,
    restore: html => html.replace(/[\uE000\uE002](\d+)[\uE001\uE003]/g, (_, index) => kept[Number(index)]?.html ?? ''),
  };
}

/** Whether a paragraph holds nothing but block inserts, so that it is no paragraph. */
export function isBlockInsert(content: string): boolean {
  return /^(\s*\uE002\d+\uE003)+\s*$/.test(content);
}

/** The text without private-use characters, also those written as entities, so that it can never be taken for a mark. */
export function withoutMarks(text: string): string {
  return text
    .replace(/[\uE000-\uF8FF]/g, '')
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (entity, hexadecimal?: string, decimal?: string) => {
      const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
      return code >= 0xe000 && code <= 0xf8ff ? '' : entity;
    });
}

/** The numbers of the block inserts whose marks a text holds. */
export function blockInserts(text: string): number[] {
  return [...text.matchAll(/\uE002(\d+)\uE003/g)].map(match => Number(match[1]));
}
