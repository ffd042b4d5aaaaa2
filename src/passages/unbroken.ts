// One word without tags: its letters and its place, the number of a note behind it left out.

import { around } from './boxes.ts';
import type { Word } from './passage.ts';
import type { Token } from './tokens.ts';

/** A word as it is printed; raised letters belong to it unless they are the number of a note that the file has. */
export function wordOf({ page, glyphs, raised, text }: Token, notes: ReadonlySet<string>): Word {
  const above = raised.map(one => one.text).join('');
  const isCall = above.split(/[\s,]+/).every(one => notes.has(one.replace(/\D/g, '')));
  const own = isCall ? glyphs : [...glyphs, ...raised];
  const said = isCall ? text : text + above;
  return {
    text: said.replace(/[\u200B\u2060\uFEFF]/g, '').replace(/(?!^)\u00AD(?!$)/g, ''),
    boxes: [{ page, ...around(own.map(({ box }) => box)) }],
  };
}
