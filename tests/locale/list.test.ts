// Lists in running text.

import { expect, test } from 'vitest';
import { joinList } from '../../src/locale/list.ts';

test.each<[string[], string]>([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a en b'],
  [['a', 'b', 'c'], 'a, b en c'],
])('%j', (items, expected) => {
  expect(joinList(items)).toBe(expected);
});

test('another conjunction', () => {
  expect(joinList(['a', 'b', 'c'], 'of')).toBe('a, b of c');
});
