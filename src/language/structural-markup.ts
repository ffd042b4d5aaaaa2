// What Markdown writes in digits itself, and numbers typed before headings.

import { type Prose, type Stretch, stretchesOf } from './structural-grammar.ts';

const numberedHeading = /^#{1,6} +\d{1,2}(?:\.\d{1,2})*[.)](?= )/gm;

/** Numbers typed before a heading: `## 2. Herkomst`. */
export function findNumbering({ text }: Prose): Stretch[] {
  return stretchesOf(text, numberedHeading);
}

const syntax = new RegExp(
  [
    '\\[\\^[^\\]\\s]+\\]:?',
    '\\[@[a-z0-9][a-z0-9-]*(?:;\\s*@[a-z0-9][a-z0-9-]*)*\\]',
    '\\]\\([^)\\n]*\\)',
    '<(?:https?:|mailto:)[^>\\s]*>',
    '^ {0,3}\\[[^\\]]+\\]:[ \\t]+\\S+',
    '&#(?:\\d+|[xX][0-9a-fA-F]+);',
    '\\{#[^}\\n]*\\}',
  ].join('|'),
  'gm',
);
const listMarker = /^[ \t>]*\d{1,9}[.)](?=[ \t])/gm;

/** What Markdown does not print as typed: marks of lists and notes, targets of links and images, entities. */
export function findMarkdown({ text }: Prose): Stretch[] {
  const markers = stretchesOf(text, listMarker).filter(({ start, end }) =>
    beginsList(text, start, text.slice(start, end)),
  );
  return [...stretchesOf(text, syntax), ...markers];
}

/** Within a paragraph only `1.` begins a list; any other number goes on with one, or stands behind an empty line. */
function beginsList(text: string, start: number, marker: string): boolean {
  const before = text.slice(0, start).split('\n').at(-2) ?? '';
  return (
    /^[ \t>]*$/.test(before) ||
    /^[ \t>]*(?:\d{1,9}[.)]|[-*+])[ \t]/.test(before) ||
    /^#{1,6} |^:::/.test(before) ||
    /^\D*1[.)]$/.test(marker)
  );
}
