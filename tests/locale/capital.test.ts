// First letters of Dutch texts.

import { expect, test } from 'vitest';
import { capitalise, lowerFirst } from '../../src/locale/capital.ts';

test.each([
  ['ruim de helft', 'Ruim de helft'],
  ['ijmuiden', 'IJmuiden'],
  ['één op de vijf', 'Eén op de vijf'],
  ['élan', 'Élan'],
  ["'s avonds", "'s Avonds"],
  ['’s avonds', '’s Avonds'],
  ['"gewoon"', '"Gewoon"'],
  ["'gewone' gevallen", "'Gewone' gevallen"],
  ['54 meer', '54 meer'],
  ['', ''],
])('%s becomes %s', (text, expected) => {
  expect(capitalise(text)).toBe(expected);
});

test.each([
  ['Criminele uitbuiting', 'criminele uitbuiting'],
  ['IJmuiden', 'ijmuiden'],
  ['IJSSELMEER', 'IJSSELMEER'],
  ['EU-burgers', 'EU-burgers'],
  ['OM', 'OM'],
  ['B8-vergunningen', 'B8-vergunningen'],
  ['onbekend', 'onbekend'],
  ['2023', '2023'],
])('%s becomes %s', (text, expected) => {
  expect(lowerFirst(text)).toBe(expected);
});
