import { expect, test } from 'vitest';
import type { Binder } from '../../src/document/binder.ts';
import { figureContext } from '../../src/document/figure.ts';
import type { Relation, Table } from '../../src/edition/edition.ts';
import { cellText } from '../../src/locale/cell.ts';
import type { Observation } from '../../src/statistics/observation.ts';
import { drawn, figureOf, tableOf } from '../charts/fixture.ts';

const place = { file: 'data/2023/tables/proef.yaml', line: 1, column: 1 };
/** Leaves every text as it is. */
const binder: Binder = {
  words: text => text,
  title: ({ title }) => title,
  label: text => text,
  note: text => text,
  source: text => text,
  cell: ({ observation }) => cellText(observation.value),
  count: text => text,
  difference: ({ printed, computed, because }) => ({ printed, computed, because }),
};
const number = { label: 'Figuur', number: 3, binder } as const;

/** A table of one column whose cells are these observations. */
function tableWith(...observations: Omit<Observation, 'place'>[]): Table {
  const table = tableOf(['2023'], {});
  const rows = observations.map((one, index) => ({ label: `Rij ${index}`, observations: [{ ...one, place }], place }));
  return { ...table, rows };
}

test('a table alone has its cells in Dutch, and leaves widths to the browser', () => {
  const table = tableOf(['2022', '2023'], { Man: '1234 <5', Vrouw: '170-180 28.3', Onbekend: '34% 0' });
  const context = figureContext(figureOf('table', table), undefined, { label: 'Tabel', number: 1, binder });
  expect(context).toMatchObject({ id: 'figuur-proef', label: 'Tabel', number: '1', svg: null, width: null });
  expect(context.table.labelWidth).toBeNull();
  expect(context.table.rows.map(row => row.cells.map(cell => cell.text))).toEqual([
    ['1.234', '<5'],
    ['170-180', '28,3'],
    ['34%', '0'],
  ]);
});

test('an expression in the title is worked out for the name of the table too', () => {
  const worked: Binder = { ...binder, words: text => text.replace('{{jaar}}', '2023') };
  const figure = figureOf('table', tableOf(['2023'], { Man: '1' }), { title: 'Gemeld in {{jaar}}' });
  const { title, table } = figureContext(figure, undefined, { ...number, binder: worked });
  expect([title, table.caption]).toEqual(['Gemeld in 2023', 'Gemeld in 2023 (slachtoffers)']);
});

test('under a chart the columns of the table are those of the drawing, panel gaps included', async () => {
  const panels = [
    { title: 'Per jaar', columns: ['2022', '2023'] },
    { title: 'Per regio', columns: ['Noord', 'Zuid'] },
  ];
  const figure = figureOf('grouped-columns', tableOf(panels, { Man: '1 2 3 4', Vrouw: '4 3 2 1' }));
  const drawing = await drawn(figure);
  const { table, width } = figureContext(figure, drawing, number);
  const { frame } = drawing;
  expect(width).toBe(frame.width);
  let at = table.labelWidth ?? Number.NaN;
  table.columns.forEach(({ width: own, style }, index) => {
    const gap = Number(/padding-left:([\d.]+)px/.exec(style)?.[1] ?? 0);
    expect(at + gap).toBeCloseTo(frame.columns[index]?.left ?? Number.NaN, 1);
    at += own ?? Number.NaN;
    expect(at).toBeCloseTo(frame.columns[index]?.right ?? Number.NaN, 1);
  });
  expect(table.columns.map(({ style }) => style !== '')).toEqual([false, false, true, false]);
  expect(table.panels.map(({ title, span, style }) => [title, span, style !== ''])).toEqual([
    ['Per jaar', 2, false],
    ['Per regio', 2, true],
  ]);
});

test('rows that are drawn carry the key of the drawing', async () => {
  const figure = figureOf('grouped-columns', tableOf(['2022', '2023'], { Man: '1 2', Vrouw: '4 3', Totaal: '5 5' }), {
    omit: ['Totaal'],
  });
  const { table } = figureContext(figure, await drawn(figure), number);
  expect(table.rows.map(({ key }) => key?.startsWith('<svg') ?? null)).toEqual([true, true, null]);
});

test('a pie has no columns to line up with', async () => {
  const figure = figureOf('pie', tableOf(['2023'], { Man: '10', Vrouw: '20' }));
  const { table, svg } = figureContext(figure, await drawn(figure), number);
  expect(svg).toContain('<svg');
  expect(table.labelWidth).toBeNull();
});

test('what must be said of cells is lettered, once for each sentence, in the order of the table', () => {
  const table = tableWith(
    { value: { kind: 'count', value: 1 }, status: 'provisional', remark: 'December ontbreekt nog.' },
    { value: { kind: 'missing', reason: 'De bron is onleesbaar.' }, status: 'final' },
    { value: { kind: 'count', value: 2 }, status: 'final' },
    { value: { kind: 'count', value: 3 }, status: 'provisional', remark: 'December ontbreekt nog.' },
    { value: { kind: 'count', value: 4 }, status: 'revised', remark: 'CoMensha telde na.', previous: '6' },
    { value: { kind: 'count', value: 5 }, status: 'reconstructed', remark: 'Afgeleid uit het totaal.' },
  );
  const context = figureContext(figureOf('table', table), undefined, number);
  expect(context.table.rows.map(row => row.cells[0]?.mark)).toEqual(['a', 'b', null, 'a', 'c', 'd']);
  expect(context.remarks).toEqual([
    { mark: 'a', text: 'Voorlopig cijfer: december ontbreekt nog.' },
    { mark: 'b', text: 'Ontbreekt: de bron is onleesbaar.' },
    { mark: 'c', text: expect.stringMatching(/^Herzien cijfer \(eerder 6\): /) },
    { mark: 'd', text: 'Gereconstrueerd: afgeleid uit het totaal.' },
  ]);
});

test('after z the letters go on double', () => {
  const cells = Array.from({ length: 28 }, (_, index): Omit<Observation, 'place'> => {
    return { value: { kind: 'count', value: 1 }, status: 'provisional', remark: `Reden ${index}.` };
  });
  const { remarks } = figureContext(figureOf('table', tableWith(...cells)), undefined, number);
  expect(remarks.slice(24).map(({ mark }) => mark)).toEqual(['y', 'z', 'aa', 'ab']);
});

test('a name with capitals keeps them within a remark', () => {
  const table = tableWith({ value: { kind: 'count', value: 4 }, status: 'revised', remark: 'IND telde na.' });
  expect(figureContext(figureOf('table', table), undefined, number).remarks[0]?.text).toContain('IND telde na.');
});

test('a row that is the sum of the others is a total; one that they only stay within is not', () => {
  const relation = (holds: Relation['holds']): Relation => ({
    ...{ direction: 'rows', parts: ['Man', 'Vrouw'], scope: ['2023'], holds, place },
    whole: { table: 'proef', rows: ['Totaal'], columns: 'same' },
  });
  const table = tableOf(['2023'], { Man: '1', Vrouw: '2', Totaal: '3' });
  const totals = (holds: Relation['holds']): boolean[] =>
    figureContext(figureOf('table', { ...table, relations: [relation(holds)] }), undefined, number).table.rows.map(
      row => row.total,
    );
  expect(totals('equals')).toEqual([false, false, true]);
  expect(totals('within')).toEqual([false, false, false]);
});

test('the reference date is in words, and absent when the table has none', () => {
  const table = tableOf(['2023'], { Man: '1' });
  expect(
    figureContext(figureOf('table', { ...table, referenceDate: '2024-04-26' }), undefined, number).referenceDate,
  ).toBe('26 april 2024');
  expect(figureContext(figureOf('table', table), undefined, number).referenceDate).toBeNull();
});
