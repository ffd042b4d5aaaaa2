// Rounding half up on the exact value, held against long division.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rational, roundDown, roundHalfUp, roundUp } from '../../src/statistics/rational.ts';
import { minus, ofRational, order, plain, plus, printedPlain } from './plain.ts';

const wholes = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
const divisors = fc.bigInt({ min: 1n, max: 10n ** 12n });
const digits = fc.integer({ min: -3, max: 12 });
const runs = { seed: 2023, numRuns: 800 };

test.each([
  [5n, 2n, 0, '3'],
  [-5n, 2n, 0, '-3'],
  [1n, 2n, 0, '1'],
  [-1n, 2n, 0, '-1'],
  [-49n, 100n, 0, '0'],
  [999_995n, 1_000_000n, 5, '1.00000'],
  [1005n, 1000n, 2, '1.01'],
  [2n, 3n, 12, '0.666666666667'],
  [175n, 1n, -1, '180'],
  [-25n, 1n, -1, '-30'],
  [50n, 1n, -2, '100'],
])('%d ÷ %d with %d decimals is %s', (top, bottom, decimals, text) => {
  expect(printedPlain([top, bottom], decimals)).toBe(text);
  expect(printedPlain(ofRational(roundHalfUp(rational(top, bottom), decimals)), decimals)).toBe(text);
});

test('any fraction rounds as long division does', () => {
  fc.assert(
    fc.property(wholes, divisors, digits, (top, bottom, decimals) => {
      const rounded = roundHalfUp(rational(top, bottom), decimals);
      expect(printedPlain(ofRational(rounded), decimals)).toBe(printedPlain([top, bottom], decimals));
      expect(roundHalfUp(rounded, decimals)).toEqual(rounded);
    }),
    runs,
  );
});

test('exactly half goes away from zero, and the least bit less does not', () => {
  fc.assert(
    fc.property(wholes, fc.nat(12), fc.bigInt({ min: 2n, max: 10n ** 30n }), (whole, decimals, fine) => {
      const scale = 10n ** BigInt(decimals);
      const away = whole < 0n ? -1n : 1n;
      const half = rational(2n * whole + away, 2n * scale);
      const less = rational((2n * whole + away) * fine - away, 2n * scale * fine);
      expect(roundHalfUp(half, decimals)).toEqual(rational(whole + away, scale));
      expect(roundHalfUp(less, decimals)).toEqual(rational(whole, scale));
    }),
    runs,
  );
});

test('rounding keeps order, so that two ends that round alike speak for all between', () => {
  fc.assert(
    fc.property(wholes, wholes, divisors, digits, (a, b, bottom, decimals) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      const ends = [low, high].map(top => ofRational(roundHalfUp(rational(top, bottom), decimals)));
      expect(order(ends[0] ?? plain(0), ends[1] ?? plain(0))).toBeLessThanOrEqual(0);
    }),
    runs,
  );
});

test('rounding down and up gives the nearest multiples on either side', () => {
  fc.assert(
    fc.property(wholes, divisors, digits, (top, bottom, decimals) => {
      const unit = decimals < 0 ? plain(10n ** BigInt(-decimals)) : plain(1n, 10n ** BigInt(decimals));
      const value = rational(top, bottom);
      const [down, up] = [ofRational(roundDown(value, decimals)), ofRational(roundUp(value, decimals))];
      expect([order(down, [top, bottom]), order([top, bottom], up)]).not.toContain(1);
      expect([order([top, bottom], plus(down, unit)), order(minus(up, unit), [top, bottom])]).toEqual([-1, -1]);
      for (const [n, d] of [down, up]) expect((n * unit[1]) % (d * unit[0])).toBe(0n);
    }),
    runs,
  );
});
