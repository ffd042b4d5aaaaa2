import { expect, test } from 'vitest';
import { all, type Derivation, Result } from '../../src/claims/result.ts';
import { changeOf, shareIn } from '../../src/prose/sides.ts';
import { isFailure } from '../../src/statistics/quantity.ts';
import { toNumber } from '../../src/statistics/rational.ts';
import { callOf, cells, tableOf } from './small.ts';

const [melders, geslacht, regios] = [tableOf('melders'), tableOf('geslacht'), tableOf('regios')];

function numbersOf(sides: readonly Derivation[] | undefined): number[] | undefined {
  return sides?.map(({ calculation }) => (isFailure(calculation) ? Number.NaN : toNumber(calculation.interval.low)));
}

function resultOf(derivation: Derivation): Result {
  const options = { sign: false, words: false, capital: false };
  return new Result({ kind: 'calculation', derivation, unsigned: false, options }, () => '');
}

function change(parameters: unknown[], hash: Record<string, unknown> = {}) {
  const call = callOf('verschil', parameters, hash);
  return { sides: numbersOf(changeOf(call)), said: call.text.diagnostics.map(one => one.message) };
}

test('a change goes from the year before to the year itself, unless the text names others', () => {
  expect(change([melders, 'Politie']).sides).toEqual([150, 200]);
  expect(change([melders, 'Politie'], { sinds: 2019 }).sides).toEqual([100, 200]);
  expect(change([melders, 'Politie'], { tot: 2021 }).sides).toEqual([150, 120]);
  expect(change([melders, all], { sinds: 2019, tot: 2020 }).sides).toEqual([210, 217]);
});

test('of two numbers the first is the old one', () => {
  const [man, woman] = [cells('geslacht', ['man'], '2023'), cells('geslacht', ['vrouw'], '2023')].map(resultOf);
  expect(change([man, woman]).sides).toEqual([105, 120]);
  expect(change([man])).toEqual({ sides: undefined, said: ['"verschil" needs 2 arguments, and has 1.'] });
});

test('a table of one row needs no label', () => {
  const one = { ...melders, rows: melders.rows.slice(1, 2) };
  expect(change([one]).sides).toEqual([60, 40]);
  expect(change([melders])).toEqual({ sides: undefined, said: ['"verschil" needs 2 arguments, and has 1.'] });
});

test.each([
  [[melders, 'Politie', 2022], {}, '"verschil" compares two years of melders, and these are not named so.'],
  [
    [{ ...melders, columns: ['a', 'b'] }, 'Politie'],
    {},
    '"verschil" compares two years of melders, and these are not named so.',
  ],
  [[melders, 'Politie'], { sinds: 'vroeger' }, '"sinds" needs a year, and this is the text "vroeger".'],
  [[melders, 'Politie'], { tot: 2022.5 }, '"tot" needs a year, and this is the number 2022.5.'],
  [[melders, 'Politie'], { sinds: 2010 }, 'There is no column "2010".'],
])('a change that is named otherwise is reported (%#)', (parameters, hash, message) => {
  expect(change(parameters, hash)).toEqual({ sides: undefined, said: [message] });
});

function share(parameters: unknown[], hash: Record<string, unknown> = {}) {
  const call = callOf('aandeel', parameters, hash);
  return { sides: numbersOf(shareIn(call)), said: call.text.diagnostics.map(one => one.message) };
}

test('the whole of a share is all rows of the same column, unless the text names another', () => {
  expect(share([geslacht, 'man']).sides).toEqual([105, 225]);
  expect(share([geslacht, 'man', 2022]).sides).toEqual([100, 200]);
  expect(share([geslacht, 'man', 2022], { van: melders }).sides).toEqual([100, 237]);
  expect(share([regios, 'Politie', 'Noord']).sides).toEqual([120, 120]);
  expect(share([geslacht, 'man'], { van: resultOf(cells('melders', ['Politie'], '2019')) }).sides).toEqual([105, 100]);
});

test('in a table with its years as rows the whole is the sum of the columns', () => {
  const years = {
    ...geslacht,
    columns: ['man', 'vrouw'],
    rows: geslacht.rows.map((row, at) => ({ ...row, label: String(2022 + at) })),
  };
  expect(share([years, 2023, 'man']).sides).toEqual([100, 220]);
});

test('a whole that is no number and no table is reported', () => {
  expect(share([geslacht, 'man'], { van: 'vrouw' })).toEqual({
    sides: undefined,
    said: ['"van" needs a table or a number, and this is the text "vrouw".'],
  });
});

test('what could not be read is not reported once more', () => {
  expect(share([undefined, 'man'])).toEqual({ sides: undefined, said: [] });
  expect(change([undefined, 'man'])).toEqual({ sides: undefined, said: [] });
});
