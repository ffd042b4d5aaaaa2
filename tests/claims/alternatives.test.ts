import { expect, test } from 'vitest';
import { alternativesFor, cellsWith } from '../../src/claims/alternatives.ts';
import { sayingOf } from '../../src/claims/holding.ts';
import { type Derivation, derive } from '../../src/claims/result.ts';
import { growthOf, shareOf, sumOf } from '../../src/statistics/arithmetic.ts';
import { cells, contextOf, small, tableOf } from '../prose/small.ts';

function numberIn(text: string) {
  const [number] = sayingOf(text, small().vocabulary).numbers;
  if (!number) throw new Error(`There is no number in "${text}".`);
  return number;
}

function hints(text: string, derivation: Derivation): string[] {
  return alternativesFor(numberIn(text), derivation, contextOf(''));
}

function growth(row: string, from: string, to: string): Derivation {
  const sides = [cells('melders', [row], from), cells('melders', [row], to)];
  return derive(sides, ([a, b]) => (a && b ? growthOf(a, b) : sumOf([])), 'growth');
}

test('a change says what a cell would have to be, and which year gives the number', () => {
  expect(hints('25%', growth('Politie', '2022', '2023'))).toEqual([
    'Check the cells: 25% would need 160 in 2022, the table says 150.',
    'The same expression 1 year earlier gives it.',
  ]);
  expect(hints('10%', growth('Politie', '2021', '2022'))).toEqual([
    'Check the cells: 10% would need 136 in 2021, the table says 120.',
    'The same expression 2 years earlier gives it.',
  ]);
  expect(hints('33%', growth('Politie', '2021', '2022'))).toContain('The same expression 1 year later gives it.');
});

test('a share says it when its sides are single cells', () => {
  const sides = [cells('melders', ['KMar'], '2023'), cells('melders', ['Politie'], '2023')];
  const share = derive(sides, ([a, b]) => (a && b ? shareOf(a, b) : sumOf([])), 'share');
  expect(hints('21%', share)).toEqual(['Check the cells: 21% would need 41 for "KMar", the table says 40.']);
});

test('a cell is offered its other year first, and else another cell of its table', () => {
  const cell = cells('melders', ['Politie'], '2023');
  expect(hints('150', cell)).toEqual(['The same expression 1 year earlier gives it.']);
  expect(hints('80', cell)).toEqual(['The cell {{melders "KMar" 2019}} gives it.']);
  expect(hints('zestig', cell)).toEqual(['The cell {{melders "KMar" 2022}} gives it.']);
  expect(hints('999', cell)).toEqual([]);
});

test('a reach before the number must hold too', () => {
  expect(hints('meer dan 140', cells('melders', ['Politie'], '2021'))).toEqual([
    'The same expression 1 year later gives it.',
  ]);
  expect(hints('140', cells('melders', ['Politie'], '2021'))).toEqual([]);
});

test('cells that hold a number are named as they are written, at most three, and percentages apart', () => {
  const { tables } = small().edition;
  expect(cellsWith(numberIn('100').token, tables.values(), 2023)).toEqual([
    'geslacht "man" 2022',
    'geslacht "vrouw" 2022',
    'melders "Politie" 2019',
  ]);
  expect(cellsWith(numberIn('120').token, tables.values(), 2023)).toEqual([
    'geslacht "vrouw" 2023',
    'leeftijd "18 tot 40 jaar" 2022',
    'melders "Politie" 2021',
  ]);
  expect(cellsWith(numberIn('120').token, [tableOf('regios')], 2023)).toEqual(['regios "Politie" "Noord"']);
  expect(cellsWith(numberIn('62%').token, tables.values(), 2023)).toEqual(['tevreden "tevreden" 2023']);
  expect(cellsWith(numberIn('62').token, tables.values(), 2023)).toEqual([]);
  expect(cellsWith(numberIn('10').token, tables.values(), 2023)).toHaveLength(2);
});

test('a suppressed cell holds no number', () => {
  expect(cellsWith(numberIn('4').token, [tableOf('melders')], 2023)).toEqual([]);
});
