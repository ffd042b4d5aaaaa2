import { expect, test } from 'vitest';
import { createTextMeasure } from '../../src/charts/measure.ts';
import { measure } from './fixture.ts';

const style = { family: 'Source Sans 3', size: 10, weight: 400 };

test('width grows with size and weight', () => {
  expect(measure.width('Internationale', { ...style, size: 20 })).toBeCloseTo(
    2 * measure.width('Internationale', style),
    8,
  );
  expect(measure.width('Internationale', { ...style, weight: 700 })).toBeGreaterThan(
    measure.width('Internationale', style),
  );
  expect(measure.width('', style)).toBe(0);
});

test('kerning counts: AV is narrower than A and V apart', () => {
  expect(measure.width('AV', style)).toBeLessThan(measure.width('A', style) + measure.width('V', style));
});

test('digits are all of one width', () => {
  const widths = [...'0123456789'].map(digit => measure.width(digit, style));
  expect(new Set(widths).size).toBe(1);
});

test('the nearest weight stands in for one that is not there', () => {
  expect(measure.width('Totaal', { ...style, weight: 500 })).toBe(measure.width('Totaal', style));
});

test('characters without a glyph are named once each', () => {
  expect(measure.missing('≥40 jaar, ≥30 jaar\u2011')).toEqual(['≥', '\u2011']);
  expect(measure.missing('Gemiddelde leeftijd: 28,3 – één op de vijf')).toEqual([]);
});

test('without fonts there is nothing to measure with', () => {
  expect(() => createTextMeasure([]).width('a', style)).toThrow('No fonts');
});
