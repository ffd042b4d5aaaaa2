// The frame of a figure: where each column of the table stands, so that bars and numbers share their columns to the pixel.

import type { Table } from '../edition/edition.ts';
import { cellText } from '../locale/cell.ts';
import type { TextMeasure, TextStyle } from './measure.ts';
import { hundredth } from './round.ts';
import { type ColumnNeed, shareWidths } from './widths.ts';

/** Where a figure's parts stand, in CSS px (96 per inch) from the figure's left edge. */
export interface Frame {
  readonly width: number;
  /** Room at the left for row labels in the table and axis numbers in the chart; the plot starts here. */
  readonly labelWidth: number;
  /** Height of the whole drawing; 0 when there is none. */
  readonly height: number;
  readonly columns: readonly FrameColumn[];
  readonly panels: readonly FramePanel[];
  /** Empty room between two panels. */
  readonly gap: number;
}

/** One column; `numbers` is the width of its widest number (ranges aside), so that digits line up in the column's middle. */
export interface FrameColumn {
  readonly label: string;
  readonly left: number;
  readonly right: number;
  readonly numbers: number;
}

/** A panel from its first column's left edge to its last column's right edge. */
export interface FramePanel {
  readonly title?: string;
  readonly left: number;
  readonly right: number;
}

/** The outer size of a figure in CSS px; `height` is the drawing's. */
export interface FrameSize {
  readonly width: number;
  readonly labelWidth: number;
  readonly height: number;
}

/** How the table's text is measured: the styles of its header and cells, and where words may be broken. */
export interface TableText {
  readonly measure: TextMeasure;
  readonly header: TextStyle;
  readonly cell: TextStyle;
  /** The pieces a word may be broken into (`in-ter-na-ti-o-na-le`); words stay whole without it. */
  readonly syllables?: (word: string) => readonly string[];
}

const panelGap = 14;
const headerPadding = 5;
const cellPadding = 10;

/** The frame of a table's figure: even columns within a panel, wider where labels are long; px to two decimals. */
export function frameOf(table: Table, size: FrameSize, text: TableText): Frame {
  const cells = table.columns.map((_, index) => cellWidths(table, index, text));
  const needs = table.columns.map((label, index) => needOf(label, cells[index], text));
  const room = size.width - size.labelWidth - panelGap * (table.panels.length - 1);
  const widths = shareWidths(byPanel(table, needs), room);
  const { columns, panels } = place(table, widths, size);
  const measured = columns.map((column, index) => ({ ...column, numbers: hundredth(cells[index]?.numbers ?? 0) }));
  return { ...size, columns: measured, panels, gap: panelGap };
}

function byPanel(table: Table, needs: readonly ColumnNeed[]): ColumnNeed[][] {
  const starts = table.panels.map((_, index) =>
    table.panels.slice(0, index).reduce((sum, panel) => sum + panel.columns.length, 0),
  );
  return table.panels.map((panel, index) => needs.slice(starts[index], (starts[index] ?? 0) + panel.columns.length));
}

interface CellWidths {
  readonly all: number;
  readonly numbers: number;
}

function cellWidths(table: Table, index: number, { measure, cell }: TableText): CellWidths {
  const values = table.rows.flatMap(row => row.observations[index]?.value ?? []);
  const single = values.filter(value => value.kind !== 'range');
  const widest = (some: typeof values): number =>
    Math.max(0, ...some.map(value => measure.width(cellText(value), cell)));
  return { all: widest(values), numbers: widest(single.length > 0 ? single : values) };
}

function needOf(label: string, cells: CellWidths | undefined, text: TableText): ColumnNeed {
  const words = wordsOf(label);
  const pieces = words.flatMap(word => hyphenated(text.syllables?.(word) ?? [word]));
  const widest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map(one => text.measure.width(one, text.header)));
  const floor = Math.max((cells?.numbers ?? 0) + cellPadding, (cells?.all ?? 0) + headerPadding);
  return {
    least: Math.max(floor, widest(pieces) + headerPadding),
    wanted: Math.max(floor, widest(words) + headerPadding),
  };
}

/** Words as a browser may wrap them: after spaces and hyphens, and after a slash, where the table offers a break. */
function wordsOf(label: string): string[] {
  return label.split(/\s+|(?<=[-/])/).filter(word => word !== '');
}

function hyphenated(pieces: readonly string[]): string[] {
  return pieces.map((piece, index) => (index < pieces.length - 1 ? `${piece}-` : piece));
}

interface Placed {
  readonly columns: Omit<FrameColumn, 'numbers'>[];
  readonly panels: FramePanel[];
}

function place(table: Table, widths: readonly (readonly number[])[], size: FrameSize): Placed {
  const columns: Omit<FrameColumn, 'numbers'>[] = [];
  const panels: FramePanel[] = [];
  let at = size.labelWidth;
  table.panels.forEach((panel, index) => {
    const start = at;
    panel.columns.forEach((label, column) => {
      const left = at;
      at += widths[index]?.[column] ?? 0;
      columns.push({ label, left: hundredth(left), right: hundredth(at) });
    });
    panels.push({
      ...(panel.title !== undefined && { title: panel.title }),
      left: hundredth(start),
      right: hundredth(at),
    });
    at += panelGap;
  });
  return { columns, panels };
}
