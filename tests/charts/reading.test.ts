import { expect, test } from 'vitest';
import { extremes, trendWords } from '../../src/charts/reading.ts';
import { valueIn } from './fixture.ts';

const series = (...cells: string[]) =>
  cells.map((cell, index) => ({ name: String(2019 + index), value: valueIn(cell) }));
const names = (found: readonly { name: string }[] | undefined) => found?.map(one => one.name);

test('the highest and lowest are named, all of them when they are equal', () => {
  const { highest, lowest } = extremes(series('150', '70', '70', '110', '180'));
  expect(names(highest)).toEqual(['2023']);
  expect(names(lowest)).toEqual(['2020', '2021']);
});

test('an extreme that may be another is not named', () => {
  expect(extremes(series('<5', '3', '12')).lowest).toBeUndefined();
  expect(names(extremes(series('<5', '3', '12')).highest)).toEqual(['2021']);
  expect(names(extremes(series('<5', '<5', '12')).lowest)).toEqual(['2019', '2020']);
});

test('equal values, single values and too many leaders have no extremes', () => {
  expect(extremes(series('4', '4'))).toEqual({});
  expect(extremes(series('4'))).toEqual({});
  expect(extremes(series('0', '0', '0', '0', '9')).lowest).toBeUndefined();
});

test.each([
  [['705', '317', '197', '217', '333'], 'eerst een daling tot 2021, daarna een stijging'],
  [['154', '202', '261', '214', '213'], 'eerst een stijging tot 2021, daarna een daling'],
  [['1', '2', '3'], 'steeds hoger'],
  [['9', '8', '2'], 'steeds lager'],
  [['5', '5', '5'], 'steeds gelijk'],
  [['154', '202', '261', '214', '215'], 'hoger dan in 2022'],
  [['1', '3', '2', '3', '4'], 'sinds 2021 stijgend'],
])('%j goes: %s', (cells, words) => {
  expect(trendWords(series(...cells))).toBe(words);
});

test('an uncertain step leaves the course unsaid', () => {
  expect(trendWords(series('6', '<5', '3'))).toBeUndefined();
  expect(trendWords(series('12', '<5', '7'))).toBe('eerst een daling tot 2020, daarna een stijging');
});
