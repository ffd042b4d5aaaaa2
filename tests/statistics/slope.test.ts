// Slopes are known only where every filling agrees.

import { expect, test } from 'vitest';
import { type Form, formInterval, type Variable } from '../../src/statistics/form.ts';
import { addFormulas, divideFormulas, type Formula, formulaOfForm } from '../../src/statistics/formula.ts';
import { negate, one, rational } from '../../src/statistics/rational.ts';
import { slopeOf } from '../../src/statistics/slope.ts';

function variable(key: string, low = 1, high = 4): Variable {
  return { key, interval: { low: rational(low), high: rational(high) }, isWhole: true };
}

function form(...variables: Variable[]): Form {
  return variables.map(one => ({ variable: one, weight: rational(1) }));
}

function quotient(top: Form, bottom: Form): Formula {
  return divideFormulas(formulaOfForm(top), formulaOfForm(bottom), formInterval(bottom));
}

const [x, y, z] = [variable('x'), variable('y'), variable('z')];
const half = { low: rational(1, 5), high: rational(4, 5) };

test.each<[string, Formula, number | undefined]>([
  ['x', formulaOfForm(form(x)), 1],
  ['y', formulaOfForm(form(y)), 0],
  ['x ÷ x', quotient(form(x), form(x)), 0],
  ['x ÷ (x + y)', quotient(form(x), form(x, y)), 1],
  ['y ÷ (x + y)', quotient(form(y), form(x, y)), -1],
  ['(x − y) ÷ (x + z)', quotient([...form(x), { variable: y, weight: rational(-1) }], form(x, z)), 1],
  ['(x + y) ÷ (x + z)', quotient(form(x, y), form(x, z)), undefined],
  ['x ÷ y + x ÷ z', addFormulas(quotient(form(x), form(y)), quotient(form(x), form(z))), 1],
  ['x ÷ y − x ÷ z', addFormulas(quotient(form(x), form(y)), quotient(form(x), form(z)), negate(one)), undefined],
  ['y − x ÷ z', addFormulas(formulaOfForm(form(y)), quotient(form(x), form(z)), negate(one)), -1],
  ['x ÷ y over z ÷ (x + z)', divideFormulas(quotient(form(x), form(y)), quotient(form(z), form(x, z)), half), 1],
  [
    'x ÷ y over x ÷ (x + z)',
    divideFormulas(quotient(form(x), form(y)), quotient(form(x), form(x, z)), half),
    undefined,
  ],
  [
    '−z ÷ y over x ÷ (x + z)',
    divideFormulas(quotient([{ variable: z, weight: rational(-1) }], form(y)), quotient(form(x), form(x, z)), half),
    1,
  ],
])('how %s goes as x rises', (_, formula, slope) => {
  expect(slopeOf(formula, x)).toBe(slope);
});
