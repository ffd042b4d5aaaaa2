// Structural numbers: what the grammar holds for certain, and what it leaves to a person.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanNumbers } from '../../src/language/numbers.ts';
import { structuralNames, structuralRules, structuralSpans } from '../../src/language/structural.ts';

const units = ['slachtoffers', 'zaken', 'verdachten', 'opsporingsonderzoeken', 'personeelsleden'];

/** A text with `▮` for the mark of an expression. */
function withMarks(text: string): string {
  let index = 0;
  return text.replace(/▮/g, () => `\uE000${index++}\uE001`);
}

/** The stretches as `rule: text`. */
function spans(written: string): string[] {
  const text = withMarks(written);
  return structuralSpans(text, { units }).map(({ start, end, rule }) => `${rule}: ${text.slice(start, end)}`);
}

/** The numbers of a text that are not structural. */
function left(written: string): string[] {
  const text = withMarks(written);
  const found = structuralSpans(text, { units });
  return scanNumbers(text)
    .filter(token => !found.some(span => span.start <= token.start && token.end <= span.end))
    .map(token => token.text);
}

test.each([
  'in 2023',
  'In 2023 kwamen meer slachtoffers in beeld',
  'Sinds 2019 daalt het',
  'vanaf 2021',
  'tot en met 2023',
  'medio 2024, begin 2024, eind 2024',
  'het jaar 2023 en het verslagjaar 2022',
  'de jaren 2021, 2022 en 2023',
  'in 2019 en 2020',
  'in 2022 of 2023',
  'in de zomer van 2025',
  'het begin van 2024',
  'ten opzichte van 2022',
  'vergeleken met 2022',
  'de cijfers van 2023 laten zien',
  'meer dan die van 2022',
  'over 2023 staan er minder in',
  'na 2019 nam het af',
  'vóór 2019',
  'Zaken tot 2023 zijn meegeteld',
  'tussen 2019 en 2023 daalde het',
  'tussen ▮ en 2023',
  'Tussen 2019 en ▮ lag dat lager',
  'in ▮ en 2023',
  'Jaarcijfers 2024',
  'JAARCIJFERS MENSENHANDEL 2024',
  'de jaarcijfers van 2024 van de Nationaal Rapporteur',
  'de Monitor Mensenhandel 2018',
  'Jaarcijfers Mensenhandel en Seksueel Geweld 2024',
  'de in 2023 gemelde slachtoffers',
  'het aantal in 2023 ingeschreven zaken',
  'Spanje (2023), Italië (2021, 2022)',
  'in\n2023',
])('a year: %s', text => {
  expect(left(text)).toEqual([]);
  expect(spans(text).every(span => span.startsWith('year: '))).toBe(true);
});

test.each([
  ['in 2000 slachtoffers', ['2000']],
  ['in 2000 gemelde slachtoffers', ['2000']],
  ['in 2000 jonge, nee', []],
  ['Voor 2000 euro', ['2000']],
  ['in 2000 gevallen', ['2000']],
  ['In 2022 en 2000 in 2021', ['2000']],
  ['na 2000 in 2022', ['2000']],
  ['na 2000 in ▮', ['2000']],
  ['in 2022, 2000 meer dan eerst', ['2000']],
  ['uit 2000 van de zaken', ['2000']],
  ['over 2000 stoelen', ['2000']],
  ['bestaat uit 2000', ['2000']],
  ['een totaal van 2000', ['2000']],
  ['jaarcijfers tonen er 2000', ['2000']],
  ['Jaarcijfers tonen er 2000', ['2000']],
  ['na 2000 van de zaken', ['2000']],
  ['in 2000 van de 5000 zaken', ['2000', '5000']],
  ['daalde tot 2000', ['2000']],
  ['steeg van ▮ naar 2000', ['2000']],
  ['van 1950 tot 2000', ['1950', '2000']],
  ['ligt tussen 1950 en 2000', ['1950 en 2000']],
  ['tussen 1950 en 2000 slachtoffers', ['1950 en 2000']],
  ['tussen de 1950 en 2000', ['1950 en 2000']],
  ['Ruim 2000 mensen', ['2000']],
  ['uit Afrika 2000', ['2000']],
  ['in 2.000', ['2.000']],
  ['in 2023,5', ['2023,5']],
  ['in 2023%', ['2023%']],
  ['in 1850', ['1850']],
  ['in 2150', ['2150']],
  ['2023 wijkt daarvan af', ['2023']],
  ['€ 2000', ['2000']],
])('a number that may be no year: %s', (text, expected) => {
  expect(left(text)).toEqual(expected);
});

test.each([
  ['de Veiligheidsagenda 2023-2026', ['period: 2023-2026']],
  ['in de periode 2019–2023', ['period: 2019–2023']],
  ['2019 tot en met 2023', ['period: 2019 tot en met 2023']],
  ['2019 t/m 2023', ['period: 2019 t/m 2023']],
  ['2023/2024', ['period: 2023/2024']],
  ['2023/24', ['period: 2023/24']],
  ['▮-2023', ['period: \uE0000\uE001-2023']],
  ['Het was zo. Van 2014 tot 2018 daalde het', ['period: Van 2014 tot 2018']],
  ['de periode van 2014 tot 2018', ['period: periode van 2014 tot 2018']],
  ['2023-2019', []],
  ['2023/25', []],
  ['2019-2023 slachtoffers', []],
  ['5.000-7.500', []],
])('a period: %s', (text, expected) => {
  expect(spans(text)).toEqual(expected);
});

test.each([
  ['26 april 2024', ['date: 26 april 2024']],
  ['op 18 oktober', ['date: 18 oktober']],
  ['Oktober 2024', ['date: Oktober 2024']],
  ['17 en 18 oktober 2025', ['date: 17 en 18 oktober 2025']],
  ['1 t/m 5 mei', ['date: 1 t/m 5 mei']],
  ['18 okt. 2024', ['date: 18 okt. 2024']],
  ['26-04-2024', ['date: 26-04-2024']],
  ['26/4/2024', ['date: 26/4/2024']],
  ['2024-04-26', ['date: 2024-04-26']],
  ['29 februari 2024', ['date: 29 februari 2024']],
  ['de 21e eeuw', ['date: 21e eeuw']],
  ['de eenentwintigste eeuw', ['date: eenentwintigste eeuw']],
  ['de jaren negentig', ['date: jaren negentig']],
  ["de jaren '90", ["date: jaren '90"]],
  ['het eerste kwartaal van ▮', ['date: eerste kwartaal']],
  ['de tweede helft van ▮', ['date: tweede helft']],
  ['in week 12', ['date: week 12']],
  ['in de jaren 2020-2022', ['period: 2020-2022']],
  ['op 18 oktober 2000 meldingen', ['date: 18 oktober']],
  ['in oktober 2000 meldingen', []],
  ['29 februari 2023', []],
  ['31 april', []],
  ['31-02-2024', []],
  ['2024-13-01', []],
  ['32 mei', []],
  ['waren er 12, 18 oktober', ['date: 18 oktober']],
  ['in vier jaren 90 zaken', []],
  ['per week 12 zaken', []],
  ['de tweede helft', []],
  ['een zoveelste eeuw', []],
])('a date: %s', (text, expected) => {
  expect(spans(text)).toEqual(expected);
});

test.each([
  ['10.30 uur', ['time: 10.30 uur']],
  ['van 9.00 tot 17.00 uur', ['time: 9.00 tot 17.00 uur']],
  ['10:30', ['time: 10:30']],
  ['10 uur', []],
  ['24 uur per dag', []],
  ['28.30 jaar', []],
  ['1:20', []],
  ['25.30 uur', []],
])('a time: %s', (text, expected) => {
  expect(spans(text)).toEqual(expected);
});

test.each([
  'artikel 273f',
  'artikel 273f, eerste lid, onder 3',
  'Artikel 1:233',
  'art. 12 en 13',
  'artikelen 273f, 274 en 285b',
  'artikel 12 lid 2 sub a en b',
  'lid 2',
  'onderdeel 3',
  'B8/3',
  '§ 3.2',
  '273f Sr',
  'Kamerstukken II 2023/24, 28 638, nr. 12',
  'Kamerstuk 28 638, nr. 12',
  'Handelingen II 2023/24, nr. 3',
  'Stb. 2024, 12',
  'Stcrt. 2024, 1712',
  '2022A002',
  '2023R006',
  'PbEU 2024, L 1712',
  'Richtlijn 2011/36/EU',
  'Verordening (EU) nr. 604/2013',
  'ECLI:NL:HR:2015:3309',
  'ISBN 978-90-123-4567-8',
])('a place in a law or document: %s', text => {
  expect(spans(text)).toEqual([`law: ${text}`]);
});

test.each([
  ['als lid 3 zaken', ['3']],
  ['artikel 3 zaken', ['3']],
  ['artikel 273f, onder 18 jaar', ['18']],
  ['artikel 3 en 12 daarvan', ['12']],
  ['28 638', ['28', '638']],
  ['604/2013', ['604', '2013']],
  ['nr. 5%', ['5%']],
])('no place in a law: %s', (text, expected) => {
  expect(left(text)).toEqual(expected);
});

test.each([
  'figuur 3',
  'Figuur 3 en 4',
  'figuren 3, 5 en 8',
  'tabellen 3 tot en met 5',
  'vragen 3 en 4',
  'Vraag 1',
  'doel 3a',
  'hoofdstuk 2.3',
  'paragraaf 4',
  'bijlage 2',
  'voetnoot 12',
  "pagina's 3-5",
  'bladzijde 12',
  'actielijn 6',
  'Deel 2',
])('a reference: %s', text => {
  expect(spans(text)).toEqual([`reference: ${text}`]);
});

test.each([
  ['figuur 3 en 12 daarvan', ['12']],
  ['figuur 3, 12 daarvan', ['12']],
  ['figuur 3 en 4 slachtoffers', ['4']],
  ['vragen 3 slachtoffers', ['3']],
  ["delen 3 foto's", ['3']],
  ['met als doel 50 plekken', ['50']],
  ['een deel 3', ['3']],
  ['de vraag 12 keer', ['12 keer']],
  ['per pagina 3', ['3']],
  ['tabel 5%', ['5%']],
])('no reference: %s', (text, expected) => {
  expect(left(text)).toEqual(expected);
});

test.each([
  ['0800-1234', ['phone: 0800-1234']],
  ['0900 1234', ['phone: 0900 1234']],
  ['030 123 45 67', ['phone: 030 123 45 67']],
  ['030-1234567', ['phone: 030-1234567']],
  ['06 12345678.', ['phone: 06 12345678']],
  ['+31 70 123 45 67', ['phone: +31 70 123 45 67']],
  ['bel 112', ['phone: 112']],
  ['het nummer 112', ['phone: 112']],
  ['112 zaken', []],
  ['030 123 45', []],
  ['12 000 34 56', []],
  ['+53 100 200', []],
])('a telephone number: %s', (text, expected) => {
  expect(spans(text)).toEqual(expected);
});

test.each([
  ['zie https://nos.nl/artikel/2586742-meer.', ['address: https://nos.nl/artikel/2586742-meer']],
  ['rechtspraak.nl/2024', ['address: rechtspraak.nl/2024']],
  ['post2@rapporteur.nl', ['address: post2@rapporteur.nl']],
  ['Postbus 20301', ['address: Postbus 20301']],
  ['2500 EH Den Haag', ['address: 2500 EH']],
  ['2000 EU-burgers', []],
  ['2000 asielzoekers.nlx', []],
])('an address: %s', (text, expected) => {
  expect(spans(text)).toEqual(expected);
});

test.each([
  ['COVID-19', ['symbol: COVID-19']],
  ['24/7', ['symbol: 24/7']],
  ['ISO 9001', ['symbol: ISO 9001']],
  ['PDF/UA-1', ['symbol: PDF/UA-1']],
  ['WCAG 2.1', ['symbol: WCAG 2.1']],
  ['**<5**: een aantal', ['symbol: <5']],
  ['&lt;5', ['symbol: &lt;5']],
  ['<5 slachtoffers', []],
  ['top 10', []],
  ['top-10', []],
  ['24/7,5', []],
])('a sign: %s', (text, expected) => {
  expect(spans(text)).toEqual(expected);
});

test.each([
  ['1. Eerst\n2. Dan', ['markdown: 1.', 'markdown: 2.']],
  ['- punt\n\n3) Verder', ['markdown: 3)']],
  ['In totaal\n12. Dat is veel', []],
  ['Tekst[^1] met noot 1\n\n[^1]: Bron 1', ['markdown: [^1]', 'reference: noot 1', 'markdown: [^1]:']],
  ['[link](http://x.nl/3) 4', ['markdown: ](http://x.nl/3)']],
  ['![beeld](a2.png)', ['markdown: ](a2.png)']],
  ['<https://x.nl/3>', ['markdown: <https://x.nl/3>']],
  ['&#123; 4', ['markdown: &#123;']],
  ['## 2. Herkomst', ['list: ## 2.']],
  ['## 3 op de 5 verdachten', []],
  ['meldingen [2][3].', ['note: [2]', 'note: [3]']],
  ['[3](x)', ['markdown: ](x)']],
])('markup: %j', (text, expected) => {
  expect(spans(text)).toEqual(expected);
});

test('only what the edition counts stands in the way of a year', () => {
  const text = 'in 2000 personeelsleden';
  expect(structuralSpans(text, { units: [] })).toHaveLength(1);
  expect(structuralSpans(text, { units })).toEqual([]);
});

test('a unit may hold signs that patterns use', () => {
  expect(structuralSpans('in 2000 (jonge) zaken', { units: ['(jonge) zaken'] })).toEqual([]);
});

test('every rule has a name of its own', () => {
  const names = structuralRules.map(rule => structuralNames[rule]);
  expect(new Set(names).size).toBe(structuralRules.length);
});

const piece = fc.oneof(
  fc.constantFrom(
    'in 2023',
    'figuur 3',
    ' en 4',
    'artikel 273f',
    ', lid 2',
    '18 oktober',
    ' 2024',
    '-2026',
    '(',
    ')',
    '2019',
  ),
  fc.constantFrom(
    ' ',
    '\n',
    '\n\n',
    '1. ',
    '## ',
    '[2]',
    '](x3)',
    'tussen ',
    ' slachtoffers',
    '10.30 uur',
    'İ',
    '\uE0001\uE001',
  ),
);

test('spans stand in order and none lies within another', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const text = pieces.join('');
      const found = structuralSpans(text, { units });
      for (const [index, { start, end }] of found.entries()) {
        const before = found[index - 1];
        expect(start).toBeGreaterThanOrEqual(before?.start ?? 0);
        expect(end).toBeGreaterThan(Math.max(start, before?.end ?? 0));
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { seed: 3, numRuns: 1000 },
  );
});
