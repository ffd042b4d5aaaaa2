// Quantities of single cells, and without their sign.

import { expect, test } from 'vitest';
import { differenceOf, growthOf, sumOf } from '../../src/statistics/arithmetic.ts';
import { cellName, cellNames, distinctCells } from '../../src/statistics/cell.ts';
import { numberForm } from '../../src/statistics/form.ts';
import { cellQuantity, failure, plainQuantity, type Quantity, withoutSign } from '../../src/statistics/quantity.ts';
import { parseRational, rational } from '../../src/statistics/rational.ts';
import { cellOf, quantityOf } from './cells.ts';

test('a cell says what it measures and what was typed', () => {
  expect(quantityOf('868')).toMatchObject({ measure: 'count', decimals: 0, typed: rational(868) });
  expect(quantityOf('34.5%')).toMatchObject({ measure: 'percentage', decimals: 1, typed: parseRational('34.5') });
  expect(quantityOf('28m')).toMatchObject({ measure: 'mean', decimals: 0, typed: rational(28) });
  expect(quantityOf('~180')).toMatchObject({ measure: 'count', typed: rational(180) });
  expect(quantityOf('<5')).not.toHaveProperty('typed');
  expect(quantityOf('170-180')).not.toHaveProperty('typed');
  expect(cellQuantity({ ...cellOf('5'), unit: 'slachtoffers' })).toMatchObject({ unit: 'slachtoffers' });
});

test('a cell is named as readers of messages know it', () => {
  expect(cellName(cellOf('5', 'Criminele uitbuiting', '2023'))).toBe('"Criminele uitbuiting", 2023 (table vormen)');
});

test('several cells are named up to the third, and none is a number in the text', () => {
  const [a, b] = [cellOf('5', 'a'), cellOf('5', 'b')];
  const name = (row: string): string => `"${row}", 2023 (table vormen)`;
  expect(cellNames([])).toBe('a number in the text');
  expect(cellNames([a, b, a])).toBe(`${name('a')} + ${name('b')} + ${name('a')}`);
  expect(cellNames([a, b, a, b, b])).toBe(`${name('a')} + ${name('b')} + ${name('a')} + 2 more`);
});

test('cells are the same only when table, row and column are', () => {
  const cells = [cellOf('5', 'ab', 'c'), cellOf('5', 'a', 'bc'), cellOf('5', 'ab', 'c'), cellOf('5', 'b', 'c')];
  expect(distinctCells(cells).map(({ row }) => row)).toEqual(['ab', 'a', 'b']);
  expect(distinctCells([...cells, { ...cellOf('5', 'ab', 'c'), table: 'andere' }])).toHaveLength(4);
});

test('a failure names each cell once', () => {
  expect(failure('No.', [cellOf('5'), cellOf('5')])).toEqual({ kind: 'failure', reason: 'No.', cells: [cellOf('5')] });
});

test('a cell is a form of one cell, and what can have one value only is a number', () => {
  expect(quantityOf('<5').form).toMatchObject([{ weight: rational(1), variable: { isWhole: true } }]);
  expect(quantityOf('34%').form).toMatchObject([{ weight: rational(1), variable: { isWhole: false } }]);
  expect(quantityOf('868').form).toEqual(numberForm(rational(868)));
  expect(quantityOf('<2').form).toEqual(numberForm(rational(1)));
  expect(plainQuantity(rational(4)).form).toEqual(numberForm(rational(4)));
});

test('a quantity that does not say how it was worked out is like no other', () => {
  const interval = { low: rational(1), high: rational(4) };
  const [one, other]: Quantity[] = [1, 2].map(() => ({
    kind: 'quantity',
    measure: 'count',
    interval,
    decimals: 0,
    cells: [],
  }));
  if (!one || !other) throw new Error('two quantities');
  expect(differenceOf(one, other)).toMatchObject({ interval: { low: rational(-3), high: rational(3) } });
});

test('a growth without its sign is still worked out from its cells', () => {
  const [a, b] = [quantityOf('10-12', 'a'), quantityOf('<5', 'b')];
  const [growth, size] = [growthOf(a, b), withoutSign(growthOf(a, b))];
  expect(sumOf([growth, size])).toMatchObject({ interval: { low: rational(0), high: rational(0) } });
});

test('a quantity without its sign', () => {
  const between = (from: string, to: string) => withoutSign(differenceOf(quantityOf(from, 'a'), quantityOf(to, 'b')));
  expect(between('9', '5')).toMatchObject({ interval: { low: rational(4), high: rational(4) } });
  expect(between('9', '<5')).toMatchObject({ interval: { low: rational(5), high: rational(8) } });
  expect(between('3', '<5')).toMatchObject({ interval: { low: rational(0), high: rational(2) } });
  expect(sumOf([between('9', '5'), quantityOf('1', 'c')])).toMatchObject({
    interval: { low: rational(5), high: rational(5) },
  });
  const upward = differenceOf(quantityOf('5', 'a'), quantityOf('9', 'b'));
  expect(withoutSign(upward)).toBe(upward);
});
