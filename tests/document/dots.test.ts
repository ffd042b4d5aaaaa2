import { expect, test } from 'vitest';
import { type DotRows, dotField } from '../../src/document/dots.ts';

/** The dots of a path as `column,row`. */
function dotsOf(path: string, down = 0): string[] {
  const [, x = '', y = ''] = /^M([\d.]+) ([\d.]+)c/.exec(path) ?? [];
  const first = Math.round((Number(x) - 2.3) / 10);
  return Array.from(
    { length: path.split('z').length - 1 },
    (_, index) => `${first + index},${(Number(y) + down - 5) / 10}`,
  );
}

/** The dots of rows in reading order. */
function dotsIn({ full, rest }: DotRows, row: string): string[] {
  const all = [...full.flatMap(down => dotsOf(row, down)), ...rest.flatMap(path => dotsOf(path))];
  const place = (dot: string): number => Number(dot.split(',')[1]) * 1000 + Number(dot.split(',')[0]);
  return all.sort((a, b) => place(a) - place(b));
}

test.each([
  [3, 10, 4],
  [4, 8, 4],
  [0, 5, 10],
  [7, 7, 3],
  [868, 5000, 100],
])('%i of %i dots in rows of %i are each drawn once, the part first', (part, whole, columns) => {
  const field = dotField(part, { low: whole, high: whole }, columns);
  const expected = Array.from({ length: whole }, (_, index) => `${index % columns},${Math.floor(index / columns)}`);
  expect(dotsIn(field.part, field.row)).toEqual(expected.slice(0, part));
  expect(dotsIn(field.whole, field.row)).toEqual(expected.slice(part));
});

test('the field is as wide as its columns and as high as its rows', () => {
  expect(dotField(1, { low: 9, high: 9 }, 4)).toMatchObject({ width: 40, height: 30 });
});

test('thousands of dots take a handful of elements', () => {
  const { part, whole } = dotField(868, { low: 5000, high: 5000 }, 100);
  expect([part.full.length, part.rest.length, whole.full.length, whole.rest.length]).toEqual([8, 1, 41, 1]);
});

test('what a whole may have besides is drawn behind what it has, and a field is high enough for it', () => {
  const field = dotField(2, { low: 5, high: 12 }, 4);
  expect(dotsIn(field.whole, field.row)).toEqual(['2,0', '3,0', '0,1']);
  expect(dotsIn(field.open, field.row)).toEqual(['1,1', '2,1', '3,1', '0,2', '1,2', '2,2', '3,2']);
  expect(field.height).toBe(30);
});
