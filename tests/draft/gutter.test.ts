// Numbers beside lines: in line with their column, over nothing, and counted on where there is no room.

import { expect, test } from 'vitest';
import { placeNumbers } from '../../src/draft/gutter.ts';
import type { Line } from '../../src/draft/lines.ts';

const style = { digit: 2.5, height: 3.4 };

function line(left: number, baseline: number, width = 100): Line {
  return { baseline, box: { left, right: left + width, bottom: baseline - 2, top: baseline + 7 } };
}

/** The right edges of the numbers, by number. */
function edges(lines: readonly Line[], obstacles: readonly Line['box'][] = []): Record<number, number> {
  const placed = placeNumbers(lines, [...lines.map(({ box }) => box), ...obstacles], style);
  return Object.fromEntries(placed.map(({ number, box }) => [number, box.right]));
}

test('numbers of a column end at one edge, also beside indents; another column has its own', () => {
  expect(edges([line(60, 700), line(70, 685), line(62, 670), line(200, 700)])).toEqual({
    ...{ 1: 56.5, 2: 56.5, 3: 56.5, 4: 196.5 },
  });
});

test('a number stands on the baseline of its line', () => {
  expect(placeNumbers([line(60, 700)], [], style)[0]).toMatchObject({
    baseline: 700,
    box: { bottom: 700, top: 703.4 },
  });
});

test('three digits stand nearer to their column where a rule leaves no more room', () => {
  const rule = { left: 189.3, right: 189.7, bottom: 0, top: 800 };
  const lines = Array.from({ length: 100 }, (_, index) => line(200, 790 - index * 7));
  expect(edges(lines, [rule])).toMatchObject({ 99: 196.5, 100: 198.2 });
});

test('a number moves left of what stands in its way', () => {
  const rule = { left: 55, right: 58, bottom: 690, top: 710 };
  expect(edges([line(60, 700)], [rule])[1]).toBeLessThan(55);
});

test('a number that finds no room is left out, and the next one counts on', () => {
  const picture = { left: 0, right: 59, bottom: 690, top: 702 };
  expect(Object.keys(edges([line(60, 700), line(60, 680)], [picture]))).toEqual(['2']);
});

test('a surface is no obstacle', () => {
  const surface = { left: 0, right: 595, bottom: 0, top: 842 };
  expect(edges([line(60, 700)], [surface])).toEqual({ 1: 56.5 });
});
