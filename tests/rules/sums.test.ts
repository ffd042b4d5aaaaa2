import { expect, test } from 'vitest';
import type { Relation, Table } from '../../src/edition/edition.ts';
import { checkSums } from '../../src/rules/sums.ts';
import { tableOf } from '../charts/fixture.ts';

const place = { file: 'data/2023/tables/proef.yaml', line: 1, column: 1 };

/** The messages about the sum of the rows A and B held against the row T, in one column. */
function messages(holds: Relation['holds'], [a, b, whole]: readonly [string, string, string]): string[] {
  const relation: Relation = {
    ...{ direction: 'rows', parts: ['A', 'B'], scope: ['2023'], holds, place },
    whole: { table: 'proef', rows: ['T'], columns: 'same' },
  };
  const table: Table = { ...tableOf(['2023'], { A: a, B: b, T: whole }), relations: [relation] };
  const edition = {
    reportingYear: 2023,
    status: 'final',
    tables: new Map([['proef', table]]),
    publications: [],
  } as const;
  return checkSums(edition).map(({ message }) => message);
}

test.each([
  ['equals', ['1', '2', '3'], true],
  ['equals', ['1', '2', '4'], false],
  ['equals', ['10', '<5', '14'], true],
  ['equals', ['10', '<5', '11'], true],
  ['equals', ['10', '<5', '15'], false],
  ['equals', ['10', '<5', '10'], false],
  ['equals', ['170-180', '20', '195'], true],
  ['equals', ['170-180', '20', '201'], false],
  ['equals', ['~150', '~20', '~180'], true],
  ['equals', ['~150', '~20', '~200'], false],
  ['equals', ['1', '.', '99'], true],
  ['equals', ['100', '.', '99'], false],
  ['equals', ['10', '2', '.'], true],
  ['within', ['100', '.', '99'], false],
  ['exceeds', ['1', '.', '99'], true],
  ['exceeds', ['5', '5', '8'], true],
  ['exceeds', ['5', '5', '10'], true],
  ['exceeds', ['5', '5', '11'], false],
  ['exceeds', ['5', '<5', '9'], true],
  ['within', ['5', '5', '12'], true],
  ['within', ['5', '5', '10'], true],
  ['within', ['5', '5', '9'], false],
  ['within', ['5', '<5', '6'], true],
  ['within', ['5', '<5', '5'], false],
] as const)('%s %o can hold: %s', (holds, cells, expected) => {
  expect(messages(holds, cells).length === 0).toBe(expected);
});

test('the message gives both sides with all they may be', () => {
  expect(messages('equals', ['10', '<5', '15'])).toEqual([
    'In column "2023" the rows add up to 11 to 14; that should equal the whole, 15.',
  ]);
});

test('a sum with a missing cell is at least what is there', () => {
  expect(messages('equals', ['100', '.', '99'])).toEqual([
    'In column "2023" the rows add up to at least 100; that should equal the whole, 99.',
  ]);
});
