import { expect, test } from 'vitest';
import { type Contact, categorySwatches, isRest } from '../../src/charts/category.ts';
import { contrastRatio } from '../../src/charts/colour.ts';
import { lineStyles, sliceSwatches, stackSwatches } from '../../src/charts/swatch.ts';
import { houseTheme } from './fixture.ts';

const theme = houseTheme();
const { series, rest } = theme;

const investigations = ['Overig/onbekend', 'Criminele uitbuiting', 'Arbeidsuitbuiting', 'Seksuele uitbuiting'];
const cases = ['Onbekend', 'Criminele uitbuiting/overig', 'Arbeidsuitbuiting', 'Seksuele uitbuiting'];
const judged = [
  ...['Binnenlandse seksuele uitbuiting', 'Internationale seksuele uitbuiting', 'Seksuele uitbuiting - onbekend'],
  ...['Arbeidsuitbuiting', 'Criminele uitbuiting/overig'],
];
const minors = [
  ...['Binnenlandse seksuele uitbuiting', 'Internationale seksuele uitbuiting'],
  ...['Criminele uitbuiting', 'Overig/onbekend'],
];

test('only a label that begins with the rest is a rest', () => {
  expect(['Onbekend', 'Overig/onbekend', 'Overige melders'].every(isRest)).toBe(true);
  expect(['Seksuele uitbuiting - onbekend', 'Onbekende dader', 'Rechtspersoon/onbekend'].some(isRest)).toBe(false);
});

test('a form of exploitation has the same colour in lines, stacks and pies', () => {
  expect(stackSwatches(investigations, theme)).toEqual([rest.light, series[2], series[3], series[0]]);
  expect(stackSwatches(judged, theme)).toEqual([series[0], series[1], series[4], series[3], series[2]]);
  expect(sliceSwatches(minors, theme)).toEqual([series[0], series[1], series[2], rest.light]);
  expect(lineStyles(cases, theme).map(({ colour }) => colour)).toEqual(
    [rest.dark, series[2], series[3], series[0]].map(swatch => swatch?.edge),
  );
});

test.each<[string, readonly string[], Contact]>([
  ['investigations', investigations, 'stack'],
  ['cases', cases, 'stack'],
  ['judged cases', judged, 'stack'],
  ['minors', minors, 'circle'],
])('neighbours among %s differ at least 3:1', (_, labels, contact) => {
  const fills = categorySwatches(labels, theme, contact)?.map(({ fill }) => fill) ?? [];
  expect(fills).toHaveLength(labels.length);
  fills.forEach((fill, index) => {
    const next = contact === 'circle' ? fills[(index + 1) % fills.length] : fills[index + 1];
    if (next !== undefined) expect(contrastRatio(fill, next)).toBeGreaterThanOrEqual(3);
  });
});

test.each<[string, readonly string[]]>([
  ['a row is no category', ['Arbeidsuitbuiting', 'Seksuele uitbuiting', 'Straatprostitutie']],
  ['two rows have one number', ['Arbeidsuitbuiting', 'Seksuele uitbuiting', 'Binnenlandse seksuele uitbuiting']],
  ['two dark rows touch', ['Criminele uitbuiting', 'Seksuele uitbuiting']],
  ['there are but rests', ['Onbekend', 'Overig']],
  ['there are more rests than greys', ['Onbekend', 'Overig', 'Overige vormen', 'Seksuele uitbuiting']],
])('the series goes in order when %s', (_, labels) => {
  expect(categorySwatches(labels, theme, 'stack')).toBeUndefined();
  expect(stackSwatches(labels, theme).at(-1)).toEqual(
    labels.length === 2 && labels[1] === 'Overig' ? rest.dark : series[0],
  );
});

test('lines do not touch, so their categories may all be dark', () => {
  expect(categorySwatches(['Criminele uitbuiting', 'Seksuele uitbuiting'], theme, 'apart')).toEqual([
    series[2],
    series[0],
  ]);
});
