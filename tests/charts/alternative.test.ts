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

test('of up to six lines the largest three are told over the years, the others by their latest', () => {
  const table = tableOf(years, {
    A: '181 119 189 162 135',
    B: '705 317 197 217 333',
    C: '6 <5 0 0 <5',
    D: '53 39 31 16 36',
    E: '9 9 9 9 9',
  });
  const words = textAlternative(figureOf('line', table));
  expect(words).toContain(
    'A: hoogste 189 (2021), laagste 119 (2020), laatste 135 (2023); sinds 2021 dalend. ' +
      'B: hoogste 705 (2019), laagste 197 (2021), laatste 333 (2023); eerst een daling tot 2021, daarna een stijging. ' +
      'D: hoogste 53 (2019), laagste 16 (2022), laatste 36 (2023); eerst een daling tot 2022, daarna een stijging. ' +
      'In 2023: C minder dan vijf en E 9.',
  );
});

test('more than six lines are told by the largest and smallest of the last year', () => {
  const rows = Object.fromEntries(['A', 'B', 'C', 'D', 'E', 'F'].map(label => [label, '10 11 12 13 14']));
  const table = tableOf(years, { ...rows, Grootste: '1 2 3 4 1500', Kleinste: '50 40 30 20 <5' });
  expect(textAlternative(figureOf('line', table))).toContain(
    'In 2023 is Grootste het grootst (1.500) en is Kleinste het kleinst (minder dan vijf).',
  );
});

test('long names leave fewer rows told in full, and the text stays listenable', () => {
  const name = (letter: string): string => `${letter} ${'met een heel lange naam '.repeat(6).trim()}`;
  const table = tableOf(years, { [name('A')]: '9 8 7 8 9', [name('B')]: '5 4 3 4 5', [name('C')]: '3 2 1 2 3' });
  const words = textAlternative(figureOf('line', table));
  expect(words.length).toBeLessThanOrEqual(700);
  expect(words).toContain('naam: hoogste 9 (2019 en 2023)');
  expect(words).toContain('In 2023: B met');
});

test('a chart of shares is told in shares, panel by panel, the largest rows together', () => {
  const panels = [
    { title: 'Per jaar', columns: ['2022', '2023'] },
    { title: 'Per vorm in 2023', columns: ['Seksueel', 'Arbeid', 'Crimineel'] },
  ];
  const table = tableOf(panels, { Man: '309 364 72 220 57', Vrouw: '500 493 389 76 63' });
  expect(textAlternative(figureOf('stacked-percentages', table))).toBe(
    'Gestapeld kolomdiagram in procenten: Slachtoffers naar vorm (eenheid: slachtoffers; per jaar: 2022 tot en met 2023; ' +
      'per vorm in 2023). Man: 38% in 2022, 42% in 2023. Vrouw: 62% in 2022, 58% in 2023. ' +
      'Per vorm in 2023 is het grootst: Vrouw bij Seksueel (84%) en Crimineel (53%); Man bij Arbeid (74%).',
  );
});

test('shares that are not certain are told from the least to the most they can be', () => {
  const table = tableOf(['2021', '2022', '2023'], {
    Overig: '<5 <5 <5',
    Sepot: '108 88 118',
    Dagvaarding: '109 87 89',
  });
  const words = textAlternative(figureOf('stacked-percentages', table));
  expect(words).toContain('Overig: 1 tot 2% in 2022, hooguit 2% in 2023.');
  expect(words).toContain('Dagvaarding: 49% in 2022, 42 tot 43% in 2023 (laagste); hoogste 49 tot 50% (2021).');
  expect(words).toMatch(/staat een open vlak\.$/);
});

test('a total declared in another table makes shares certain', () => {
  const handled = { ...tableOf(['2023'], { Afgehandeld: '209' }), id: 'afgehandeld' };
  const table = tableOf(['2022', '2023'], { Overig: '0 <5', Sepot: '88 118', Dagvaarding: '87 89' });
  const whole = { table: 'afgehandeld', rows: ['Afgehandeld'], columns: 'same' } as const;
  const parts = ['Overig', 'Sepot', 'Dagvaarding'];
  const relation = { direction: 'rows', parts, scope: ['2023'], holds: 'equals', whole, place: table.place } as const;
  const figure = figureOf('stacked-percentages', { ...table, relations: [relation] });
  expect(textAlternative(figure)).toContain('42 tot 43% in 2023');
  expect(textAlternative(figure, new Map([['afgehandeld', handled]]))).toContain(
    'Dagvaarding: 50% in 2022, 43% in 2023.',
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
