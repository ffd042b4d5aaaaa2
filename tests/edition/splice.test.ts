import { expect, test } from 'vitest';
import { spliced } from '../../src/edition/splice.ts';

test('changes are made in the places of the text as it was, in any order', () => {
  const changes = [
    { start: 6, end: 9, text: '10' },
    { start: 0, end: 1, text: 'row' },
    { start: 10, end: 10, text: '  # new' },
  ];
  expect(spliced('a: [1,  2]', changes.with(0, { start: 8, end: 9, text: '10' }))).toBe('row: [1,  10]  # new');
  expect(spliced('a: [1,  2]', [])).toBe('a: [1,  2]');
});

test('of two insertions at one offset the earlier given stands first', () => {
  expect(
    spliced('ab', [
      { start: 1, end: 1, text: 'x' },
      { start: 1, end: 1, text: 'y' },
    ]),
  ).toBe('axyb');
});

test('changes that overlap are our own mistake', () => {
  expect(() =>
    spliced('abcd', [
      { start: 0, end: 3, text: '' },
      { start: 2, end: 4, text: '' },
    ]),
  ).toThrow('overlap');
});
