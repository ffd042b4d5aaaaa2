// Names that spreadsheet programs accept.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sheetNames, uniqueNames } from '../../src/workbook/names.ts';

test('heads that differ only in case or white space are told apart, and an empty one has a name', () => {
  expect(uniqueNames(['Noord', 'noord', 'NOORD', '', 'Noord (2)', 'a\nb', 'a\r\nb'])).toEqual([
    ...['Noord', 'noord (2)', 'NOORD (3)', '-', 'Noord (2) (2)', 'a\nb', 'a\r\nb (2)'],
  ]);
});

test('long names are cut, and told apart where they were cut', () => {
  const long = 'sectoren-seksueel-naar-herkomst-en-leeftijd';
  expect(sheetNames([`${long}-1`, `${long}-2`, 'kort'])).toEqual([
    ...['sectoren-seksueel-naar-herkoms…', 'sectoren-seksueel-naar-her… (2)', 'kort'],
  ]);
});

test('a name that a program keeps to itself, or whose signs it refuses, becomes another', () => {
  expect(sheetNames(['History', "'a:b\\c/d?e*f[g]'", '\n', 'a\u0001b'])).toEqual([
    'History (2)',
    'a-b-c-d-e-f-g-',
    '-',
    'a b',
  ]);
});

test('whatever the names, the sheets have names that Excel accepts', () => {
  const name = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('ß', 'SS', 'ſs', 'İ', 'i̇'));
  fc.assert(
    fc.property(fc.array(name, { maxLength: 8 }), names => {
      const given = sheetNames(names);
      expect(given).toHaveLength(names.length);
      for (const one of given) {
        expect(one.length).toBeGreaterThan(0);
        expect(one.length).toBeLessThanOrEqual(31);
        expect(one).not.toMatch(/[:\\/?*[\]]|^'|'$|^history$/i);
        expect(one.isWellFormed()).toBe(true);
      }
      expect(new Set(given.map(one => one.toUpperCase())).size).toBe(given.length);
      expect(new Set(given.map(one => one.toLowerCase())).size).toBe(given.length);
    }),
  );
});
