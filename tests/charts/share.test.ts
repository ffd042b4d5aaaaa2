import { expect, test } from 'vitest';
import { certainShares } from '../../src/charts/share.ts';
import { tableOf } from './fixture.ts';

const sharesOf = (rows: Readonly<Record<string, string>>) =>
  Object.fromEntries(certainShares(tableOf(['2023'], rows).rows, 0));

test('exact cells have exact shares, halves upwards', () => {
  expect(sharesOf({ Man: '364', Vrouw: '493' })).toEqual({ Man: '42%', Vrouw: '58%' });
  expect(sharesOf({ A: '1', B: '7' })).toEqual({ A: '13%', B: '88%' });
});

test('a share is left out when the uncertain cells leave more than one answer', () => {
  expect(sharesOf({ Overig: '<5', Nederland: '50', Europa: '50' })).toEqual({});
});

test('a share stays when every value of the uncertain cells prints the same', () => {
  expect(sharesOf({ Overig: '<5', Nederland: '7000', Europa: '3000' })).toEqual({
    Overig: '0%',
    Nederland: '70%',
    Europa: '30%',
  });
});

test('the only row with a value has all of it, whatever the value is', () => {
  expect(sharesOf({ Man: '0', Vrouw: '<5' })).toEqual({ Man: '0%', Vrouw: '100%' });
});

test('a column of zeros has no shares', () => {
  expect(sharesOf({ Man: '0', Vrouw: '0' })).toEqual({});
});
