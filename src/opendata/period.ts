// The years that the labels of a cell name: only where a label is a year or a period, or ends in one.

/** The first and the last year; the same for a single year. */
export interface Period {
  readonly first: number;
  readonly last: number;
}

/** The labels of a cell. */
export interface Labels {
  readonly row: string;
  readonly panel: string | undefined;
  readonly column: string;
}

/** `2023`, `2019-2023`, `Per vorm in 2019-2023`, `Instroom (2023)`; not `Meer dan 2000 euro`. */
const named =
  /^(?:.*(?:\b(?:in|over|van|per|jaar|jaren|periode)\s|[(,:]\s*))?((?:19|20)\d\d)(?:\s*[-–/]\s*((?:19|20)\d\d))?\)?$/iu;

/** The years of a cell: as its column says, or else its row, or its panel; undefined when none of them does. */
export function periodOf({ row, panel, column }: Labels): Period | undefined {
  return [column, row, panel ?? ''].map(periodIn).find(period => period !== undefined);
}

function periodIn(label: string): Period | undefined {
  const match = named.exec(label.trim());
  if (!match) return undefined;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  return first <= last ? { first, last } : undefined;
}
