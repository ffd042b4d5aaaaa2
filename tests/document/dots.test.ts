import { expect, test } from 'vitest';
import { type DotRow, dotField } from '../../src/document/dots.ts';

/** The dots of rows as `column,row`, read back from the drawing. */
function dotsOf(rows: readonly DotRow[], step: number): string[] {
  return rows.flatMap(({ x, y, end }) =>
    Array.from(
      { length: Math.round((end - x) / step) + 1 },
      (_, index) => `${(x - step / 2) / step + index},${(y - step / 2) / step}`,
    ),
  );
}

test.each([
  [3, 10, 4],
  [4, 8, 4],
  [0, 5, 10],
  [7, 7, 3],
  [868, 5000, 100],
])('%i of %i dots in rows of %i are each drawn once, the part first', (part, whole, columns) => {
  const field = dotField(part, whole, columns);
  const expected = Array.from({ length: whole }, (_, index) => `${index % columns},${Math.floor(index / columns)}`);
  expect(dotsOf(field.part, field.step)).toEqual(expected.slice(0, part));
  expect(dotsOf(field.whole, field.step)).toEqual(expected.slice(part));
});

test('the field is as wide as its columns and as high as its rows', () => {
  expect(dotField(1, 9, 4)).toMatchObject({ width: 40, height: 30, step: 10 });
});

test('thousands of dots take a handful of lines', () => {
  const field = dotField(868, 5000, 100);
  expect(field.part.length + field.whole.length).toBe(51);
});
