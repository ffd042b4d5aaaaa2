import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrastRatio } from '../../src/charts/colour.ts';
import { pageContrasts, readTheme } from '../../src/charts/theme.ts';
import { createSource } from '../../src/diagnostics/source.ts';
import { houseTheme } from './fixture.ts';

const text = readFileSync(new URL('../../templates/theme.yaml', import.meta.url), 'utf8');
const read = (yaml: string) => readTheme(createSource('templates/theme.yaml', yaml));

/** The theme with one of its colours written differently. */
function changed(colour: string, other: string): string {
  expect(text).toContain(colour);
  return text.replaceAll(colour, other);
}
const theme = houseTheme();

test('the house theme is without mistakes and has colours enough', () => {
  expect(read(text).diagnostics).toEqual([]);
  expect(theme.series.length).toBeGreaterThanOrEqual(9);
  expect(theme.sequence.length).toBeGreaterThanOrEqual(5);
});

test('neighbours in a stack differ at least 3:1, also beside the greys of a rest', () => {
  theme.series.slice(1).forEach((swatch, index) => {
    expect(contrastRatio(swatch.fill, theme.series[index]?.fill ?? swatch.fill)).toBeGreaterThanOrEqual(3);
  });
  theme.series.forEach(({ fill }, index) => {
    const rest = index % 2 === 0 ? theme.rest.light : theme.rest.dark;
    expect(contrastRatio(fill, rest.fill)).toBeGreaterThanOrEqual(3);
  });
});

test('every edge stands out 3:1 from paper, and a hollow band is seen by its edge', () => {
  for (const { edge } of [...theme.series, ...theme.sequence, theme.rest.dark, theme.rest.light])
    expect(contrastRatio(edge, theme.paper)).toBeGreaterThanOrEqual(3);
});

test.each(['print and a light screen', 'a dark screen'])('in %s every text stands out from what it stands on', name => {
  const colours = name === 'a dark screen' ? theme.dark : theme;
  for (const [of, on, least] of pageContrasts)
    expect(contrastRatio(colours[of], colours[on]), `${of} on ${on}`).toBeGreaterThanOrEqual(least);
});

test('every colour of a text in a style sheet has its contrast held, and every surface something that stands on it', () => {
  const folder = new URL('../../templates/', import.meta.url);
  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.css'));
  const css = sheets.map(name => readFileSync(new URL(name, folder), 'utf8')).join('\n');
  const used = (property: string): string[] =>
    [...css.matchAll(new RegExp(`(?<![-\\w])${property}:\\s*var\\(--(\\w+)\\)`, 'g'))].map(([, name = '']) => name);
  expect(sheets.length).toBeGreaterThan(3);
  const texts = pageContrasts.filter(([, , least]) => least >= 4.5).map(([of]) => of);
  for (const name of used('color')) expect(texts, name).toContain(name);
  const surfaces = pageContrasts.map(([, on]) => on);
  for (const name of [...used('background'), ...used('background-color')]) expect(surfaces, name).toContain(name);
  // No colour is written out beside the theme; a shadow is none that must be seen.
  expect(css.match(/:[^;{}]*#[0-9a-f]{3,8}\b[^;{}]*;/gi) ?? []).toEqual([]);
});

test('a dark colour that is too faint is named at its place', () => {
  const [diagnostic] = read(changed('#aeb9c9', '#4b5666')).diagnostics;
  expect(diagnostic).toMatchObject({ rule: 'theme-contrast', severity: 'error' });
  expect(diagnostic?.message).toContain('dark.muted');
  expect(diagnostic?.place?.text).toMatch(/^ {2}muted: .#4b5666/);
});

test('a sequence grows darker all the way', () => {
  const contrasts = theme.sequence.map(({ fill }) => contrastRatio(fill, theme.paper));
  expect(contrasts).toEqual(contrasts.toSorted((a, b) => a - b));
  expect(new Set(contrasts).size).toBe(contrasts.length);
});

test('every fill can carry a legible number', () => {
  for (const { fill } of [...theme.series, theme.rest.dark, theme.rest.light])
    expect(Math.max(contrastRatio(fill, theme.paper), contrastRatio(fill, theme.ink))).toBeGreaterThanOrEqual(4.5);
});

test('a colour that is too faint is named at its place', () => {
  const [diagnostic, ...others] = read(changed('#5b6678', '#a9b0bc')).diagnostics;
  expect(diagnostic).toMatchObject({
    severity: 'error',
    rule: 'theme-contrast',
    place: { file: 'templates/theme.yaml' },
  });
  expect(diagnostic?.message).toContain('muted');
  expect(diagnostic?.place?.text).toMatch(/^muted: .#a9b0bc/);
  expect(others.every(one => one.rule === 'theme-contrast')).toBe(true);
});

test('neighbours that look alike are named at the first of the two', () => {
  const messages = read(changed('#f2b8a0', '#2f5080')).diagnostics.map(({ message }) => message);
  expect(messages.find(message => message.includes('series.0.fill'))).toContain('the next entry');
});

test('a colour must be written as #rrggbb, and an unknown key is refused', () => {
  expect(read(changed('#ffffff', 'white')).value).toBeUndefined();
  expect(read(`${text}\nshadow: '#000000'\n`).diagnostics[0]?.message).toContain('shadow');
});

test('a category must have a number of the series', () => {
  const [diagnostic] = read(changed('Arbeidsuitbuiting: 4', 'Arbeidsuitbuiting: 40')).diagnostics;
  expect(diagnostic).toMatchObject({ rule: 'theme-category', severity: 'error' });
  expect(diagnostic?.place?.text).toContain('Arbeidsuitbuiting: 40');
  expect(read(changed('Arbeidsuitbuiting: 4', 'Arbeidsuitbuiting: 0')).value).toBeUndefined();
});
