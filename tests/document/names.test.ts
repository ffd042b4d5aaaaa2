import { expect, test } from 'vitest';
import { createSource } from '../../src/diagnostics/source.ts';
import { checkNames } from '../../src/document/names.ts';
import { parseTemplate } from '../../src/document/template.ts';

const known = {
  ...{ helpers: ['value', 'share', 'list'], printable: ['year'], values: ['vormen', 'all'] },
  ...{ broken: ['kapot'], unlisted: ['los'] },
};

function check(text: string) {
  const { template } = parseTemplate(createSource('a.md', text));
  if (!template) throw new Error('The text of the test cannot be parsed.');
  return checkNames(template, known);
}

test.each([
  '{{year}}',
  '{{value vormen "x" year}}',
  '{{share (value vormen all 1) (value vormen (list "a" "b") 2)}}',
  '{{value kapot "x" year}}',
  '{{value}}',
  'geen {{! opmerking }} fout',
])('%s is sound', text => {
  expect(check(text).diagnostics).toEqual([]);
});

test.each([
  ['{{yaer}}', 'unknown-name', 3],
  ['{{vaule vormen "x" year}}', 'unknown-expression', 3],
  ['{{share (vaule vormen "x" year) year}}', 'unknown-expression', 10],
  ['{{value vromen "x" year}}', 'unknown-table', 9],
  ['{{value los "x" year}}', 'table-not-listed', 9],
  ['{{vormen}}', 'arguments', 3],
  ['{{vormen "x" year}}', 'arguments', 3],
  ['{{list "a"}}', 'arguments', 3],
  ['{{value vormen null year}}', 'unknown-name', 16],
  ['{{value vormen "x" year decimals=(vaule vormen)}}', 'unknown-expression', 35],
  ['{{#if year}}x{{/if}}', 'text-block', 1],
  ['{{> figure}}', 'text-block', 1],
  ['{{{year}}}', 'text-block', 1],
])('%s is %s at column %i', (text, rule, column) => {
  expect(check(text).diagnostics.map(one => [one.rule, one.place?.column])).toEqual([[rule, column]]);
});

test('an expression that cannot be worked out is left out; one with an unknown table goes on, for its other mistakes', () => {
  const { program } = check('{{vaule vormen}}{{value vromen "x" year}}{{year}}');
  expect(program.body).toHaveLength(2);
});
