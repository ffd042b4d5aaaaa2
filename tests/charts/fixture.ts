// Small figures typed as text, the house's theme and its fonts, for the tests of this room.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type DrawContext, type Drawing, drawFigure } from '../../src/charts/draw.ts';
import { createTextMeasure } from '../../src/charts/measure.ts';
import { type ChartTheme, readTheme } from '../../src/charts/theme.ts';
import { createSource } from '../../src/diagnostics/source.ts';
import type { ChartKind, Figure, Panel, Table } from '../../src/edition/edition.ts';
import type { ObservedValue } from '../../src/statistics/observation.ts';

const place = { file: 'data/2023/tables/proef.yaml', line: 1, column: 1 };

/** The value a cell's text stands for: `12`, `<5`, `170-180`, `34%`, `~150` (rounded to tens), `28.3` or `.`. */
export function valueIn(cell: string): ObservedValue {
  const number = Number.parseFloat(cell.replace(/[~<%]/g, ''));
  if (cell === '.') return { kind: 'missing', reason: 'niet bekend' };
  if (cell.startsWith('<')) return { kind: 'suppressed', below: number };
  if (cell.startsWith('~')) return { kind: 'rounded', value: number, to: 10 };
  if (cell.endsWith('%')) return { kind: 'percentage', value: number, decimals: 0 };
  const range = /^(\d+)-(\d+)$/.exec(cell);
  if (range) return { kind: 'range', low: Number(range[1]), high: Number(range[2]) };
  if (cell.includes('.')) return { kind: 'mean', value: number, decimals: 1 };
  return { kind: 'count', value: number };
}

/** A table from its columns (or panels) and its rows, each `label: cells` with the cells apart by spaces. */
export function tableOf(columns: readonly string[] | readonly Panel[], rows: Readonly<Record<string, string>>): Table {
  const panels = columns
    .map(column => (typeof column === 'string' ? undefined : column))
    .filter(one => one !== undefined);
  const labels = columns.flatMap(column => (typeof column === 'string' ? [column] : column.columns));
  return {
    id: 'proef',
    title: 'Slachtoffers naar vorm',
    unit: 'slachtoffers',
    source: 'CoMensha',
    notes: [],
    panels: panels.length > 0 ? panels : [{ columns: labels }],
    columns: labels,
    rows: Object.entries(rows).map(([label, cells]) => ({
      label,
      observations: cells.split(/\s+/).map(cell => ({ value: valueIn(cell), status: 'final', place })),
      place,
    })),
    relations: [],
    place,
  };
}

/** A figure of a table. */
export function figureOf(chart: ChartKind, table: Table, more: Partial<Figure> = {}): Figure {
  return { id: 'proef', table, chart, title: table.title, omit: [], place, titlePlace: place, ...more };
}

/** The house's theme as it stands in templates/. */
export function houseTheme(): ChartTheme {
  const text = readFileSync(new URL('../../templates/theme.yaml', import.meta.url), 'utf8');
  const { value, diagnostics } = readTheme(createSource('templates/theme.yaml', text));
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}

const fonts = new URL('../../node_modules/@fontsource/source-sans-3/files/', import.meta.url);

/** Measures in the report's own fonts. */
export const measure = createTextMeasure(
  [400, 600, 700].map(weight => ({
    family: 'Source Sans 3',
    weight,
    bytes: readFileSync(new URL(`source-sans-3-latin-${weight}-normal.woff2`, fonts)),
  })),
);

/** What a report's figures are drawn with. */
export const context: DrawContext = { theme: houseTheme(), measure, size: { width: 640, labelWidth: 190 } };

/** Draws a figure that must draw. */
export async function drawn(figure: Figure, changes: Partial<DrawContext> = {}): Promise<Drawing & { svg: string }> {
  const { value, diagnostics } = await drawFigure(figure, { ...context, ...changes });
  if (value?.svg === undefined) throw new Error(`Not drawn: ${JSON.stringify(diagnostics)}`);
  return { ...value, svg: value.svg };
}

/** A rectangle of a drawing, in px of its plot. */
export interface DrawnBar {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly stroke: string;
}

/** All rectangles of a drawing in the order they are painted. */
export function barsIn(svg: string): DrawnBar[] {
  const pattern = /<path d="M([\d.-]+),([\d.-]+)h([\d.-]+)v([\d.-]+)h[\d.-]+Z" fill="([^"]+)" stroke="([^"]+)"/g;
  return [...svg.matchAll(pattern)].map(([, left, top, width, height, fill = '', stroke = '']) => {
    return { left: Number(left), top: Number(top), width: Number(width), height: Number(height), fill, stroke };
  });
}

/** All texts of a drawing with the point they stand at. */
export function textsIn(svg: string): { text: string; x: number; y: number }[] {
  const pattern = /<text [^>]*transform="translate\(([\d.-]+),([\d.-]+)\)[^>]*>([^<]*)<\/text>/g;
  return [...svg.matchAll(pattern)].map(([, x, y, text = '']) => ({ text, x: Number(x), y: Number(y) }));
}

/** The golden of a case; written when it is missing outside CI, and beside it as `-changed` when it differs. */
export function golden(name: string, value: unknown): { expected: string; actual: string } {
  const file = new URL(`../output/charts/${name}.vl.json`, import.meta.url);
  const actual = `${JSON.stringify(value, null, 2)}\n`;
  if (!existsSync(file)) {
    if (process.env.CI) throw new Error(`There is no golden ${name}.vl.json; run the tests outside CI to write it.`);
    writeFileSync(file, actual);
  }
  const expected = readFileSync(file, 'utf8');
  if (expected !== actual) writeFileSync(new URL(`../output/charts/${name}-changed.vl.json`, import.meta.url), actual);
  return { expected, actual };
}
