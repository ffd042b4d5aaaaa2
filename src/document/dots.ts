// A field of thousands of dots as one row that is drawn again and again, and the rows that are not full.

/** Dots of one kind. */
export interface DotRows {
  /** How far down the row of dots stands again, for each full row. */
  readonly full: readonly number[];
  /** The paths of the other rows. */
  readonly rest: readonly string[];
}

/** The field, in units of its own: dots stand 10 apart. */
export interface DotField {
  readonly width: number;
  readonly height: number;
  /** The path of a full row, the first. */
  readonly row: string;
  /** The dots of the whole that are not of the part. */
  readonly whole: DotRows;
  readonly part: DotRows;
  /** Those that the whole may have besides, when it is not known exactly. */
  readonly open: DotRows;
}

const step = 10;
const radius = 2.7;

/** A circle from its leftmost point: four curves, and a twentieth as much for a PDF to hold as a round dash. */
const dot = ((): string => {
  const bow = Math.round(radius * 0.5523 * 100) / 100; // 4/3 (√2 − 1) of the radius
  const [far, near] = [radius, Math.round((radius - bow) * 100) / 100];
  return `c0-${bow} ${near}-${far} ${far}-${far}s${far} ${near} ${far} ${far}-${near} ${far}-${far} ${far}-${far}-${near}-${far}-${far}z`;
})();

/** The dots of a whole of at least `low` and at most `high` in rows of `columns`, the first `part` set apart, row by row. */
export function dotField(part: number, { low, high }: { low: number; high: number }, columns: number): DotField {
  return {
    ...{ width: columns * step, height: Math.ceil(high / columns) * step },
    row: pathOf(0, columns, 0),
    part: dotRows(0, part, columns),
    whole: dotRows(part, low, columns),
    open: dotRows(low, high, columns),
  };
}

function dotRows(from: number, to: number, columns: number): DotRows {
  const rows: { full: number[]; rest: string[] } = { full: [], rest: [] };
  for (let start = from; start < to; ) {
    const row = Math.floor(start / columns);
    const stop = Math.min(to, (row + 1) * columns);
    if (stop - start === columns) rows.full.push(row * step);
    else rows.rest.push(pathOf(start - row * columns, stop - row * columns, row));
    start = stop;
  }
  return rows;
}

/** The dots of a row from one column up to another. */
function pathOf(from: number, to: number, row: number): string {
  const left = Math.round((from * step + step / 2 - radius) * 10) / 10;
  return `M${left} ${row * step + step / 2}${Array.from({ length: to - from }, () => dot).join(`m${step} 0`)}`;
}
