import { expect, test } from 'vitest';
import { createSource, placeAt, placeOnLine } from '../../src/diagnostics/source.ts';

test('an offset is a line and a column from 1, with the line itself', () => {
  const source = createSource('a.yaml', 'een\ntwee\n');
  expect(placeAt(source, 0)).toEqual({ file: 'a.yaml', line: 1, column: 1, length: 1, text: 'een' });
  expect(placeAt(source, 3)).toMatchObject({ line: 1, column: 4 });
  expect(placeAt(source, 4)).toMatchObject({ line: 2, column: 1, text: 'twee' });
  expect(placeAt(source, 9)).toMatchObject({ line: 3, column: 1, text: '' });
});

test('Windows line ends are no part of a line, and do not move columns', () => {
  const source = createSource('a.yaml', 'een\r\ntwee\r\n');
  expect(placeAt(source, source.text.indexOf('wee'))).toMatchObject({ line: 2, column: 2, text: 'twee' });
});

test('a byte order mark does not count as a column', () => {
  const source = createSource('a.yaml', '\uFEFFtitel');
  expect(source.text).toBe('titel');
  expect(placeAt(source, 2)).toMatchObject({ line: 1, column: 3, text: 'titel' });
});

test('a tab is one column', () => {
  expect(placeAt(createSource('a.yaml', '\t\tx'), 2)).toMatchObject({ line: 1, column: 3 });
});

test('what is underlined never passes the end of its line', () => {
  const source = createSource('a.yaml', 'een\ntwee');
  expect(placeAt(source, 1, 50).length).toBe(2);
  expect(placeOnLine(source, 2, 1, 4).length).toBe(4);
  expect(placeOnLine(source, 2, 9, 4).length).toBe(1);
  expect(placeOnLine(source, 7, 1)).toMatchObject({ text: '', length: 1 });
});
