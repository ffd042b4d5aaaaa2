// Changes to a text file that leave all other characters as they were typed: comments, layout, order.

/** Puts `text` in the place of what stands from `start` up to `end`; both are offsets in the text as it was. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with all changes made; of two insertions at one offset the earlier given stands first. Throws when two overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const ordered = splices.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, text: piece } of ordered) {
    if (start < from || end < start) throw new Error(`Changes overlap at offset ${start}.`);
    pieces.push(text.slice(from, start), piece);
    from = end;
  }
  return [...pieces, text.slice(from)].join('');
}
