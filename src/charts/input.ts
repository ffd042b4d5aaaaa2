// What every chart kind draws from: the rows of the table that are drawn, the frame and the theme.

import type { Figure, Panel, Row } from '../edition/edition.ts';
import type { ValueAxis } from './axis.ts';
import type { Frame } from './frame.ts';
import type { TextMeasure, TextStyle } from './measure.ts';
import type { ChartTheme } from './theme.ts';
import type { TotalBound } from './total.ts';

/** The input of a chart kind: values only. */
export interface ChartInput {
  readonly rows: readonly Row[];
  readonly panels: readonly Panel[];
  /** For each column what the table declares of the sum of the rows. */
  readonly totals: readonly TotalBound[];
  readonly frame: Frame;
  readonly plot: Plot;
  readonly theme: ChartTheme;
  readonly measure: TextMeasure;
}

/** The plot inside the drawing, in px: room above for the highest axis number, below for the base line. */
export interface Plot {
  readonly top: number;
  readonly height: number;
  readonly bottom: number;
}

const above = 8;

/** Below the plot: half the base line, or half a symbol that stands on it. */
const below = { bars: 1, lines: 5 } as const;

/** The plot of a given height (px) with the room around it. */
export function plotOf(height: number, marks: keyof typeof below): Plot {
  return { top: above, height, bottom: below[marks] };
}

/** Height in px of a drawing with this plot. */
export function drawingHeight(plot: Plot): number {
  return plot.top + plot.height + plot.bottom;
}

/** The rows a figure draws: the table's without those it omits. */
export function drawnRows(figure: Figure): readonly Row[] {
  return figure.table.rows.filter(row => !figure.omit.includes(row.label));
}

/** A text style of the theme with its family. */
export function textStyle(theme: ChartTheme, role: 'axis' | 'label' | 'header' | 'cell'): TextStyle {
  return { family: theme.text.family, ...theme.text[role] };
}

/** Whether the axis numbers fit at the left of the plot; a narrow figure without that room prints values at its marks. */
export function hasAxisRoom(input: ChartInput, axis: ValueAxis): boolean {
  const style = textStyle(input.theme, 'axis');
  const widest = Math.max(0, ...axis.ticks.map(({ text }) => input.measure.width(text, style)));
  return input.frame.labelWidth >= widest + axisDistance;
}

/** Room between an axis number and the plot, px. */
export const axisDistance = 7;
