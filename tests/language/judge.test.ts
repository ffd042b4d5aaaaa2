// Words for a part of the whole, and words before a number that stands in an expression.

import { expect, test } from 'vitest';
import type { Subject } from '../../src/language/judge.ts';
import { shareOf } from '../../src/statistics/arithmetic.ts';
import type { Quantity } from '../../src/statistics/quantity.ts';
import { quantityOf } from '../statistics/cells.ts';
import { certain, growthIn, quantityIn, say, subjectIn } from './tables.ts';

const alone = (quantity: Quantity): Subject => ({ quantity, series: [], rivals: [] });

function share(id: string, [part, whole]: [string, string], column: string): Subject {
  return alone(certain(shareOf(quantityIn(id, part, column), quantityIn(id, whole, column))));
}

test('a part of a whole', () => {
  const fairWork = share('latijns-amerika-arbeid', ['FairWork', 'Alle melders'], '2023');
  expect(say('leeuwendeel', fairWork)).toBe('holds');
  expect(say('bijna alle', fairWork)).toBe('fails: it is 90%, and the word is for 95% and more');
  expect(say('minderheid', fairWork)).toBe('fails: it is 90%, and the word is for less than 50%');
  const few = alone(certain(shareOf(quantityOf('<5', 'a'), quantityOf('8', 'b'))));
  expect(say('merendeel', few)).toBe('uncertain: it is between 12% and 50%, and the word is for 50% and more');
});

test('a part is said of a share', () => {
  expect(say('merendeel', subjectIn('vormen', 'Arbeidsuitbuiting', 2023))).toBe(
    'unanswerable: it is 299, and the word is said of a share: name the part and the whole',
  );
  expect(say('merendeel', growthIn('vormen', 'Arbeidsuitbuiting', 2023))).toBe(
    'unanswerable: it is −14,1%, and the word is said of a share: name the part and the whole',
  );
});

test('a word before a number that is worked out is held against the number as it prints', () => {
  const convicted = alone(
    certain(
      shareOf(
        quantityIn('afdoening-rechter', 'Veroordeling voor mensenhandel', 2023),
        quantityIn('afgedaan', 'Totaal', 2023),
      ),
    ),
  );
  expect(say('minstens', convicted)).toBe('holds');
  expect(say('hoogstens', convicted)).toBe('holds');
  expect(say('ruim', convicted)).toBe('fails: it is 67,9% exactly');
  expect(say('bijna', convicted)).toBe('holds');
  expect(say('circa', alone(quantityOf('5000')))).toBe('holds');
  expect(say('bijna', alone(quantityOf('5000')))).toBe('fails: it is 5.000 exactly');
  expect(say('minstens', alone(quantityOf('<5')))).toBe('uncertain: it is <5');
});

test('a word before nothing is held against the rival that is named', () => {
  const cases = quantityIn('zaken', 'Aantal bij het OM ingeschreven mensenhandelzaken', 2023);
  const target = { label: 'the target', quantity: quantityIn('streefcijfer', 'Ingeschreven mensenhandelzaken', 2023) };
  const subject = { quantity: cases, series: [], rivals: [target] };
  expect(say('bijna', subject, { against: 'rivals' })).toBe('holds');
  expect(say('ruim', subject, { against: 'rivals' })).toBe('fails: it is 215, and the target has 220');
});
