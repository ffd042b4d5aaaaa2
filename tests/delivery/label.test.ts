// Labels that are the same but for the way they are typed, and labels that are not.

import { expect, test } from 'vitest';
import { labelFinder, labelOf, splitMark } from '../../src/delivery/label.ts';
import type { CellContent } from '../../src/spreadsheet/grid.ts';

function find(known: readonly string[], content: CellContent | string) {
  const cell = typeof content === 'string' ? ({ kind: 'text', text: content } as const) : content;
  return labelFinder(known)(labelOf({ ...cell, row: 0, column: 0 }));
}

test.for([
  ['Roemenië', 'ROEMENIE'],
  ['Internationale seksuele uitbuiting', ' Internationale  seksuele\nuitbuiting'],
  ['Criminele uitbuiting', 'Criminele uit\u00adbuiting'],
  ['Latijns-Amerika', 'Latijns\u2011Amerika'],
  ['30-39', '30 – 39'],
  ['Overig/onbekend', 'overig / onbekend'],
  ["'s-Hertogenbosch", '\u2019s-Hertogenbosch'],
  ['Totaal', 'Totaal:'],
  ['Azië', 'Azie\u0308'],
])('"%s" is also typed as %j', ([label, shown]) => {
  expect(find([label as string, 'iets anders'], shown as string)).toEqual({ label });
});

test.for([
  ['2023', '2023*', '*'],
  ['2023', '2023 **', '**'],
  ['2023', '2023 (v)', '(v)'],
  ['Politie', 'Politie¹', '¹'],
  ['Politie', 'Politie (1)', '(1)'],
])('"%s" may have a mark: %j', ([label, shown, mark]) => {
  expect(find([label as string], shown as string)).toEqual({ label, mark });
});

test('a label that ends in a sign of its own is no marked one', () => {
  expect(find(['18-22 (a)', '18-22'], '18-22 (a)')).toEqual({ label: '18-22 (a)' });
  expect(splitMark('18-22 (adolescent)')).toEqual({ text: '18-22 (adolescent)' });
  expect(splitMark('*')).toEqual({ text: '*' });
});

test('a year may be a number or a day that stands for it', () => {
  const year = (date: string, yearOnly: boolean): CellContent => ({ kind: 'date', text: 'x', date, yearOnly });
  expect(find(['2023'], { kind: 'number', text: '2023', percent: false, exact: true })).toEqual({ label: '2023' });
  expect(find(['2023'], year('2023-05-08', true))).toEqual({ label: '2023' });
  expect(find(['2023'], year('2023-12-31', false))).toEqual({ label: '2023' });
  expect(find(['2023'], year('2023-05-08', false))).toBeUndefined();
});

test('of labels that are alike only the very same one is it', () => {
  expect(find(['Overig', 'overig'], 'overig')).toEqual({ label: 'overig' });
  expect(find(['Overig', 'overig'], 'OVERIG')).toBeUndefined();
});

test.for(['Arbeiduitbuiting', '2024', 'Nederland (EER)', ''])('"%s" is no label of the table', shown => {
  expect(find(['Arbeidsuitbuiting', '2023', 'Nederland'], shown)).toBeUndefined();
});
