// Words of judgement found in Dutch sentences: whole words, longest first, separable verbs, marks and fixed phrases.

import { expect, test } from 'vitest';
import { createSource } from '../../src/diagnostics/source.ts';
import { readVocabulary } from '../../src/language/vocabulary.ts';
import { houseVocabulary, houseWords } from './tables.ts';

const vocabulary = houseVocabulary();

/** The words found, the parts of one joined by …. */
function found(text: string): string[] {
  return vocabulary
    .scan(text)
    .map(({ text: words, also = [] }) => [words, ...also.map(({ start, end }) => text.slice(start, end))].join(' … '));
}

function kinds(text: string): string[] {
  return vocabulary.scan(text).map(({ meaning }) => meaning.kind);
}

test.each([
  ['Het aantal steeg, daalde en bleef stabiel.', ['steeg', 'daalde', 'stabiel']],
  ['STIJGING van het aantal; dalende lijn', ['STIJGING', 'dalende']],
  ['Dat zijn er vrijwel evenveel als toen.', ['vrijwel evenveel']],
  ['Het bleef vrijwel gelijk aan dat van 2022.', ['vrijwel gelijk aan']],
  ['Er zijn veel meer vrouwen en iets minder mannen.', ['veel', 'meer', 'iets', 'minder']],
  ['Er is veel te doen, en iets is niet goed.', []],
  ['De versterking en de ouders van jongeren.', []],
  ['een meer-dan-meetbaar effect', []],
  ['het **meest** gemeld', ['meest']],
  ['Het is nog altijd de meest gemelde vorm.', ['nog altijd', 'meest']],
  ['Dat blijft de uitkomst.', []],
  ['Dit blijft de meest gemelde vorm.', ['blijft', 'meest']],
  ['gevolgd door de zorg, op de tweede plaats', ['gevolgd door', 'op de tweede plaats']],
  ['voor het derde jaar op rij gestegen', ['voor het derde jaar op rij', 'gestegen']],
  ['op zijn vroegst in 2025', []],
  ["zo’n 40 en zo'n 50, maar zo'n sector niet", ['zo’n', "zo'n"]],
])('%s', (text, words) => {
  expect(found(text)).toEqual(words);
});

test.each([
  ['Het aantal nam met 5% toe.', ['nam … toe']],
  ['In 2023 neemt het aandeel, dat al hoog was, weer af.', ['neemt … af', 'weer']],
  ['Sinds 2021 loopt het weer op, van 3 naar 4.', ['loopt … op', 'weer']],
  ['Wie vlucht, loopt risico op mensenhandel.', []],
  ['Het loopt op tot 5.', ['loopt … op']],
  ['Het aantal nam toe en het aandeel nam af.', ['nam … toe', 'nam … af']],
  ['FairWork nam dat voor zijn rekening. Het nam niet toe.', ['nam … toe']],
  ['Zij nemen het op. Dat neemt nr. 12 toe', ['neemt … toe']],
  ['Het neemt\n\ntoe', []],
  ['De daling zet niet door.', ['daling', 'zet … niet door']],
  ['Het liep terug, en liep daarna op.', ['liep … terug', 'liep … op']],
])('separable verbs: %s', (text, words) => {
  expect(found(text)).toEqual(words);
});

test('a separable verb gives both its places', () => {
  const text = 'Het aantal nam met 5% toe.';
  const [token] = vocabulary.scan(text);
  expect(token).toMatchObject({ kind: 'word', text: 'nam', start: 11, end: 14, also: [{ start: 22, end: 25 }] });
});

test('marks are never read, and may stand within a sentence and for a number', () => {
  expect(found('Het nam met \uE0005\uE001 toe, tot meer dan \uE0006\uE001.')).toEqual(['nam … toe', 'meer dan']);
  expect(found('54 meer dan in \uE0006\uE001')).toEqual(['meer']);
  expect(found('Het nam\n\n\uE00212\uE003\n\ntoe')).toEqual([]);
  expect(vocabulary.scan('voor het \uE0003\uE001 jaar op rij')[0]?.meaning).toEqual({ kind: 'streak', exact: false });
});

test.each([
  ['meer dan de helft', ['reach']],
  ['meer dan een kwart', ['reach']],
  ['meer dan twee derde', ['reach']],
  ['meer dan in 2022', ['direction']],
  ['meer dan één vorm', []],
  ['minder dan honderd zaken', ['reach']],
  ['bijna een op de zes', ['reach']],
  ['niet meer dan 5', ['reach']],
  ['dat is niet meer zo', []],
])('a word before a number: %s', (text, expected) => {
  expect(kinds(text)).toEqual(expected);
});

test('fixed phrases hold nothing, and give all their places', () => {
  const text = 'Onder meer de Tweede Kamer vraagt om meer inzicht; dat verschilt sterk.';
  expect(found(text)).toEqual([]);
  expect(vocabulary.fixed(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Onder meer',
    'Tweede Kamer',
    'meer inzicht',
    'verschilt sterk',
  ]);
  const apart = 'Zij heeft zich sterk op Portugees gericht.';
  expect(vocabulary.fixed(apart).map(({ start, end }) => apart.slice(start, end))).toEqual(['sterk', 'gericht']);
  expect(found(apart)).toEqual([]);
  expect(found('letsel opgelopen, en het aantal is opgelopen')).toEqual(['opgelopen']);
});

test('addresses are no words', () => {
  expect(found('Zie https://nos.nl/meer/minder en [meer](https://nos.nl/stijging) daling')).toEqual(['meer', 'daling']);
});

test('numbers in words give a place or a streak', () => {
  expect(vocabulary.scan('op de vierde plaats')[0]?.meaning).toEqual({ kind: 'order', place: 4 });
  expect(vocabulary.scan('voor het 3e jaar op rij')[0]?.meaning).toEqual({ kind: 'streak', years: 3, exact: true });
  expect(vocabulary.scan('vier jaar achter elkaar')[0]?.meaning).toEqual({ kind: 'streak', years: 4, exact: false });
});

test('an office adds its own words', () => {
  const yaml = houseWords.replace('    - dip\n', '    - dip\n    - kelder*\n    - glijdt … weg\n');
  const { value, diagnostics } = readVocabulary(createSource('data/woorden.yaml', yaml));
  expect(diagnostics).toEqual([]);
  expect(value?.scan('Het kelderde en glijdt nu weg.').map(({ meaning }) => meaning)).toEqual([
    { kind: 'direction', way: 'down', between: 'years' },
    { kind: 'direction', way: 'down', between: 'years' },
  ]);
});

test('tokens stand in order, never overlap and are what stands there', () => {
  const text = houseWords.replaceAll('#', '.');
  const tokens = vocabulary.scan(text);
  expect(tokens.length).toBeGreaterThan(300);
  let last = 0;
  for (const token of tokens) {
    expect(text.slice(token.start, token.end)).toBe(token.text);
    expect(token.start).toBeGreaterThanOrEqual(last);
    last = token.end;
  }
});
