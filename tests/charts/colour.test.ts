import { expect, test } from 'vitest';
import { contrastRatio, readableOn } from '../../src/charts/colour.ts';

test('contrast runs from 1 to 21 and does not mind the order', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrastRatio('#ffffff', '#ffffff')).toBe(1);
  expect(contrastRatio('#1f3a63', '#f2b8a0')).toBe(contrastRatio('#f2b8a0', '#1f3a63'));
});

test('the well-known grey #767676 is just legible on white', () => {
  expect(contrastRatio('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(readableOn('#ffffff', ['#777777', '#767676'])).toBe('#767676');
});

test('no colour is chosen when none is legible', () => {
  expect(readableOn('#808080', ['#ffffff', '#777777'])).toBeUndefined();
});
