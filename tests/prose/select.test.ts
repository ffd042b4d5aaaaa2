import { expect, test } from 'vitest';
import { cellAt, fromCells, yearAxis } from '../../src/claims/cells.ts';
import { all, List } from '../../src/claims/result.ts';
import { derivationOf, selectInYear } from '../../src/prose/select.ts';
import { isFailure } from '../../src/statistics/quantity.ts';
import { rational } from '../../src/statistics/rational.ts';
import { callOf, cells, tableOf } from './small.ts';

const melders = tableOf('melders');
const byYear = {
  ...melders,
  columns: ['Noord', 'Zuid'],
  rows: melders.rows.map((row, at) => ({ ...row, label: String(2020 + at) })),
};
const oneRow = { ...melders, rows: melders.rows.slice(0, 1) };
const oneColumn = { ...melders, columns: ['aantal'] };

test('the years are columns, rows or neither', () => {
  expect(yearAxis(melders, 2023)).toBe('columns');
  expect(yearAxis(byYear, 2023)).toBe('rows');
  expect(yearAxis(melders, 2024)).toBeUndefined();
});

function selected(...parameters: unknown[]) {
  const call = callOf('melders', parameters);
  const selection = selectInYear(call, parameters, 2023);
  return selection ? [selection.rows, selection.columns] : call.text.diagnostics.map(one => [one.rule, one.message]);
}

test('the label that is not named is the year', () => {
  expect(selected(melders, 'KMar')).toEqual([['KMar'], ['2023']]);
  expect(selected(byYear, 'Noord')).toEqual([['2023'], ['Noord']]);
  expect(selected(melders, 'KMar', 2019)).toEqual([['KMar'], ['2019']]);
  expect(selected(melders, new List(['KMar', 'Politie']))).toEqual([['KMar', 'Politie'], ['2023']]);
  expect(selected(melders, all)).toEqual([['Politie', 'KMar', 'Inspectie', 'Overige'], ['2023']]);
});

test('a table of one row needs no row, and one of one column no column', () => {
  expect(selected(oneRow, 2022)).toEqual([['Politie'], ['2022']]);
  expect(selected(oneColumn, 'KMar')).toEqual([['KMar'], ['aantal']]);
});

test('a table without the year asks for both labels', () => {
  const noYears = { ...melders, columns: ['a', 'b', 'c', 'd', 'e'] };
  expect(selected(noYears, 'KMar')).toEqual([['arguments', 'The table melders has no 2023: name a row and a column.']]);
});

test('a derivation of cells is their sum, and can be made of other cells', () => {
  const sum = cells('melders', ['Politie', 'KMar'], '2022', '2023');
  expect(sum.calculation).toMatchObject({ interval: { low: rational(450), high: rational(450) }, unit: 'meldingen' });
  const earlier = sum.remake(cell => cellAt(melders, cell.row, String(Number(cell.column) - 1)));
  expect(earlier.calculation).toMatchObject({ interval: { low: rational(120 + 150 + 70 + 60) } });
});

test('made of cells of which one is not there, it is a failure, and stays one', () => {
  const sum = cells('melders', ['Politie', 'KMar'], '2023');
  const gone = sum.remake(cell => (cell.row === 'KMar' ? undefined : cell));
  expect(gone.calculation).toMatchObject({ kind: 'failure', reason: 'There is no such cell.' });
  expect(isFailure(gone.remake(cell => cell).calculation)).toBe(true);
});

test('a derivation of nothing is a failure', () => {
  expect(isFailure(fromCells([]).calculation)).toBe(true);
  expect(isFailure(derivationOf({ table: melders, rows: [], columns: ['2023'] }).calculation)).toBe(true);
});
