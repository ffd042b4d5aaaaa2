import { expect, test } from 'vitest';
import { coverageOf, keepLedger } from '../../src/ledger/keep.ts';
import { composeSmall, entryWith } from './small.ts';

const anId = expect.stringMatching(/^n\d+$/);
const nothing = {
  ...{ expression: null, cells: [], measure: null, unit: null, value: null, interval: null },
  ...{ basis: null, because: null, page: null, figure: null, verdict: 'holds', operation: null },
};
const register = {
  file: 'data/2023/tables/vormen.yaml',
  source: 'Register',
  table: 'vormen',
  title: 'Slachtoffers naar vorm',
};
const now = { ...register, row: 'Seksueel', column: '2023', printed: '12', line: 9, position: 18 };
const before = { ...register, row: 'Seksueel', column: '2022', printed: '10', line: 9, position: 14 };
const number = (decimal: number, exact = String(decimal)) => ({ decimal, exact });
const exactly = (value: number, exact?: string) => ({
  value: number(value, exact),
  interval: { low: number(value, exact), high: number(value, exact) },
});
const foreword = { file: 'data/2023/verslag/voorwoord.md', section: ['Proefverslag 2023', 'Cijfers'] };
const vormen = {
  file: 'data/2023/verslag/vormen.md',
  section: ['Proefverslag 2023', 'Cijfers', 'Vormen', 'Het aantal is gestegen'],
};

test('a computed number has its expression, its cells with their places, and its value', async () => {
  expect(await entryWith('twaalf')).toEqual({
    ...{ ...nothing, ...vormen, ...exactly(12), id: anId, form: 'number', kind: 'computed', text: 'twaalf' },
    ...{ line: 5, position: 55, expression: 'vormen "Seksueel" voluit=ja', measure: 'count', unit: 'slachtoffers' },
    cells: [now],
  });
});

test('a computed word has the number that it is said of', async () => {
  expect(await entryWith('gestegen')).toEqual({
    ...{ ...nothing, ...vormen, ...exactly(2), section: ['Proefverslag 2023'] },
    ...{ id: anId, form: 'word', kind: 'computed', text: 'gestegen', line: 3, position: 18 },
    ...{
      operation: 'difference',
      expression: 'richting vormen "Seksueel"',
      cells: [before, now],
      measure: 'count',
      unit: 'slachtoffers',
    },
  });
});

test('a number that is not certain has an interval, and no value', async () => {
  expect(await entryWith('tussen 14 en 17')).toMatchObject({
    ...{
      value: null,
      interval: { low: number(14), high: number(17) },
      cells: [now, { printed: '<5' }, { printed: '1' }],
    },
  });
  expect(await entryWith('minder dan vijf')).toMatchObject({ interval: { low: number(1), high: number(4) } });
});

test('a number with endless decimals is also said as a fraction', async () => {
  expect(await entryWith('67%')).toMatchObject({
    value: { decimal: 66.666667, exact: '200/3' },
    measure: 'percentage',
  });
});

test('an asserted number has what it was held against', async () => {
  expect(await entryWith('20%', 'asserted')).toEqual({
    ...{ ...nothing, ...foreword, ...exactly(20), id: anId, form: 'number', kind: 'asserted', text: '20%' },
    ...{
      line: 3,
      position: 8,
      operation: 'growth',
      expression: '"20%" (groei vormen "Seksueel")',
      measure: 'percentage',
      cells: [now, before],
    },
  });
});

test('an asserted word has the expression of the number beside it', async () => {
  expect(await entryWith('meer')).toEqual({
    ...{ ...nothing, ...foreword, ...exactly(20), id: anId, form: 'word', kind: 'asserted', text: 'meer' },
    ...{
      line: 3,
      position: 44,
      operation: 'growth',
      expression: '"20%" (groei vormen "Seksueel")',
      measure: 'percentage',
      cells: [now, before],
    },
  });
});

test('a known difference has its reason', async () => {
  expect(await entryWith('25%')).toMatchObject({
    ...{ kind: 'asserted', verdict: 'waived', because: 'Zo stond het in het persbericht.', value: number(20) },
  });
});

test('a cited number has its source', async () => {
  expect(await entryWith('90')).toEqual({
    ...{ ...nothing, ...foreword, id: anId, form: 'number', kind: 'cited', text: '90', line: 3, position: 101 },
    ...{ expression: '"90" bron="ind"', basis: 'IND, rapport over bedenktijd.' },
  });
});

test('a structural number says what it is', async () => {
  expect(await entryWith('2019')).toEqual({
    ...{ ...nothing, ...foreword, id: anId, form: 'number', kind: 'structural', text: '2019' },
    ...{ line: 3, position: 131, basis: 'jaartal' },
  });
});

test('a number that the browser prints has no file', async () => {
  expect(await entryWith('1.')).toEqual({
    ...{ ...nothing, id: 'noot-inleiding-1', form: 'number', kind: 'structural', text: '1.' },
    ...{ section: ['Proefverslag 2023', 'Inleiding', '2. Nog een bevinding over 2023'] },
    ...{ file: null, line: null, position: null, basis: 'nummer in een lijst' },
  });
});

test('a cell without a value has its cell all the same, and no number', async () => {
  expect(await entryWith('n.b.')).toMatchObject({
    ...{ figure: 'figuur-vormen', measure: null, value: null, interval: null, expression: 'vormen "Onbekend" "2022"' },
    ...{ file: 'data/2023/tables/vormen.yaml', line: 11, position: 14 },
    cells: [{ ...register, row: 'Onbekend', column: '2022', printed: 'n.b.', line: 11, position: 14 }],
  });
});

test('the ledger counts its entries, and those without a figure apart', async () => {
  const { kept } = await composeSmall();
  const ledger = keepLedger(kept);
  expect(ledger).toMatchObject({ publication: 'verslag', reportingYear: 2023 });
  expect(ledger.coverage).toEqual({
    numbers: { computed: 8, asserted: 3, cited: 1, structural: 12, unbound: 0 },
    figures: ledger.coverage.figures,
    words: { computed: 2, asserted: 1, cited: 0, structural: 0, unbound: 0 },
  });
  expect(ledger.coverage.figures).toMatchObject({ asserted: 0, cited: 2, unbound: 0 });
  const counts = Object.values({ ...ledger.coverage }).flatMap(count => Object.values(count));
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(ledger.entries.length);
  expect(coverageOf([])).toEqual({ numbers: none, figures: none, words: none });
});

const none = { computed: 0, asserted: 0, cited: 0, structural: 0, unbound: 0 };

test('pages come by element, and by figure for what has no element', async () => {
  const { kept } = await composeSmall();
  const pages = new Map([
    ['n21', 3],
    ['figuur-eigen', 4],
  ]);
  const { entries } = keepLedger({ ...kept, pages, pageCount: 5, references: { 'pagina-deel-1': '3' } });
  expect(entries.find(one => one.text === 'twaalf')?.page).toBe(3);
  expect(entries.find(one => one.text === '2 meer')?.page).toBeNull();
  expect(new Set(entries.filter(one => one.figure === 'figuur-eigen').map(one => one.page))).toEqual(new Set([4]));
  expect(new Set(entries.filter(one => one.figure === 'figuur-delen').map(one => one.page))).toEqual(new Set([null]));
});

test('page numbers and references to them are of the layout, and only in print', async () => {
  const { kept } = await composeSmall();
  const pages = new Map([['pagina-deel-1', 2]]);
  const printed = keepLedger({ ...kept, pages, pageCount: 5, references: { 'pagina-deel-1': '3' } }).entries.slice(-2);
  const layout = {
    ...nothing,
    form: 'number',
    kind: 'structural',
    section: [],
    file: null,
    line: null,
    position: null,
  };
  expect(printed).toEqual([
    { ...layout, id: 'pagina-deel-1', text: '3', page: 2, basis: 'paginaverwijzing' },
    { ...layout, id: '', text: '1-5', basis: 'paginanummers' },
  ]);
  expect(keepLedger({ ...kept, pageCount: 1 }).entries.at(-1)).toMatchObject({ text: '1', basis: 'paginanummers' });
  expect(keepLedger(kept).entries.map(one => one.basis)).not.toContain('paginanummers');
});
