// Words that a tagged file broke at the ends of lines, and says in two parts, put together again.

import { createJoiner, type Joiner } from './hyphens.ts';
import type { Passage, Word } from './passage.ts';

/** The passages with their broken words whole, where that is sound by the words of all of them. */
export function rejoined(passages: readonly Passage[]): Passage[] {
  const words = passages.flatMap(one => one.words);
  const joiner = createJoiner(words.map(({ text }) => text).filter(text => !/[-\u2010]$/.test(text)));
  return passages.map(one => (one.kind === 'drawing' ? one : withWhole(one, joiner)));
}

function withWhole(passage: Passage, joiner: Joiner): Passage {
  const words: Word[] = [];
  const cells = [...(passage.cells ?? [])];
  for (const [index, word] of passage.words.entries()) {
    const before = words.at(-1);
    const isCell = passage.cells?.includes(index) === true;
    const whole = before && !isCell && isBelow(before, word) ? joiner.join(before.text, word.text) : undefined;
    if (!before || whole === undefined) {
      words.push(word);
      continue;
    }
    words[words.length - 1] = { text: whole, boxes: [...before.boxes, ...word.boxes] };
    for (const [at, from] of cells.entries()) if ((passage.cells?.[at] ?? 0) > index) cells[at] = from - 1;
  }
  return { ...passage, words, ...(passage.cells ? { cells } : {}) };
}

/** Whether a word stands on another line than the one before it, or on another page. */
function isBelow({ boxes: before }: Word, { boxes: [first] }: Word): boolean {
  const last = before.at(-1);
  return (
    last !== undefined &&
    first !== undefined &&
    (last.page !== first.page || first.top <= last.bottom + 1 || first.bottom >= last.top)
  );
}
