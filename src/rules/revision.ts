// Rule `revision`: what an earlier edition printed is printed again, or marked as revised with what stood there.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { EarlierEditions } from '../edition/earlier.ts';
import type { Edition, Table } from '../edition/edition.ts';
import { typeCell } from '../edition/typed.ts';
import { cellsAt } from '../edition/whole.ts';
import type { CellReference } from '../statistics/cell.ts';
import type { ObservedValue } from '../statistics/observation.ts';
import { formerValue } from './former.ts';
import { related } from './marks.ts';
import { pasteRevision } from './paste.ts';

/**
 * A diagnostic for every cell that differs, without a remark that says so, from the same cell of the nearest earlier
 * edition that has the table; and for every revision whose previous value is not the one printed there. Cells are the
 * same when their row and column are, and a year stands in one of the two or in the title of their panel: a cell
 * without a year speaks of its own edition's.
 */
export function checkRevisions(edition: Edition, earlier: EarlierEditions): Diagnostic[] {
  return [...edition.tables.values()].flatMap(table => {
    const year = earlier.years.find(one => earlier.tableIds(one).includes(table.id));
    const before = year === undefined ? undefined : earlier.table(year, table.id);
    return year === undefined || !before ? [] : compareTables(table, before, year);
  });
}

function compareTables(table: Table, before: Table, year: number): Diagnostic[] {
  const printed = datedCells(before);
  return [...datedCells(table)].flatMap(([key, now]) => {
    const then = printed.get(key);
    return then ? compareCells({ now, then, year }) : [];
  });
}

/** The cells of a table that say what year they are of, each under what makes it the same cell in another edition. */
function datedCells(table: Table): Map<string, CellReference> {
  const rows = table.rows.map(row => row.label);
  const cells = table.panels.flatMap(({ title, columns }) =>
    cellsAt(table, rows, columns).flatMap(cell => {
      const labels = [cell.row, cell.column];
      if (labels.some(isDated)) return [[JSON.stringify(labels), cell] as const];
      return title !== undefined && isDated(title) ? [[JSON.stringify([...labels, title]), cell] as const] : [];
    }),
  );
  return new Map(cells);
}

function isDated(label: string): boolean {
  return /(?<!\d)(?:19|20)\d\d(?!\d)/.test(label);
}

/** A cell of this edition and the same cell of an earlier one. */
interface Pair {
  readonly now: CellReference;
  readonly then: CellReference;
  /** The reporting year of the earlier edition. */
  readonly year: number;
}

/** A value that was missing was not printed, and one that is missing now has its reason already. */
function compareCells(pair: Pair): Diagnostic[] {
  const { now, then } = pair;
  const [value, former] = [now.observation.value, then.observation.value];
  if (value.kind === 'missing' || former.kind === 'missing') return [];
  if (now.observation.status === 'revised') return compareRevision(pair);
  return isSame(value, former) ? [] : [unmarked(pair)];
}

function isSame(a: ObservedValue, b: ObservedValue): boolean {
  return typeCell(a) === typeCell(b);
}

function compareRevision(pair: Pair): Diagnostic[] {
  const { now, then } = pair;
  if (isSame(now.observation.value, then.observation.value)) return [unchanged(pair)];
  const previous = formerValue(now.observation);
  return previous && isSame(previous, then.observation.value) ? [] : [wrongPrevious(pair)];
}

function unmarked(pair: Pair): Diagnostic {
  const { now, then } = pair;
  const previous = typeCell(then.observation.value);
  return found(pair, `${cellNow(now)}, and ${printedThen(pair)}; nothing says that it was revised.`, [
    'Correct the cell, if it should be the same.',
    `Or add under \`remarks\`, with the reason: ${pasteRevision(now, previous)}`,
  ]);
}

function wrongPrevious(pair: Pair): Diagnostic {
  const { now, then } = pair;
  const { previous } = now.observation;
  const says = previous === undefined ? 'says nothing of what it was' : `says that it was ${previous}`;
  return found(pair, `${cellNow(now)}, and its remark ${says}; ${printedThen(pair)}.`, [
    `Write \`previous: ${typeCell(then.observation.value)}\` in the remark on this cell alone.`,
  ]);
}

function unchanged(pair: Pair): Diagnostic {
  return found(pair, `${cellNow(pair.now)} and is marked as revised, but ${printedThen(pair)} too.`, [
    'Take the mark out, or correct the cell: since that edition nothing has changed.',
  ]);
}

function cellNow({ row, column, observation }: CellReference): string {
  return `Row "${row}", column "${column}" has ${typeCell(observation.value)}`;
}

function printedThen({ then, year }: Pair): string {
  return `the edition of ${year} printed ${typeCell(then.observation.value)}`;
}

function found({ now, then, year }: Pair, message: string, hints: readonly string[]): Diagnostic {
  return {
    severity: 'error',
    rule: 'revision',
    message,
    place: now.observation.place,
    related: related(`the edition of ${year}`, [then.observation.place]),
    hints,
  };
}
