// Printed texts made of a few lines, for tests: each line a passage, each word a box of its own.

import type { Passage, PassageKind, PrintedText, Word } from '../../src/passages/passage.ts';

const linesPerPage = 40;

const signs: Readonly<Record<string, PassageKind>> = {
  '-': 'item',
  '|': 'row',
  '>': 'quote',
  '!': 'drawing',
  '^': 'note',
};

/** A document of A4 pages: `#` begins a heading, `-` an item, `|` a row, `!` a drawing, `^` a note, `---` a new page. */
export function printedText(source: string): PrintedText {
  const passages: Passage[] = [];
  const headings: string[] = [];
  let [page, line] = [1, 0];
  for (const text of source
    .split('\n')
    .map(one => one.trim())
    .filter(Boolean)) {
    if (text === '---' || line >= linesPerPage) [page, line] = [page + 1, 0];
    if (text === '---') continue;
    const [, marks = '', own = ''] = /^(#+|[-|>!^])?\s*(.*)$/.exec(text) ?? [];
    const place = { page, line: line++ };
    if (marks.startsWith('#')) {
      headings.length = marks.length - 1;
      passages.push({ kind: 'heading', level: marks.length, section: [...headings], words: wordsOf(own, place) });
      headings.push(own);
    } else passages.push({ kind: signs[marks] ?? 'paragraph', section: [...headings], words: wordsOf(own, place) });
  }
  const box = { left: 0, bottom: 0, right: 595, top: 842 };
  const pages = Array.from({ length: page }, () => ({ box, furniture: [], drawings: [] }));
  return { title: 'Proef', pages, passages, isTagged: true };
}

function wordsOf(text: string, { page, line }: { page: number; line: number }): Word[] {
  const top = 800 - line * 18;
  return text.split(/\s+/).map((word, index) => {
    const left = 50 + index * 30;
    return { text: word, boxes: [{ page, left, right: left + 28, bottom: top - 12, top }] };
  });
}
