// What is said beside a cell.

import { expect, test } from 'vitest';
import { remarkText } from '../../src/locale/remark.ts';
import type { Observation } from '../../src/statistics/observation.ts';

const place = { file: 'data/2023/tables/proef.yaml', line: 1, column: 1 };
const value = { kind: 'count', value: 7 } as const;

test.each<[Omit<Observation, 'place'>, string | undefined]>([
  [{ value, status: 'final' }, undefined],
  [{ value, status: 'provisional', remark: 'De registratie loopt.' }, 'Voorlopig cijfer: de registratie loopt.'],
  [{ value, status: 'revised', remark: 'Nagekomen.', previous: '6' }, 'Herzien cijfer (eerder 6): nagekomen.'],
  [{ value, status: 'revised', remark: 'OM telt anders.' }, 'Herzien cijfer: OM telt anders.'],
  [{ value, status: 'reconstructed', remark: 'Afgeleid.' }, 'Gereconstrueerd: afgeleid.'],
  [{ value: { kind: 'missing', reason: 'Onleesbaar.' }, status: 'final' }, 'Ontbreekt: onleesbaar.'],
])('%j', (observation, text) => {
  expect(remarkText({ ...observation, place })).toBe(text);
});
