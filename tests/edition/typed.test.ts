import { expect, test } from 'vitest';
import { isMistake, readCell } from '../../src/edition/cell.ts';
import { typeCell } from '../../src/edition/typed.ts';

test.each([
  ['181', 'count', 1],
  ['0', 'count', 1],
  ['<5', 'count', 1],
  ['170-180', 'count', 1],
  ['180', 'count', 10],
  ['34%', 'percentage', 1],
  ['28.50%', 'percentage', 1],
  ['28.0', 'mean', 1],
  ['36', 'mean', 1],
  ['.', 'count', 1],
] as const)('%s as a %s rounded to %i is written back as it was typed', (typed, measure, rounding) => {
  const read = readCell(typed, { measure, rounding });
  if (isMistake(read)) throw new Error(read.message);
  expect(typeCell(read)).toBe(typed);
});
