// Places are given only when every filling of the cells gives the same one.

import { expect, test } from 'vitest';
import { sumOf } from '../../src/statistics/arithmetic.ts';
import type { CellReference } from '../../src/statistics/cell.ts';
import { exactly } from '../../src/statistics/interval.ts';
import { isFailure } from '../../src/statistics/quantity.ts';
import { cellAtRank, rankAmong, rankOf } from '../../src/statistics/rank.ts';
import { rational, toNumber } from '../../src/statistics/rational.ts';
import { cellsOf, forEachFilling, quantityOf } from './cells.ts';

function ranks(cells: readonly CellReference[]): (number | undefined)[] {
  return cells.map(cell => {
    const rank = rankOf(
      cell,
      cells.filter(other => other !== cell),
    );
    return isFailure(rank) ? undefined : toNumber(rank.interval.low);
  });
}

function rowsAtRank(cells: readonly CellReference[]): (string | undefined)[] {
  return cells.map((_, index) => {
    const cell = cellAtRank(cells, index + 1);
    return 'row' in cell ? cell.row : undefined;
  });
}

const columns = [
  ['135', '333', '299', '120', '36'],
  ['135', '333', '333', '120'],
  ['<5', '7', '<5', '0'],
  ['5', '<5', '4', '0'],
  ['5', '<6', '9', '2-3'],
  ['~10', '14', '15', '<5'],
  ['0', '0', '<5'],
];

test.each(columns.map(column => [column]))('the places of %j', column => {
  const cells = cellsOf(...column);
  const seen = cells.map(() => new Set<number>());
  const holders = cells.map(() => new Set<string>());
  forEachFilling(cells, value => {
    for (const [index, cell] of cells.entries()) {
      const place = 1 + cells.filter(other => value(other) > value(cell)).length;
      seen[index]?.add(place);
      const isShared = cells.some(other => other !== cell && value(other) === value(cell));
      const places = cells.filter(other => value(other) >= value(cell)).length;
      for (let held = place; held <= places; held += 1) holders[held - 1]?.add(isShared ? 'shared' : cell.row);
    }
  });
  const only = <T>(set: Set<T>): T | undefined => (set.size === 1 ? [...set][0] : undefined);
  expect(ranks(cells)).toEqual(seen.map(only));
  expect(rowsAtRank(cells)).toEqual(holders.map(only).map(holder => (holder === 'shared' ? undefined : holder)));
});

test('typed percentages keep their order', () => {
  expect(ranks(cellsOf('34%', '33%', '35%'))).toEqual([2, 3, 1]);
  expect(rowsAtRank(cellsOf('34%', '33%', '35%'))).toEqual(['Rij 3', 'Rij 1', 'Rij 2']);
  expect(ranks(cellsOf('34%', '34%', '20%'))).toEqual([undefined, undefined, 3]);
});

test('a sum has a place among sums, however uncertain a cell that they share', () => {
  const [a, b, c] = [quantityOf('<5', 'a'), quantityOf('10', 'b'), quantityOf('9', 'c')];
  const sums = [sumOf([a, b]), sumOf([a, c]), sumOf([a, b, c])].filter(one => !isFailure(one));
  const [own, ...others] = sums;
  expect(own && rankAmong(own, others)).toMatchObject({ measure: 'rank', interval: exactly(rational(2)) });
  expect(rankAmong(a, sums)).toMatchObject({ interval: exactly(rational(4)) });
  expect(rankAmong(a, [a, a])).toMatchObject({ interval: exactly(rational(1)) });
  expect(rankAmong(a, [quantityOf('3', 'd')])).toMatchObject({ kind: 'failure' });
  expect(rankAmong(b, [])).toMatchObject({ interval: exactly(rational(1)), cells: b.cells });
});

test('a number has no place among unlike ones', () => {
  expect(rankAmong(quantityOf('5', 'a'), [quantityOf('9', 'b'), quantityOf('34%', 'c')])).toMatchObject({
    kind: 'failure',
    reason: 'A count has no place beside a percentage: "c", 2023 (table vormen).',
  });
});

test('a cell given twice takes one place', () => {
  const [high, low] = cellsOf('9', '5');
  if (!high || !low) throw new Error('two cells');
  expect(cellAtRank([high, high, low], 1)).toBe(high);
  expect(cellAtRank([high, low, high], 2)).toBe(low);
});

test('a failure says which cells stand in the way', () => {
  const [first, ...others] = cellsOf('4', '<5', '<4', '9');
  if (!first) throw new Error('a cell');
  expect(rankOf(first, others)).toMatchObject({ kind: 'quantity', measure: 'rank' });
  const cells = cellsOf('3', '<5', '<3', '9');
  expect(cells[0] && rankOf(cells[0], cells)).toMatchObject({
    kind: 'failure',
    reason: 'The place of "Rij 1", 2023 (table vormen) is not certain: "Rij 2", 2023 (table vormen) may be higher.',
  });
  expect(cellAtRank(cells, 2)).toMatchObject({
    reason:
      'No value alone is certain to have place 2; it may be any of "Rij 1", 2023 (table vormen), "Rij 2", 2023 (table vormen).',
  });
  expect(cellAtRank(cells, 5)).toMatchObject({ reason: 'There is no place 5 among 4 values.' });
  expect(cellAtRank(cells, 1)).toBe(cells[3]);
  expect(cellAtRank(cellsOf('5', '.'), 1)).toMatchObject({ reason: expect.stringContaining('is missing') });
});
