import { expect, test } from 'vitest';
import { escapeHtml, glueNumbers, hyphenate, setInProse, syllables } from '../../src/prose/typography.ts';

const shown = (text: string): string => text.replaceAll('\u00AD', '-').replaceAll('\u00A0', '_');

test.each([
  ['slachtoffers', 'slacht-of-fers'],
  ['mensenhandel', 'mensen-handel'],
  ['mensenhandelzaken', 'mensen-handel-zaken'],
  ['coronapandemie', 'corona-pan-de-mie'],
  ['seksueel', 'sek-su-eel'],
  ['rechtspraak.nl', 'rechtspraak.nl'],
  ['CoMensha', 'CoMensha'],
  ['kort', 'kort'],
  ['CoMensha', 'CoMensha'],
])('"%s" may break as "%s"', (text, expected) => {
  expect(shown(hyphenate(text))).toBe(expected);
});

test('hyphenation only adds soft hyphens', () => {
  const text = 'Opsporingsonderzoeken naar vertrekuitstel (vreemdelingen), 2019-2023: “geïdentificeerde” onderzoeken.';
  expect(hyphenate(text).replaceAll('\u00AD', '')).toBe(text);
});

test.each([
  ['in 5 jaar tijd', 'in 5_jaar tijd'],
  ['22 procent', '22_procent'],
  ['8 procentpunten', '8_procentpunten'],
  ['3 miljoen euro', '3_miljoen euro'],
  ['artikel 273f', 'artikel_273f'],
  ['Figuur 2', 'Figuur_2'],
  ['circa 40', 'circa_40'],
  ['van de 868', 'van de_868'],
  ['12 slachtoffers', '12 slachtoffers'],
  ['5 jaarcijfers', '5 jaarcijfers'],
])('"%s" is glued as "%s"', (text, expected) => {
  expect(shown(glueNumbers(text))).toBe(expected);
});

test('the mark of a number is glued as a number', () => {
  expect(glueNumbers('\uE0000\uE001 procent van de \uE0001\uE001')).toBe(
    '\uE0000\uE001\u00A0procent van de\u00A0\uE0001\uE001',
  );
});

test('what means something in HTML is escaped', () => {
  expect(escapeHtml('<a href="x">&')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;');
  expect(setInProse('minder dan <5').replaceAll('\u00AD', '')).toBe('minder dan &lt;5');
});

test('syllables are the pieces between soft hyphens', () => {
  expect(syllables('slachtoffers')).toEqual(['slacht', 'of', 'fers']);
  expect(syllables('kort')).toEqual(['kort']);
});

test('an address has no hyphens but its own', () => {
  const address = 'https://www.nationaalrapporteur.nl/publicaties/jaarcijfers';
  expect(hyphenate(`Zie ${address} of info@rechtspraak-organisatie.nl.`)).toBe(
    `Zie ${address} of info@rechtspraak-organisatie.nl.`,
  );
  expect(hyphenate('publicaties')).toContain('\u00AD');
});
