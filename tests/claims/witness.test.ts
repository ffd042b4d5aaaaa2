import { expect, test } from 'vitest';
import { witnessOf } from '../../src/claims/witness.ts';
import { cells, small } from '../prose/small.ts';

const { vocabulary, edition } = small();
const { tables } = edition;
const police = cells('melders', ['Politie'], '2023');

function seen(words: string, options: { since?: number; among?: 'years' | 'rivals' } = {}): string[] {
  const meanings = vocabulary.scan(words).map(({ meaning }) => meaning);
  const { cells: found = [] } = witnessOf(meanings, [police], { tables, ...options });
  return found.map(({ row, column }) => `${row} ${column}`);
}

const years = ['2019', '2020', '2021', '2022'].map(year => `Politie ${year}`);
const others = ['KMar 2023', 'Inspectie 2023', 'Overige 2023'];

test.each([
  ['meeste', {}, others],
  ['record', {}, years],
  ['hoogste', {}, [...years, ...others]],
  ['hoogste', { since: 2020 }, years.slice(2)],
  ['hoogste', { among: 'rivals' }, others],
  ['hoogste', { among: 'years' }, years],
  ['meer', {}, ['Politie 2022']],
] as const)('%j is borne out by the cells it was held against: %o', (words, options, expected) => {
  expect(seen(words, options).toSorted()).toEqual(['Politie 2023', ...expected].toSorted());
});
