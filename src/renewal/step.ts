// From one reporting year to a later one: which years in a title, a label or a note move along.

/** The reporting year that is copied, and the one that is made of it. */
export interface Step {
  readonly from: number;
  readonly to: number;
}

/** Which years move: alone, or as the end of a period. */
export interface Moving {
  /** Years that move wherever they stand. */
  readonly last: readonly number[];
  /** A year that moves only where something begins with it, as in `sinds 2019`. */
  readonly first?: number;
}

/** Whether a label is a year and nothing else. */
export function isYear(label: string): boolean {
  return /^(?:19|20)\d\d$/.test(label);
}

/** Whether a text names a year. */
export function namesYear(text: string): boolean {
  return /(?<!\d)(?:19|20)\d\d(?!\d)/.test(text);
}

const months = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december';

/** A year, or two with what stands between them; not in a date, and not in a double year such as 2023/24. */
const years = new RegExp(
  `(?<!\\d|\\d-)(?<!(?:${months})\\s)((?:19|20)\\d\\d)(?:(\\s*(?:[-–—]|tot en met|t/m|tot|en)\\s*)((?:19|20)\\d\\d))?(?!\\d|[-/]\\d\\d(?!\\d))`,
  'gi',
);

/**
 * The text a step later: `2019-2023` becomes `2020-2024` when its end moves, `in 2023` becomes `in 2024`. Dates, and
 * periods that end in another year, such as that of a policy document, stay as they are.
 */
export function advance(text: string, { from, to }: Step, { last, first }: Moving): string {
  const later = (year: string): string => String(Number(year) + to - from);
  return text.replace(years, (found, one: string, between?: string, other?: string, ...rest: unknown[]) => {
    if (between !== undefined && other !== undefined)
      return last.includes(Number(other)) ? later(one) + between + later(other) : found;
    const before = text.slice(0, Number(rest.at(-2)));
    const begins = Number(one) === first && /(?:sinds|vanaf)\s+$/i.test(before);
    return last.includes(Number(one)) || begins ? later(one) : found;
  });
}
