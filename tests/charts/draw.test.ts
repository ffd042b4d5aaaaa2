import { expect, test } from 'vitest';
import { chartInput, chartSpecification, drawFigure } from '../../src/charts/draw.ts';
import type { ChartKind, Figure } from '../../src/edition/edition.ts';
import { barsIn, context, drawn, figureOf, golden, tableOf, textsIn } from './fixture.ts';

const years = ['2019', '2020', '2021', '2022', '2023'];
const panels = [
  { title: 'Per jaar', columns: years },
  { title: 'Per vorm in 2023', columns: ['Seksuele uitbuiting', 'Arbeidsuitbuiting'] },
];
const twoPanels = tableOf(panels, {
  Onbekend: '8 15 9 35 <5 0 <5',
  Azië: '57 74 83 75 60 23 35',
  Europa: '243 368 272 291 246 63 173',
  Nederland: '244 155 237 209 194 135 12',
});
const perYear = tableOf(years, {
  Onbekend: '<5 <5 <5 5 0',
  Arbeidsuitbuiting: '15 13 15 31 18',
  'Seksuele uitbuiting': '121 177 222 170 171',
});
const sectors = tableOf(['Thuis', 'Escort', 'Straat'], { 2021: '155 65 26', 2022: '181 78 35', 2023: '248 95 <5' });
const permits = tableOf(years, { Aanvragen: '~490 ~300 . ~70 ~90', Verleend: '~410 170-180 ~100 110-120 ~150' });
const minors = tableOf(['aantal', 'percentage'], {
  Binnenlands: '18 34%',
  Internationaal: '13 25%',
  Crimineel: '<5 25%',
  Overig: '9 17%',
});
const cases = tableOf(years, { Zaken: '154 202 261 214 215' });

const goldens: readonly (readonly [string, Figure])[] = [
  ['line', figureOf('line', permits)],
  ['columns', figureOf('columns', cases)],
  ['grouped-columns', figureOf('grouped-columns', sectors)],
  ['stacked-columns', figureOf('stacked-columns', perYear)],
  ['stacked-percentages', figureOf('stacked-percentages', twoPanels)],
  ['pie', figureOf('pie', minors)],
];

test.each(goldens)('the Vega-Lite of a %s chart is as before', (name, figure) => {
  const { expected, actual } = golden(name, chartSpecification(figure.chart, chartInput(figure, context)));
  expect(actual).toBe(expected);
});

test.each(goldens)('a %s chart draws as one named SVG with the same bytes each time', async (_, figure) => {
  const first = await drawn(figure);
  const second = await drawn(figure);
  expect(second.svg).toBe(first.svg);
  expect(first.svg.match(/<svg /g)).toHaveLength(1);
  expect(first.svg).toMatch(/^<svg role="img" aria-label="[^"<>]+" /);
  expect(first.svg).not.toMatch(/<script|<image|<a |href|opacity|filter|url\(|class=|aria-(?!label)/);
  expect(first.svg).not.toMatch(/\d\.\d{3}|NaN|undefined/);
  expect(first.svg).toContain(`width="${first.frame.width}" height="${first.frame.height}"`);
});

test.each<ChartKind>(['grouped-columns', 'stacked-columns', 'stacked-percentages'])(
  'the bars of %s stand in the middle of their columns of the frame',
  async chart => {
    const table = chart === 'grouped-columns' ? sectors : twoPanels;
    const { svg, frame } = await drawn(figureOf(chart, table));
    const bars = barsIn(svg);
    for (const column of frame.columns) {
      const inside = bars.filter(bar => bar.left >= column.left && bar.left + bar.width <= column.right);
      const left = Math.min(...inside.map(bar => bar.left));
      const right = Math.max(...inside.map(bar => bar.left + bar.width));
      expect((left + right) / 2).toBeCloseTo((column.left + column.right) / 2, 1);
    }
    expect(
      bars.every(bar => frame.columns.some(({ left, right }) => bar.left >= left && bar.left + bar.width <= right)),
    ).toBe(true);
  },
);

test('grid and base line span each panel and leave the gap free', async () => {
  const { svg, frame } = await drawn(figureOf('stacked-percentages', twoPanels));
  const lines = [...svg.matchAll(/<line transform="translate\(([\d.]+),[\d.]+\)" x2="([\d.]+)"/g)];
  const spans = new Set(lines.map(([, left, width]) => `${left} ${(Number(left) + Number(width)).toFixed(2)}`));
  expect(spans).toEqual(new Set(frame.panels.map(({ left, right }) => `${left} ${right.toFixed(2)}`)));
});

test('axis numbers stand right-aligned beside the plot', async () => {
  const { svg, frame } = await drawn(figureOf('stacked-columns', perYear));
  const axis = textsIn(svg).filter(({ x }) => x < frame.labelWidth);
  expect(axis.map(({ text }) => text)).toEqual(['0', '50', '100', '150', '200', '250']);
  expect(new Set(axis.map(({ x }) => x)).size).toBe(1);
});

test('a stack follows the table: the first row on top, the last on the base line', async () => {
  const { svg } = await drawn(figureOf('stacked-columns', perYear));
  const { series, rest } = context.theme;
  const last2022 = barsIn(svg).filter(bar => bar.left > 460 && bar.left < 540);
  expect(last2022.map(({ fill }) => fill)).toEqual([series[0]?.fill, series[3]?.fill, rest.dark.fill]);
  expect(last2022[0]?.top).toBeGreaterThan(last2022[1]?.top ?? 0);
  expect(last2022[1]?.top).toBeGreaterThan(last2022[2]?.top ?? 0);
});

test('a suppressed cell is filled to one and hollow to four, and the next segment starts at four', async () => {
  const table = tableOf(['2023'], { Boven: '10', Midden: '<5', Onder: '6' });
  const { svg } = await drawn(figureOf('stacked-columns', table));
  const { series, paper } = context.theme;
  const [under, certain, open, above] = barsIn(svg);
  const unit = (under?.height ?? 0) / 6;
  expect(certain).toMatchObject({ fill: series[1]?.fill });
  expect(certain?.height).toBeCloseTo(unit, 1);
  expect(open).toMatchObject({ fill: paper, stroke: series[1]?.edge });
  expect(open?.height).toBeCloseTo(3 * unit, 1);
  expect((above?.top ?? 0) + (above?.height ?? 0)).toBeCloseTo(open?.top ?? 0, 1);
});

test('zero and missing draw no bar', async () => {
  const { svg } = await drawn(figureOf('columns', tableOf(years, { Zaken: '0 . 3 4 5' })));
  expect(barsIn(svg)).toHaveLength(3);
});

test('a stack of shares fills the height, and only certain shares are written in it', async () => {
  const { svg, frame } = await drawn(figureOf('stacked-percentages', twoPanels));
  const texts = textsIn(svg).filter(({ x }) => x > frame.labelWidth);
  const in2022 = texts.filter(({ x }) => x > (frame.columns[3]?.left ?? 0) && x < (frame.columns[3]?.right ?? 0));
  expect(in2022.map(({ text }) => text).toSorted()).toEqual(['12%', '34%', '48%']);
  const in2023 = barsIn(svg).filter(
    bar => bar.left > (frame.columns[4]?.left ?? 0) && bar.left < (frame.columns[4]?.right ?? 0),
  );
  const height = in2023.reduce((sum, bar) => sum + bar.height, 0);
  expect(height).toBeCloseTo(frame.height - 9, 1);
});

test('an uncertain share is not written', async () => {
  const table = tableOf(['2023'], { Boven: '<5', Onder: '6' });
  const { svg, frame } = await drawn(figureOf('stacked-percentages', table));
  expect(textsIn(svg).filter(({ x }) => x > frame.labelWidth)).toEqual([]);
});

test('a line has a gap where a value is missing and a dashed run through a range', async () => {
  const { svg } = await drawn(figureOf('line', permits));
  const lines = [...svg.matchAll(/<path d="(M[^"]*L[^"]*)" stroke="([^"]+)" stroke-width="1.75"[^>]*\/>/g)];
  const [first, second] = context.theme.series;
  const aanvragen = lines.filter(([, , stroke]) => stroke === first?.edge);
  expect(aanvragen.map(([, path = '']) => path.split(/[ML]/).length - 1)).toEqual([2, 2]);
  const verleend = lines.filter(([, , stroke]) => stroke === second?.edge);
  expect(verleend.every(([tag]) => tag.includes('stroke-dasharray="1.5,2.5"'))).toBe(true);
  const open = barsIn(svg).filter(({ fill, stroke }) => fill === context.theme.paper && stroke === second?.edge);
  expect(open).toHaveLength(2);
});

test('points of a line stand in the middle of their columns', async () => {
  const { svg, frame } = await drawn(figureOf('line', tableOf(years, { Zaken: '154 202 261 214 215' })));
  const centres = frame.columns.map(({ left, right }) => Math.round(((left + right) / 2) * 100) / 100);
  const symbols = [...svg.matchAll(/<path transform="translate\(([\d.]+),/g)].map(([, x]) => Number(x));
  expect(symbols).toEqual(centres);
});

test("a pie names its slices with the table's own percentages and stands in its own frame", async () => {
  const { svg, frame } = await drawn(figureOf('pie', minors));
  expect(
    textsIn(svg)
      .map(({ text }) => text)
      .toSorted(),
  ).toEqual(['13; 25%', '18; 34%', '9; 17%', '<5; 25%'.replace('<', '&lt;')].toSorted());
  expect(frame.columns).toEqual([]);
  const arcs = [...svg.matchAll(/<path [^>]*d="M0,-[\d.]+A/g)];
  expect(arcs).toHaveLength(1);
  expect(svg).toContain(`fill="${context.theme.paper}" stroke="${context.theme.series[2]?.edge}"`);
});

test('omitted rows are neither drawn nor keyed', async () => {
  const table = tableOf(['2023'], { Man: '10', Vrouw: '20', Totaal: '30' });
  const { svg, keys } = await drawn(figureOf('stacked-columns', table, { omit: ['Totaal'] }));
  expect(barsIn(svg)).toHaveLength(2);
  expect(keys.map(key => key.row)).toEqual(['Man', 'Vrouw']);
});

test('a figure too narrow for an axis writes the values above its columns', async () => {
  const { svg, frame } = await drawn(figureOf('columns', cases), { size: { width: 219, labelWidth: 0 } });
  expect(textsIn(svg).map(({ text }) => text)).toEqual(['154', '202', '261', '214', '215']);
  expect(textsIn(svg).every(({ y, x }) => y > 0 && x > 0 && x < frame.width)).toBe(true);
});

test("the height is the figure's own, in millimetres of plot", async () => {
  const { frame } = await drawn(figureOf('columns', cases, { height: 25.4 }));
  expect(frame.height).toBeCloseTo(96 + 9, 1);
});

test('a table has a frame and words but no drawing', async () => {
  const { value } = await drawFigure(figureOf('table', cases), context);
  expect(value).toMatchObject({ keys: [], frame: { height: 0 } });
  expect(value?.svg).toBeUndefined();
  expect(value?.frame.columns).toHaveLength(5);
});

test("more rows than colours, or none at all, is the author's mistake", async () => {
  const many = tableOf(['2023'], Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`Rij ${index}`, '1'])));
  const { value, diagnostics } = await drawFigure(figureOf('stacked-columns', many), context);
  expect(value).toBeUndefined();
  expect(diagnostics[0]).toMatchObject({ rule: 'chart-rows', severity: 'error' });
  const none = await drawFigure(figureOf('columns', cases, { omit: ['Zaken'] }), context);
  expect(none.diagnostics[0]?.message).toContain('omits every row');
});
