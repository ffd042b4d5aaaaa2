// Numbers as a spreadsheet shows them, in the signs of any language.

import { expect, test } from 'vitest';
import { shownNumber } from '../../src/spreadsheet/shown.ts';

test.for([
  [1234, '1,234', '1234'],
  [1234, '1.234', '1234'],
  [1234, '1 234', '1234'],
  [1234, '1\u00a0234', '1234'],
  [1.234, '1.234', '1.234'],
  [1.234, '1,234', '1.234'],
  [1234567, '1.234.567', '1234567'],
  [1234.5, '1.234,5', '1234.5'],
  [28.5, '28.5', '28.5'],
  [28.5, '28,50', '28.50'],
  [0, '0', '0'],
  [0, '0,0', '0.0'],
  [36, '36,0', '36.0'],
  [0.34, '34%', '34%'],
  [0.345, '34,5 %', '34.5%'],
  [1, '100%', '100%'],
  [-5, '-5', '-5'],
] as const)('%d shown as %j is %s', ([value, shown, text]) => {
  expect(shownNumber(value, shown)).toEqual({ kind: 'number', text, percent: text.endsWith('%'), exact: true });
});

test.for([
  [28.3333333333333, '28,3', '28.3'],
  [0.339622641509434, '34%', '34%'],
  [119.4, '119', '119'],
] as const)('%d shown as %j shows less than it holds', ([value, shown, text]) => {
  expect(shownNumber(value, shown)).toMatchObject({ kind: 'number', text, exact: false });
});

test('halves are rounded up as a person does, whatever the binary number is', () => {
  expect(shownNumber(0.285, '28%')).toMatchObject({ text: '29%' });
  expect(shownNumber(1.005, '1.00')).toMatchObject({ text: '1.01' });
});

test.for([
  [5, '<5', '<5'],
  [34, '34*', '34*'],
  [12, '€ 12', '€ 12'],
  [5, '(5)', '(5)'],
  [3, '', ''],
] as const)('%d shown as %j is text', ([value, shown, text]) => {
  expect(shownNumber(value, shown)).toEqual({ kind: 'text', text });
});

test('a number that is shown as another one, or not at all, is an error', () => {
  expect(shownNumber(1_234_000, '1.234')).toEqual({ kind: 'error', text: 'shows "1.234" but holds 1234000' });
  expect(shownNumber(1234, '####')).toMatchObject({ kind: 'error' });
});
