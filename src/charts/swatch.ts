// Which colours a row gets: those of its category, else by its place in a stack, in a sequence of years, or among lines.

import { categorySwatches, isRest } from './category.ts';
import type { ChartTheme, Swatch } from './theme.ts';

/** How a line is told apart, by more than its colour: dash lengths in px (empty is solid), symbol and its surface. */
export interface LineStyle {
  readonly colour: string;
  readonly dash: readonly number[];
  readonly symbol: 'circle' | 'square' | 'triangle-up' | 'diamond' | 'triangle-down';
  readonly filled: boolean;
}

/** Swatches for the rows of a stack: by category, else last row first in the series, so the lowest keeps its colour. */
export function stackSwatches(labels: readonly string[], theme: ChartTheme): readonly Swatch[] {
  return categorySwatches(labels, theme, 'stack') ?? seriesSwatches(labels, index => labels.length - 1 - index, theme);
}

/** Swatches for slices: by category, else in the table's order. */
export function sliceSwatches(labels: readonly string[], theme: ChartTheme): readonly Swatch[] {
  return categorySwatches(labels, theme, 'circle') ?? seriesSwatches(labels, index => index, theme);
}

/** Each row's swatch by its place; a rest is grey, dark or light as the place asks, but no grey is used twice. */
function seriesSwatches(labels: readonly string[], placeOf: (index: number) => number, theme: ChartTheme): Swatch[] {
  const { series, rest } = theme;
  const used = new Set<Swatch>();
  return labels.map((label, index) => {
    const place = placeOf(index);
    const grey = place % 2 === 0 ? rest.dark : rest.light;
    const swatch = isRest(label) && !used.has(grey) ? grey : (series[place % series.length] ?? grey);
    used.add(swatch);
    return swatch;
  });
}

/** Swatches from light to dark over the whole sequence; one row alone gets the first colour of the series. */
export function sequenceSwatches(count: number, theme: ChartTheme): readonly Swatch[] {
  const { sequence, series, rest } = theme;
  if (count === 1) return [series[0] ?? rest.dark];
  const last = sequence.length - 1;
  return Array.from({ length: count }, (_, index) => sequence[Math.round((index * last) / (count - 1))] ?? rest.dark);
}

const dashes: readonly (readonly number[])[] = [[], [], [8, 2.5], [4, 2], [8, 2, 2, 2]];
const symbols = ['circle', 'square', 'triangle-up', 'diamond', 'triangle-down'] as const;

/** Line styles in the table's order; colour, dash, symbol and its surface together are unique for twenty rows. */
export function lineStyles(labels: readonly string[], theme: ChartTheme): readonly LineStyle[] {
  const swatches = categorySwatches(labels, theme, 'apart') ?? lineSwatches(labels, theme);
  return labels.map((_, index) => ({
    colour: (swatches[index] ?? theme.rest.dark).edge,
    dash: dashes[index % dashes.length] ?? [],
    symbol: symbols[index % symbols.length] ?? 'circle',
    filled: index % 2 === 0,
  }));
}

/** Colours of the series in the table's order; one rest is grey. */
function lineSwatches(labels: readonly string[], { series, rest }: ChartTheme): Swatch[] {
  const grey = labels.findIndex(isRest);
  return labels.map((_, index) => (index === grey ? rest.dark : (series[index % series.length] ?? rest.dark)));
}

/** The most rows a chart kind can tell apart with this theme. */
export function seriesLimit(chart: 'sequence' | 'series', theme: ChartTheme): number {
  return theme[chart].length;
}
