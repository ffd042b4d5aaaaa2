// The table of contents: which headings it lists, and the slots that page numbers are put into after a first print.

/** An entry of the contents; `slot` is the id of the element that takes its page number. */
export interface ContentsEntry {
  readonly id: string;
  /** 1 for parts and chapters on their own, 2 for chapters in a part, 3 for findings. */
  readonly level: number;
  readonly html: string;
  readonly slot: string;
}

/** The id of the element that takes the page number of a heading. */
export function slotOf(headingId: string): string {
  return `pagina-${headingId}`;
}

/** The page number of every slot, from the pages on which the headings were found; a heading not found is left out. */
export function pageNumbers(
  entries: readonly ContentsEntry[],
  pages: ReadonlyMap<string, number>,
): Record<string, string> {
  const found = entries.flatMap(({ id, slot }) => {
    const page = pages.get(id);
    return page === undefined ? [] : [[slot, String(page)] as const];
  });
  return Object.fromEntries(found);
}
