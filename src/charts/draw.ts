// A figure drawn: its frame, its chart as SVG, its legend keys and its text alternative.

import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { ChartKind, Figure, Table } from '../edition/edition.ts';
import { textAlternative } from './alternative.ts';
import { chartConfig } from './config.ts';
import { type Frame, frameOf } from './frame.ts';
import { groupedColumns } from './grouped.ts';
import { type ChartInput, drawingHeight, drawnRows, plotOf, textStyle } from './input.ts';
import { type LegendKey, legendKeys } from './key.ts';
import type { VegaLiteSpec } from './layer.ts';
import { lineChart } from './line.ts';
import type { TextMeasure } from './measure.ts';
import { pieChart, pieLabelRoom } from './pie.ts';
import { render } from './render.ts';
import { hundredth } from './round.ts';
import { drawSpecification } from './specification.ts';
import { stackedColumns, stackedPercentages } from './stacked.ts';
import { seriesLimit } from './swatch.ts';
import type { ChartTheme } from './theme.ts';
import { totalBounds } from './total.ts';
import { isUncertain } from './uncertain.ts';

/** A figure as it goes on the page; a table has no `svg`, and its frame has no height. */
export interface Drawing {
  readonly svg?: string;
  readonly frame: Frame;
  readonly keys: readonly LegendKey[];
  readonly alternative: string;
  /** Whether some drawn cell has a hollow band. */
  readonly uncertain: boolean;
}

/** What drawing needs besides the figure; sizes in CSS px (96 per inch). */
export interface DrawContext {
  readonly theme: ChartTheme;
  readonly measure: TextMeasure;
  readonly size: { readonly width: number; readonly labelWidth: number };
  /** The publication's tables by id, for figures with a specification of their own and for totals in other tables. */
  readonly tables?: ReadonlyMap<string, Table>;
  /** The pieces a word of a column label may be broken into; words stay whole without it. */
  readonly syllables?: (word: string) => readonly string[];
}

const pxPerMillimetre = 96 / 25.4;

/** Heights of plots in millimetres where the figure gives none. */
const heights: Readonly<Record<ChartKind, number>> = {
  line: 52,
  columns: 42,
  'grouped-columns': 46,
  'stacked-columns': 50,
  'stacked-percentages': 50,
  pie: 46,
  table: 0,
  specification: 50,
};

/** Draws a figure; the author's mistakes (too many rows, a specification that does not hold) are diagnostics. */
export async function drawFigure(figure: Figure, context: DrawContext): Promise<Outcome<Drawing>> {
  const tooMany = rowLimitDiagnostics(figure, context.theme);
  if (tooMany.length > 0) return { diagnostics: tooMany };
  const input = chartInput(figure, context);
  const { frame } = input;
  const alternative = textAlternative(figure, context.tables);
  const rows = drawnRows(figure).map(row => row.label);
  const keys = legendKeys(figure.chart, rows, context.theme);
  const rest = { keys, alternative, uncertain: isUncertain(figure.chart, input) };
  if (figure.chart === 'specification') {
    const { value, diagnostics } = await drawSpecification(
      figure,
      { input, tables: context.tables ?? new Map() },
      alternative,
    );
    if (!value) return { diagnostics };
    const { svg, width, height } = value;
    return { value: { ...rest, svg, frame: { ...frame, width, height } }, diagnostics };
  }
  const spec = chartSpecification(figure.chart, input);
  if (!spec) return { value: { frame, ...rest }, diagnostics: [] };
  return { value: { frame, ...rest, svg: await drawOwn(spec, figure, input, alternative) }, diagnostics: [] };
}

/** What a figure is drawn from: its rows, its frame and its plot. */
export function chartInput(figure: Figure, context: DrawContext): ChartInput {
  const { theme, measure, syllables } = context;
  const millimetres = figure.height ?? heights[figure.chart];
  const plot = plotOf(hundredth(millimetres * pxPerMillimetre), figure.chart === 'line' ? 'lines' : 'bars');
  const height = figure.chart === 'table' ? 0 : drawingHeight(plot);
  const text = {
    measure,
    header: textStyle(theme, 'header'),
    cell: textStyle(theme, 'cell'),
    ...(syllables && { syllables }),
  };
  const frame = frameOf(figure.table, { ...context.size, height }, text);
  const rows = drawnRows(figure);
  const totals = totalBounds(figure.table, rows, context.tables);
  const input = { rows, panels: figure.table.panels, totals, frame, plot, theme, measure };
  return figure.chart === 'pie' ? { ...input, frame: pieFrame(input) } : input;
}

/** A pie's own frame: its circle with room for labels around it, without columns, for the table stands beside it. */
function pieFrame(input: ChartInput): Frame {
  const room = pieLabelRoom(input);
  const height = input.plot.height + 2 * room.height;
  return { width: input.plot.height + 2 * room.width, labelWidth: 0, height, columns: [], panels: [], gap: 0 };
}

/** The Vega-Lite of a ready chart kind; undefined for those that have none of their own. */
export function chartSpecification(chart: ChartKind, input: ChartInput): VegaLiteSpec | undefined {
  switch (chart) {
    case 'line':
      return lineChart(input);
    case 'columns':
    case 'grouped-columns':
      return groupedColumns(input);
    case 'stacked-columns':
      return stackedColumns(input);
    case 'stacked-percentages':
      return stackedPercentages(input);
    case 'pie':
      return pieChart(input);
    case 'table':
    case 'specification':
      return undefined;
  }
}

async function drawOwn(spec: VegaLiteSpec, figure: Figure, input: ChartInput, alternative: string): Promise<string> {
  const { theme, measure } = input;
  const options = { config: chartConfig(theme), measure, family: theme.text.family, alternative, idPrefix: figure.id };
  const { svg, problems } = await render(spec, options);
  if (svg === undefined || problems.length > 0)
    throw new Error(`The chart of figure "${figure.id}" does not draw: ${problems.map(one => one.message).join(' ')}`);
  return svg;
}

/** What keeps a figure from being drawn, found without drawing it: no rows, or more than its kind can tell apart. */
export function rowLimitDiagnostics(figure: Figure, theme: ChartTheme): Diagnostic[] {
  if (figure.chart === 'table' || figure.chart === 'specification') return [];
  const rows = drawnRows(figure);
  const limit = seriesLimit(
    figure.chart.endsWith('columns') && figure.chart !== 'stacked-columns' ? 'sequence' : 'series',
    theme,
  );
  if (rows.length <= limit && rows.length > 0) return [];
  const message =
    rows.length === 0
      ? `Figure "${figure.id}" omits every row of table "${figure.table.id}", so there is nothing to draw.`
      : `Figure "${figure.id}" has ${rows.length} rows; a ${figure.chart} chart can tell ${limit} apart.`;
  const hint = 'Leave rows out of the chart with `omit`, or show the figure as a table (`chart: table`).';
  return [{ severity: 'error', rule: 'chart-rows', message, place: figure.place, hints: [hint] }];
}
