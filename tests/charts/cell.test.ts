import { expect, test } from 'vitest';
import { extentOf } from '../../src/charts/cell.ts';
import { cellText, cellWords } from '../../src/locale/cell.ts';
import { valueIn } from './fixture.ts';

test.each([
  ['1234', '1.234', '1.234', { low: 1234, high: 1234 }],
  ['<5', '<5', 'minder dan vijf', { low: 1, high: 4 }],
  ['170-180', '170-180', '170 tot 180', { low: 170, high: 180 }],
  ['~150', '150', '150', { low: 150, high: 150 }],
  ['34%', '34%', '34%', { low: 34, high: 34 }],
  ['28.3', '28,3', '28,3', { low: 28.3, high: 28.3 }],
  ['.', 'n.b.', 'onbekend', undefined],
])('%s prints as %s and reads as %s', (cell, text, words, extent) => {
  expect(cellText(valueIn(cell))).toBe(text);
  expect(cellWords(valueIn(cell))).toBe(words);
  expect(extentOf(valueIn(cell))).toEqual(extent);
});
