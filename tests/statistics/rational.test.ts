// Exact fractions keep their laws and round on the exact value.

import { expect, test } from 'vitest';
import {
  absolute,
  add,
  compare,
  divide,
  equals,
  fromDecimal,
  fromNumber,
  multiply,
  negate,
  parseRational,
  type Rational,
  rational,
  roundDown,
  roundHalfUp,
  roundUp,
  subtract,
  toNumber,
  zero,
} from '../../src/statistics/rational.ts';

const samples: Rational[] = [-7, -3, -1, 0, 1, 2, 5].flatMap(n => [1, 2, 3, 7].map(d => rational(n, d)));

test('a fraction is in lowest terms with its sign above', () => {
  expect(rational(6, -4)).toEqual({ n: -3n, d: 2n });
  expect(rational(0, -5)).toEqual({ n: 0n, d: 1n });
  expect(() => rational(1, 0)).toThrow(RangeError);
});

test('decimals are read exactly', () => {
  expect(parseRational('28.3')).toEqual(rational(283, 10));
  expect(parseRational('-0.50')).toEqual(rational(-1, 2));
  expect(parseRational('1.5e-7')).toEqual(rational(3n, 20_000_000n));
  expect(parseRational('2e3')).toEqual(rational(2000));
  for (const wrong of ['', '.', '28,3', '1.', 'NaN', '0x10']) expect(() => parseRational(wrong)).toThrow(RangeError);
  expect(fromDecimal(28.3, 1)).toEqual(rational(283, 10));
  expect(fromDecimal(34, 0)).toEqual(rational(34));
  expect(fromNumber(0.1)).toEqual(rational(1, 10));
  expect(() => fromNumber(Number.POSITIVE_INFINITY)).toThrow(RangeError);
});

test('adding and subtracting, multiplying and dividing undo each other', () => {
  for (const a of samples)
    for (const b of samples) {
      expect(subtract(add(a, b), b)).toEqual(a);
      expect(add(a, negate(b))).toEqual(subtract(a, b));
      if (!equals(b, zero)) expect(divide(multiply(a, b), b)).toEqual(a);
      expect(compare(a, b)).toBe(Math.sign(toNumber(a) - toNumber(b)));
    }
});

test('halves round away from zero, on the exact value', () => {
  expect(roundHalfUp(parseRational('2.5'), 0)).toEqual(rational(3));
  expect(roundHalfUp(parseRational('-2.5'), 0)).toEqual(rational(-3));
  expect(roundHalfUp(parseRational('1.005'), 2)).toEqual(parseRational('1.01'));
  expect(roundHalfUp(parseRational('2.49999999999999999999'), 0)).toEqual(rational(2));
  expect(roundHalfUp(rational(175), -1)).toEqual(rational(180));
});

test('a rounded value is the nearest multiple, between the one below and the one above', () => {
  for (const value of samples)
    for (const decimals of [-1, 0, 1, 2]) {
      const down = roundDown(value, decimals);
      const nearest = roundHalfUp(value, decimals);
      const up = roundUp(value, decimals);
      expect(compare(down, value)).toBeLessThanOrEqual(0);
      expect(compare(value, up)).toBeLessThanOrEqual(0);
      expect([down, up]).toContainEqual(nearest);
      const distance = absolute(subtract(nearest, value));
      for (const end of [down, up]) expect(compare(distance, absolute(subtract(end, value)))).toBeLessThanOrEqual(0);
      expect(roundHalfUp(negate(value), decimals)).toEqual(negate(nearest));
    }
});

test('large fractions become numbers without losing their size', () => {
  expect(toNumber(rational(10n ** 30n, 10n ** 29n + 1n))).toBeCloseTo(10, 12);
  expect(toNumber(rational(-1, 4))).toBe(-0.25);
});
