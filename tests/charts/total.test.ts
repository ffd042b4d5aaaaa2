import { expect, test } from 'vitest';
import { chartInput, chartSpecification } from '../../src/charts/draw.ts';
import { certainShares } from '../../src/charts/share.ts';
import { fitted, totalBounds } from '../../src/charts/total.ts';
import type { ChartKind, Relation, Table, Whole } from '../../src/edition/edition.ts';
import { rational } from '../../src/statistics/rational.ts';
import { context, figureOf, tableOf } from './fixture.ts';

const own: Whole = { table: 'proef', rows: ['Totaal'], columns: 'same' };

/** The table with a declared sum of these rows over all its columns. */
function declared(table: Table, parts: readonly string[], more: Partial<Relation> = {}): Table {
  const relation: Relation = {
    ...{ direction: 'rows', parts, scope: table.columns, holds: 'equals', whole: own, place: table.place },
    ...more,
  };
  return { ...table, relations: [...table.relations, relation] };
}

const forms = ['Binnenlands', 'Internationaal', 'Onbekend', 'Arbeid', 'Crimineel'];
const judged = declared(
  tableOf(['2019', '2023'], {
    Binnenlands: '41 55',
    Internationaal: '33 6',
    Onbekend: '<5 <5',
    Arbeid: '11 <5',
    Crimineel: '9 14',
    Totaal: '97 78',
  }),
  forms,
);
const handled: Table = {
  ...tableOf(['2022', '2023'], { 'Inhoudelijk afgehandeld': '178 209' }),
  id: 'afgehandeld',
};
const elsewhere: Whole = { table: 'afgehandeld', rows: ['Inhoudelijk afgehandeld'], columns: 'same' };
const decided = declared(
  tableOf(['2022', '2023'], { Overig: '<5 <5', Sepot: '88 118', Dagvaarding: '87 89' }),
  ['Overig', 'Sepot', 'Dagvaarding'],
  { whole: elsewhere },
);
const tables = new Map([['afgehandeld', handled]]);

interface DrawnBar {
  readonly column: string;
  readonly row: string;
  readonly from: number;
  readonly to: number;
  readonly fill: string;
}

function barsOf(chart: ChartKind, table: Table, omit: readonly string[] = []): DrawnBar[] {
  const input = chartInput(figureOf(chart, table, { omit }), { ...context, tables });
  const { layer } = chartSpecification(chart, input) as { layer: { data: { values: DrawnBar[] } }[] };
  return layer.flatMap(({ data }) => data.values).filter(value => 'to' in value);
}

test('a stack ends at the total that its table declares, its lows filled and its hollow bands sharing what is left', () => {
  const bars = barsOf('stacked-columns', judged, ['Totaal']).filter(bar => bar.column === '2023');
  expect(Math.max(...bars.map(bar => bar.to))).toBe(78);
  const hollow = bars.filter(bar => bar.fill === context.theme.paper);
  expect(hollow.map(({ row, from, to }) => [row, to - from])).toEqual([
    ['Arbeid', 0.5],
    ['Onbekend', 0.5],
  ]);
  const filled = bars.filter(bar => bar.fill !== context.theme.paper);
  expect(filled.reduce((sum, bar) => sum + bar.to - bar.from, 0)).toBe(55 + 6 + 1 + 1 + 14);
});

test('no bar ends above the whole, and every low is drawn, whatever is declared', () => {
  for (let whole = 0; whole <= 12; whole += 1) {
    const extents = [
      { low: 1, high: 4 },
      { low: 3, high: 3 },
      { low: 0, high: 2 },
    ];
    const bands = fitted(extents, { high: rational(whole) });
    const top = bands.reduce((sum, { high }) => sum + high, 0);
    expect(top).toBeCloseTo(Math.max(4, Math.min(9, whole)), 9);
    expect(bands.map(({ low }) => low)).toEqual([1, 3, 0]);
    expect(bands.every(({ low, high }, index) => high >= low && high <= (extents[index]?.high ?? 0))).toBe(true);
  }
});

test('the hundred per cent of a stack is the declared total of another table', () => {
  const bars = barsOf('stacked-percentages', decided).filter(bar => bar.column === '2022');
  expect(Math.max(...bars.map(bar => bar.to))).toBe(100);
  const charged = bars.find(bar => bar.row === 'Dagvaarding');
  expect(charged?.to).toBeCloseTo((87 / 178) * 100, 3);
});

test('shares of a declared total are certain, but never those of the suppressed cell that it would give away', () => {
  const bounds = totalBounds(decided, decided.rows, tables);
  expect(Object.fromEntries(certainShares(decided.rows, 0, bounds[0]))).toEqual({ Sepot: '49%', Dagvaarding: '49%' });
  expect(Object.fromEntries(certainShares(decided.rows, 1, bounds[1]))).toEqual({ Sepot: '56%', Dagvaarding: '43%' });
  expect(certainShares(decided.rows, 1)).toEqual(new Map());
});

test('a sum that stays within its whole has only a highest value', () => {
  const origin = declared(
    tableOf(['2023'], {
      ...{ Onbekend: '<5', Overig: '<5', Amerika: '124', Azië: '60', Afrika: '239', Europa: '246', Nederland: '194' },
    }),
    ['Onbekend', 'Overig', 'Amerika', 'Azië', 'Afrika', 'Europa', 'Nederland'],
    { holds: 'within', whole: { table: 'leeftijd', rows: 'all', columns: 'same' } },
  );
  const ages = { ...tableOf(['2023'], { Jong: '52', Oud: '816' }), id: 'leeftijd' };
  const [bound] = totalBounds(origin, origin.rows, new Map([['leeftijd', ages]]));
  expect(bound).toEqual({ high: rational(868) });
  expect(certainShares(origin.rows, 0, bound).get('Afrika')).toBe('28%');
  expect(certainShares(origin.rows, 0).get('Afrika')).toBeUndefined();
});

test('a sum that exceeds its whole has only a lowest value', () => {
  const table = declared(decided, ['Overig', 'Sepot', 'Dagvaarding'], { holds: 'exceeds', whole: elsewhere });
  const lone = { ...table, relations: table.relations.slice(1) };
  expect(totalBounds(lone, lone.rows, tables)).toEqual([{ low: rational(178) }, { low: rational(209) }]);
});

test('several declared sums together leave what all of them allow', () => {
  const both = declared(
    declared(tableOf(['2023'], { A: '<5', B: '10', Hoogstens: '13', Minstens: '12' }), ['A', 'B'], {
      holds: 'within',
      whole: { ...own, rows: ['Hoogstens'] },
    }),
    ['A', 'B'],
    { holds: 'exceeds', whole: { ...own, rows: ['Minstens'] } },
  );
  expect(totalBounds(both, both.rows.slice(0, 2))).toEqual([{ low: rational(12), high: rational(13) }]);
});

test.each<[string, Partial<Relation>]>([
  ['the table is not there', { whole: { ...own, table: 'elders' } }],
  ['the row is not there', { whole: { ...own, rows: ['Som'] } }],
  ['the column is not there', { whole: { ...own, columns: ['2018'] } }],
  ['the column is another', { scope: ['2019'] }],
  ['other rows are summed', { parts: forms.slice(1) }],
  ['columns are summed', { direction: 'columns' }],
])('nothing is known of a total when %s', (_, more) => {
  const bare = { ...judged, relations: [] };
  const table = declared(bare, forms, more);
  expect(totalBounds(table, table.rows.slice(0, 5))[1]).toEqual({});
});

test('beside a missing cell the others can be less than the whole, not more', () => {
  const table = declared(tableOf(['2023'], { A: '.', B: '<5', Totaal: '3' }), ['A', 'B']);
  expect(totalBounds(table, table.rows.slice(0, 2))).toEqual([{ high: rational(3) }]);
});
