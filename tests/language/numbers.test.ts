// Numbers in Dutch texts: what is found, with what value, and what is passed over.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type NumberToken, scanNumbers } from '../../src/language/numbers.ts';
import type { Rational } from '../../src/statistics/rational.ts';

function fraction({ n, d }: Rational): string {
  return d === 1n ? String(n) : `${n}/${d}`;
}

/** A token on one line: `text: form measure sign value..high (decimals)`. */
function line({ text, form, measure, sign, value, high, decimals }: NumberToken): string {
  const range = high ? `..${fraction(high)}` : '';
  return `${text}: ${form} ${measure} ${sign ?? ''}${fraction(value)}${range}${decimals === 0 ? '' : ` (${decimals})`}`;
}

function lines(text: string): string[] {
  return scanNumbers(text).map(line);
}

const nbsp = '\u00a0';

test.each([
  ['5.000 mensen', '5.000: digits count 5000'],
  ['1.234.567,8', '1.234.567,8: digits count 6172839/5 (1)'],
  ['28,3 jaar', '28,3: digits count 283/10 (1)'],
  ['28.3 jaar', '28.3: digits count 283/10 (1)'],
  [`1${nbsp}200 zaken`, `1${nbsp}200: digits count 1200`],
  ['zo’n 5000 mensen', '5000: digits count 5000'],
  ['0 zaken', '0: digits count 0'],
  ['0.123', '0.123: digits count 123/1000 (3)'],
  ['2½ jaar', '2½: digits count 5/2 (1)'],
  ['½', '½: fraction fraction 1/2 (1)'],
  ['¼ deel', '¼: fraction fraction 1/4 (2)'],
  ['22%', '22%: digits percentage 22'],
  [`22${nbsp}%`, `22${nbsp}%: digits percentage 22`],
  [`22${nbsp}procent`, `22${nbsp}procent: digits percentage 22`],
  ['13% procent gestegen', '13% procent: digits percentage 13'],
  ['vijf procent', 'vijf procent: cardinal percentage 5'],
  ['een procent', 'een procent: cardinal percentage 1'],
  ['8 procentpunten', '8 procentpunten: digits points 8'],
  ['8 procentpunt hoger', '8 procentpunt: digits points 8'],
  ['8%-punt', '8%-punt: digits points 8'],
  ['drie procentpunt', 'drie procentpunt: cardinal points 3'],
  ['2 miljoen', '2 miljoen: digits count 2000000 (-6)'],
  ['1,5 mln euro', '1,5 mln: digits count 1500000 (-5)'],
  ['5 duizend', '5 duizend: digits count 5000 (-3)'],
  ['3 mld', '3 mld: digits count 3000000000 (-9)'],
  ['twee miljoen', 'twee miljoen: cardinal count 2000000'],
  ['(+53%)', '+53%: digits percentage +53'],
  ['(−16%)', '−16%: digits percentage -16'],
  ['(-16%)', '-16%: digits percentage -16'],
  ['–16%', '–16%: digits percentage -16'],
  ['COVID-19', '19: digits count 19'],
  ['top-10', '10: digits count 10'],
  ['de 5-jarige', '5: digits count 5'],
  ['drie-uurs', 'drie: cardinal count 3'],
])('digits and units: %s', (text, expected) => {
  expect(lines(text)).toEqual([expected]);
});

test.each([
  ['één zaak', 'één: cardinal count 1'],
  ['Eén zaak', 'Eén: cardinal count 1'],
  ['ÉÉN ZAAK', 'ÉÉN: cardinal count 1'],
  ['e\u0301e\u0301n zaak', 'e\u0301e\u0301n: cardinal count 1'],
  ['tweeduizend vijfhonderd', 'tweeduizend vijfhonderd: cardinal count 2500'],
  ['anderhalf jaar', 'anderhalf: cardinal count 3/2 (1)'],
  ['tweeënhalf jaar', 'tweeënhalf: cardinal count 5/2 (1)'],
  ['twee en een half jaar', 'twee en een half: cardinal count 5/2 (1)'],
  ['tweeënhalf procent', 'tweeënhalf procent: cardinal percentage 5/2 (1)'],
  ['anderhalf miljoen', 'anderhalf miljoen: cardinal count 1500000'],
  ['een half miljoen', 'een half miljoen: cardinal count 500000'],
  ['een vijftal', 'vijftal: cardinal count 5'],
  ['een dozijn', 'dozijn: cardinal count 12'],
  ['het vijfjarig gemiddelde', 'vijfjarig: cardinal count 5'],
  ['de tweejarige', 'tweejarige: cardinal count 2'],
  ['tweejaarlijks', 'tweejaarlijks: cardinal count 2'],
  ['vijfjaars', 'vijfjaars: cardinal count 5'],
  ['Beide sectoren', 'Beide: cardinal count 2'],
  ['allebei', 'allebei: cardinal count 2'],
  ['tegen acht het jaar ervoor', 'acht: cardinal count 8'],
  ['tientallen', 'tientallen: none count 10'],
  ['honderden', 'honderden: none count 100'],
  ['tienduizenden', 'tienduizenden: none count 10000'],
  ['de eerste keer', 'eerste: ordinal ordinal 1'],
  ['het derde jaar op rij', 'derde: ordinal ordinal 3'],
  ['voor een derde keer', 'derde: ordinal ordinal 3'],
  ['de 3e plaats', '3e: ordinal ordinal 3'],
  ['de 21ste', '21ste: ordinal ordinal 21'],
])('words: %s', (text, expected) => {
  expect(lines(text)).toEqual([expected]);
});

test.each([
  ['de helft', 'de helft: fraction fraction 1/2'],
  ['Ruim de helft', 'de helft: fraction fraction 1/2'],
  ['Helft van de zaken', 'Helft: fraction fraction 1/2'],
  ['een derde', 'een derde: fraction fraction 1/3'],
  ['Een derde', 'Een derde: fraction fraction 1/3'],
  ['twee derde', 'twee derde: fraction fraction 2/3'],
  ['twee derden', 'twee derden: fraction fraction 2/3'],
  ['tweederde', 'tweederde: fraction fraction 2/3'],
  ['een derde deel', 'een derde deel: fraction fraction 1/3'],
  ['een kwart', 'een kwart: fraction fraction 1/4'],
  ['Kwart van de zaken', 'Kwart: fraction fraction 1/4'],
  ['drie kwart', 'drie kwart: fraction fraction 3/4'],
  ['driekwart', 'driekwart: fraction fraction 3/4'],
  ['een vijfde', 'een vijfde: fraction fraction 1/5'],
  ['een tiende', 'een tiende: fraction fraction 1/10'],
  ['negen tiende', 'negen tiende: fraction fraction 9/10'],
  ['een half jaar', 'een half: fraction fraction 1/2'],
  ['de halve groep', 'de halve: fraction fraction 1/2'],
  ['een op de zes', 'een op de zes: fraction fraction 1/6'],
  ['Vijf op de zes', 'Vijf op de zes: fraction fraction 5/6'],
  ['één op zes', 'één op zes: fraction fraction 1/6'],
  ['1 op de 6', '1 op de 6: fraction fraction 1/6'],
  ['7 op de 1.000', '7 op de 1.000: fraction fraction 7/1000'],
  ['een op\nde zes', 'een op\nde zes: fraction fraction 1/6'],
  ['drie van de vier', 'drie van de vier: fraction fraction 3/4'],
  ['3/4 deel', '3/4: fraction fraction 3/4'],
])('fractions: %s', (text, expected) => {
  expect(lines(text)).toEqual([expected]);
});

test.each([
  ['verdubbeld', 2],
  ['verdubbeling', 2],
  ['verdubbelde', 2],
  ['verdubbelen', 2],
  ['verdrievoudigd', 3],
  ['verviervoudiging', 4],
  ['vertienvoudigd', 10],
  ['tweevoudig', 2],
  ['het dubbele', 2],
  ['dubbel zo veel', 2],
  ['tweemaal', 2],
  ['driemaal zo vaak', 3],
  ['twee maal', 2],
  ['twee keer', 2],
  ['twee keer zo veel', 2],
  ['vijf keer zoveel', 5],
  ['twee keer zo hoog', 2],
  ['één keer', 1],
  ['2x zoveel', 2],
  ['10-voudig', 10],
])('multiples: %s', (text, value) => {
  expect(lines(text)).toEqual([`${text}: multiple multiple ${value}`]);
});

test.each([
  ['gehalveerd', 'gehalveerd: multiple multiple 1/2'],
  ['de halvering', 'halvering: multiple multiple 1/2'],
  ['half zo veel', 'half zo veel: multiple multiple 1/2'],
  ['anderhalf keer zo veel', 'anderhalf keer zo veel: multiple multiple 3/2 (1)'],
  ['2,5 keer', '2,5 keer: multiple multiple 5/2 (1)'],
])('multiples of parts: %s', (text, expected) => {
  expect(lines(text)).toEqual([expected]);
});

test.each([
  ['5.000-7.500', '5.000-7.500: digits count 5000..7500'],
  ['5.000 - 7.500', '5.000 - 7.500: digits count 5000..7500'],
  ['18–22 jaar', '18–22: digits count 18..22'],
  ['170 tot 180', '170 tot 180: digits count 170..180'],
  ['tien à twaalf', 'tien à twaalf: cardinal count 10..12'],
  ['vijf of zes', 'vijf of zes: cardinal count 5..6'],
  ['een of twee', 'een of twee: cardinal count 1..2'],
  ['één tot en met vier', 'één tot en met vier: cardinal count 1..4'],
  ['van 1 tot en met 4', '1 tot en met 4: digits count 1..4'],
  ['2% tot 3%', '2% tot 3%: digits percentage 2..3'],
  ['2 tot 3 procent', '2 tot 3 procent: digits percentage 2..3'],
  ['1,5 à 2%', '1,5 à 2%: digits percentage 3/2..2 (1)'],
  ['2 à 3 miljoen', '2 à 3 miljoen: digits count 2000000..3000000 (-6)'],
  ['twee tot drie keer zo veel', 'twee tot drie keer zo veel: multiple multiple 2..3'],
  ['twee- tot driemaal', 'twee- tot driemaal: multiple multiple 2..3'],
  ['een kwart tot een derde', 'een kwart tot een derde: fraction fraction 1/4..1/3'],
  ['tussen 170 en 180', '170 en 180: digits count 170..180'],
  ['tussen de 5.000 en 7.500', '5.000 en 7.500: digits count 5000..7500'],
  ['+5 tot 10%', '+5 tot 10%: digits percentage +5..10'],
  ['-10 tot -5%', '-10 tot -5%: digits percentage -5..10'],
])('ranges: %s', (text, expected) => {
  expect(lines(text)).toEqual([expected]);
});

test.each([
  ['van 53 tot 16', ['53', '16']],
  ['van 5 tot 8', ['5', '8']],
  ['180 tot 170', ['180', '170']],
  ['170 en 180', ['170', '180']],
  ['53 van de 78 zaken', ['53', '78']],
  ['drie van de 13', ['drie', '13']],
  ['een van de tien', ['tien']],
  ['één van de doelen', ['één']],
  ['één op 18 oktober', ['één', '18']],
  ['24/7', ['24', '7']],
  ['26-04-2024', ['26', '04', '2024']],
  ['01-02-2024', ['01', '02', '2024']],
  ['2.1.3', ['2.1', '3']],
  ['1 200', ['1', '200']],
  ['5, 6 en 7', ['5', '6', '7']],
  ['10:30', ['10', '30']],
  ['tientallen duizenden', ['tientallen', 'duizenden']],
  ['de eerste helft en de helft', ['eerste', 'de helft']],
  ['5% tot 8 procentpunt', ['5%', '8 procentpunt']],
  ['-5 tot 10%', ['-5', '10%']],
  ['kwart over drie', ['drie']],
  ['**vijf** en _zes_ en [7](x)', ['vijf', 'zes', '7']],
])('numbers that stand apart: %s', (text, expected) => {
  expect(scanNumbers(text).map(token => token.text)).toEqual(expected);
});

test.each([
  'een zaak, een keer, een van de doelen, eens, geen, alle, beider',
  'enkele, een paar, meerdere, diverse, veel, zo veel, zoveel, evenveel, eenmaal, nu eenmaal, meermaals',
  'eenvoudig, achteraf, tiener, drieluik, zeszijdig, eender, nacht, achten, verachten, honderduit, dertiger, dertigers',
  'tweezijdig, tweetalig, eenzijdig, eerst, voor het eerst, laatste, derden, vierden, tweedehands, eerstelijns',
  'half mei, halverwege, dubbel geteld, dubbeltelling, kwartaal, helften, verdubbelaar, aantal, de elfen',
  'afgerond op tientallen, in acht nemen, in acht genomen, acht slaan op, de Rapporteur acht het noodzakelijk',
  'A4, F1, CO2, v2.1, B8, XIV, hoofdstuk II, eengezinswoning',
  '\uE00012\uE001 van de \uE00013\uE001 zaken, \uE0022\uE003 keer, \uE0005\uE001%, \uE0001\uE001-\uE0002\uE001',
])('no number: %s', text => {
  expect(scanNumbers(text)).toEqual([]);
});

test('a mark beside a number leaves the number whole', () => {
  expect(lines('van \uE00012\uE001 tot 180, \uE0003\uE001 van de 78')).toEqual([
    '180: digits count 180',
    '78: digits count 78',
  ]);
});

const piece = fc.oneof(
  fc.constantFrom(
    'een',
    'één',
    'vijf',
    'twintig',
    'derde',
    'de helft',
    'kwart',
    'half',
    'keer',
    'zo veel',
    'procent',
    'miljoen',
  ),
  fc.constantFrom(
    ' op de ',
    ' van de ',
    ' tot ',
    ' en ',
    ' of ',
    '-',
    '–',
    '/',
    ' ',
    '\n',
    '%',
    '.',
    ',',
    'İ',
    '\uE0001\uE001',
    'x',
    '½',
  ),
  fc.integer({ min: 0, max: 30_000 }).map(String),
);

test('tokens stand in order, never overlap, and are the text between their ends', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), pieces => {
      const text = pieces.join('');
      const tokens = scanNumbers(text);
      for (const [index, token] of tokens.entries()) {
        expect(text.slice(token.start, token.end)).toBe(token.text);
        expect(token.end).toBeGreaterThan(token.start);
        expect(token.start).toBeGreaterThanOrEqual(tokens[index - 1]?.end ?? 0);
      }
    }),
    { seed: 3, numRuns: 2000 },
  );
});

test('every digit outside marks belongs to a token, save behind a letter', () => {
  const harmless = fc.constantFrom(' ', '-', '–', '/', '%', '.', ',', ' tot ', ' van de ', '(', ')', ':', '<');
  fc.assert(
    fc.property(fc.array(fc.oneof(harmless, fc.nat(9999).map(String)), { maxLength: 10 }), pieces => {
      const text = pieces.join('');
      const rest = scanNumbers(text).reduceRight(
        (left, { start, end }) => left.slice(0, start) + left.slice(end),
        text,
      );
      expect(rest).not.toMatch(/\d/);
    }),
    { seed: 3, numRuns: 2000 },
  );
});
