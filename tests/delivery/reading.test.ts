// What agencies type in cells: what is certain is read, and all else is refused with what to do.

import { expect, test } from 'vitest';
import { readDelivered } from '../../src/delivery/reading.ts';
import type { CellContent, GridCell } from '../../src/spreadsheet/grid.ts';

type Measure = 'count' | 'percentage' | 'mean';

function read(
  content: CellContent | undefined,
  measure: Measure = 'count',
  more: { rounding?: number; signs?: [string, string][] } = {},
) {
  const cell: GridCell | undefined = content && { ...content, row: 6, column: 2 };
  return readDelivered(cell, { how: { measure, rounding: more.rounding ?? 1 }, signs: new Map(more.signs) });
}

const text = (shown: string): CellContent => ({ kind: 'text', text: shown });
const number = (shown: string, exact = true): CellContent => ({
  kind: 'number',
  text: shown,
  percent: shown.endsWith('%'),
  exact,
});

test.for([
  ['count', '181', '181'],
  ['count', '1.234', '1234'],
  ['count', '1 234', '1234'],
  ['count', '1\u00a0234.567'.replace('.', '\u00a0'), '1234567'],
  ['count', '12.345.678', '12345678'],
  ['count', '<5', '<5'],
  ['count', '< 5', '<5'],
  ['count', 'minder dan 5', '<5'],
  ['count', '170-180', '170-180'],
  ['count', '170 – 180', '170-180'],
  ['count', '1.170 t/m 1.180', '1170-1180'],
  ['count', 'n.b.', '.'],
  ['count', 'N.B.', '.'],
  ['count', 'nb', '.'],
  ['count', '.', '.'],
  ['percentage', '34%', '34%'],
  ['percentage', '34,5 %', '34.5%'],
  ['percentage', '34', '34%'],
  ['percentage', '34,5', '34.5%'],
  ['percentage', '0', '0%'],
  ['mean', '28,5', '28.5'],
  ['mean', '28.5', '28.5'],
  ['mean', '36', '36'],
  ['mean', '1.234,5', '1234.5'],
] as const)('as %s the text %j is %s', ([measure, shown, typed]) => {
  expect(read(text(shown), measure)).toEqual({ kind: 'value', typed });
});

test.for([
  ['34*', '34', '*'],
  ['34 **', '34', '**'],
  ['1.234 (v)', '1234', '(v)'],
  ['<5*', '<5', '*'],
  ['34¹', '34', '¹'],
  ['34(a)', '34', '(a)'],
] as const)('%j is %s with the mark %s', ([shown, typed, mark]) => {
  expect(read(text(shown))).toEqual({ kind: 'value', typed, mark });
});

test.for([
  ['count', number('181'), '181'],
  ['percentage', number('34%', false), '34%'],
  ['percentage', number('34'), '34%'],
  ['mean', number('28.3', false), '28.3'],
] as const)('as %s the number %j is %s', ([measure, content, typed]) => {
  expect(read(content, measure)).toEqual({ kind: 'value', typed });
});

test('nothing and spaces are nothing', () => {
  expect([read(undefined), read(text(' \u00a0'))]).toEqual([{ kind: 'nothing' }, { kind: 'nothing' }]);
});

const numberFormat = 'number format';

test.for([
  ['-', 'count', '"-" does not certainly say a value', '--read "-=0"'],
  ['x', 'count', '"x" does not certainly say a value', '--read "x=<5"'],
  ['..', 'count', '".." does not certainly say a value', '--read "..=."'],
  ['*', 'count', '"*" does not certainly say a value', '--read "*=0"'],
  ['n.v.t.', 'count', '"n.v.t." does not certainly', '--read "n.v.t.=."'],
  ['circa 30', 'count', '"circa 30" does not certainly', 'Say what the agency means'],
  ['341)', 'count', 'may be a number with the number of a note', '--read "341)=34"'],
  ['34 1', 'count', 'may be a number with the number of a note', '--read "34 1=34"'],
  ['1,234', 'count', 'not certainly a whole number', '--read "1,234=1234"'],
  ['28,5', 'count', 'not certainly a whole number', 'numbers'],
  ['1.23', 'count', 'not certainly a whole number', 'numbers'],
  ['1.234', 'mean', 'not certainly a number with decimals', 'numbers'],
  ['34%', 'count', 'is a percentage, 34%, and this column holds counts', '--range'],
  ['34%', 'mean', 'is a percentage, 34%, and this column holds means', '--range'],
  ['0,34', 'percentage', 'it may be 0.34% or 34%', numberFormat],
  ['1', 'percentage', 'it may be 1% or 100%', numberFormat],
  ['007', 'count', 'begins with a zero', 'bare number'],
  ['<1', 'count', 'leaves no count from 1 up', '--read "<1=…"'],
  ['8-5', 'count', 'does not run from low to high', '--read "8-5=…"'],
  ['99999999999999999999', 'count', 'too large', 'digits'],
] as const)('%j as %s is refused', ([shown, measure, message, hint]) => {
  const refused = read(text(shown), measure);
  expect(refused).toMatchObject({
    kind: 'mistake',
    message: expect.stringContaining(message),
    hint: expect.stringContaining(hint),
  });
});

test.for([
  [number('119', false), 'count', 'holds decimals that it does not show', 'whole numbers'],
  [number('28.5'), 'count', 'not a whole number', 'measure: mean'],
  [number('-5'), 'count', 'not a known kind of cell', 'below zero'],
  [number('34%'), 'count', 'is a percentage', '--range'],
  [number('0.34'), 'percentage', 'it may be 0.34% or 34%', numberFormat],
  [number('28.333333333'), 'mean', 'shows 9 decimals', numberFormat],
  [number('33.96226415%', false), 'percentage', 'shows 8 decimals', numberFormat],
  [number('33.96226415', false), 'percentage', 'shows 8 decimals', numberFormat],
  [{ kind: 'error', text: 'holds the error #REF!' }, 'count', 'holds the error #REF!', 'Ask the agency'],
  [
    { kind: 'date', text: '5-aug', date: '2024-08-05', yearOnly: false },
    'count',
    'dates of ranges such as 5-8',
    'set the cell to text',
  ],
] as const)('%j as %s is refused', ([content, measure, message, hint]) => {
  const refused = read(content, measure);
  expect(refused).toMatchObject({
    kind: 'mistake',
    message: expect.stringContaining(message),
    hint: expect.stringContaining(hint),
  });
});

test('a count that is not rounded as the table says is refused', () => {
  expect(read(number('123'), 'count', { rounding: 10 })).toMatchObject({
    kind: 'mistake',
    message: expect.stringContaining('not rounded to 10'),
  });
});

test('a merged cell is no value for several', () => {
  const cell = { kind: 'number', text: '5', percent: false, exact: true, row: 4, column: 4, merged: 'E5:F5' } as const;
  expect(readDelivered(cell, { how: { measure: 'count', rounding: 1 }, signs: new Map() })).toMatchObject({
    message: expect.stringContaining('E5:F5'),
  });
});

test('what the operator says of a sign is what it means, also of nothing and of a marked sign', () => {
  const signs: [string, string][] = [
    ['-', '0'],
    ['x', '<5'],
    ['', '0'],
    ['341)', '34'],
  ];
  expect(['-', '–', 'X', '-*', '341)'].map(shown => read(text(shown), 'count', { signs }))).toMatchObject([
    { typed: '0' },
    { typed: '0' },
    { typed: '<5' },
    { typed: '0', mark: '*' },
    { typed: '34' },
  ]);
  expect(read(undefined, 'count', { signs })).toEqual({ kind: 'value', typed: '0' });
});
