// What a spreadsheet program takes for something else than it says, in Dutch or in English.

import { expect, test } from 'vitest';
import { isMistakable } from '../../src/locale/spreadsheet.ts';

test.each([
  ...['=1+1', '@SOM', '+SOM(A1)', '-SOM(A1)', "-2+3+cmd|' /C calc'!A0", '+1-2', '\t=1', '\n=1', '＝1'],
  ...['5-8', '05-08', '12-17', '17-12', '12-39', '12-2023', '2023-12', '3/4', '1 - 2', '1-2-2023', '1.2.2023'],
  ...['5 mei', 'mei 2023', '1 mrt. 2024', '5-mei', 'sept 2023', 'March 2023'],
  ...['1:30', '12:30:15', '2e3', '1,5E10', '007', '1 1/2', '12345678901234567', 'WAAR', 'false'],
])('%j is mistaken', text => {
  expect(isMistakable(text)).toBe(true);
});

test.each([
  ...['', '0', '12', '-5', '+33%', '-3,5', '1.234', '12.345.678', '28,3', '34%', '−16', '<5', '40+'],
  ...['0-4', '18-22', '30-39', '170-180', '5000-7500', '2019-2023', '2023', 'maart', 'mei', 'Meisjes 5', '5 meisjes'],
  ...['Nederland', 'een = twee', 'a@b.nl', "'s avonds", 'n.b.', 'de helft', '10 december-acties'],
])('%j is not', text => {
  expect(isMistakable(text)).toBe(false);
});
