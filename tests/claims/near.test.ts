import { expect, test } from 'vitest';
import { inSaidYears, type NearNumber, subjectFor, withChanges } from '../../src/claims/near.ts';
import { type Derivation, derive } from '../../src/claims/result.ts';
import type { WordToken } from '../../src/language/vocabulary.ts';
import { differenceOf, sumOf } from '../../src/statistics/arithmetic.ts';
import { isFailure } from '../../src/statistics/quantity.ts';
import { toNumber } from '../../src/statistics/rational.ts';
import { cells, small } from '../prose/small.ts';

const { tables } = small().edition;

function near(derivation: Derivation, start = 0): NearNumber {
  return {
    place: { file: 'tekst.md', line: 1, column: 1 },
    start,
    end: start + 3,
    derivation,
    form: 'number',
    words: '',
    expression: '',
  };
}

function changes(...derivations: Derivation[]): (string | undefined)[] {
  return withChanges(
    derivations.map(one => near(one)),
    tables,
  ).map(({ change }) => endsOf(change));
}

function endsOf(change: Derivation | undefined): string | undefined {
  const { sides } = change ?? {};
  const ends = sides && [sides.first.calculation, sides.second.calculation];
  return ends?.map(one => (isFailure(one) ? 'nothing' : toNumber(one.interval.low))).join(' to ');
}

const police = (year: string): Derivation => cells('melders', ['Politie'], year);

test('two years of one number are the change from the earlier to the later, however they are ordered', () => {
  expect(changes(police('2019'), police('2022'))).toEqual(['100 to 150', '100 to 150']);
  expect(changes(police('2022'), police('2019'))).toEqual(['100 to 150', '100 to 150']);
});

test('of more years the earliest and the latest count', () => {
  expect(changes(police('2021'), police('2019'), police('2023'))).toEqual(Array(3).fill('100 to 200'));
});

test('one year, the same year twice, and other rows are no change', () => {
  expect(changes(police('2023'))).toEqual([undefined]);
  expect(changes(police('2023'), police('2023'))).toEqual([undefined, undefined]);
  expect(changes(police('2022'), cells('melders', ['KMar'], '2023'))).toEqual([undefined, undefined]);
});

test('numbers of several cells change when every cell has its other year', () => {
  const both = (year: string): Derivation => cells('melders', ['Politie', 'KMar'], year);
  expect(changes(both('2022'), both('2023'))).toEqual(['210 to 240', '210 to 240']);
  expect(changes(both('2022'), police('2023'))).toEqual([undefined, undefined]);
});

const difference = derive(
  [police('2020'), police('2021')],
  ([from, to]) => (from && to ? differenceOf(from, to) : sumOf([])),
  'difference',
);

test('a number that is a change already keeps its own sides', () => {
  expect(changes(difference, police('2019'), police('2023'))).toEqual([undefined, '100 to 200', '100 to 200']);
});

function word(text: string, found: string): WordToken {
  const token = small()
    .vocabulary.scan(text)
    .find(one => one.text === found);
  if (!token) throw new Error(`There is no "${found}" in the text.`);
  return token;
}

test('words for a change are said of the change, those that look back of its last year, others of the number itself', () => {
  const latest = police('2021');
  const number = { ...near(police('2023')), change: difference, latest };
  const meaningOf = (text: string) => word(text, text).meaning;
  for (const text of ['steeg', 'fors']) expect(subjectFor(meaningOf(text), number), text).toBe(difference);
  for (const text of ['opnieuw', 'voor het eerst', 'drie jaar op rij'])
    expect(subjectFor(meaningOf(text), number), text).toBe(latest);
  for (const text of ['hoogste', 'meerderheid', 'gevolgd door'])
    expect(subjectFor(meaningOf(text), number), text).toBe(number.derivation);
  expect(subjectFor(meaningOf('steeg'), near(police('2023')))).toMatchObject({ calculation: { measure: 'count' } });
});

const reporting = 2023;

test.each([
  [{ base: 2021 }, '120 to 200'],
  [{ base: 2024 }, 'nothing to 200'],
  [{ of: 2022 }, '120 to 150'],
  [{ of: 2022, base: 2019 }, '100 to 150'],
  [{ of: 2023 }, undefined],
])('a number in the years that its sentence names: %o', (years, ends) => {
  const { change } = inSaidYears({ ...years, reporting }, near(police('2023')), tables);
  expect(endsOf(change)).toBe(ends);
});

test('a number of the year that is compared with, is compared with the reporting year', () => {
  const { change } = inSaidYears({ base: 2021, reporting }, near(police('2021')), tables);
  expect(endsOf(change)).toBe('120 to 200');
});

test('a sentence that gives both years may compare the earlier with the later', () => {
  const [number] = withChanges([near(police('2019')), near(police('2023'))], tables);
  if (!number) throw new Error('There is no number.');
  expect(endsOf(inSaidYears({ base: 2023, reporting }, number, tables).change)).toBe('200 to 100');
  expect(endsOf(inSaidYears({ base: 2019, reporting }, number, tables).change)).toBe('100 to 200');
});
