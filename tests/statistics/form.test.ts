// Forms: equal variables are taken together, and what is certain is one number.

import { expect, test } from 'vitest';
import {
  addForms,
  always,
  certainValue,
  equalForms,
  formInterval,
  numberForm,
  scaleForm,
  type Term,
  variableForm,
} from '../../src/statistics/form.ts';
import { exactly } from '../../src/statistics/interval.ts';
import { rational, zero } from '../../src/statistics/rational.ts';

function term(key: string, low: number, high: number, weight: number): Term {
  const interval = { low: rational(low), high: rational(high) };
  return { variable: { key, interval, isWhole: true }, weight: rational(weight) };
}

test('terms of the same cell are taken together, and vanish at weight zero', () => {
  const a = [term('a', 1, 4, 1), term('b', 2, 3, 1)];
  expect(addForms(a, [term('a', 1, 4, 2)])).toEqual([term('a', 1, 4, 3), term('b', 2, 3, 1)]);
  expect(addForms(a, a, rational(-1))).toEqual([]);
  expect(formInterval([])).toEqual({ low: rational(0), high: rational(0) });
  expect(formInterval([term('a', 1, 4, -2)])).toEqual({ low: rational(-8), high: rational(-2) });
});

test('what is certain is one number', () => {
  const three = variableForm({ key: 'a', interval: exactly(rational(3)), isWhole: true });
  expect(three).toEqual([{ variable: always, weight: rational(3) }]);
  expect(certainValue(addForms(three, numberForm(rational(4))))).toEqual(rational(7));
  expect(certainValue(numberForm(zero))).toEqual(zero);
  expect(certainValue([term('a', 1, 4, 1)])).toBeUndefined();
  expect(certainValue([term('a', 1, 4, 1), ...three])).toBeUndefined();
  expect(formInterval(three)).toEqual(exactly(rational(3)));
});

test('forms are equal in whatever order they were added', () => {
  const [a, b] = [term('a', 1, 4, 1), term('b', 2, 3, 2)];
  expect(equalForms([a, b], [b, a])).toBe(true);
  expect(equalForms([a, b], [a])).toBe(false);
  expect(equalForms([a, b], [a, term('b', 2, 3, 1)])).toBe(false);
  expect(scaleForm([a, b], zero)).toEqual([]);
});
