import { expect, test } from 'vitest';
import { chartInput } from '../../src/charts/draw.ts';
import { isUncertain } from '../../src/charts/uncertain.ts';
import { type ChartKind, chartKinds, type Figure, type Table } from '../../src/edition/edition.ts';
import { context, drawn, figureOf, tableOf } from './fixture.ts';

const uncertain = (chart: ChartKind, table: Table, more: Partial<Figure> = {}): boolean =>
  isUncertain(chart, chartInput(figureOf(chart, table, more), context));

const open = tableOf(['2022', '2023'], { A: '12 14', B: '<5 9' });
const known = tableOf(['2022', '2023'], { A: '12 14', B: '3 .' });

test.each(chartKinds)('a %s chart is uncertain when it draws a hollow band', chart => {
  expect(uncertain(chart, open)).toBe(chart !== 'table' && chart !== 'specification');
  expect(uncertain(chart, known)).toBe(false);
});

test('what is not drawn is not uncertain', () => {
  expect(uncertain('stacked-columns', open, { omit: ['B'] })).toBe(false);
  expect(uncertain('pie', tableOf(['aantal', 'anders'], { A: '12 <5', B: '9 9' }))).toBe(false);
});

test('a range of one value is not hollow, and neither is a cell that fills its column alone', () => {
  expect(uncertain('columns', tableOf(['2023'], { A: '<2' }))).toBe(false);
  expect(uncertain('stacked-percentages', tableOf(['2023'], { A: '<5', B: '0' }))).toBe(false);
  expect(uncertain('stacked-columns', tableOf(['2023'], { A: '<5', B: '0' }))).toBe(true);
});

test('a total that leaves no room above the lows leaves no hollow band', () => {
  const table = tableOf(['2023'], { A: '12', B: '<5', Totaal: '13' });
  const whole = { table: 'proef', rows: ['Totaal'], columns: 'same' } as const;
  const relation = { direction: 'rows', parts: ['A', 'B'], scope: ['2023'], holds: 'equals', whole } as const;
  const declared = { ...table, relations: [{ ...relation, place: table.place }] };
  expect(uncertain('stacked-columns', declared, { omit: ['Totaal'] })).toBe(false);
});

test('a drawing says it, and then has a hollow band', async () => {
  const drawing = await drawn(figureOf('stacked-columns', open));
  expect(drawing.uncertain).toBe(true);
  expect(drawing.svg).toContain(`fill="${context.theme.paper}"`);
});
