// Dates in Dutch words.

import { expect, test } from 'vitest';
import { formatDate, formatMonth } from '../../src/locale/date.ts';

test('dates and months', () => {
  expect(formatDate('2024-04-26')).toBe('26 april 2024');
  expect(formatDate('2024-02-29')).toBe('29 februari 2024');
  expect(formatDate('2019-08-01')).toBe('1 augustus 2019');
  expect(formatMonth('2023-12-31')).toBe('december 2023');
});

test.each(['2023-02-29', '2024-13-01', '2024-00-10', '26-04-2024', '2024-4-26', '', '2024-04-26T00:00'])(
  '"%s" is no date',
  text => {
    expect(() => formatDate(text)).toThrow(RangeError);
    expect(() => formatMonth(text)).toThrow(RangeError);
  },
);
