// The headings above a place of a text.

import { type Passage, textOf } from './passage.ts';

/** Follows the headings of a text in their order. */
export interface Headings {
  /** The texts of the headings above a place, from the outermost; above a heading only those of a lower level. */
  above(level?: number): readonly string[];
  /** A heading of a level, from 1, was read. */
  enter(level: number, heading: Pick<Passage, 'words'>): void;
}

/** At the beginning of a text. */
export function createHeadings(): Headings {
  let open: readonly { readonly level: number; readonly text: string }[] = [];
  const above = (level = Number.POSITIVE_INFINITY) => open.filter(one => one.level < level);
  return {
    above: level => above(level).map(({ text }) => text),
    enter(level, heading) {
      open = [...above(level), { level, text: textOf(heading) }];
    },
  };
}
