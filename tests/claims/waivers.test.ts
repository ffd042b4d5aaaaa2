import { expect, test } from 'vitest';
import { createWaivers } from '../../src/claims/waivers.ts';
import type { KnownDifference } from '../../src/edition/edition.ts';

const place = { file: 'data/2023/edition.yaml', line: 4, column: 5 };
const first: KnownDifference = {
  ...{ publication: 'verslag', text: 'cijfers', printed: '34%', computed: '33%', because: 'Zo stond het er.', place },
};
const second: KnownDifference = { ...first, printed: 'stijgt', computed: '−33%' };
const file = 'data/2023/verslag/cijfers.md';

test('a difference is found by its text, what is printed and what the tables give, and is met from then on', () => {
  const waivers = createWaivers([first, second]);
  expect(waivers.unmet()).toEqual([first, second]);
  expect(waivers.find(file, '34%', '33%')).toBe(first);
  expect(waivers.unmet()).toEqual([second]);
  expect(waivers.find(file, '34%', '33%')).toBe(first);
});

test.each([
  ['another number', file, '35%', '33%'],
  ['another value of the tables', file, '34%', '32%'],
  ['another text', 'data/2023/verslag/slot.md', '34%', '33%'],
  ['a text whose name only ends alike', 'data/2023/verslag/kerncijfers.md', '34%', '33%'],
  ['part of the words', file, '34', '33%'],
])('%s meets nothing', (_, where, printed, computed) => {
  const waivers = createWaivers([first]);
  expect(waivers.find(where, printed, computed)).toBeUndefined();
  expect(waivers.unmet()).toEqual([first]);
});
