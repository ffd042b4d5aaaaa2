import { expect, test } from 'vitest';
import { earlierEditions } from '../../src/edition/earlier.ts';
import type { Files } from '../../src/edition/files.ts';
import { inMemory } from '../project.ts';

const table = 'title: T\nunit: slachtoffers\nsource: S\ncolumns: [2021]\nrows:\n  A: [1]\n';
const texts = {
  'data/2020/tables/oud.yaml': table,
  'data/2021/tables/oud.yaml': table,
  'data/2021/tables/stuk.yaml': 'title: [',
  'data/2023/tables/nu.yaml': table,
  'data/2024/tables/later.yaml': table,
};

/** These files, and the list of what was read of them. */
function watched(): { files: Files; read: readonly string[] } {
  const files = inMemory(texts);
  const read: string[] = [];
  const note = (path: string): string | undefined => {
    read.push(path);
    return files.read(path);
  };
  return { files: { ...files, read: note }, read };
}

test('the years before are there, latest first', () => {
  expect(earlierEditions(2023, inMemory(texts)).years).toEqual([2021, 2020]);
  expect(earlierEditions(2020, inMemory(texts)).years).toEqual([]);
});

test('the tables of a year are known by name, sound or not; only a sound one can be had', () => {
  const earlier = earlierEditions(2023, inMemory(texts));
  expect(earlier.tableIds(2021)).toEqual(['oud', 'stuk']);
  expect(earlier.table(2021, 'oud')?.rows[0]?.label).toBe('A');
  expect(earlier.table(2021, 'stuk')).toBeUndefined();
  expect(earlier.table(2021, 'weg')).toBeUndefined();
});

test('nothing is read before it is asked for, and nothing twice', () => {
  const { files, read } = watched();
  const earlier = earlierEditions(2023, files);
  earlier.tableIds(2021);
  expect(read).toEqual([]);
  earlier.table(2021, 'oud');
  earlier.table(2021, 'oud');
  expect(read).toEqual(['data/2021/tables/oud.yaml']);
});
