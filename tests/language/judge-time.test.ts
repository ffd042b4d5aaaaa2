// Again, still, for so many years on end and for the first time, with series of the tables of 2023.

import { expect, test } from 'vitest';
import type { Subject } from '../../src/language/judge.ts';
import { quantityOf } from '../statistics/cells.ts';
import { beside, say, subjectIn } from './tables.ts';

const minors = subjectIn('leeftijd', 'Minderjarig', 2023);
const unknown = subjectIn('vormen', 'Onbekend', 2023);
const police = subjectIn('melders', 'Politie', 2023);
const crime = subjectIn('vormen', 'Criminele uitbuiting', 2023);

/** A series of years up to 2023 without rivals, told by the series alone. */
function seriesOf(...typed: string[]): Subject {
  const series = typed.map((text, index) => ({
    year: 2024 - typed.length + index,
    quantity: quantityOf(text, 'Rij', String(2024 - typed.length + index)),
  }));
  const last = series.at(-1);
  if (!last) throw new Error('a year');
  return { quantity: last.quantity, series, rivals: [] };
}

test('again and further: the same way a year before', () => {
  expect(beside('opnieuw', 'minder', minors)).toBe('holds');
  expect(beside('verder', 'daalt', minors)).toBe('holds');
  expect(beside('opnieuw', 'gestegen', unknown)).toBe('fails: in 2022 it fell by 48% (31 to 16)');
  expect(beside('opnieuw', 'gedaald', unknown)).toBe('fails: it rose by 125% (16 to 36)');
  expect(beside('opnieuw', 'gestegen', seriesOf('<5', '4', '6'))).toBe(
    'uncertain: in 2022 the growth lies between 0% and 300%',
  );
  expect(beside('opnieuw', 'gestegen', seriesOf('4', '6'))).toBe(
    'unanswerable: this can be seen for 1 of the 2 years that the words need',
  );
  expect(say('opnieuw', minors)).toBe('unanswerable: nothing beside the word says what it is that came back');
});

test('still: a year before too', () => {
  const dutch = subjectIn('vormen', 'Internationale seksuele uitbuiting', 2023);
  expect(beside('nog altijd', 'de meeste', dutch)).toBe(
    'fails: in 2022 it is the second of 6: Arbeidsuitbuiting has 348',
  );
  const home = subjectIn('vormen', 'Gedwongen orgaanverwijdering', 2023);
  expect(beside('nog steeds', 'de minste', home)).toBe('holds');
  expect(beside('net als in eerdere jaren', 'de minste', home)).toBe('holds');
  expect(beside('nog altijd', 'de meeste', subjectIn('melders', 'Politie', 2023))).toBe('holds');
});

test('back: it once went the other way', () => {
  expect(beside('weer', 'gestegen', unknown)).toBe('holds');
  expect(beside('weer', 'op te lopen', police)).toBe('holds');
  expect(beside('weer', 'gedaald', seriesOf('9', '7', '5'))).toBe('fails: it never rose in the years before');
  expect(beside('weer', 'gedaald', seriesOf('<5', '4', '3'))).toBe(
    'uncertain: it is not certain that it ever rose before',
  );
  expect(beside('weer', 'gedaald', seriesOf('4', '3'))).toBe(
    'unanswerable: there is no earlier change to compare it with',
  );
  expect(beside('weer', 'gestegen', seriesOf('9', '7', '5'))).toBe('fails: it fell by 29% (7 to 5)');
  const organs = subjectIn('vormen', 'Gedwongen orgaanverwijdering', 2023);
  expect(beside('weer', 'de minste', organs)).toBe('holds');
});

test('reversed: the other way than a year before', () => {
  expect(say('omgeslagen', unknown)).toBe('holds');
  expect(say('omgeslagen', minors)).toBe('fails: it fell the year before and fell now');
  expect(say('een einde gekomen', subjectIn('melders', 'KMar', 2023))).toBe('holds');
  expect(say('omgeslagen', seriesOf('<5', '4', '6'))).toBe(
    'uncertain: it is not certain which way it went in both years',
  );
  expect(say('omgeslagen', seriesOf('4', '6'))).toBe('unanswerable: there are no two changes to compare');
  expect(say('omgeslagen', seriesOf('4', '4', '6'))).toBe('fails: it stayed the same the year before and rose now');
});

test('ever more: so many years on end', () => {
  expect(beside('steeds vaker', 'vaker', crime)).toBe('holds');
  expect(beside('steeds minder', 'minder', minors)).toBe('holds');
  expect(beside('steeds vaker', 'vaker', unknown)).toBe('fails: in 2022 it fell by 48% (31 to 16)');
});

test('a streak of years', () => {
  expect(beside('twee jaar op rij', 'gedaald', minors)).toBe('holds');
  expect(beside('voor het tweede jaar op rij', 'gedaald', minors)).toBe('holds');
  expect(beside('drie jaar op rij', 'gedaald', minors)).toBe('fails: in 2021 it rose by 10% (68 to 75)');
  expect(beside('voor het derde jaar op rij', 'gedaald', minors)).toBe('fails: in 2021 it rose by 10% (68 to 75)');
  const fall = seriesOf('9', '8', '7', '6');
  expect(beside('twee jaar op rij', 'gedaald', fall)).toBe('holds');
  expect(beside('voor het tweede jaar op rij', 'gedaald', fall)).toBe('fails: in 2021 it was already so');
  expect(beside('voor het derde jaar op rij', 'gedaald', fall)).toBe('holds');
  expect(beside('voor het tweede jaar op rij', 'gedaald', seriesOf('5-9', '8', '7', '6'))).toBe(
    'uncertain: in 2021 the growth lies between −12% and 60%',
  );
  expect(beside('vijf jaar op rij', 'gedaald', fall)).toBe(
    'unanswerable: this can be seen for 3 of the 5 years that the words need',
  );
  expect(beside('voor het \uE0001\uE001 jaar op rij', 'gedaald', fall)).toBe(
    'unanswerable: the number of years that the words say is not known',
  );
});

test('a streak of first places', () => {
  expect(beside('vijf jaar op rij', 'de meeste', police)).toBe('holds');
  expect(beside('voor het tweede jaar op rij', 'de meeste', police)).toBe('fails: in 2021 it was already so');
});

test('for the first time', () => {
  expect(beside('voor het eerst', 'gestegen', seriesOf('9', '8', '7', '8'))).toBe('holds');
  expect(beside('voor het eerst', 'gestegen', unknown)).toBe('holds');
  expect(beside('voor het eerst', 'gedaald', minors)).toBe('fails: in 2022 it was already so');
  expect(beside('voor het eerst', 'gedaald', minors, { since: 2022 })).toBe(
    'unanswerable: there is no earlier year to compare it with',
  );
  expect(beside('voor het eerst', 'gestegen', crime, { since: 2021 })).toBe('fails: in 2022 it was already so');
  expect(beside('voor het eerst', 'gestegen', seriesOf('<5', '4', '3', '6'))).toBe(
    'uncertain: in 2021 the growth lies between 0% and 300%',
  );
  expect(beside('voor het eerst', 'gestegen', minors)).toBe('fails: it fell by 26% (70 to 52)');
  expect(say('voor het eerst', minors)).toBe('unanswerable: nothing beside the word says what it is that came first');
});
