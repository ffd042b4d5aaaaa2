import { expect, test } from 'vitest';
import { derive } from '../../src/claims/result.ts';
import { subjectsOf, yearOf, yearsOn } from '../../src/claims/subject.ts';
import { growthOf, shareOf, sumOf } from '../../src/statistics/arithmetic.ts';
import { type Calculation, isFailure, plainQuantity, type Quantity } from '../../src/statistics/quantity.ts';
import { rational, toNumber } from '../../src/statistics/rational.ts';
import { cells, small } from '../prose/small.ts';

const { tables } = small().edition;
const lowest = (quantity: Quantity | undefined) => quantity && toNumber(quantity.interval.low);
const both = (work: (a: Calculation, b: Calculation) => Calculation) => (sides: readonly Calculation[]) =>
  sides[0] && sides[1] ? work(sides[0], sides[1]) : sumOf([]);

test('a cell has its years, its change and the other rows of its year', () => {
  const [subject, ...others] = subjectsOf(cells('melders', ['KMar'], '2022'), tables);
  expect(others).toEqual([]);
  expect(subject?.series.map(({ year, quantity }) => [year, lowest(quantity)])).toEqual([
    [2019, 80],
    [2020, 75],
    [2021, 70],
    [2022, 60],
  ]);
  expect([lowest(subject?.change?.from), lowest(subject?.change?.to)]).toEqual([70, 60]);
  expect(subject?.rivals.map(({ label, quantity }) => [label, lowest(quantity)])).toEqual([
    ['Politie', 150],
    ['Inspectie', 21],
    ['Overige', 6],
  ]);
});

test('a year earlier it is the same subject of that year', () => {
  const [subject] = subjectsOf(cells('melders', ['KMar'], '2022'), tables);
  const before = subject?.before?.();
  expect(lowest(before?.quantity)).toBe(70);
  expect(before?.rivals.map(({ label }) => label)).toEqual(['Politie', 'Inspectie', 'Overige']);
  const [first] = subjectsOf(cells('melders', ['KMar'], '2019'), tables);
  expect(first?.change).toBeUndefined();
  expect(first?.before?.()).toBeUndefined();
});

test('the sum of all rows has its years, and no rivals', () => {
  const rows = ['Politie', 'KMar', 'Inspectie', 'Overige'];
  const [subject] = subjectsOf(cells('melders', rows, '2021'), tables);
  expect(subject?.rivals).toEqual([]);
  expect(subject?.series.map(({ quantity }) => lowest(quantity))).toEqual([210, 217, 223]);
});

test('a growth is its own change, and its rivals are the growth of other rows', () => {
  const growth = derive(
    [cells('melders', ['KMar'], '2021'), cells('melders', ['KMar'], '2022')],
    both(growthOf),
    'growth',
  );
  const [subject] = subjectsOf(growth, tables);
  expect([lowest(subject?.change?.from), lowest(subject?.change?.to)]).toEqual([70, 60]);
  expect(subject?.rivals.map(({ label, quantity }) => [label, lowest(quantity)])).toEqual([
    ['Politie', 25],
    ['Inspectie', 0],
    ['Overige', -50],
  ]);
});

test('a share changes from the share of the year before; its whole has no rivals', () => {
  const share = derive(
    [cells('geslacht', ['man'], '2023'), cells('geslacht', ['man', 'vrouw'], '2023')],
    both(shareOf),
    'share',
  );
  const [subject] = subjectsOf(share, tables);
  expect(lowest(subject?.change?.from)).toBe(50);
  expect(subject?.rivals.map(({ label }) => label)).toEqual(['vrouw']);
});

test('beside a column of a panel stand the other columns of that panel, and years stand beside nothing', () => {
  const [subject] = subjectsOf(cells('regios', ['Politie'], 'Noord'), tables);
  expect(subject?.rivals.map(({ label, quantity }) => [label, lowest(quantity)])).toEqual([['Zuid', 80]]);
  expect(subject?.series).toEqual([]);
  expect(subject?.change).toBeUndefined();
  expect(subjectsOf(cells('regios', ['Politie'], '2023'), tables)[0]?.rivals).toEqual([]);
});

test('rivals that an author names are the only ones, a year earlier too', () => {
  const named = [cells('melders', ['Politie'], '2023')];
  const [subject] = subjectsOf(cells('melders', ['KMar'], '2023'), tables, named);
  expect(subject?.rivals.map(({ quantity }) => lowest(quantity))).toEqual([200]);
  expect(subject?.before?.()?.rivals.map(({ quantity }) => lowest(quantity))).toEqual([150]);
});

test('a number without cells has nothing beside it, and one that failed is no subject', () => {
  const plain = { calculation: plainQuantity(rational(4)), remake: () => plain };
  expect(subjectsOf(plain, tables)).toMatchObject([{ series: [], rivals: [] }]);
  expect(subjectsOf({ ...plain, calculation: sumOf([]) }, tables)).toEqual([]);
});

test('a cell moves along the years of its table, and one of no year does not', () => {
  const cellIn = (id: string, row: string, column: string) => {
    const { calculation } = cells(id, [row], column);
    const [cell] = calculation.cells;
    if (!cell || isFailure(calculation)) throw new Error('There is no such cell.');
    return cell;
  };
  expect(yearOf(cellIn('melders', 'KMar', '2021'), tables)).toBe(2021);
  expect(yearsOn(-2, tables)(cellIn('melders', 'KMar', '2021'))).toMatchObject({ row: 'KMar', column: '2019' });
  expect(yearsOn(-3, tables)(cellIn('melders', 'KMar', '2021'))).toBeUndefined();
  expect(yearOf(cellIn('regios', 'Politie', 'Noord'), tables)).toBeUndefined();
  expect(yearsOn(-1, tables)(cellIn('regios', 'Politie', 'Noord'))).toBeUndefined();
});
