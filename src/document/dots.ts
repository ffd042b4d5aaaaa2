// A field of dots as dashed rows: thousands of dots in a handful of lines.

/** A row of dots from the first to the last, in the units of the field. */
export interface DotRow {
  readonly x: number;
  readonly y: number;
  readonly end: number;
}

/** The field: dots stand `step` apart; the rows of the whole leave out those of the part. */
export interface DotField {
  readonly width: number;
  readonly height: number;
  readonly dot: number;
  readonly step: number;
  readonly whole: readonly DotRow[];
  readonly part: readonly DotRow[];
}

const step = 10;
const dot = 5.4;

/** The dots of a whole in rows of `columns`, the first `part` of them set apart, filled row by row. */
export function dotField(part: number, whole: number, columns: number): DotField {
  const rows = Math.ceil(whole / columns);
  return {
    ...{ step, dot, width: columns * step, height: rows * step },
    part: dotRows(0, part, columns),
    whole: dotRows(part, whole, columns),
  };
}

function dotRows(from: number, to: number, columns: number): DotRow[] {
  const rows: DotRow[] = [];
  for (let start = from; start < to; ) {
    const row = Math.floor(start / columns);
    const stop = Math.min(to, (row + 1) * columns);
    const x = (start - row * columns) * step + step / 2;
    // A dash of no length draws its round cap; the tail lets the last cap be drawn too.
    rows.push({ x, y: row * step + step / 2, end: x + (stop - start - 1) * step + 0.01 });
    start = stop;
  }
  return rows;
}
