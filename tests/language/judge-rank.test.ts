// Places among rivals and among years with cells of the tables of 2023, with the exact messages.

import { expect, test } from 'vitest';
import { judge, type Subject } from '../../src/language/judge.ts';
import { cellQuantity } from '../../src/statistics/quantity.ts';
import { cellsOf, forEachFilling, quantityOf } from '../statistics/cells.ts';
import { beside, certain, growthIn, meaningOf, quantityIn, rowIn, say, subjectIn } from './tables.ts';

const nation = (row: string): Subject => rowIn('nationaliteiten', row, 'Totaal slachtoffers');
const age = (row: string): Subject => ({ ...rowIn('gemiddelde-leeftijd', row, '2023') });

test.each([
  ['Nederland', 'de meeste', 'holds'],
  ['Nederland', 'de grootste', 'holds'],
  ['Nederland', 'bovenaan', 'holds'],
  ['Oeganda', 'de meeste', 'fails: it is the third of 10: Nederland has 194'],
  ['Sierra Leone', 'het minst', 'holds'],
  ['Sierra Leone', 'het vaakst', 'fails: it is the tenth of 10: Nederland has 194'],
  ['Venezuela', 'de minste', 'fails: it is the second lowest of 10: Sierra Leone has 21'],
])('%s has %s', (row, words, verdict) => {
  expect(say(words, nation(row))).toBe(verdict);
});

test('the example of seven', () => {
  const rivals = ['83', '40', '30', '20', '10', '5'].map((typed, index) => ({
    label: index === 0 ? 'Roemenië' : `Land ${index}`,
    quantity: quantityOf(typed, `Land ${index}`),
  }));
  const subject = { quantity: quantityOf('76', 'Oeganda'), series: [], rivals };
  expect(say('de meeste', subject)).toBe('fails: it is the second of 7: Roemenië has 83');
});

test('means keep their order', () => {
  expect(say('het jongst', age('Binnenlandse seksuele uitbuiting'))).toBe('holds');
  expect(say('het oudst', age('Arbeidsuitbuiting'))).toBe('holds');
  expect(say('het oudst', age('Criminele uitbuiting'))).toBe('fails: it is the second of 4: Arbeidsuitbuiting has 36');
});

test('a place that is shared is not alone, and one that is not certain is neither', () => {
  const sectors = (row: string): Subject => rowIn('nationaliteiten', row, 'Criminele uitbuiting');
  expect(say('de minste', sectors('Spanje'))).toBe('fails: it shares the lowest place of 10 with Brazilië (0)');
  expect(say('de meeste', sectors('Nederland'))).toBe('holds');
  const labour = rowIn('nationaliteiten', 'Venezuela', 'Arbeidsuitbuiting');
  expect(say('de minste', labour)).toBe('fails: it is at best the second lowest of 10: Sierra Leone has 0');
  const lowest = { ...labour, rivals: labour.rivals.filter(({ label }) => label !== 'Sierra Leone') };
  expect(say('de minste', lowest)).toBe('uncertain: its place of 9 is not certain: it is <5, and Nigeria has <5');
});

test('several together have the first places', () => {
  const rivals = (own: string) =>
    ['vervoer en opslag', 'bouw', 'horeca', 'overige arbeid/dienstverlening', 'industrie']
      .filter(label => label !== own)
      .map(label => ({ label, quantity: quantityIn('bedrijfstakken', '2023', label) }));
  const sector = (own: string): Subject => ({
    quantity: quantityIn('bedrijfstakken', '2023', own),
    series: [],
    rivals: rivals(own),
  });
  expect(say('de meeste', sector('horeca'), { together: 3 })).toBe('holds');
  expect(say('de meeste', sector('horeca'), { together: 2 })).toBe(
    'fails: it is the third of 5: vervoer en opslag has 57',
  );
});

test('an extreme of the years', () => {
  const international = subjectIn('vormen', 'Internationale seksuele uitbuiting', 2023);
  const residence = subjectIn('uitstel-van-vertrek', 'Bedenktijd mensenhandel: Vertrekuitstel 90 dagen', 2023);
  expect(say('hoogtepunt', residence)).toBe('holds');
  expect(say('hoogtepunt', international)).toBe('fails: it is the second of 5 years: 2019 has 705');
  expect(say('hoogste', { ...international, rivals: [] }, { since: 2019 })).toBe('holds');
  expect(say('dieptepunt', subjectIn('leeftijd', 'Minderjarig', 2023))).toBe('holds');
  expect(say('dieptepunt', subjectIn('afgedaan', 'Arbeidsuitbuiting', 2023))).toBe(
    'uncertain: its place of 5 years is not certain: it is <5, and 2020 has <5',
  );
  expect(say('dieptepunt', { ...international, series: international.series.slice(-1) })).toBe(
    'unanswerable: there is nothing to compare it with',
  );
});

test('the years of an extreme are later ones too, and those of a period', () => {
  const minors = subjectIn('leeftijd', 'Minderjarig', 2023);
  const earlier = { ...minors, series: minors.series.slice(0, -1), years: minors.series };
  expect(say('dieptepunt', { ...earlier, quantity: earlier.series.at(-1)?.quantity ?? minors.quantity })).toMatch(
    /^fails: it is the third lowest of 5 years: 2023 has 52/,
  );
  expect(say('hoogtepunt', minors, { period: { from: 2023, to: 2023 } })).toMatch(/^unanswerable/);
  expect(say('dieptepunt', minors, { period: { from: 2022, to: 2023 } })).toBe('holds');
});

test('what may be either is both, or the text says which', () => {
  const international = subjectIn('vormen', 'Internationale seksuele uitbuiting', 2023);
  const second = 'fails: it is the second of 5 years: 2019 has 705';
  const which = 'it is the highest of its 6 groups only, which is to be said so: {{"…" … tussen="groepen"}}';
  for (const against of [undefined, 'years'] as const)
    expect(say('hoogste', international, against ? { against } : {})).toBe(`${second}; ${which}`);
  expect(say('hoogste', international, { among: 'rivals' })).toBe('holds');
  expect(say('hoogste', international, { against: 'rivals' })).toBe('holds');
  expect(say('hoogste', international, { among: 'years' })).toBe(second);
  expect(say('de grootste groep', international)).toBe('holds');
  expect(say('laagste', international)).toBe(
    'fails: it is the sixth lowest of 6: Gedwongen orgaanverwijdering has <5, and it is the fourth lowest of 5 years: 2021 has 197',
  );
});

test('the strongest change, in its own direction', () => {
  const home = growthIn('vormen', 'Internationale seksuele uitbuiting', 2023);
  expect(say('het sterkst', home)).toBe('fails: it is the second of 5: Onbekend has 125%');
  const known = { ...home, rivals: home.rivals.filter(({ label }) => label !== 'Onbekend') };
  expect(say('het sterkst', known)).toBe('holds');
  const fall = growthIn('vormen', 'Binnenlandse seksuele uitbuiting', 2023);
  expect(say('het sterkst', fall)).toBe('holds');
  const other = growthIn('vormen', 'Arbeidsuitbuiting', 2023);
  expect(say('het sterkst', other)).toBe(
    'fails: it is the second lowest of 5: Binnenlandse seksuele uitbuiting has −16,7%',
  );
  expect(say('het sterkst', subjectIn('vormen', 'Arbeidsuitbuiting', 2023))).toBe(
    'unanswerable: it is no change: name its growth or its difference, and the word compares that',
  );
});

test('a lead over all others', () => {
  expect(say('veruit', nation('Nederland'))).toBe('holds');
  expect(say('verreweg', nation('Roemenië'))).toBe(
    'fails: Nederland has 194 against 83, and the word is for a lead of 25% and more',
  );
  const younger = rowIn('gemiddelde-leeftijd', 'Binnenlandse seksuele uitbuiting', '2023');
  expect(beside('veruit', 'jongste', younger)).toBe(
    'fails: Internationale seksuele uitbuiting has 29,5 against 28,3, and the word is for a lead of 25% and more',
  );
  const few = (typed: string): Subject => ({
    quantity: quantityOf(typed, 'a'),
    series: [],
    rivals: [{ label: 'b', quantity: quantityOf('<5', 'b') }],
  });
  expect([say('veruit', few('5')), say('veruit', few('4'))]).toEqual([
    'holds',
    'uncertain: b has <5 against 4, and the word is for a lead of 25% and more',
  ]);
  const none = { ...few('3'), rivals: [{ label: 'b', quantity: quantityOf('0', 'b') }] };
  expect(say('veruit', none)).toBe('holds');
});

test('a lead in falling', () => {
  const fall = growthIn('vormen', 'Binnenlandse seksuele uitbuiting', 2023);
  expect(say('veruit', fall)).toMatch(/^fails: Arbeidsuitbuiting has −14,1% against −16,7%/);
  const labour = { ...fall, rivals: fall.rivals.filter(({ label }) => label !== 'Arbeidsuitbuiting') };
  expect(say('veruit', labour)).toBe('holds');
});

test('places in an order', () => {
  expect(say('op de tweede plaats', nation('Roemenië'))).toBe('holds');
  expect(say('op de tweede plaats', nation('Oeganda'))).toBe('fails: it is the third of 10: Nederland has 194');
  expect(say('op de derde plaats', nation('Oeganda'))).toBe('holds');
  expect(say('gevolgd door', nation('Roemenië'))).toBe('holds');
  expect(beside('gevolgd door', 'jongst', age('Internationale seksuele uitbuiting'))).toBe('holds');
  expect(say('gevolgd door', age('Internationale seksuele uitbuiting'))).toBe(
    'fails: it is the third of 4: Arbeidsuitbuiting has 36',
  );
  expect(say('op één na grootste', nation('Roemenië'))).toBe('holds');
  expect(say('op een na kleinste', nation('Venezuela'))).toBe('holds');
  expect(say('op de \uE0003\uE001 plaats', nation('Roemenië'))).toBe(
    'unanswerable: the place that the words say is not known',
  );
});

test('followed by is said after another number', () => {
  const after = (row: string) => ({ after: quantityIn('nationaliteiten', row, 'Totaal slachtoffers') });
  expect(say('gevolgd door', nation('Oeganda'), after('Roemenië'))).toBe('holds');
  expect(say('gevolgd door', nation('Nigeria'), after('Roemenië'))).toBe('fails: Oeganda has 76, against 60');
  expect(say('gevolgd door', nation('Roemenië'), after('Oeganda'))).toBe(
    'fails: it is 83, and the number before it is 76',
  );
});

test('meanings of places', () => {
  expect(meaningOf('op plaats 3')).toEqual({ kind: 'order', place: 3 });
  expect(meaningOf('op de vierde plaats')).toEqual({ kind: 'order', place: 4 });
});

test('an extreme is certain exactly when all fillings agree', () => {
  const highest = { kind: 'extreme', side: 'highest', among: 'rivals' } as const;
  const kinds = new Set<string>();
  for (const own of ['0', '3', '<5', '2-4'])
    for (const first of ['1', '3', '<4', '4-6'])
      for (const second of ['0', '2', '<3', '3-5']) {
        const cells = cellsOf(own, first, second);
        const [mine, ...others] = cells;
        if (!mine) throw new Error('a cell');
        const truths = new Set<boolean>();
        forEachFilling(cells, value => truths.add(others.every(other => value(mine) > value(other))));
        const rivals = others.map(cell => ({ label: cell.row, quantity: certain(cellQuantity(cell)) }));
        const { kind } = judge(highest, { quantity: certain(cellQuantity(mine)), series: [], rivals });
        expect(kind).toBe(truths.size > 1 ? 'uncertain' : truths.has(true) ? 'holds' : 'fails');
        kinds.add(kind);
      }
  expect([...kinds].toSorted()).toEqual(['fails', 'holds', 'uncertain']);
});
