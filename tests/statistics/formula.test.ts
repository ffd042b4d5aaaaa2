// Formulas stay simple: equal bottoms are taken together, and what cancels out is gone.

import { expect, test } from 'vitest';
import { type Form, formInterval, numberForm, type Term } from '../../src/statistics/form.ts';
import {
  addFormulas,
  divideFormulas,
  type Formula,
  formOfFormula,
  formulaOfForm,
  scaleFormula,
  sumFormulas,
} from '../../src/statistics/formula.ts';
import { exactly } from '../../src/statistics/interval.ts';
import { negate, one, rational } from '../../src/statistics/rational.ts';

function term(key: string, weight = 1): Term {
  const interval = { low: rational(1), high: rational(4) };
  return { variable: { key, interval, isWhole: true }, weight: rational(weight) };
}

function quotient(top: Form, bottom: Form): Formula {
  return divideFormulas(formulaOfForm(top), formulaOfForm(bottom), formInterval(bottom));
}

const [a, b, c] = [term('a'), term('b'), term('c')];

test('a weighted sum is its own form, and zero is no part at all', () => {
  expect(formOfFormula(formulaOfForm([a, b]))).toEqual([a, b]);
  expect(formulaOfForm([])).toEqual([]);
  expect(formOfFormula([])).toEqual([]);
  expect(formOfFormula(quotient([a], [b]))).toBeUndefined();
  expect(formOfFormula(scaleFormula(formulaOfForm([a]), rational(3)))).toEqual([term('a', 3)]);
});

test('fractions of the same bottom become one, whatever the order of their cells', () => {
  expect(addFormulas(quotient([a], [a, b]), quotient([b], [b, a]))).toEqual(quotient([a, b], [a, b]));
  expect(addFormulas(quotient([a], [a, b]), quotient([a], [b, a]), negate(one))).toEqual([]);
  expect(sumFormulas([quotient([a], [b]), quotient([a], [c]), quotient([c], [b])])).toEqual([
    ...quotient([a, c], [b]),
    ...quotient([a], [c]),
  ]);
});

test('dividing by a number leaves a weighted sum', () => {
  const halves = divideFormulas(formulaOfForm([a]), formulaOfForm(numberForm(rational(2))), exactly(rational(2)));
  expect(formOfFormula(halves)).toEqual([{ ...a, weight: rational(1, 2) }]);
  expect(divideFormulas([], formulaOfForm([a]), formInterval([a]))).toEqual([]);
});

test('quotients of the same whole lose it when they are divided', () => {
  const interval = { low: rational(1, 8), high: rational(1) };
  expect(divideFormulas(quotient([a], [b, c]), quotient([b], [b, c]), interval)).toEqual(quotient([a], [b]));
  const five = formulaOfForm(numberForm(rational(5)));
  expect(divideFormulas(five, quotient([a], [b]), interval)).toEqual(quotient([term('b', 5)], [a]));
  const perWhole = quotient(numberForm(rational(2)), [b, c]);
  expect(formOfFormula(divideFormulas(quotient([a], [b, c]), perWhole, interval))).toEqual([
    { ...a, weight: rational(1, 2) },
  ]);
  expect(divideFormulas(quotient([a], [b]), quotient([a], [c]), interval)).toMatchObject([{ kind: 'ratio' }]);
});
