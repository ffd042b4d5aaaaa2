// What a cell would have to be for an author's number to be true.

import { expect, test } from 'vitest';
import { type NeedSides, wouldNeed } from '../../src/language/agree-need.ts';
import { scanNumbers } from '../../src/language/numbers.ts';
import { sumOf } from '../../src/statistics/arithmetic.ts';
import { quantityOf } from '../statistics/cells.ts';
import { certain, quantityIn } from './tables.ts';

function needed(words: string, sides: NeedSides): string | undefined {
  const [number] = scanNumbers(words);
  if (!number) throw new Error(`"${words}" holds no number.`);
  return wouldNeed(number, sides);
}

const growth = (from: string, to: string): NeedSides => ({
  kind: 'growth',
  first: quantityOf(from, 'Rij', '2022'),
  second: quantityOf(to, 'Rij', '2023'),
});

test('a growth would need another number last year or this year', () => {
  expect(needed('+12%', growth('162', '184'))).toBe('+12% would need 164 in 2022, the table says 162');
  expect(needed('14%', growth('162', '184'))).toBeUndefined();
  expect(needed('15%', growth('348', '299'))).toBe('15% would need 350 in 2022, the table says 348');
  expect(needed('+14%', growth('348', '299'))).toBe('+14% would need 263 in 2022, the table says 348');
  expect(needed('verdubbeld', growth('7', '12'))).toBe('verdubbeld would need 6 in 2022, the table says 7');
  expect(needed('een derde', growth('300', '210'))).toBe('een derde would need 202 in 2023, the table says 210');
});

test('a difference, a ratio and a share', () => {
  const [first, second] = [quantityIn('afgedaan', 'Totaal', 2022), quantityIn('afgedaan', 'Totaal', 2023)];
  expect(needed('19', { kind: 'difference', first, second })).toBe('19 would need 97 in 2022, the table says 96');
  expect(needed('-17', { kind: 'difference', first, second })).toBe('-17 would need 95 in 2022, the table says 96');
  expect(
    needed('twee keer zo veel', {
      kind: 'ratio',
      first: quantityOf('12', 'Rij', '2022'),
      second: quantityOf('35', 'Rij', '2023'),
    }),
  ).toBe('twee keer zo veel would need 24 in 2023, the table says 35');
  const dutch = quantityIn('herkomst', 'Nederland', 2023);
  const victims = quantityOf('868', 'Totaal', '2023');
  expect(needed('23%', { kind: 'share', first: dutch, second: victims })).toBe(
    '23% would need 196 for "Nederland", 2023, the table says 194',
  );
  const rows = { first: quantityOf('5', 'Man'), second: quantityOf('11', 'Alle') };
  expect(needed('de helft', { kind: 'share', ...rows })).toBe('de helft would need 10 for "Alle", the table says 11');
});

test('nothing can be said of sums, of uncertain cells, and of what no whole number gives', () => {
  const sum = certain(sumOf([quantityOf('100', 'a'), quantityOf('62', 'b')]));
  const to = quantityOf('184', 'Rij', '2023');
  expect(needed('+12%', { kind: 'growth', first: sum, second: to })).toBeUndefined();
  expect(needed('+12%', growth('<5', '184'))).toBeUndefined();
  expect(needed('5,55%', growth('2', '3'))).toBeUndefined();
});
