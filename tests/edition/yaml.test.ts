import { expect, test } from 'vitest';
import { createSource } from '../../src/diagnostics/source.ts';
import { keysInOrder, parseYaml, placeOf, placeOfKey } from '../../src/edition/yaml.ts';

function parse(text: string) {
  const { file, diagnostics } = parseYaml(createSource('a.yaml', text));
  if (!file) throw new Error(diagnostics.map(one => one.message).join(' '));
  return file;
}

test('numbers stay as they are typed, in values and in keys', () => {
  const file = parse('a: [28.0, 1_0, 0012, 1e3]\n10.50: x\n');
  expect(file.value).toEqual({ a: ['28.0', '1_0', '0012', '1e3'], '10.50': 'x' });
  expect(keysInOrder(file, [])).toEqual(['a', '10.50']);
});

test('keys come in the order of the file, also when they are numbers', () => {
  expect(keysInOrder(parse('rows:\n  2023: a\n  Man: b\n  1999: c\n'), ['rows'])).toEqual(['2023', 'Man', '1999']);
});

test('a value, a key, and of what is missing the nearest parent have their places', () => {
  const file = parse('titel: T\nrows:\n  Man: [1, 22]\n');
  expect(placeOf(file, ['rows', 'Man', 1])).toMatchObject({ line: 3, column: 12, length: 2 });
  expect(placeOfKey(file, ['rows', 'Man'])).toMatchObject({ line: 3, column: 3, length: 3 });
  expect(placeOf(file, ['rows', 'Vrouw', 0])).toMatchObject({ line: 3, column: 3 });
  expect(placeOf(file, ['unit'])).toMatchObject({ line: 1, column: 1 });
});

test('yes, no and dates are words', () => {
  expect(parse('a: ja\nb: no\nc: 2024-04-26\n').value).toEqual({ a: 'ja', b: 'no', c: '2024-04-26' });
});
