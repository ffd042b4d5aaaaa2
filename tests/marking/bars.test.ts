// Where change bars stand, on pages of boxes: beside the column of what changed, and over nothing.

import { expect, test } from 'vitest';
import { barWidth, type PageToBar, placeBars } from '../../src/marking/bars.ts';
import type { Box } from '../../src/pdf/pages.ts';

const box = (left: number, bottom: number, right: number, top: number): Box => ({ left, bottom, right, top });
const column = box(100, 100, 300, 700);
const lines = [690, 676, 662, 648].map(y => box(100, y, 300, y + 10));
const page = (more: Partial<PageToBar> = {}): PageToBar => ({
  ...{ box: box(0, 0, 400, 800), columns: [column], letters: lines, shapes: [] },
  ...more,
});
const [first, second, third, fourth] = lines as [Box, Box, Box, Box];

test('a bar stands left of the column, wherever in the line the words are, as high as they are', () => {
  const [bar] = placeBars([box(240, 690, 260, 700)], page());
  expect(bar).toEqual(box(100 - 5 - barWidth, 690, 95, 700));
  expect(barWidth).toBeGreaterThanOrEqual(1.5);
});

test('lines under one another have one bar; those further apart have their own', () => {
  expect(placeBars([second, first], page())).toEqual([box(93, 676, 95, 700)]);
  expect(placeBars([first, fourth], page()).map(({ bottom, top }) => [bottom, top])).toEqual([
    [690, 700],
    [648, 658],
  ]);
});

test('a bar keeps clear of line numbers, and all bars of a column stand in one line', () => {
  const numbers = [box(90, 690, 96, 695), box(84, 662, 96, 667)];
  const bars = placeBars([first, third], page({ letters: [...lines, ...numbers] }));
  expect(bars.map(({ left, right }) => [left, right])).toEqual([
    [79, 81],
    [79, 81],
  ]);
});

test('the second of two columns has its bars between the two', () => {
  const other = box(320, 100, 390, 700);
  const beside = box(320, 690, 390, 700);
  const bars = placeBars([beside], page({ columns: [column, other], letters: [...lines, beside] }));
  expect(bars).toEqual([box(313, 690, 315, 700)]);
});

test('without room at the left a bar stands at the right, and without any it is left out', () => {
  const wall = box(0, 0, 98, 800);
  const crossing = box(50, 690, 399, 700);
  expect(placeBars([first], page({ shapes: [box(50, 90, 98, 695)] }))).toEqual([box(305, 690, 307, 700)]);
  expect(placeBars([first], page({ box: box(95, 0, 305, 800) }))).toEqual([]);
  expect(placeBars([first], page({ letters: [...lines, crossing] }))).toEqual([]);
  expect(placeBars([first], page({ shapes: [wall] }))).toEqual([box(93, 690, 95, 700)]);
});

test('what stands in no column has its bar beside itself', () => {
  expect(placeBars([box(330, 20, 380, 60)], page())).toEqual([box(323, 20, 325, 60)]);
});
