import { expect, test } from 'vitest';
import { sentencesOf } from '../../src/claims/sentences.ts';

function split(text: string): string[] {
  return sentencesOf(text).map(({ start, end }) => text.slice(start, end).trim());
}

test.each([
  ['Eén zin. Nog een? Ja!', ['Eén zin.', 'Nog een?', 'Ja!']],
  ['Zij zei: “Nee.” Toen ging zij.', ['Zij zei: “Nee.”', 'Toen ging zij.']],
  ['Met een noot.[^a] Nog een.', ['Met een noot.[^a]', 'Nog een.']],
  ['Een getal. \uE0000\uE001 is er een.', ['Een getal.', '\uE0000\uE001 is er een.']],
  ['Een jaar. 2023 was dat.', ['Een jaar.', '2023 was dat.']],
  ['Een zin. **Vet** is dat.', ['Een zin.', '**Vet** is dat.']],
])('%j ends where the next sentence begins', (text, sentences) => {
  expect(split(text)).toEqual(sentences);
});

test.each([
  'Zie art. 273 en nr. 12, blz. 3.',
  'Dat is 1.000 of 2,5.',
  'De heer mr. Jansen zei dat.',
  'Onder andere (bijv. Nederland) is dat zo.',
  'Dat staat op rechtspraak.nl en elders.',
  'Dat duurt. maar even.',
])('%j is one sentence', text => {
  expect(split(text)).toEqual([text]);
});

test('a sentence goes on over the lines of a paragraph, and ends with it', () => {
  expect(split('Een zin over\ntwee regels\n\nen nog een')).toEqual(['Een zin over\ntwee regels', 'en nog een']);
});

test('headings, boxes, items and notes are sentences of their own, without a full stop', () => {
  const text =
    '# Kop\nTekst\n## Kop twee\n::: kader Titel\nIn het kader\n:::\n- aap\n- noot\n1. mies\n[^a]: een noot\n';
  expect(split(text)).toEqual([
    ...['# Kop', 'Tekst', '## Kop twee', '::: kader Titel', 'In het kader', ':::'],
    ...['- aap', '- noot', '1. mies', '[^a]: een noot'],
  ]);
});

test('offsets are those of the text; an empty line belongs to no sentence', () => {
  const text = 'Een.  Twee.\n\n# Drie\n';
  expect(sentencesOf(text).map(({ start, end }) => [start, text.slice(start, end)])).toEqual([
    [0, 'Een.  '],
    [6, 'Twee.\n'],
    [13, '# Drie\n'],
  ]);
});

test('every sentence of a quotation has the speaker of its last line', () => {
  const text = '> Eén zin. Nog een\n> zin.\n> — Een Spreker, rapporteur\n\nTekst.';
  expect(sentencesOf(text).map(one => one.speaker)).toEqual([
    'Een Spreker, rapporteur',
    'Een Spreker, rapporteur',
    undefined,
  ]);
});

test.each(['> Eén zin.\n> Nog een — met een streep', 'Eén zin.\n— Geen citaat'])('%j has no speaker', text => {
  expect(sentencesOf(text).map(one => one.speaker)).not.toContainEqual(expect.any(String));
});
