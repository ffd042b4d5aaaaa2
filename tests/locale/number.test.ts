// Numbers, percentages and years as Dutch readers expect them.

import { expect, test } from 'vitest';
import { formatNumber, formatPercentage, formatYears } from '../../src/locale/number.ts';
import { parseRational, rational } from '../../src/statistics/rational.ts';

test.each<[number, number, string]>([
  [0, 0, '0'],
  [868, 0, '868'],
  [5000, 0, '5.000'],
  [1234567, 0, '1.234.567'],
  [100, 0, '100'],
  [28.3, 1, '28,3'],
  [28, 1, '28,0'],
  [0.05, 1, '0,1'],
  [0.04, 1, '0,0'],
  [-16, 0, '\u221216'],
  [-1234.5, 1, '\u22121.234,5'],
  [-0.4, 0, '0'],
  [2.5, 0, '3'],
  [-2.5, 0, '\u22123'],
  [999.5, 0, '1.000'],
  [1.005, 2, '1,01'],
  [0.1 + 0.2, 1, '0,3'],
])('%s with %s decimals is %s', (value, decimals, expected) => {
  expect(formatNumber(value, decimals)).toBe(expected);
});

test('fractions are rounded exactly', () => {
  expect(formatNumber(rational(2, 3), 2)).toBe('0,67');
  expect(formatNumber(parseRational('12345678901234567890.5'), 0)).toBe('12.345.678.901.234.567.891');
});

test('a sign when asked for, and never on zero', () => {
  expect([53, -16, 0, 0.2].map(value => formatNumber(value, 0, { sign: true }))).toEqual(['+53', '\u221216', '0', '0']);
});

test('percentages with a sign or a word', () => {
  expect(formatPercentage(22, 0, 'sign')).toBe('22%');
  expect(formatPercentage(rational(226, 10), 1, 'word')).toBe('22,6\u00a0procent');
  expect(formatPercentage(53, 0, { percentage: 'sign', sign: true })).toBe('+53%');
});

test('numbers read back as what was printed', () => {
  for (let n = -2500; n <= 2500; n += 7)
    for (const decimals of [0, 1, 2]) {
      const value = rational(n, 3);
      const back = formatNumber(value, decimals).replaceAll('.', '').replace(',', '.').replace('\u2212', '-');
      expect(Math.abs(Number(back) - n / 3)).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-9);
    }
});

test('a period of years', () => {
  expect(formatYears(2019, 2023)).toBe('2019-2023');
  expect(formatYears(2023, 2023)).toBe('2023');
});
