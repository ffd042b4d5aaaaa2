// Lines over the columns of a table: gaps where values are missing, a hollow bar where a value is a range.

import { axisOptions, type ValueAxis, valueAxis } from './axis.ts';
import { type Extent, extentOf } from './cell.ts';
import { type ChartInput, textStyle } from './input.ts';
import {
  type Bar,
  barLayer,
  composeChart,
  type Label,
  type Layer,
  labelLayer,
  literal,
  quantity,
  type VegaLiteSpec,
} from './layer.ts';
import { type PixelPoint, type Polyline, placeLineLabels } from './linelabel.ts';
import { hundredth } from './round.ts';
import { type LineStyle, lineStyles } from './swatch.ts';

/** One value of a row, in the middle of its column. */
interface LinePoint {
  readonly x: number;
  readonly extent: Extent;
  readonly middle: number;
  readonly panel: number;
}

interface Line {
  readonly row: string;
  readonly style: LineStyle;
  /** One entry per column; undefined where the value is missing. */
  readonly points: readonly (LinePoint | undefined)[];
}

const uncertainDash = [1.5, 2.5];
const hollowWidth = 7;

/** Vega-Lite for one line per row; the value axis starts at zero. */
export function lineChart(input: ChartInput): VegaLiteSpec {
  const lines = linesOf(input);
  const highest = Math.max(0, ...lines.flatMap(line => line.points.map(point => point?.extent.high ?? 0)));
  const axis = valueAxis(highest, axisOptions(input.rows));
  const layers = [
    strokeLayer(lines),
    barLayer(lines.flatMap(line => hollowBars(line, input.theme.paper))),
    ...symbolLayers(lines, input.theme.paper),
    labelLayer(input, namesOf(input, axis, lines)),
  ];
  return composeChart(input, axis, layers, 'under');
}

function linesOf(input: ChartInput): Line[] {
  const styles = lineStyles(
    input.rows.map(row => row.label),
    input.theme,
  );
  return input.rows.flatMap((row, at) => {
    const style = styles[at];
    return style
      ? [{ row: row.label, style, points: input.frame.columns.map((_, index) => pointOf(input, at, index)) }]
      : [];
  });
}

function pointOf({ rows, frame }: ChartInput, row: number, index: number): LinePoint | undefined {
  const value = rows[row]?.observations[index]?.value;
  const extent = value && extentOf(value);
  const column = frame.columns[index];
  if (!extent || !column) return undefined;
  const panel = frame.panels.findIndex(({ left, right }) => column.left >= left - 0.01 && column.right <= right + 0.01);
  const x = hundredth((column.left + column.right) / 2);
  return { x, extent, middle: (extent.low + extent.high) / 2, panel };
}

/** The stretches between neighbouring points of one panel, equal dashes joined into runs. */
function runsOf(line: Line): { points: LinePoint[]; certain: boolean }[] {
  const runs: { points: LinePoint[]; certain: boolean }[] = [];
  line.points.forEach((point, index) => {
    const before = line.points[index - 1];
    if (!point || !before || before.panel !== point.panel) return;
    const certain = isCertain(before) && isCertain(point);
    const last = runs.at(-1);
    if (last?.certain === certain && last.points.at(-1) === before) last.points.push(point);
    else runs.push({ points: [before, point], certain });
  });
  return runs;
}

function isCertain({ extent }: LinePoint): boolean {
  return extent.low === extent.high;
}

function strokeLayer(lines: readonly Line[]): Layer {
  const values = lines.flatMap(line =>
    runsOf(line).flatMap(({ points, certain }, run) =>
      points.map(({ x, middle }) => ({
        run: `${line.row} ${run}`,
        x,
        value: middle,
        colour: line.style.colour,
        dash: certain ? line.style.dash : uncertainDash,
      })),
    ),
  );
  return {
    data: { values },
    mark: { type: 'line', strokeWidth: 1.75, strokeJoin: 'round', strokeCap: 'butt' },
    encoding: {
      x: quantity('x'),
      y: quantity('value'),
      detail: { field: 'run', type: 'nominal' },
      stroke: literal('colour'),
      strokeDash: literal('dash'),
    },
  };
}

function hollowBars(line: Line, paper: string): Bar[] {
  return line.points.flatMap((point, index) => {
    if (!point || isCertain(point)) return [];
    const [left, right] = [hundredth(point.x - hollowWidth / 2), hundredth(point.x + hollowWidth / 2)];
    const { low, high } = point.extent;
    return [
      { row: line.row, column: String(index), left, right, from: low, to: high, fill: paper, edge: line.style.colour },
    ];
  });
}

/** A symbol at each certain value, later rows below earlier ones; hollow symbols are filled with paper. */
function symbolLayers(lines: readonly Line[], paper: string): Layer[] {
  const values = lines.toReversed().flatMap(({ row, style, points }) =>
    points
      .filter(point => point !== undefined && isCertain(point))
      .map(point => ({
        row,
        x: point?.x,
        value: point?.middle,
        fill: style.filled ? style.colour : paper,
        edge: style.colour,
        symbol: style.symbol,
      })),
  );
  return [
    {
      data: { values },
      mark: { type: 'point', size: 34, strokeWidth: 1.25, opacity: 1 },
      encoding: {
        x: quantity('x'),
        y: quantity('value'),
        fill: literal('fill'),
        stroke: literal('edge'),
        shape: literal('symbol'),
      },
    },
  ];
}

/** Names where there is room for them; their places come back as values on the axis. */
function namesOf(input: ChartInput, axis: ValueAxis, lines: readonly Line[]): Label[] {
  if (lines.length < 2) return [];
  const { panels } = input.frame;
  const { height } = input.plot;
  const style = textStyle(input.theme, 'label');
  const toPixel = ({ x, middle }: LinePoint): PixelPoint => ({ x, y: (1 - middle / axis.top) * height });
  const polylines: Polyline[] = lines.map(line => ({
    text: line.row,
    colour: line.style.colour,
    width: input.measure.width(line.row, style),
    runs: runsOf(line).map(run => run.points.map(toPixel)),
    points: line.points.flatMap(point => (point ? [toPixel(point)] : [])),
  }));
  const placed = placeLineLabels(polylines, { panels, height, size: style.size });
  return placed.map(({ y, ...label }) => ({ ...label, y: hundredth((1 - y / height) * axis.top) }));
}
