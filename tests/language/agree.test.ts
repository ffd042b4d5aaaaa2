// Numbers that an author wrote, held against cells of the tables of 2023 and what follows from them.

import { expect, test } from 'vitest';
import { agree } from '../../src/language/agree.ts';
import { type NumberToken, scanNumbers } from '../../src/language/numbers.ts';
import type { Meaning } from '../../src/language/vocabulary.ts';
import { differenceOf, growthOf, meanOf, pointsOf, ratioOf, shareOf, sumOf } from '../../src/statistics/arithmetic.ts';
import { plainQuantity, type Quantity } from '../../src/statistics/quantity.ts';
import { rational } from '../../src/statistics/rational.ts';
import { quantityOf } from '../statistics/cells.ts';
import { certain, houseVocabulary, quantityIn, said } from './tables.ts';

const vocabulary = houseVocabulary();

/** The verdict on the number in some words, with the word before it, as the texts are read. */
function held(words: string, quantity: Quantity): string {
  const [number] = scanNumbers(words);
  if (!number) throw new Error(`"${words}" holds no number.`);
  return said(agree(number, reachIn(words, number), quantity, vocabulary.nearness));
}

function reachIn(words: string, number: NumberToken): Meaning | undefined {
  return vocabulary.scan(words).find(word => word.meaning.kind === 'reach' && word.start < number.start)?.meaning;
}

const vormen = (row: string, year: number): Quantity => quantityIn('vormen', row, year);
const growth = (row: string): Quantity => certain(growthOf(vormen(row, 2022), vormen(row, 2023)));
const share = (part: string, whole: string): Quantity =>
  certain(shareOf(quantityOf(part, 'part'), quantityOf(whole, 'whole')));
const victims = quantityOf('868');
const convicted = certain(
  shareOf(
    quantityIn('afdoening-rechter', 'Veroordeling voor mensenhandel', 2023),
    quantityIn('afgedaan', 'Totaal', 2023),
  ),
);

test.each([
  ['120', vormen('Criminele uitbuiting', 2023), 'holds'],
  ['121', vormen('Criminele uitbuiting', 2023), 'fails: it is 120'],
  ['honderdtwintig', vormen('Criminele uitbuiting', 2023), 'holds'],
  ['tweehonderd', vormen('Criminele uitbuiting', 2023), 'fails: it is 120'],
  ['5.000', quantityOf('5000'), 'holds'],
  ['acht', quantityIn('opsporingsonderzoeken', 'Arbeidsuitbuiting', 2023), 'holds'],
  ['32,2', quantityIn('gemiddelde-leeftijd', 'Criminele uitbuiting', 2023), 'holds'],
  ['32', quantityIn('gemiddelde-leeftijd', 'Criminele uitbuiting', 2023), 'holds'],
  ['32,3', quantityIn('gemiddelde-leeftijd', 'Criminele uitbuiting', 2023), 'fails: it is 32,2'],
  ['32,20', quantityIn('gemiddelde-leeftijd', 'Criminele uitbuiting', 2023), 'uncertain: it is 32,2'],
  ['34%', quantityIn('minderjarigen', 'Binnenlandse seksuele uitbuiting', 'percentage'), 'holds'],
  ['35%', quantityIn('minderjarigen', 'Binnenlandse seksuele uitbuiting', 'percentage'), 'fails: it is 34%'],
  ['180', quantityOf('~180'), 'holds'],
  ['182', quantityOf('~180'), 'fails: it is 180'],
  ['2', quantityIn('afgedaan', 'Arbeidsuitbuiting', 2023), 'uncertain: it is <5'],
  ['vijf', quantityIn('afgedaan', 'Arbeidsuitbuiting', 2023), 'fails: it is <5'],
])('%s against a cell', (words, quantity, verdict) => {
  expect(held(words, quantity)).toBe(verdict);
});

test('percentages round half up on the exact value', () => {
  expect(held('14%', growth('Arbeidsuitbuiting'))).toBe('holds');
  expect(held('14,1%', growth('Arbeidsuitbuiting'))).toBe('holds');
  expect(held('14,0%', growth('Arbeidsuitbuiting'))).toBe('fails: it is −14,1%');
  expect([held('13%', share('1', '8')), held('12%', share('1', '8'))]).toEqual(['holds', 'fails: it is 12,5%']);
  expect([held('12,5 procent', share('1', '8')), held('68%', convicted)]).toEqual(['holds', 'holds']);
});

test('a sign must agree, and without one the number is a size', () => {
  expect(held('-14%', growth('Arbeidsuitbuiting'))).toBe('holds');
  expect(held('−14%', growth('Arbeidsuitbuiting'))).toBe('holds');
  expect(held('+14%', growth('Arbeidsuitbuiting'))).toBe('fails: it is −14,1%');
  expect(held('+53%', growth('Internationale seksuele uitbuiting'))).toBe('holds');
  const fewer = certain(differenceOf(quantityIn('afgedaan', 'Totaal', 2022), quantityIn('afgedaan', 'Totaal', 2023)));
  expect([held('18', fewer), held('-18', fewer), held('+18', fewer)]).toEqual(['holds', 'holds', 'fails: it is −18']);
});

test('uncertain values must all print the number', () => {
  const labour = certain(
    sumOf(['FairWork', 'NLA', 'Overige melders', 'KMar'].map(row => quantityIn('melders', row, 'Arbeidsuitbuiting'))),
  );
  expect(held('276', labour)).toBe('uncertain: it is between 274 and 277');
  expect(held('280', labour)).toBe('fails: it is between 274 and 277');
  expect(held('274 tot 277', labour)).toBe('holds');
  expect(held('270 tot 280', labour)).toBe('fails: it is between 274 and 277');
  expect(held('24%', share('4-5', '1000'))).toBe('fails: it is between 0% and 1%');
  expect(held('0%', share('4-5', '1000'))).toBe('uncertain: it is between 0% and 1%');
});

test('a range states both its ends', () => {
  expect(held('tussen 5.000 en 7.500', quantityIn('schatting', 'Slachtoffers per jaar', 'Schatting'))).toBe('holds');
  expect(held('170-180', quantityIn('verblijfsvergunningen', 'Verleende vergunningen mensenhandel', 2020))).toBe(
    'holds',
  );
  expect(held('170-180', quantityOf('175'))).toBe('fails: it is 175');
  expect(held('tussen 12% en 50%', share('<5', '8'))).toBe('holds');
  expect(held('tussen 13% en 50%', share('<5', '8'))).toBe('holds');
  expect(held('tussen 12% en 49%', share('<5', '8'))).toBe('fails: it is between 12% and 50%');
});

test('a fraction stands for the shares near it', () => {
  expect(held('een kwart', share('13', '53'))).toBe('holds');
  expect(held('een kwart', share('12', '53'))).toBe('fails: it is 22,6%');
  expect(held('de helft', share('468', '868'))).toBe('fails: it is 53,9%');
  expect(held('vijf op de zes', share('83', '100'))).toBe('holds');
  expect(held('twee derde', share('<5', '6'))).toBe('uncertain: it is between 16% and 67%');
  expect(held('een derde', growth('Arbeidsuitbuiting'))).toBe('fails: it is −14,1%');
  const fallen = certain(growthOf(quantityOf('300', 'a'), quantityOf('200', 'b')));
  expect(held('een derde', fallen)).toBe('holds');
});

test('a multiple stands for the ratios near it, and a growth of 100% is a doubling', () => {
  const labour = ['Alle melders'].map(row => [2022, 2023].map(year => quantityIn('latijns-amerika-arbeid', row, year)));
  const [from, to] = labour[0] ?? [];
  if (!from || !to) throw new Error('two years');
  expect(held('bijna twee keer zo veel', certain(ratioOf(from, to)))).toBe('holds');
  expect(held('twee keer zo veel', certain(ratioOf(from, to)))).toBe('fails: it is 1,9');
  expect(held('1,9 keer zo veel', certain(ratioOf(from, to)))).toBe('holds');
  const crime = certain(
    growthOf(
      quantityIn('afgedaan', 'Criminele uitbuiting/overig', 2022),
      quantityIn('afgedaan', 'Criminele uitbuiting/overig', 2023),
    ),
  );
  expect(held('verdubbeld', crime)).toBe('holds');
  expect(held('verdrievoudigd', crime)).toBe('fails: it is 100%');
  expect(held('gehalveerd', certain(growthOf(quantityOf('100', 'a'), quantityOf('50', 'b'))))).toBe('holds');
  const halved = (to: string) => certain(ratioOf(quantityOf('100', 'a'), quantityOf(to, 'b')));
  expect(held('meer dan gehalveerd', halved('38'))).toBe('holds');
  expect(held('meer dan gehalveerd', halved('53'))).toMatch(/^fails/);
  expect(held('bijna gehalveerd', halved('53'))).toBe('holds');
  expect(held('bijna gehalveerd', halved('48'))).toMatch(/^fails/);
  expect(held('ruim gehalveerd', halved('47'))).toBe('holds');
  expect(held('bijna half zo veel', halved('48'))).toBe('holds');
});

test('a place states a rank, a mean a number, and points a difference of percentages', () => {
  const rank = plainQuantity(rational(2), 0, 'rank');
  expect([held('tweede', rank), held('derde', rank), held('2', rank)]).toEqual(['holds', 'fails: it is 2', 'holds']);
  const mean = certain(meanOf([154, 202, 261, 214, 215].map(value => quantityOf(String(value), `${value}`))));
  expect([held('209', mean), held('209,2', mean)]).toEqual(['holds', 'holds']);
  const men = certain(pointsOf(quantityOf('34%', 'a'), quantityOf('42%', 'b')));
  expect(held('8 procentpunt', men)).toBe('uncertain: it is between 7 and 9 points');
});

test.each([
  [
    '8%',
    certain(pointsOf(share('34', '100'), share('42', '101'))),
    'it is 7,6 points, a difference in percentage points, and "8%" is a percentage',
  ],
  ['15', growth('Arbeidsuitbuiting'), 'it is −14,1%, a percentage, and "15" is a number'],
  ['14%', victims, 'it is 868, a number, and "14%" is a percentage'],
  ['een kwart', victims, 'it is 868, a number, and "een kwart" is a part'],
  ['verdubbeld', victims, 'it is 868, a number, and "verdubbeld" is a number of times'],
  ['tweede', victims, 'it is 868, a number, and "tweede" is a place in an order'],
])('%s states something else', (words, quantity, found) => {
  expect(held(words, quantity)).toBe(`unanswerable: ${found}`);
});

test('vague numbers', () => {
  expect([
    held('honderden', victims),
    held('tientallen', quantityOf('52')),
    held('tientallen', quantityOf('19')),
  ]).toEqual(['holds', 'holds', 'fails: it is 19']);
  expect(held('duizenden', victims)).toBe('fails: it is 868');
});

test.each([
  ['ruim 850', victims, 'holds'],
  ['ruim 868', victims, 'holds'],
  ['ruim 900', victims, 'fails: it is 868'],
  ['ruim 700', victims, 'fails: it is 868'],
  ['meer dan 700', victims, 'holds'],
  ['meer dan 868', victims, 'fails: it is 868'],
  ['bijna 900', victims, 'holds'],
  ['bijna 868', victims, 'fails: it is 868'],
  ['bijna 1.000', victims, 'fails: it is 868'],
  ['minder dan 1.000', victims, 'holds'],
  ['nog geen 900', victims, 'holds'],
  ['ongeveer 900', victims, 'holds'],
  ["zo'n 850", victims, 'holds'],
  ['circa 950', victims, 'fails: it is 868'],
  ['circa 868', victims, 'holds'],
  ['circa 870', victims, 'holds'],
  ['circa 865', victims, 'fails: it is 868'],
  ['circa 869', victims, 'fails: it is 868'],
  ['circa 880', victims, 'fails: it is 868'],
  ['minstens 860', victims, 'holds'],
  ['minstens 870', victims, 'fails: it is 868'],
  ['minstens 700', victims, 'fails: it is 868'],
  ['hoogstens 870', victims, 'holds'],
  ['hoogstens 860', victims, 'fails: it is 868'],
  ['hoogstens 1.000', victims, 'fails: it is 868'],
  ['precies 868', victims, 'holds'],
  ['precies 867', victims, 'fails: it is 868'],
  ['minder dan vijf', quantityIn('afgedaan', 'Arbeidsuitbuiting', 2023), 'holds'],
  ['meer dan twee', quantityIn('afgedaan', 'Arbeidsuitbuiting', 2023), 'uncertain: it is <5'],
  ['ten minste één', quantityIn('afgedaan', 'Arbeidsuitbuiting', 2023), 'holds'],
  ['ten minste 170', quantityIn('verblijfsvergunningen', 'Verleende vergunningen mensenhandel', 2020), 'holds'],
  [
    'ten minste 175',
    quantityIn('verblijfsvergunningen', 'Verleende vergunningen mensenhandel', 2020),
    'uncertain: it is 170-180',
  ],
  ['hoogstens 180', quantityIn('verblijfsvergunningen', 'Verleende vergunningen mensenhandel', 2020), 'holds'],
  ['circa 180', quantityIn('verblijfsvergunningen', 'Verleende vergunningen mensenhandel', 2020), 'holds'],
  ['circa 175', quantityIn('verblijfsvergunningen', 'Verleende vergunningen mensenhandel', 2020), 'holds'],
  [
    'circa 174',
    quantityIn('verblijfsvergunningen', 'Verleende vergunningen mensenhandel', 2020),
    'uncertain: it is 170-180',
  ],
  [
    'precies 175',
    quantityIn('verblijfsvergunningen', 'Verleende vergunningen mensenhandel', 2020),
    'uncertain: it is 170-180',
  ],
  ['precies 180', quantityOf('~180'), 'uncertain: it is 180'],
])('%s', (words, quantity, verdict) => {
  expect(held(words, quantity)).toBe(verdict);
});

test('words before a percentage look at the exact value, but at least and at most at what is printed', () => {
  expect(held('minstens 68%', convicted)).toBe('holds');
  expect(held('minstens 69%', convicted)).toBe('fails: it is 67,9%');
  expect(held('ruim 68%', convicted)).toBe('fails: it is 67,9%');
  expect(held('bijna 68%', convicted)).toBe('holds');
  expect(held('meer dan 67,9%', convicted)).toBe('holds');
  expect(held('ongeveer 68%', convicted)).toBe('holds');
  expect(held('ongeveer 70%', convicted)).toBe('holds');
  expect(held('ongeveer 69%', convicted)).toBe('fails: it is 67,9%');
  expect(held('hoogstens 68%', convicted)).toBe('holds');
  expect(held('hoogstens 67%', convicted)).toBe('fails: it is 67,9%');
});

test.each([
  ['ruim de helft', share('468', '868'), 'holds'],
  ['meer dan de helft', share('468', '868'), 'holds'],
  ['bijna de helft', share('468', '868'), 'fails: it is 53,9%'],
  ['minder dan de helft', share('33', '78'), 'holds'],
  ['bijna een kwart', share('23', '100'), 'holds'],
  ['bijna een vijfde', share('19', '100'), 'holds'],
  ['ruim een kwart', share('29', '100'), 'holds'],
  ['ruim een kwart', share('30', '100'), 'fails: it is 30%'],
  ['ruim een tiende', share('114', '1000'), 'holds'],
  ['ongeveer een vijfde', share('215', '1000'), 'holds'],
  ['ongeveer een vijfde', share('225', '1000'), 'fails: it is 22,5%'],
  ['ruim anderhalf keer zo veel', certain(ratioOf(quantityOf('100', 'a'), quantityOf('160', 'b'))), 'holds'],
  ['ongeveer twee keer zo veel', certain(ratioOf(quantityOf('100', 'a'), quantityOf('210', 'b'))), 'holds'],
])('%s of a share or a ratio', (words, quantity, verdict) => {
  expect(held(words, quantity)).toBe(verdict);
});

test('a number with a word for a power of ten is as precise as its digits', () => {
  expect(held('2,1 miljoen', quantityOf('2149000'))).toBe('holds');
  expect(held('2,1 miljoen', quantityOf('2150000'))).toBe('fails: it is 2.150.000');
});
