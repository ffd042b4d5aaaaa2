// Texts a year later: what was found last year is marked, what only explains is not, and expressions move on.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createSource } from '../../src/diagnostics/source.ts';
import { readVocabulary } from '../../src/language/vocabulary.ts';
import { shapeOf } from '../../src/renewal/shape.ts';
import { renewSpecification } from '../../src/renewal/specification.ts';
import { renewText, renewWords, type Texting } from '../../src/renewal/text.ts';
import { head, tableOf } from './fixture.ts';

const words = new URL('../../data/woorden.yaml', import.meta.url);
const { value: vocabulary } = readVocabulary(createSource('woorden.yaml', readFileSync(words, 'utf8')));

const tables = [
  tableOf(`${head}columns: [2021, 2022, 2023]\nrows:\n  Appels: [1, 2, 3]\n  Peren: [1, 2, 3]\n`, 'oogst'),
  tableOf(`${head}panels:\n  Samen: ['2021-2023', 2023]\nrows:\n  Alle: [4, 5]\n`, 'bomen-2023'),
  tableOf(`${head}columns: [Aantal]\nrows:\n  2022: [4]\n  2023: [5]\n`, 'manden'),
];

function texting(): Texting {
  if (!vocabulary) throw new Error('The words cannot be read.');
  const step = { from: 2023, to: 2024 };
  return {
    ...{ step, shapes: new Map(tables.map(table => [table.id, shapeOf(table, step)])) },
    idOf: id => id.replace('2023', '2024'),
    reading: { vocabulary, units: ['kisten'], year: 2023 },
  };
}

const mark = '{{herschrijven}} ';

/** A block that is marked, with the mark where it stands. */
test.each([
  ['a paragraph with a number of a table', '|Er zijn {{oogst "Appels"}} kisten.'],
  ['a heading with one', '## |{{"Meer" oogst "Appels"}} appels'],
  ['an item of a list', '- |**Peren**: {{oogst "Peren"}}.'],
  ['a numbered item', '2. |Er zijn {{oogst "Peren"}} kisten peren.'],
  ['a key figure', '|{{kerncijfer (oogst alle) "kisten"}}'],
  ['dots', '|{{stippen (oogst "Appels") (oogst alle)}}'],
  ['a quotation', '> |"Het was een goed jaar."\n> — Jan, boer'],
  ['the title of a box', '::: kader |Er zijn {{oogst "Peren"}} kisten\nTekst.\n:::'],
  ['a note', 'Tekst.[^a]\n\n[^a]: |Dat zijn {{oogst "Peren"}} kisten.'],
  ['a table', '| |Appels | Peren |\n|---|---|\n| {{oogst "Appels"}} | x |'],
  ['a word of judgement', '|De oogst stijgt.'],
  ['a typed number', '|Er zijn 12 kisten.'],
  ['a number in words', '|Er zijn twaalf kisten.'],
  ['a source', '|Er zijn {{"12" bron="krant"}} kisten.'],
  ['a year that was still to come', '|Het verslag verschijnt in december 2023.'],
  ['the same in an expression', '|Over {{periode 2021 2024}} volgt een verslag.'],
])('%s is marked', (_what, text) => {
  const before = text.replace('|', '');
  const expected = text.startsWith('| |')
    ? `| ${mark}Appels${text.slice('| |Appels'.length)}`
    : text.replace('|', mark);
  const typed = text.startsWith('| |') ? text.replace('| |', '| ') : before;
  expect(renewText(typed, texting()).text).toBe(expected);
});

test.each([
  ['a definition', 'Een kist is een houten bak voor fruit.'],
  ['what only the year moves', 'De cijfers over {{jaar}} en {{periode (jaren-terug 2) vorig-jaar}}.'],
  ['a figure', '{{figuur "oogst"}}'],
  ['the sources', '{{bronnen}}'],
  ['the past', 'Sinds 2019 geldt de nieuwe wet, artikel 12.'],
  ['a title', '# De oogst'],
  ['a heading above an explanation', '## Hoe er is geteld\n\nIedere kist telt mee.'],
  ['a heading above a figure alone', '## De oogst\n\n{{figuur "oogst"}}'],
])('%s is not marked', (_what, text) => {
  expect(renewText(text, texting())).toEqual({ text, marked: 0 });
});

test('a heading above a paragraph with findings says what they show', () => {
  const text =
    '# De oogst\n\n## Appels en peren gaan samen\n\nEr zijn {{oogst "Appels"}} kisten.\n\n## Telling\n\nEen kist telt.\n';
  const { text: made, marked } = renewText(text, texting());
  expect(marked).toBe(2);
  expect(made).toBe(text.replace('## Appels', `## ${mark}Appels`).replace('Er zijn', `${mark}Er zijn`));
});

test('a block is marked once, also when the text was made from a draft', () => {
  const text = `${mark}Er zijn {{oogst "Appels"}} kisten.\n`;
  expect(renewText(text, texting())).toEqual({ text, marked: 1 });
});

test('years, labels and names of tables in expressions move on, each with its own table', () => {
  const typed = [
    '{{oogst "Appels" 2022}}',
    '{{groei oogst "Peren" sinds=2021 tot=2023}}',
    '{{som (lijst (oogst "Appels" (lijst 2021 2022)) (bomen-2023 "Alle" "2021-2023"))}}',
    '{{aandeel oogst "Appels" van=(bomen-2023 "Alle" 2023)}}',
    '{{manden 2022 "Aantal"}}',
    '{{figuur "bomen-2023"}}',
    '{{"meer dan 2022" oogst "Appels" (jaren-terug 2)}}',
  ];
  const { text } = renewText(typed.join('\n\n'), texting());
  expect(text.replaceAll(mark, '').split('\n\n')).toEqual([
    '{{oogst "Appels" 2023}}',
    '{{groei oogst "Peren" sinds=2022 tot=2024}}',
    '{{som (lijst (oogst "Appels" (lijst 2022 2023)) (bomen-2024 "Alle" "2022-2024"))}}',
    '{{aandeel oogst "Appels" van=(bomen-2024 "Alle" 2024)}}',
    '{{manden 2023 "Aantal"}}',
    '{{figuur "bomen-2024"}}',
    '{{"meer dan 2022" oogst "Appels" (jaren-terug 2)}}',
  ]);
});

test('an expression that cannot be read does not stand in the way', () => {
  const text = 'Er zijn {{oogst "Appels}} kisten.\n\nEr zijn {{oogst "Peren" 2022}} kisten.\n';
  expect(renewText(text, texting()).text).toContain(`${mark}Er zijn {{oogst "Peren" 2023}} kisten.`);
});

test('a line of publication.yaml is marked for its findings, not for its year', () => {
  const marked = (line: string): string => renewWords(line, texting()).text;
  expect(marked('Oogst 2024')).toBe('Oogst 2024');
  expect(marked('Oogst over {{periode (jaren-terug 4) jaar}}')).toBe('Oogst over {{periode (jaren-terug 4) jaar}}');
  expect(marked('{{"Meer" oogst "Appels" }} appels')).toBe(`${mark}{{"Meer" oogst "Appels" }} appels`);
  expect(marked('Twaalf kisten')).toBe(`${mark}Twaalf kisten`);
});

test('a drawing of its own names the later tables and labels', () => {
  const specification =
    '{"$schema": "https://x/2023/v6.json", "data": {"name": "bomen-2023"}, "a": "datum.y === \'2021-2023\'", "b": "2022", "c": 2023}';
  expect(renewSpecification(specification, texting())).toBe(
    '{"$schema": "https://x/2023/v6.json", "data": {"name": "bomen-2024"}, "a": "datum.y === \'2022-2024\'", "b": "2023", "c": 2023}',
  );
});
