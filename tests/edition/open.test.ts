// A lone question mark in a list is a cell to be filled in, at its own place, however the list is typed.

import { expect, test } from 'vitest';
import { createSource } from '../../src/diagnostics/source.ts';
import { readCell } from '../../src/edition/cell.ts';
import { typeCell } from '../../src/edition/typed.ts';
import { parseYaml, placeOf } from '../../src/edition/yaml.ts';
import { isOpen } from '../../src/statistics/observation.ts';
import { tableOf } from '../renewal/fixture.ts';

/** What a list reads as, and the column on its line at which each item stands. */
function read(yaml: string): { value: unknown; columns: number[] } {
  const { file, diagnostics } = parseYaml(createSource('x.yaml', yaml));
  expect(diagnostics).toEqual([]);
  if (!file) throw new Error('There is no value.');
  const { a } = file.value as { a: unknown[] };
  return { value: a, columns: a.map((_, index) => placeOf(file, ['a', index]).column) };
}

test.each([
  ['a: [1, ?]', ['1', '?'], [5, 8]],
  ['a: [?, 1]', ['?', '1'], [5, 8]],
  ['a: [ ?,   ? ]', ['?', '?'], [6, 11]],
  ['a: [?]', ['?'], [5]],
  ["a: [1, '?']", ['1', '?'], [5, 8]],
  ['a:\n  - 1\n  - ? # later\n  - 3\n', ['1', '?', '3'], [5, 5, 5]],
  ['a:\n  - ?', ['?'], [5]],
])('%j', (yaml, value, columns) => {
  expect(read(yaml)).toEqual({ value, columns });
});

test('maps, texts and questions stay what they are', () => {
  expect(read('a: [{ b: 1 }, wat?, {?}]').value).toEqual([{ b: '1' }, 'wat?', { '': null }]);
  const { file } = parseYaml(createSource('x.yaml', 'b: Wat is dit?\n? c\n: [1]\n'));
  expect(file?.value).toEqual({ b: 'Wat is dit?', c: ['1'] });
});

test('an open cell is typed back as it was, and is not missing for a reason', () => {
  const value = readCell(' ? ', { measure: 'mean', rounding: 1 });
  expect(value).toEqual({ kind: 'missing', reason: 'nog in te vullen', isOpen: true });
  if ('kind' in value) expect(typeCell(value)).toBe('?');
});

test('an open cell needs no remark, and a remark on its row does not fill it', () => {
  const head = 'title: T\nunit: kisten\nsource: B\ncolumns: [2022, 2023]\nrows:\n  A: [1, ?]\nremarks:\n  - row: A\n';
  const [row] = tableOf(`${head}    provisional: Nog niet compleet.\n`).rows;
  expect(row?.observations.map(isOpen)).toEqual([false, true]);
  expect(row?.observations.map(({ status }) => status)).toEqual(['provisional', 'final']);
});
