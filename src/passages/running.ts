// Running heads, feet and page numbers of a file without tags: what stands at one place of several pages, digits aside.

import { type Row, rowFrom, tokensIn } from './rows.ts';

/** The rows of each page in two lots. */
export interface Parted {
  readonly text: readonly (readonly Row[])[];
  readonly running: readonly (readonly Row[])[];
}

/** How many rows at the edges of a page may be running ones. */
const deepest = 3;

/** Parts the rows of all pages, each from the top. */
export function partRunning(pages: readonly (readonly Row[])[], usual: number): Parted {
  const rows = pages.map(page => [...page]);
  const running = pages.map((): Row[] => []);
  for (const edge of ['top', 'bottom'] as const)
    for (let depth = 0; depth < deepest; depth++) {
      const outer = rows.map(page => (edge === 'top' ? page[0] : page.at(-1)));
      const isRunning = judge(outer, usual);
      if (!outer.some(row => row && isRunning(row))) break;
      for (const [index, row] of outer.entries()) {
        if (!row || !isRunning(row)) continue;
        if (edge === 'top') rows[index]?.shift();
        else rows[index]?.pop();
        running[index]?.push(row);
      }
    }
  return { text: rows, running };
}

/** The same words, digits aside, on some pages; or numbers that count with the pages; or small letters at one height of most pages. */
function judge(outer: readonly (Row | undefined)[], usual: number): (row: Row) => boolean {
  const present = outer.filter(row => row !== undefined);
  const least = present.length > 5 ? 3 : 2;
  const isAt = (a: Row, b: Row): boolean => Math.abs(a.baseline - b.baseline) < 2;
  return row => {
    const [near, text] = [present.filter(one => isAt(one, row)), folded(row)];
    if (near.filter(one => folded(one) === text).length >= least) return true;
    const counts = (one: Row): boolean => leadsOf(one).some(lead => leadsOf(row).includes(lead));
    if (near.filter(counts).length >= Math.max(3, least)) return true;
    const isSmall = row.size < usual * 0.95;
    return (
      isSmall && near.length >= 3 && near.length >= present.length / 2 && near.every(one => one.size < usual * 0.95)
    );
  };
}

function folded(row: Row): string {
  return tokensIn(rowFrom(row.segments))
    .map(({ text }) => text.replace(/\d+/g, '#'))
    .join(' ');
}

/** By how much the numbers at the ends of a row are ahead of its page: the same on all pages, where they count pages. */
function leadsOf(row: Row): readonly number[] {
  const tokens = tokensIn(row);
  return [tokens[0], tokens.at(-1)].flatMap(one =>
    one && /^\d{1,4}$/.test(one.text) ? [Number(one.text) - row.page] : [],
  );
}
