// Dates in Dutch words.

import { expect, test } from 'vitest';
import { formatClock, formatDate, formatMoment, formatMonth, isClockTime } from '../../src/locale/date.ts';

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

test('a day and time of the clock', () => {
  expect(formatClock('2025-10-17 06:00')).toBe('17 oktober 2025, 06.00 uur');
  expect(formatClock('2025-10-17 23:59')).toBe('17 oktober 2025, 23.59 uur');
});

test.each(['2025-10-17', '2025-10-17 24:00', '2025-10-17 6:00', '2025-02-29 06:00', '2025-10-17T06:00', '17 oktober'])(
  '"%s" is no day and time of the clock',
  text => {
    expect(isClockTime(text)).toBe(false);
    expect(() => formatClock(text)).toThrow(RangeError);
  },
);

test.each([
  ['2026-11-22T12:05:59Z', '22 november 2026, 13.05 uur'],
  ['2026-07-01T22:30:00Z', '2 juli 2026, 00.30 uur'],
  ['2026-12-31T23:00:00Z', '1 januari 2027, 00.00 uur'],
  ['2026-03-29T00:59:00Z', '29 maart 2026, 01.59 uur'],
  ['2026-03-29T01:00:00Z', '29 maart 2026, 03.00 uur'],
  ['1970-01-01T00:00:00Z', '1 januari 1970, 01.00 uur'],
])('%s is %s in the Netherlands', (moment, words) => {
  expect(formatMoment(new Date(moment))).toBe(words);
});
