// Quantities of single cells, and without their sign.

import { expect, test } from 'vitest';
import { differenceOf, sumOf } from '../../src/statistics/arithmetic.ts';
import { cellName } from '../../src/statistics/cell.ts';
import { cellQuantity, failure, withoutSign } from '../../src/statistics/quantity.ts';
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

test('a failure names each cell once', () => {
  expect(failure('No.', [cellOf('5'), cellOf('5')])).toEqual({ kind: 'failure', reason: 'No.', cells: [cellOf('5')] });
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
