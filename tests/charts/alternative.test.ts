import { expect, test } from 'vitest';
import { textAlternative } from '../../src/charts/alternative.ts';
import { figureOf, tableOf } from './fixture.ts';

const years = ['2019', '2020', '2021', '2022', '2023'];

test('one line is told by its highest, lowest, latest and its turn', () => {
  const figure = figureOf('line', tableOf(years, { Vergunningen: '410 170-180 100 110-120 150' }));
  expect(textAlternative(figure)).toBe(
    'Lijngrafiek: Slachtoffers naar vorm (eenheid: slachtoffers; 2019 tot en met 2023). ' +
      'Vergunningen: hoogste 410 (2019), laagste 100 (2021), laatste 150 (2023); eerst een daling tot 2021, daarna een stijging. ' +
      'Waar een aantal niet precies bekend is, staat een open vlak van de laagste tot de hoogste mogelijke waarde.',
  );
});

test('many lines are told by the largest and smallest of the last year, the suppressed one in words', () => {
  const table = tableOf(years, {
    A: '181 119 189 162 135',
    B: '705 317 197 217 333',
    C: '6 <5 0 0 <5',
    D: '53 39 31 16 36',
  });
  expect(textAlternative(figureOf('line', table))).toContain(
    'In 2023 is B het grootst (333) en is C het kleinst (minder dan vijf).',
  );
});

test('shares are told with their percentages, panel by panel', () => {
  const panels = [
    { title: 'Per jaar', columns: ['2022', '2023'] },
    { title: 'Per vorm in 2023', columns: ['Seksueel', 'Arbeid'] },
  ];
  const table = tableOf(panels, { Man: '309 364 72 220', Vrouw: '500 493 389 76' });
  expect(textAlternative(figureOf('stacked-percentages', table))).toBe(
    'Gestapeld kolomdiagram in procenten: Slachtoffers naar vorm (eenheid: slachtoffers; per jaar: 2022 tot en met 2023; ' +
      'per vorm in 2023: Seksueel en Arbeid). Man: hoogste 42% (2023), laagste 38% (2022). ' +
      'Vrouw: hoogste 62% (2022), laagste 58% (2023). ' +
      'Per vorm in 2023 is het grootst bij Seksueel: Vrouw (389, 84%); bij Arbeid: Man (220, 74%).',
  );
});

test('rows that are years are told by the latest year and the course of its highest column', () => {
  const table = tableOf(['Thuis', 'Straat'], { 2021: '155 26', 2022: '181 35', 2023: '248 20' });
  expect(textAlternative(figureOf('grouped-columns', table))).toContain(
    'In 2023: hoogste 248 (Thuis), laagste 20 (Straat). Thuis: hoogste 248 (2023), laagste 155 (2021); steeds hoger.',
  );
});

test('a pie is read out clockwise', () => {
  const table = tableOf(['aantal', 'percentage'], { Binnenlands: '18 34%', Overig: '9 17%' });
  expect(textAlternative(figureOf('pie', table))).toBe(
    'Cirkeldiagram: Slachtoffers naar vorm (eenheid: slachtoffers). Met de klok mee: Binnenlands 18 (34%) en Overig 9 (17%).',
  );
});

test('a row of suppressed cells is told once, and what is missing is said', () => {
  const table = tableOf(years, { Overig: '<5 <5 <5 <5 <5', Verdachten: '8 . 9 9 7' });
  const words = textAlternative(figureOf('line', table));
  expect(words).toContain('Overig: steeds minder dan vijf.');
  expect(words).toContain('Onbekende waarden zijn niet getekend.');
});

test('of a figure with its own specification only the numbers are told, not how they are drawn', () => {
  const table = tableOf(['2022', '2023'], { Schatting: '<5 5000-7500' });
  const words = textAlternative(figureOf('specification', table));
  expect(words).toContain('Schatting: hoogste 5.000 tot 7.500 (2023), laagste minder dan vijf (2022).');
  expect(words).not.toContain('open vlak');
});
