import { expect, test } from 'vitest';
import { shareWidths } from '../../src/charts/widths.ts';

const column = (least: number, wanted = least) => ({ least, wanted });
const total = (widths: readonly (readonly number[])[]) => widths.flat().reduce((sum, width) => sum + width, 0);

test('with room to spare all columns are equal', () => {
  const widths = shareWidths([[column(20), column(20)], [column(40, 60)]], 300);
  expect(widths).toEqual([[100, 100], [100]]);
});

test('a panel with long words keeps its width, the narrow one takes what is left', () => {
  const widths = shareWidths([[column(20), column(20)], [column(50, 120)]], 220);
  expect(widths).toEqual([[50, 50], [120]]);
});

test('with less room the columns with long words give way to hyphenation first', () => {
  const widths = shareWidths([[column(20), column(20)], [column(50, 120)]], 160);
  expect(widths).toEqual([[35, 35], [90]]);
});

test('columns within a panel are equal as long as the longest piece fits in all of them', () => {
  const [panel = []] = shareWidths([[column(20, 40), column(60, 100), column(30, 30)]], 200);
  expect(new Set(panel).size).toBe(1);
});

test('in a room too small for that, every column gets in proportion to its need', () => {
  expect(shareWidths([[column(10), column(90)]], 50)).toEqual([[5, 45]]);
});

test('the widths always add up to the room', () => {
  const panels = [
    [column(21, 26), column(24, 26)],
    [column(44, 63), column(50, 88), column(31, 31)],
  ];
  for (let room = 60; room < 700; room += 13) expect(total(shareWidths(panels, room))).toBeCloseTo(room, 6);
});
