import { expect, test } from 'vitest';
import { lineStyles, sequenceSwatches, sliceSwatches, stackSwatches } from '../../src/charts/swatch.ts';
import { houseTheme } from './fixture.ts';

const theme = houseTheme();

test('the last row of every stack has the first colour', () => {
  expect(stackSwatches(['Onbekend', 'Arbeid', 'Seksueel'], theme)[2]).toEqual(theme.series[0]);
  expect(stackSwatches(['Overig', 'Crimineel', 'Arbeid', 'Seksueel'], theme)[3]).toEqual(theme.series[0]);
});

test('rests are grey, and no two rows of a stack look the same', () => {
  const labels = [
    'Onbekend (uitsluitend)',
    'Nog niet',
    'Overige sectoren',
    'Straat',
    'Thuis',
    'Escort',
    'Hotel',
    'Raam',
    'Bordelen',
  ];
  const swatches = stackSwatches(labels, theme);
  expect(swatches[0]).toEqual(theme.rest.dark);
  expect(new Set(swatches.map(({ fill }) => fill)).size).toBe(labels.length);
  expect(stackSwatches(['Onbekend', 'Overig', 'A', 'B'], theme).slice(0, 2)).toEqual([
    theme.rest.light,
    theme.rest.dark,
  ]);
});

test('years run from the lightest to the darkest, however many there are', () => {
  for (let count = 2; count <= theme.sequence.length; count += 1) {
    const swatches = sequenceSwatches(count, theme);
    expect(swatches[0]).toEqual(theme.sequence[0]);
    expect(swatches.at(-1)).toEqual(theme.sequence.at(-1));
    expect(new Set(swatches).size).toBe(count);
  }
  expect(sequenceSwatches(1, theme)).toEqual([theme.series[0]]);
});

test('slices take the colours in the order of the table', () => {
  expect(sliceSwatches(['A', 'B'], theme)).toEqual(theme.series.slice(0, 2));
});

test('lines differ by more than colour', () => {
  const styles = lineStyles(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'], theme);
  const looks = styles.map(({ dash, symbol, filled }) => JSON.stringify([dash, symbol, filled]));
  expect(new Set(looks).size).toBe(10);
});
