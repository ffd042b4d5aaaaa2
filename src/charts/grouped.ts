// Columns beside each other: in each column of the table one bar per row, from light to dark.

import { cellText } from '../locale/cell.ts';
import { axisOptions, valueAxis } from './axis.ts';
import { barRoom, extentBars } from './bars.ts';
import { extentOf } from './cell.ts';
import type { FrameColumn } from './frame.ts';
import { type ChartInput, hasAxisRoom } from './input.ts';
import { type Bar, barLayer, composeChart, type Label, labelLayer, type VegaLiteSpec } from './layer.ts';
import { hundredth } from './round.ts';
import { sequenceSwatches } from './swatch.ts';

const gapBetweenBars = 1.75;
const groupShare = 0.84;
const labelRoom = 14;

/** Vega-Lite for one bar per row in each column; a single row gives plain columns. */
export function groupedColumns(input: ChartInput): VegaLiteSpec {
  const bars = input.frame.columns.flatMap((column, index) => columnBars(input, column, index));
  const highest = Math.max(0, ...bars.map(bar => bar.to));
  const axis = valueAxis(highest, axisOptions(input.rows));
  if (input.rows.length > 1 || hasAxisRoom(input, axis)) return composeChart(input, axis, [barLayer(bars)]);
  const headroom = { top: Math.max(1, highest) * (1 + labelRoom / input.plot.height), ticks: [] };
  return composeChart(input, headroom, [barLayer(bars), labelLayer(input, valueLabels(input, bars), -7)]);
}

function columnBars(input: ChartInput, column: FrameColumn, index: number): Bar[] {
  const swatches = sequenceSwatches(input.rows.length, input.theme);
  const places = slots(column, input.rows.length);
  return input.rows.flatMap((row, at) => {
    const value = row.observations[index]?.value;
    const extent = value && extentOf(value);
    const [place, swatch] = [places[at], swatches[at]];
    if (!extent || !place || !swatch) return [];
    return extentBars({ row: row.label, column: column.label, from: 0, ...place }, extent, swatch, input.theme.paper);
  });
}

function slots(column: FrameColumn, count: number): { left: number; right: number }[] {
  if (count === 1) return [barRoom(column)];
  const room = (column.right - column.left) * groupShare;
  const start = (column.left + column.right - room) / 2;
  const width = (room - gapBetweenBars * (count - 1)) / count;
  return Array.from({ length: count }, (_, index) => {
    const left = start + index * (width + gapBetweenBars);
    return { left: hundredth(left), right: hundredth(left + width) };
  });
}

/** The cells' own texts above single bars, for a figure too narrow for an axis. */
function valueLabels(input: ChartInput, bars: readonly Bar[]): Label[] {
  return input.frame.columns.flatMap((column, index) => {
    const value = input.rows[0]?.observations[index]?.value;
    if (!value || value.kind === 'missing') return [];
    const top = Math.max(0, ...bars.filter(bar => bar.column === column.label).map(bar => bar.to));
    return [{ x: hundredth((column.left + column.right) / 2), y: top, text: cellText(value), colour: input.theme.ink }];
  });
}
