import { expect, test } from 'vitest';
import { drawFigure } from '../../src/charts/draw.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { createSource } from '../../src/diagnostics/source.ts';
import { barsIn, context, drawn, figureOf, tableOf, textsIn } from './fixture.ts';

const table = tableOf(['2021', '2022', '2023'], { Zaken: '1261 214 <5' });
const figure = (text: string) =>
  figureOf('specification', table, { specification: createSource('eigen.vl.json', text) });
const bars = (changes: object = {}) => ({
  mark: 'bar',
  encoding: { x: { field: 'column', type: 'nominal' }, y: { field: 'high', type: 'quantitative' } },
  ...changes,
});

async function mistakes(spec: object | string): Promise<readonly Diagnostic[]> {
  const text = typeof spec === 'string' ? spec : JSON.stringify(spec, null, 2);
  const { value, diagnostics } = await drawFigure(figure(text), context);
  expect(value).toBeUndefined();
  return diagnostics;
}

test("the table is the data, the width is the figure's, numbers are Dutch", async () => {
  const { svg, frame } = await drawn(figure(JSON.stringify(bars())));
  expect(frame.width).toBe(640);
  expect(svg.match(/<path d="M[^"]*" fill="#1f3a63"/g)).toHaveLength(3);
  expect(textsIn(svg).map(({ text }) => text)).toEqual(expect.arrayContaining(['2021', '1.000']));
  expect(svg).toMatch(/^<svg role="img" aria-label="Grafiek: /);
});

test("a specification can stand in the figure's own columns", async () => {
  const position = { type: 'quantitative', axis: null, scale: { domain: [0, 640], nice: false } };
  const spec = {
    width: 640,
    autosize: 'none',
    padding: 0,
    mark: { type: 'rect', stroke: 'theme.ink' },
    encoding: {
      x: { field: 'left', ...position },
      x2: { field: 'right' },
      y: { field: 'high', type: 'quantitative', axis: null },
      y2: { datum: 0 },
    },
  };
  const { svg, frame } = await drawn(figure(JSON.stringify(spec)));
  expect(barsIn(svg).map(({ left }) => left)).toEqual(frame.columns.map(({ left }) => left));
});

test('texts are measured in the fonts that print them', async () => {
  const wide = {
    transform: [{ calculate: '"MMMMMMMMMM"', as: 'naam' }],
    encoding: { y: { field: 'naam', type: 'nominal' } },
  };
  const narrow = {
    transform: [{ calculate: '"iiiiiiiiii"', as: 'naam' }],
    encoding: { y: { field: 'naam', type: 'nominal' } },
  };
  const plotStart = async (changes: object) => {
    const { svg } = await drawn(figure(JSON.stringify(bars(changes))));
    return Number(/<g [^>]*transform="translate\(([\d.]+),/.exec(svg)?.[1]);
  };
  const style = { family: 'Source Sans 3', ...context.theme.text.axis };
  const difference = context.measure.width('MMMMMMMMMM', style) - context.measure.width('iiiiiiiiii', style);
  expect(Math.abs((await plotStart(wide)) - (await plotStart(narrow)) - difference)).toBeLessThan(1.5);
});

test("ids are the figure's own", async () => {
  const { svg } = await drawn(figure(JSON.stringify(bars({ mark: { type: 'bar', clip: true } }))));
  expect(svg).toContain('clip-path="url(#proef-clip');
  expect(svg).toMatch(/<clipPath id="proef-clip\d+"><rect /);
});

test.each([
  ['{\n  "mark": "bar",\n}', 3, 1],
  ['{\n  "mark": bar\n}', 2, 11],
  ['{ "mark": "bar"', 1, 15],
])('a slip in the JSON is shown where it is: %j', async (text, line, column) => {
  const [diagnostic] = await mistakes(text);
  expect(diagnostic).toMatchObject({ rule: 'chart-specification', severity: 'error', place: { line, column } });
});

test.each([
  ['data from elsewhere', bars({ data: { url: 'https://example.org/x.csv' } }), '"url"'],
  ['an image', bars({ mark: 'image' }), '"image"'],
  ['a link', { ...bars(), encoding: { ...bars().encoding, href: { value: 'https://example.org' } } }, '"href"'],
  ['an unknown mark', bars({ mark: 'barr' }), '"barr" is no mark'],
  ['an unknown field', bars({ encoding: { x: { field: 'kolom', type: 'nominal' } } }), 'no field "kolom"'],
  ['an unknown type', bars({ encoding: { x: { field: 'row', type: 'nominaal' } } }), '"nominaal" is no type'],
  ['an unknown word', bars({ encodings: {} }), 'no "encodings" here'],
  ['a layer without a mark', { layer: [bars(), { encoding: {} }] }, 'no mark'],
])('%s is refused, at its place', async (_, spec, message) => {
  const diagnostics = await mistakes(spec);
  expect(diagnostics.map(one => one.message).join(' ')).toContain(message);
  expect(diagnostics[0]?.hints[0]).toBeTruthy();
  const name = /"(\w+)"/.exec(message)?.[1];
  if (name !== undefined) expect(diagnostics[0]?.place?.text).toContain(name);
});

test('what Vega cannot work out is a mistake with its own words', async () => {
  const [diagnostic] = await mistakes(bars({ transform: [{ calculate: 'datum.value +* 2', as: 'b' }] }));
  expect(diagnostic?.message).toContain('Vega-Lite says: Unexpected token');
});

test('a warning of Vega-Lite comes with the drawing', async () => {
  const text = JSON.stringify({ ...bars(), encoding: { ...bars().encoding, xx: { field: 'row', type: 'nominal' } } });
  const { value, diagnostics } = await drawFigure(figure(text), context);
  expect(value?.svg).toBeDefined();
  expect(diagnostics).toMatchObject([{ severity: 'warning', rule: 'chart-specification' }]);
});

test('a figure without its specification says so', async () => {
  const { diagnostics } = await drawFigure(figureOf('specification', table), context);
  expect(diagnostics[0]?.hints[0]).toContain('specification: <file>.vl.json');
});

test('colours are names of the theme; others are refused where they stand', async () => {
  const { svg } = await drawn(figure(JSON.stringify(bars({ mark: { type: 'bar', color: 'theme.accent' } }))));
  expect(svg).toContain('fill="#bf4e2c"');
  for (const color of ['theme.accnt', '#ff0000']) {
    const [found] = await mistakes(bars({ mark: { type: 'bar', color } }));
    expect(found?.message).toContain(`"${color}"`);
    expect(found?.place?.text).toContain(color);
  }
});
