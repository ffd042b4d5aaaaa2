// Expressions over a cell without a value: an error for one that is lost, silence for one that is reported as open.

import { expect, test } from 'vitest';
import type { Observation } from '../../src/statistics/observation.ts';
import { cellQuantity } from '../../src/statistics/quantity.ts';
import { edition2023, workOut2023 } from './edition.ts';

const row = '"Bedenktijd mensenhandel: Vertrekuitstel 30 dagen"';

/** Every way in which a text can name a cell. */
const expressions = [
  ...[`uitstel-van-vertrek ${row}`, `groei uitstel-van-vertrek ${row}`, `"meer" uitstel-van-vertrek ${row}`],
  ...[`circa uitstel-van-vertrek ${row}`, `ten-minste uitstel-van-vertrek ${row}`],
  ...[`meer-of-minder uitstel-van-vertrek ${row}`, `keer uitstel-van-vertrek ${row}`],
  ...[`richting uitstel-van-vertrek ${row}`, `breuk uitstel-van-vertrek ${row}`, `"twaalf" uitstel-van-vertrek ${row}`],
  ...[`"meer" (elk uitstel-van-vertrek (lijst ${row}))`, `op-plaats 1 uitstel-van-vertrek`],
];

test.each(expressions)('{{%s}} over a missing value is one error', expression => {
  const { diagnostics } = workOut2023(`Er zijn {{${expression}}} personen geteld.`);
  expect(
    new Set(diagnostics.map(({ rule, message }) => [rule, /is missing: In de bron/.test(message)].join())),
  ).toEqual(new Set(['calculation,true']));
});

test.each(expressions)('{{%s}} over a value that is still to be filled in is not reported here', expression => {
  const { edition } = edition2023();
  const table = edition.tables.get('uitstel-van-vertrek');
  const observations = table?.rows.flatMap(one => one.observations as Observation[]) ?? [];
  const before = observations.map(({ value }) => value);
  const open = { kind: 'missing', reason: '', isOpen: true } as const;
  for (const one of observations) Object.assign(one, { value: open });
  try {
    expect(workOut2023(`Er zijn {{${expression}}} personen geteld, en dat is een stijging.`).diagnostics).toEqual([]);
  } finally {
    observations.forEach((one, index) => {
      Object.assign(one, { value: before[index] });
    });
  }
});

test('an open cell is missing to arithmetic', () => {
  const place = { file: 'x', line: 1, column: 1 };
  const observation = { value: { kind: 'missing', reason: 'nog in te vullen', isOpen: true }, status: 'final', place };
  expect(cellQuantity({ table: 't', row: 'r', column: 'c', observation } as never)).toMatchObject({ kind: 'failure' });
});
