// What a table looks like a step later: its columns, panels and rows, and which of its cells stay.

import type { Table } from '../edition/edition.ts';
import { type Slot, seriesIn, slotsOf } from './slot.ts';
import { advance, type Moving, type Step } from './step.ts';

/** A table a step later. */
export interface Shape {
  /** The columns of all panels, from left to right. */
  readonly columns: readonly Slot[];
  /** The titles of its panels. */
  readonly panels: readonly Slot[];
  readonly rows: readonly Slot[];
  /** Whether the rows are years. */
  readonly hasYearRows: boolean;
  /** Whether nothing in it belongs to a year, so that it is the same as before. */
  readonly isKept: boolean;
  readonly moving: Moving;
}

/**
 * The shape of a table a step later. A cell stays when it is of a year that stays. In a table that is tied to its year
 * all other cells are open: one that is tied by its labels, its title, its reference date or a relation to another table.
 */
export function shapeOf(table: Table, step: Step): Shape {
  const rowLabels = table.rows.map(({ label }) => label);
  const hasYearRows = seriesIn(rowLabels, step).length > 0;
  const moving = movingIn(table, step);
  const titles = table.panels.flatMap(({ title }) => title ?? []);
  const panels = titles.map((was, at) => ({ was, label: advance(was, step, moving), from: at }));
  const isKept = !isTied(table, step, moving);
  const columns = table.panels.flatMap(panel => {
    const isSame = panel.title === undefined || advance(panel.title, step, moving) === panel.title;
    const start = table.columns.indexOf(panel.columns[0] ?? '');
    const slots = slotsOf(panel.columns, step, { moving, stay: isKept || (hasYearRows && isSame) });
    return slots.map(slot => (slot.from === undefined ? slot : { ...slot, from: slot.from + start }));
  });
  const rows = slotsOf(rowLabels, step, { moving, stay: isKept || !hasYearRows });
  return { columns, panels, rows, hasYearRows, isKept, moving };
}

/** The years of its series, and the reporting year itself. */
function movingIn(table: Table, step: Step): Moving {
  const axes = [...table.panels.map(({ columns }) => columns), table.rows.map(({ label }) => label)];
  const years = axes.flatMap(labels => seriesIn(labels, step).map(({ year }) => year));
  if (years.length === 0) return { last: [step.from] };
  return { last: [step.from, Math.max(...years)], first: Math.min(...years) };
}

function isTied(table: Table, step: Step, moving: Moving): boolean {
  const { id, title, panels, columns, rows, referenceDate, openDate, relations, claims = [] } = table;
  const labels = [...columns, ...rows.map(({ label }) => label), ...panels.flatMap(panel => panel.title ?? [])];
  const others = [
    ...relations.map(({ whole }) => whole.table),
    ...claims.flatMap(claim => {
      if (claim.kind === 'share') return [claim.part.table, claim.whole.table];
      return claim.kind === 'earlier' ? [`${claim.edition}`] : [];
    }),
  ];
  return (
    [title, ...labels].some(text => advance(text, step, moving) !== text) ||
    [...panels.map(panel => panel.columns), rows.map(({ label }) => label)].some(
      axis => seriesIn(axis, step).length > 0,
    ) ||
    referenceDate !== undefined ||
    openDate !== undefined ||
    others.some(other => other !== id)
  );
}
