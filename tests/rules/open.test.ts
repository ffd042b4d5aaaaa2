// Rules `cell-open` and `date-open`: one report for each row, at its open cells, and nothing that follows from them.

import { expect, test } from 'vitest';
import { check } from '../../src/commands/check.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { soundMachine } from '../project.ts';

const vormen = `title: Slachtoffers naar vorm
unit: slachtoffers
source: Register
referenceDate: '?'
notes:
  - Een slachtoffer telt één keer mee.
columns: [2022, 2023]
rows:
  Seksueel: [10,  ?]
  Arbeid:   [ ?,  ?]
  Onbekend: [ 1,  1]
relations:
  - sum: rows
    equals: { table: totaal, row: Slachtoffers }
`;

async function checked(table: string): Promise<readonly Diagnostic[]> {
  return (await check([], soundMachine({ 'data/2023/tables/vormen.yaml': table }))).diagnostics;
}

test('each row with open cells is one error, at the first of them up to the last', async () => {
  const found = await checked(vormen);
  expect(found.map(({ rule, message, place }) => [rule, message, place?.line, place?.column, place?.length])).toEqual([
    ['date-open', 'The reference date of the table is still to be filled in.', 4, 16, 3],
    ['cell-open', 'The row "Seksueel" has a cell to be filled in: "2023".', 9, 19, 1],
    ['cell-open', 'The row "Arbeid" has 2 cells to be filled in: all of them.', 10, 15, 5],
  ]);
  expect(found.every(({ severity, hints }) => severity === 'error' && hints.length > 0)).toBe(true);
});

test('cells on lines of their own are shown at the first', async () => {
  const list = vormen.replace('[ ?,  ?]', '\n    - ?\n    - ?');
  const arbeid = (await checked(list)).find(({ message }) => message.includes('"Arbeid"'));
  expect(arbeid?.place).toMatchObject({ line: 11, column: 7, length: 1 });
});

test('a sum that the other cells make impossible is an error all the same', async () => {
  const found = await checked(vormen.replace("'?'", '2024-04-26').replace('[10,  ?]', '[99,  ?]'));
  expect(found.map(({ rule }) => rule)).toEqual(['cell-open', 'cell-open', 'sum']);
});
