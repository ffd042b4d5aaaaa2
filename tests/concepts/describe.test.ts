// What cells count, told from what their tables declare and from their labels.

import { expect, test } from 'vitest';
import { mayHold } from '../../src/concepts/candidates.ts';
import type { Concepts } from '../../src/concepts/concepts.ts';
import { describeTable } from '../../src/concepts/describe.ts';
import { areApart, covers, populationKey, united } from '../../src/concepts/population.ts';
import { readConcepts } from '../../src/concepts/read.ts';
import { createSource } from '../../src/diagnostics/source.ts';
import type { Table } from '../../src/edition/edition.ts';
import { readTable } from '../../src/edition/read.ts';
import { inMemory } from '../project.ts';

const yaml = `
tellingen:
  slachtoffers: { woorden: [slachtoffer/slachtoffers] }
  verdachten: { woorden: [verdachte/verdachten] }
kenmerken:
  leeftijd:
    waarden:
      jong: { woorden: [jongeren] }
      kind: { woorden: [minderjarig*], binnen: jong }
      leeftijd-onbekend: { opschriften: [Onbekend] }
  vorm:
    bij: [slachtoffers]
    waarden:
      seksueel: { opschriften: [Seksueel] }
      arbeid: { opschriften: [Arbeid] }
      vorm-onbekend: { opschriften: [Onbekend] }
  sector:
    houdt-in: arbeid
    waarden:
      bouw: { woorden: [bouw] }
geheel: { opschriften: [Totaal] }
`;

const concepts = readConcepts(createSource('data/begrippen.yaml', yaml)).value as Concepts;

function tableOf(text: string): Table {
  const files = inMemory({ 'data/2023/tables/proef.yaml': `unit: x\nsource: y\n${text}` });
  return readTable(2023, 'proef', files).value as Table;
}

function said(table: Table, row: string, column: string): string {
  const { population, period, unread } = describeTable(table, concepts).cell({ row, column });
  return `${populationKey(population)} | ${period} | ${unread.join()}`;
}

test('a label that two features share is of the feature of the labels beside it', () => {
  const table = tableOf(
    'title: T\nstatistic: slachtoffers\npanels:\n  Per jaar: [2022]\n  Per vorm in 2023: [Seksueel, Arbeid, Onbekend]\nrows:\n  Minderjarig: [1, 2, 3, 4]\n  Onbekend: [1, 2, 3, 4]',
  );
  expect(said(table, 'Onbekend', '2022')).toBe('leeftijd=leeftijd-onbekend | 2022 | ');
  expect(said(table, 'Minderjarig', 'Onbekend')).toBe('leeftijd=kind vorm=vorm-onbekend | 2023 | ');
});

test('a feature that a statistic does not have is not read into its labels', () => {
  const table = tableOf('title: T in 2021\nstatistic: verdachten\ncolumns: [Totaal]\nrows:\n  Seksueel: [1]');
  expect(said(table, 'Seksueel', 'Totaal')).toBe(' | 2021 | Seksueel');
});

test('labels of words, what a table declares, and what a group implies', () => {
  const table = tableOf(
    'title: T\nstatistic: slachtoffers\npopulation: [bouw]\ncolumns: [2023, Iets]\nrows:\n  Minderjarige slachtoffers: [1, 2]',
  );
  expect(said(table, 'Minderjarige slachtoffers', '2023')).toBe('leeftijd=kind sector=bouw vorm=arbeid | 2023 | ');
  expect(said(table, 'Minderjarige slachtoffers', 'Iets')).toBe(
    'leeftijd=kind sector=bouw vorm=arbeid | undefined | Iets',
  );
});

test('a group covers what it holds, and not what holds it', () => {
  expect(covers(['jong'], ['kind'], concepts)).toBe(true);
  expect(covers(['kind'], ['jong'], concepts)).toBe(false);
  expect(covers(['kind', 'leeftijd-onbekend'], ['kind'], concepts)).toBe(true);
  expect(areApart(['kind'], ['jong'], concepts)).toBe(false);
  expect(areApart(['seksueel'], ['arbeid'], concepts)).toBe(true);
});

test('what only some of several numbers are divided by does not divide them together', () => {
  const both = united([
    new Map([
      ['vorm', ['seksueel']],
      ['leeftijd', ['kind']],
    ]),
    new Map([['vorm', ['arbeid']]]),
  ]);
  expect(populationKey(both)).toBe('vorm=arbeid+seksueel');
});

test('a file that may hold a statistic is told by its text', () => {
  const asked = { statistic: 'slachtoffers', period: '2023', population: new Map([['leeftijd', ['kind']]]) };
  const whole = { ...asked, population: new Map<string, string[]>() };
  const text = (rows: string): string => `title: T\nstatistic: slachtoffers\ncolumns: [2022, 2023]\nrows:\n${rows}`;
  expect(mayHold(text('  Minderjarig: [1, 2]'), [asked], concepts)).toBe(true);
  expect(mayHold(text('  Minderjarig: [1, 2]'), [whole], concepts)).toBe(false);
  expect(mayHold(text('  Totaal: [1, 2]'), [whole], concepts)).toBe(true);
  expect(mayHold(text('  Minderjarig:\n    - 1\n    - 2'), [whole], concepts)).toBe(true);
  expect(mayHold(text('  Minderjarig: [1, 2]').replace('2023', '2021'), [asked], concepts)).toBe(false);
});
