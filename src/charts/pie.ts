// A pie: the rows of one column as slices, clockwise from twelve o'clock, each with its number and percentage beside it.

import type { Row } from '../edition/edition.ts';
import { cellText } from '../locale/cell.ts';
import { extentOf } from './cell.ts';
import { type ChartInput, textStyle } from './input.ts';
import { type Layer, literal, quantity, type VegaLiteSpec } from './layer.ts';
import { hundredth } from './round.ts';
import { certainShares } from './share.ts';
import { sliceSwatches } from './swatch.ts';
import type { Swatch } from './theme.ts';
import { fitted } from './total.ts';

interface Slice {
  readonly row: string;
  readonly text: string;
  /** Radians clockwise from twelve o'clock: where the slice starts, where its certain part ends, and where it ends. */
  readonly start: number;
  readonly certain: number;
  readonly end: number;
  readonly swatch: Swatch;
}

const labelDistance = 9;
const lineHeight = 13;

/** Vega-Lite for a pie of the table's first column of counts; the drawing has the frame's size. */
export function pieChart(input: ChartInput): VegaLiteSpec {
  const slices = slicesOf(input);
  const { frame } = input;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: frame.width,
    height: frame.height,
    autosize: 'none',
    padding: 0,
    background: null,
    view: { stroke: null },
    layer: [arcLayer(input, slices), ...sideLayers(input, slices)],
  };
}

/** The width of the widest label of a pie and the height of one, px: the room needed around its circle. */
export function pieLabelRoom(input: ChartInput): { width: number; height: number } {
  const widths = slicesOf(input).map(slice => input.measure.width(slice.text, textStyle(input.theme, 'label')));
  return { width: Math.ceil(Math.max(0, ...widths)) + labelDistance + 2, height: lineHeight };
}

/** The column of counts that is drawn: the first one that is not of percentages. */
export function drawnColumn(rows: readonly Row[]): number {
  const first = rows[0]?.observations ?? [];
  return Math.max(
    0,
    first.findIndex(({ value }) => value.kind !== 'percentage'),
  );
}

function slicesOf(input: ChartInput): Slice[] {
  const column = drawnColumn(input.rows);
  const swatches = sliceSwatches(
    input.rows.map(row => row.label),
    input.theme,
  );
  const shown = input.rows.flatMap((row, index) => {
    const value = row.observations[column]?.value;
    const [extent, swatch] = [value && extentOf(value), swatches[index]];
    return extent && swatch && extent.high > 0 ? [{ row, extent, swatch }] : [];
  });
  const extents = fitted(
    shown.map(({ extent }) => extent),
    input.totals[column] ?? {},
  );
  const total = extents.reduce((sum, extent) => sum + extent.high, 0);
  let at = 0;
  return shown.map(({ row, swatch }, index) => {
    const extent = extents[index] ?? { low: 0, high: 0 };
    const turn = (value: number): number => (value / total) * 2 * Math.PI;
    const start = at;
    at += turn(extent.high);
    return {
      row: row.label,
      text: labelOf(input, row, column),
      start,
      certain: start + turn(extent.low),
      end: at,
      swatch,
    };
  });
}

/** `18; 34%`, with the table's own percentage where it has one. */
function labelOf({ rows, totals }: ChartInput, row: Row, column: number): string {
  const count = row.observations[column];
  const printed = row.observations.find(({ value }) => value.kind === 'percentage');
  const share = printed ? cellText(printed.value) : certainShares(rows, column, totals[column]).get(row.label);
  return [...(count ? [cellText(count.value)] : []), ...(share !== undefined ? [share] : [])].join('; ');
}

function radiusOf({ frame }: ChartInput): number {
  return frame.height / 2 - lineHeight;
}

function arcLayer(input: ChartInput, slices: readonly Slice[]): Layer {
  const { paper } = input.theme;
  const values = slices.flatMap(({ row, start, certain, end, swatch }) => [
    ...(certain > start ? [{ row, start, end: certain, fill: swatch.fill, edge: paper, width: 2 }] : []),
    ...(end > certain ? [{ row, start: certain, end, fill: paper, edge: swatch.edge, width: 0.75 }] : []),
  ]);
  return {
    data: { values },
    mark: { type: 'arc', outerRadius: radiusOf(input) },
    encoding: {
      theta: { ...quantity('start'), scale: null },
      theta2: { field: 'end' },
      fill: literal('fill'),
      stroke: literal('edge'),
      strokeWidth: { ...quantity('width'), scale: null },
    },
  };
}

interface SideLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Labels beside the circle, those on one side kept apart by a line's height. */
function sideLayers(input: ChartInput, slices: readonly Slice[]): Layer[] {
  const half = (inHalf: (angle: number) => boolean): SideLabel[] => {
    const found = slices.filter(({ start, end }) => inHalf((start + end) / 2));
    return spread(
      found.map(slice => anchorOf(input, slice)),
      input.frame.height,
    );
  };
  const right = sideLayer(
    input,
    half(angle => angle < Math.PI),
    'left',
  );
  const left = sideLayer(
    input,
    half(angle => angle >= Math.PI),
    'right',
  );
  return [right, left].filter(layer => layer.data.values.length > 0);
}

/** The point just outside the circle at the middle of a slice. */
function anchorOf(input: ChartInput, { text, start, end }: Slice): SideLabel {
  const { width, height } = input.frame;
  const radius = radiusOf(input) + labelDistance;
  const angle = (start + end) / 2;
  return { text, x: width / 2 + radius * Math.sin(angle), y: height / 2 - radius * Math.cos(angle) };
}

function sideLayer({ frame, theme }: ChartInput, labels: readonly SideLabel[], align: 'left' | 'right'): Layer {
  const { family, size, weight } = textStyle(theme, 'label');
  const position = (field: string, top: number): object => ({
    ...quantity(field),
    axis: null,
    scale: { domain: [0, top], nice: false },
  });
  return {
    data: { values: labels.map(({ text, x, y }) => ({ text, x: hundredth(x), y: hundredth(frame.height - y) })) },
    mark: {
      type: 'text',
      align,
      baseline: 'middle',
      font: family,
      fontSize: size,
      fontWeight: weight,
      color: theme.ink,
    },
    encoding: { x: position('x', frame.width), y: position('y', frame.height), text: { field: 'text' } },
  };
}

function spread<T extends { readonly y: number }>(labels: readonly T[], height: number): T[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  const placed: T[] = [];
  for (const label of sorted)
    placed.push({ ...label, y: Math.max(label.y, (placed.at(-1)?.y ?? -lineHeight) + lineHeight) });
  const overflow = Math.max(0, (placed.at(-1)?.y ?? 0) - (height - lineHeight / 2));
  return placed.map(label => ({ ...label, y: label.y - overflow }));
}
