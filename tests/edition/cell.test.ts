import { expect, test } from 'vitest';
import { type CellMeasure, isMistake, readCell } from '../../src/edition/cell.ts';

const count: CellMeasure = { measure: 'count', rounding: 1 };
const percentage: CellMeasure = { measure: 'percentage', rounding: 1 };
const mean: CellMeasure = { measure: 'mean', rounding: 1 };
const tens: CellMeasure = { measure: 'count', rounding: 10 };

test.each([
  ['0', count, { kind: 'count', value: 0 }],
  ['181', count, { kind: 'count', value: 181 }],
  [' 181 ', count, { kind: 'count', value: 181 }],
  ['<5', count, { kind: 'suppressed', below: 5 }],
  ['<10', count, { kind: 'suppressed', below: 10 }],
  ['170-180', count, { kind: 'range', low: 170, high: 180 }],
  ['0-4', count, { kind: 'range', low: 0, high: 4 }],
  ['34%', count, { kind: 'percentage', value: 34, decimals: 0 }],
  ['28.5%', count, { kind: 'percentage', value: 28.5, decimals: 1 }],
  ['34', percentage, { kind: 'percentage', value: 34, decimals: 0 }],
  ['34.50', percentage, { kind: 'percentage', value: 34.5, decimals: 2 }],
  ['28.0', mean, { kind: 'mean', value: 28, decimals: 1 }],
  ['28', mean, { kind: 'mean', value: 28, decimals: 0 }],
  ['180', tens, { kind: 'rounded', value: 180, to: 10 }],
  ['.', count, { kind: 'missing', reason: '' }],
  ['.', mean, { kind: 'missing', reason: '' }],
] as const)('"%s" under %o is %o', (typed, how, value) => {
  expect(readCell(typed, how)).toEqual(value);
});

test.each([
  ['', 'Write 0 for none'],
  ['-', 'Write 0 for none'],
  ['n.b.', 'Write 0 for none'],
  ['12,5', 'Write the decimal with a point: 12.5.'],
  ['1.234', 'Write thousands without a point: 1234.'],
  ['1.234.567', '1234567'],
  ['1 234', 'Write thousands without spaces or points: 1234.'],
  ['12\u00A0000', '12000'],
  ['34 %', 'Take the space out: 34%.'],
  ['< 5', 'Take the space out: <5.'],
  ['170 – 180', 'Write the range with a plain hyphen: 170-180.'],
  ['180-170', 'Write the lower bound first: 170-180.'],
  ['5-5', 'Write the number itself: 5.'],
  ['-3', 'below zero'],
  ['007', 'Write the bare number: 7.'],
  ['12*', 'under remarks'],
  ['<1', 'Write 0 for none'],
  ['<0', 'Write 0 for none'],
  ['1e3', 'Write a count'],
  ['veel', 'Write a count'],
  ['99999999999999999999', 'digits'],
])('"%s" is a mistake, with the hint "%s"', (typed, hint) => {
  const read = readCell(typed, count);
  expect(isMistake(read) && read.hint).toContain(hint);
});

test('what a cell may be depends on its column', () => {
  expect(readCell('28.3', count)).toMatchObject({ hint: expect.stringContaining('measure: mean') });
  expect(readCell('183', tens)).toMatchObject({ hint: expect.stringContaining('rounding: 10') });
  expect(readCell('veel', mean)).toMatchObject({ hint: expect.stringContaining('a mean (28.3)') });
});
