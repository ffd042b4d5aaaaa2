// The building blocks of a chart as Vega-Lite: positions across are px of the frame, positions up are values.

import type { ValueAxis } from './axis.ts';
import { axisDistance, type ChartInput, hasAxisRoom, textStyle } from './input.ts';
import { hundredth } from './round.ts';

/** One layer of a chart: its own tidy data, a mark and how the data steer it. */
export interface Layer {
  /** Names what is drawn; the numbers of the scale are told by theirs. */
  readonly name?: string;
  readonly data: { readonly values: readonly object[] };
  readonly mark: object;
  readonly encoding: object;
}

/** A complete Vega-Lite specification as plain JSON. */
export type VegaLiteSpec = Readonly<Record<string, unknown>>;

/** A filled or hollow rectangle: px across, values up. */
export interface Bar {
  readonly row: string;
  readonly column: string;
  readonly left: number;
  readonly right: number;
  readonly from: number;
  readonly to: number;
  readonly fill: string;
  readonly edge: string;
}

/** A text at a point: px across, value up; `dy` moves it in px. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly colour: string;
}

const schema = 'https://vega.github.io/schema/vega-lite/v6.json';

/** A chart of layers over its grid, the plot exactly where the frame says; the base line lies over bars, under lines. */
export function composeChart(
  input: ChartInput,
  axis: ValueAxis,
  layers: readonly Layer[],
  base: 'over' | 'under' = 'over',
): VegaLiteSpec {
  const { frame, plot } = input;
  const stacked = base === 'over' ? [...layers, baseLayer(input)] : [baseLayer(input), ...layers];
  const shown = [...gridLayers(input, axis), ...stacked].filter(layer => layer.data.values.length > 0);
  return {
    $schema: schema,
    width: frame.width,
    height: plot.height,
    autosize: 'none',
    padding: { left: 0, right: 0, top: plot.top, bottom: plot.bottom },
    background: null,
    view: { stroke: null },
    encoding: {},
    layer: shown.map(layer => ({ ...layer, encoding: scaled(layer.encoding, frame.width, axis.top) })),
  };
}

/** Gives the positions of an encoding the chart's scales: px across, values up. */
function scaled(encoding: object, width: number, top: number): object {
  const scales: Readonly<Record<string, object>> = {
    x: { axis: null, scale: { domain: [0, width], nice: false, zero: false } },
    y: { axis: null, scale: { domain: [0, top], nice: false } },
  };
  const channels = Object.entries(encoding).map(([channel, value]) => [channel, { ...value, ...scales[channel] }]);
  return Object.fromEntries(channels);
}

/** A field holding a number. */
export function quantity(field: string): object {
  return { field, type: 'quantitative' };
}

/** A field holding the look itself: a colour, a dash, a symbol. */
export function literal(field: string): object {
  return { field, type: 'nominal', scale: null, legend: null };
}

/** Rectangles in the order given, later ones on top. */
export function barLayer(bars: readonly Bar[]): Layer {
  return {
    data: { values: bars },
    mark: { type: 'rect', strokeWidth: 0.75 },
    encoding: {
      x: quantity('left'),
      x2: { field: 'right' },
      y: quantity('from'),
      y2: { field: 'to' },
      fill: literal('fill'),
      stroke: literal('edge'),
    },
  };
}

/** Small bold texts centred on their points, moved `dy` px down. */
export function labelLayer(input: ChartInput, labels: readonly Label[], dy = 0): Layer {
  const { family, size, weight } = textStyle(input.theme, 'label');
  return {
    data: { values: labels },
    mark: { type: 'text', align: 'center', baseline: 'middle', font: family, fontSize: size, fontWeight: weight, dy },
    encoding: { x: quantity('x'), y: quantity('y'), text: { field: 'text' }, color: literal('colour') },
  };
}

function gridLayers(input: ChartInput, axis: ValueAxis): Layer[] {
  const { frame, theme } = input;
  if (!hasAxisRoom(input, axis)) return [];
  const lines = axis.ticks.filter(tick => tick.value > 0);
  const values = frame.panels.flatMap(({ left, right }) => lines.map(({ value }) => ({ left, right, value })));
  const grid = ruleLayer(values, { color: theme.grid, strokeWidth: 0.75 });
  return [grid, tickLayer(input, axis)];
}

/** The name of the layer with the numbers of the scale, beside an axis of a specification's own. */
export const scaleName = 'scale';

/** The axis numbers; the lowest one stands on the base line instead of across it. */
function tickLayer({ frame, plot, theme }: ChartInput, axis: ValueAxis): Layer {
  const { family, size, weight } = textStyle(theme, 'axis');
  const x = hundredth(frame.labelWidth - axisDistance);
  const lowest = hundredth((size * 0.35 * axis.top) / plot.height);
  return {
    name: scaleName,
    data: { values: axis.ticks.map(tick => ({ ...tick, x, value: Math.max(tick.value, lowest) })) },
    mark: {
      type: 'text',
      align: 'right',
      baseline: 'middle',
      font: family,
      fontSize: size,
      fontWeight: weight,
      color: theme.muted,
    },
    encoding: { x: quantity('x'), y: quantity('value'), text: { field: 'text' } },
  };
}

function baseLayer({ frame, theme }: ChartInput): Layer {
  const values = frame.panels.map(({ left, right }) => ({ left, right, value: 0 }));
  return ruleLayer(values, { color: theme.ink, strokeWidth: 1 });
}

function ruleLayer(values: readonly object[], style: object): Layer {
  return {
    data: { values },
    mark: { type: 'rule', ...style },
    encoding: { x: quantity('left'), x2: { field: 'right' }, y: quantity('value') },
  };
}
