// Glyphs as Chromium shows them, each by itself after a step along its line: read as a run, many times as fast.

const run = /(?:\s*-?[\d.]+ 0 Td\s*<[\dA-Fa-f]{4}> Tj(?=\s))+/y;

/** The offset behind the run of glyphs that begins at an offset: `x 0 Td <0041> Tj` again and again; `at` where none does. */
export function endOfRun(content: string, at: number): number {
  run.lastIndex = at;
  return run.test(content) ? run.lastIndex : at;
}

/** Visits the glyphs of a run: their codes, and where the showing of each begins and ends. */
export function visitRun(
  content: string,
  { from, to }: { readonly from: number; readonly to: number },
  visit: (code: number, begin: number, end: number) => void,
): void {
  for (let at = content.indexOf('<', from); at >= 0 && at < to; at = content.indexOf('<', at + shown))
    visit(Number.parseInt(content.slice(at + 1, at + 5), 16), at, at + shown);
}

/** Length of `<0041> Tj`. */
const shown = 9;
