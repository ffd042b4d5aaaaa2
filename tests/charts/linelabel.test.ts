import { expect, test } from 'vitest';
import { type Polyline, placeLineLabels } from '../../src/charts/linelabel.ts';

const room = { panels: [{ left: 0, right: 400 }], height: 200, size: 10 };

function line(text: string, heights: readonly number[], width = 60): Polyline {
  const points = heights.map((y, index) => ({ x: 40 + index * 80, y }));
  return { text, colour: '#000000', width, points, runs: [points] };
}

test('lines far apart all get their names, each beside its own line', () => {
  const placed = placeLineLabels([line('a', [50, 52, 50, 51, 50]), line('b', [150, 149, 150, 151, 150])], room);
  expect(placed.map(({ text }) => text)).toEqual(['a', 'b']);
  expect(placed.every(({ y, text }) => Math.abs(y - (text === 'a' ? 50 : 150)) < 14)).toBe(true);
});

test('names do not touch each other or any line', () => {
  const lines = [
    line('a', [20, 90, 60, 40, 80]),
    line('b', [60, 70, 80, 120, 70]),
    line('c', [180, 170, 175, 160, 150]),
  ];
  const placed = placeLineLabels(lines, room);
  for (const { x, y } of placed)
    for (const { points } of lines)
      for (const point of points) expect(Math.abs(point.x - x) < 30 && Math.abs(point.y - y) < 5).toBe(false);
  expect(placed.length).toBeGreaterThan(1);
});

test('a name without room is left off', () => {
  const crowd = Array.from({ length: 8 }, (_, index) =>
    line(`l${index}`, [100 + index * 8, 100 + index * 8, 100 + index * 8, 100 + index * 8, 100 + index * 8]),
  );
  const placed = placeLineLabels(crowd, room);
  expect(placed.map(({ text }) => text)).toEqual(['l0', 'l7']);
  expect(placeLineLabels([line('wide', [50, 50], 500)], room)).toEqual([]);
});
