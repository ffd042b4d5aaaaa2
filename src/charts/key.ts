// Legend keys: a few pixels in front of a row's label that show how the row is drawn.

import type { ChartKind } from '../edition/edition.ts';
import { type LineStyle, lineStyles, sequenceSwatches, sliceSwatches, stackSwatches } from './swatch.ts';
import type { ChartTheme, Swatch } from './theme.ts';

/** A row's key as a small inline SVG without a name of its own: it stands beside the row's label. */
export interface LegendKey {
  readonly row: string;
  readonly svg: string;
}

/** Keys for the drawn rows of a chart kind, in the table's order; none where a chart has but one row or names its own. */
export function legendKeys(chart: ChartKind, labels: readonly string[], theme: ChartTheme): readonly LegendKey[] {
  const paint = painter(chart, labels, theme);
  return paint ? labels.map((row, index) => ({ row, svg: paint(index) })) : [];
}

function painter(
  chart: ChartKind,
  labels: readonly string[],
  theme: ChartTheme,
): ((index: number) => string) | undefined {
  const ofSwatches = (swatches: readonly Swatch[]) => (index: number) => box(swatches[index] ?? theme.rest.dark);
  switch (chart) {
    case 'line': {
      const styles = lineStyles(labels, theme);
      return index => stroke(styles[index], theme.paper);
    }
    case 'columns':
    case 'grouped-columns':
      return ofSwatches(sequenceSwatches(labels.length, theme));
    case 'stacked-columns':
    case 'stacked-percentages':
      return ofSwatches(stackSwatches(labels, theme));
    case 'pie':
      return ofSwatches(sliceSwatches(labels, theme));
    case 'table':
    case 'specification':
      return undefined;
  }
}

function svg(width: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" width="${width}" height="10" viewBox="0 0 ${width} 10">${body}</svg>`;
}

function box({ fill, edge }: Swatch): string {
  return svg(10, `<path d="M0.5,0.5h9v9h-9Z" fill="${fill}" stroke="${edge}" stroke-width="0.75"/>`);
}

const symbolPaths: Readonly<Record<LineStyle['symbol'], string>> = {
  circle: 'M8.1,5a2.9,2.9 0 1 0 5.8,0a2.9,2.9 0 1 0 -5.8,0Z',
  square: 'M8.4,2.4h5.2v5.2h-5.2Z',
  diamond: 'M11,1.2L13.7,5L11,8.8L8.3,5Z',
  'triangle-up': 'M11,1.9L14.2,7.5L7.8,7.5Z',
  'triangle-down': 'M11,8.1L14.2,2.5L7.8,2.5Z',
};

function stroke(style: LineStyle | undefined, paper: string): string {
  if (!style) return svg(22, '');
  const [first = 0] = style.dash;
  const dash = first > 0 ? ` stroke-dasharray="${style.dash.join(',')}" stroke-dashoffset="${first / 2}"` : '';
  const line = `<path d="M0,5h22" fill="none" stroke="${style.colour}" stroke-width="1.75"${dash}/>`;
  const fill = style.filled ? style.colour : paper;
  const symbol = `<path d="${symbolPaths[style.symbol]}" fill="${fill}" stroke="${style.colour}" stroke-width="1.25"/>`;
  return svg(22, line + symbol);
}
