// Values on their way into print: each is replaced by a short mark that Markdown and templates leave alone.

import type { Place } from '../diagnostics/diagnostic.ts';
import type { Statement } from './statement.ts';

/** Words in a sentence. */
export interface InlineInsert {
  readonly kind: 'inline';
  /** Bare text, without markup and soft hyphens. */
  readonly text: string;
  /** The expression or the typed words it stands for. */
  readonly place: Place;
  /** What it states, when it is a number or a word of judgement. */
  readonly statement?: Statement;
  /** Whether its words are never broken, as in a heading. */
  readonly whole?: boolean;
}

/** HTML that stands on its own between paragraphs; it may hold marks of sentences. */
export interface BlockInsert {
  readonly kind: 'block';
  readonly html: string;
  readonly place: Place;
}

/** What stands in the place of a mark. */
export type Insert = InlineInsert | BlockInsert;

const signs = { inline: ['\uE000', '\uE001'], block: ['\uE002', '\uE003'] } as const;

/** The marks of one publication. Data and text can hold none of their own: marks are private-use characters. */
export interface Marks {
  /** Keeps an insert and returns the mark that stands for it. */
  keep(insert: Insert): string;
  /** The insert of a mark, by the number in it. */
  at(index: number): Insert | undefined;
  /** The text with every mark replaced by what `write` makes of its insert. */
  replace(text: string, write: (insert: Insert, index: number) => string): string;
}

/** An empty collection of marks. */
export function createMarks(): Marks {
  const kept: Insert[] = [];
  return {
    keep: insert => {
      const [open, close] = signs[insert.kind];
      kept.push(insert);
      return `${open}${kept.length - 1}${close}`;
    },
    at: index => kept[index],
    replace: (text, write) =>
      text.replace(anyMark, (_, digits) => {
        const insert = kept[Number(digits)];
        return insert ? write(insert, Number(digits)) : '';
      }),
  };
}

/** A mark, with its number as the only group. */
export const anyMark = /[\uE000\uE002](\d+)[\uE001\uE003]/g;

/** The text with every mark replaced by its plain words; a block leaves nothing. */
export function plainly(text: string, marks: Marks): string {
  return marks.replace(text, insert => (insert.kind === 'block' ? '' : insert.text));
}

/** The text with marks whose words are never broken by a hyphen. */
export function unbroken(text: string, marks: Marks): string {
  return marks.replace(text, insert => marks.keep(insert.kind === 'block' ? insert : { ...insert, whole: true }));
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
