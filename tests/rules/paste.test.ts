import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { pasteItem, pasteText } from '../../src/rules/paste.ts';

const labels = [
  ...['2023', 'Man', 't/m 22 jaar', '40+', '<5', '30-39 jaar', 'Europese Economische Ruimte (EER)', '…', '.', '34%'],
  ...['Bedenktijd mensenhandel: Vertrekuitstel', 'a, b', "l'Oréal", 'true', 'null', '[x]', '#1', 'a # b', '- a', ' a'],
  ...['Seksuele uitbuiting - onbekend', 'a -', 'vervoer en opslag', '{ a }', '& b', '?', 'a:'],
];

test.each(labels)('the label %s survives being pasted and read', label => {
  const item = { row: label, columns: [label, 'x'], equals: { panel: label } };
  expect(parse(pasteItem(item), { schema: 'failsafe' })).toEqual([item]);
  expect(parse(pasteText(label), { schema: 'failsafe' })).toEqual([label]);
});

test.each(['true', 'False', 'null'])('%s stays a label', label => {
  expect(pasteItem([label])).toBe(`- ['${label}']`);
});

test('plain labels are pasted without quotes', () => {
  expect(pasteItem({ sum: 'columns', for: ['t/m 22 jaar', '2023'] })).toBe(
    '- { sum: columns, for: [t/m 22 jaar, 2023] }',
  );
});
