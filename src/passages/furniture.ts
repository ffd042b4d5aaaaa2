// What stands on the pages of a tagged PDF beside its text: running heads and feet, page numbers, repeated table heads.

import { boxesOf } from './boxes.ts';
import type { PaintedPage } from './painted.ts';
import type { PlacedBox } from './passage.ts';

/** The boxes of the text that is marked as an artifact, line by line, and of the marks of a draft, number by number. */
export function artifactsOf({ page, sayings, stamps }: PaintedPage): readonly PlacedBox[] {
  const { number } = page;
  const letters = sayings
    .filter(({ mark }) => mark.isArtifact)
    .flatMap(({ glyphs }) => glyphs)
    .filter(({ text, isSeen }) => isSeen && text.trim() !== '')
    .map(({ box, baseline }) => ({ box, baseline, page: number }));
  const marks = stamps.map(box => ({ box, baseline: box.bottom, page: number }));
  return [...boxesOf(letters), ...boxesOf(marks)];
}
