import { expect, test } from 'vitest';
import { createSource } from '../../src/diagnostics/source.ts';
import { checkNames } from '../../src/prose/names.ts';
import { parseTemplate, unreadType } from '../../src/prose/parse.ts';

const known = {
  ...{ helpers: ['vormen', 'aandeel', 'lijst'], printable: ['jaar'], values: ['vormen', 'alle'] },
  ...{ broken: ['kapot'], unlisted: ['los'] },
};

function check(text: string) {
  const { template } = parseTemplate(createSource('a.md', text));
  if (!template) throw new Error('The text of the test cannot be parsed.');
  return checkNames(template, known);
}

test.each([
  '{{jaar}}',
  '{{vormen "x" jaar}}',
  '{{aandeel (vormen alle 1) (vormen (lijst "a" "b") 2)}}',
  '{{aandeel vormen "x" van=vormen}}',
  '{{"12" (vormen "x")}}',
  '{{12 vormen "x"}}',
  '{{"12" bron="x"}}',
  '{{kapot "x" jaar}}',
  '{{aandeel}}',
  'geen {{! opmerking }} fout',
])('%s is sound', text => {
  expect(check(text).diagnostics).toEqual([]);
});

test.each([
  ['{{jara}}', 'unknown-name', 3],
  ['{{vromen "x" jaar}}', 'unknown-expression', 3],
  ['{{aandeel (vromen "x") jaar}}', 'unknown-expression', 12],
  ['{{aandeel vromen "x"}}', 'unknown-table', 11],
  ['{{aandeel vormen "x" van=vromen}}', 'unknown-table', 26],
  ['{{los "x"}}', 'table-not-listed', 3],
  ['{{aandeel los "x"}}', 'table-not-listed', 11],
  ['{{vormen}}', 'arguments', 3],
  ['{{alle "x" jaar}}', 'arguments', 3],
  ['{{lijst "a"}}', 'arguments', 3],
  ['{{aandeel ("12" vormen)}}', 'arguments', 12],
  ['{{vormen null jaar}}', 'unknown-name', 10],
  ['{{vormen "x" jaar decimalen=(vromen alle)}}', 'unknown-expression', 30],
  ['{{#if jaar}}x{{/if}}', 'text-block', 1],
  ['{{> figure}}', 'text-block', 1],
  ['{{{jaar}}}', 'text-block', 1],
])('%s is %s at column %i', (text, rule, column) => {
  expect(check(text).diagnostics.map(one => [one.rule, one.place?.column])).toEqual([[rule, column]]);
});

test('an expression that cannot be worked out is unread; one with an unknown table goes on, for its other mistakes', () => {
  const { program } = check('{{vromen alle}}{{aandeel vromen "x"}}{{jaar}}');
  expect(program.body.map(({ type }) => type)).toEqual([unreadType, 'MustacheStatement', 'MustacheStatement']);
});
