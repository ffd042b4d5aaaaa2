// Sharing the room of a table out among its columns: even within a panel, more for long words, never less than a column needs.

/** What a column needs in px: `least` for its longest unbreakable piece, `wanted` for its longest whole word. */
export interface ColumnNeed {
  readonly least: number;
  readonly wanted: number;
}

type Panels = readonly (readonly ColumnNeed[])[];

/** A column this wide (px) holds a bar with a percentage in it, and numbers that do not crowd. */
const comfortable = 35;

/** Column widths per panel that add up to `room` (px). */
export function shareWidths(panels: Panels, room: number): number[][] {
  const least = panels.map(columns => widest(columns, 'least'));
  const steps = [least, least.map(atEase), panels.map(columns => atEase(widest(columns, 'wanted')))];
  const fitting = steps.findLastIndex(widths => total(panels, widths) <= room);
  const [now, next] = [steps[fitting], steps[fitting + 1]];
  if (!now) return tight(panels, room);
  return even(panels, next ? towards(panels, now, next, room) : level(panels, now, room));
}

function widest(columns: readonly ColumnNeed[], need: keyof ColumnNeed): number {
  return Math.max(0, ...columns.map(column => column[need]));
}

function atEase(width: number): number {
  return Math.max(width, comfortable);
}

function total(panels: Panels, widths: readonly number[]): number {
  return panels.reduce((sum, columns, index) => sum + columns.length * (widths[index] ?? 0), 0);
}

function even(panels: Panels, widths: readonly number[]): number[][] {
  return panels.map((columns, index) => columns.map(() => widths[index] ?? 0));
}

/** As far from one set of widths to a wider one as the room allows. */
function towards(panels: Panels, from: readonly number[], to: readonly number[], room: number): number[] {
  const part = (room - total(panels, from)) / (total(panels, to) - total(panels, from));
  return from.map((width, index) => width + ((to[index] ?? width) - width) * part);
}

/** Room to spare goes to the narrowest panels first, until all columns are equal or the room is used up. */
function level(panels: Panels, widths: readonly number[], room: number): number[] {
  const raised = (floor: number): number[] => widths.map(width => Math.max(width, floor));
  const reached = [...widths].sort((a, b) => a - b).findLast(width => total(panels, raised(width)) <= room) ?? 0;
  const under = panels.reduce((sum, columns, index) => sum + ((widths[index] ?? 0) <= reached ? columns.length : 0), 0);
  return raised(reached + (room - total(panels, raised(reached))) / Math.max(1, under));
}

/** Too little room for even columns: each gets what it needs itself, and all give or take in proportion. */
function tight(panels: Panels, room: number): number[][] {
  const needed = panels.flat().reduce((sum, column) => sum + column.least, 0);
  return panels.map(columns => columns.map(column => (column.least * room) / needed));
}
