// Stacked columns: the table's last row stands on the base line, its first row on top, as in the table below.

import { axisOptions, percentageAxis, type ValueAxis, valueAxis } from './axis.ts';
import { barRoom, extentBars } from './bars.ts';
import { type Extent, extentOf } from './cell.ts';
import { readableOn } from './colour.ts';
import { type ChartInput, textStyle } from './input.ts';
import { type Bar, barLayer, composeChart, type Label, labelLayer, type VegaLiteSpec } from './layer.ts';
import { certainShares } from './share.ts';
import { stackSwatches } from './swatch.ts';
import type { Swatch } from './theme.ts';
import { fitted } from './total.ts';

/** One row's part of a column's stack. */
interface Segment {
  readonly row: string;
  readonly extent: Extent;
  readonly swatch: Swatch;
  /** Where the segment starts: the highest the segments below reach together. */
  readonly from: number;
}

/** Vega-Lite for stacks of counts. */
export function stackedColumns(input: ChartInput): VegaLiteSpec {
  const bars = input.frame.columns.flatMap((_, index) => stackBars(input, index, segmentsOf(input, index)));
  const axis = valueAxis(Math.max(0, ...bars.map(bar => bar.to)), axisOptions(input.rows));
  return composeChart(input, axis, [barLayer(bars)]);
}

/** Vega-Lite for stacks that each fill the whole height, with shares written where they fit and are certain. */
export function stackedPercentages(input: ChartInput): VegaLiteSpec {
  const axis = percentageAxis();
  const stacks = input.frame.columns.map((_, index) => scaledSegments(segmentsOf(input, index)));
  const bars = stacks.flatMap((segments, index) => stackBars(input, index, segments));
  const labels = stacks.flatMap((segments, index) => shareLabels(input, axis, index, segments));
  return composeChart(input, axis, [barLayer(bars), labelLayer(input, labels)]);
}

/** The segments of one column from the base line up to its highest possible total; missing cells have none. */
function segmentsOf(input: ChartInput, index: number): Segment[] {
  const swatches = stackSwatches(
    input.rows.map(row => row.label),
    input.theme,
  );
  const shown = input.rows.flatMap((row, at) => {
    const value = row.observations[index]?.value;
    const [extent, swatch] = [value && extentOf(value), swatches[at]];
    return extent && swatch ? [{ row: row.label, extent, swatch }] : [];
  });
  const upwards = shown.reverse();
  const extents = fitted(
    upwards.map(({ extent }) => extent),
    input.totals[index] ?? {},
  );
  let from = 0;
  return upwards.map((segment, at) => {
    const extent = extents[at] ?? segment.extent;
    const placed = { ...segment, extent, from: fine(from) };
    from += extent.high;
    return placed;
  });
}

/** Counts shared out among bands, without the dust of binary fractions. */
function fine(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Segments in per cent of the most the column can be; one that is alone has all of it, whatever its value. */
function scaledSegments(segments: readonly Segment[]): Segment[] {
  const total = segments.reduce((sum, segment) => sum + segment.extent.high, 0);
  const scale = (value: number): number => (total > 0 ? Math.round((value / total) * 1e6) / 1e4 : 0);
  const shown = segments.filter(segment => segment.extent.high > 0);
  const [only] = shown;
  if (only && shown.length === 1 && only.extent.low > 0) return [{ ...only, from: 0, extent: { low: 100, high: 100 } }];
  return shown.map(({ extent, from, ...segment }) => ({
    ...segment,
    from: scale(from),
    extent: { low: scale(from + extent.low) - scale(from), high: scale(from + extent.high) - scale(from) },
  }));
}

function stackBars(input: ChartInput, index: number, segments: readonly Segment[]): Bar[] {
  const column = input.frame.columns[index];
  if (!column) return [];
  const place = { column: column.label, ...barRoom(column) };
  return segments.flatMap(({ row, from, extent, swatch }) =>
    extentBars({ ...place, row, from }, extent, swatch, input.theme.paper),
  );
}

const labelPadding = 2;

function shareLabels(input: ChartInput, axis: ValueAxis, index: number, segments: readonly Segment[]): Label[] {
  const column = input.frame.columns[index];
  const style = textStyle(input.theme, 'label');
  if (!column) return [];
  const { left, right } = barRoom(column);
  const shares = certainShares(input.rows, index, input.totals[index]);
  return segments.flatMap(({ row, from, extent, swatch }) => {
    const text = shares.get(row);
    const colour = readableOn(swatch.fill, [input.theme.paper, input.theme.ink]);
    const high = (extent.low / axis.top) * input.plot.height;
    if (text === undefined || colour === undefined || high < style.size + labelPadding) return [];
    if (input.measure.width(text, style) > right - left - labelPadding) return [];
    return [{ x: (left + right) / 2, y: from + extent.low / 2, text, colour }];
  });
}
