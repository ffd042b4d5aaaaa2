import { expect, test } from 'vitest';
import { createSource } from '../../src/diagnostics/source.ts';
import { unreadType } from '../../src/prose/parse.ts';
import { parseText } from '../../src/prose/pieces.ts';

/** What a text is read as: its statements as typed, `?` before those that are unread, and where it goes wrong. */
function read(text: string): { body: string[]; mistakes: string[] } {
  const source = createSource('a.md', text);
  const { template, diagnostics } = parseText(source);
  const offset = ({ line, column }: { line: number; column: number }): number =>
    (source.lineStarts[line - 1] ?? 0) + column;
  return {
    body: template.program.body.map(
      ({ type, loc }) => `${type === unreadType ? '?' : ''}${text.slice(offset(loc.start), offset(loc.end))}`,
    ),
    mistakes: diagnostics.map(({ place }) => place?.text?.slice(place.column - 1, place.column + 3) ?? ''),
  };
}

test.each([
  ['an expression with one brace', 'a {{x "b"} c', ['a ', '?{{x "b"}', ' c'], ['} c']],
  ['a brace apart', 'a {{x} } c', ['a ', '?{{x} }', ' c'], ['} } ']],
  ['a label that runs on', 'a {{x "b}} c "d" {{y "e"}}', ['a ', '?{{x "b}}', ' c "d" ', '{{y "e"}}'], ['"b}}']],
  ['an expression without an end', 'a {{x b\nc {{y}}', ['a ', '?{{x b', '\nc ', '{{y}}'], ['{{x ']],
  ['one that runs into the next', 'a {{x {{y}}', ['a ', '?{{x ', '{{y}}'], ['{{x ']],
  ['one that an empty line ends', '{{x\n\n{{y}', ['?{{x', '\n\n', '?{{y}'], ['{{x', '}']],
  ['one of two lines', 'a {{x\n"b"}} {{y z,}}', ['a ', '{{x\n"b"}}', ' ', '?{{y z,}}'], [',}}']],
  ['one of two lines that is wrong', 'a\r\n{{x\r\n"b}}\r\nc', ['a\r\n', '?{{x\r\n"b}}', '\r\nc'], ['"b}}']],
  ['comments', '{{! it"s {x} }}{{!-- }} --}}{{x,}}', ['{{! it"s {x} }}', '{{!-- }} --}}', '?{{x,}}'], [',}}']],
  ['nothing between braces', '{{}} {{', ['?{{}}', ' ', '?{{'], ['}} {', '{{']],
])('%s hides nothing behind it', (_, text, body, mistakes) => {
  expect(read(text)).toEqual({ body, mistakes });
});

test('a block is wrong where it opens, and what stands in it is read', () => {
  expect(read('{{#if x}}{{y}}{{else}}{{z,}}{{/if}}')).toEqual({
    body: ['{{#if x}}', '{{y}}', '?{{else}}', '?{{z,}}', '?{{/if}}'],
    mistakes: [',}}{'],
  });
});

test.each([
  ['an expression in single braces', 'a {x "b"} c', ['a ', '?{x "b"}', ' c'], ['{x "']],
  ['one of two lines', 'a {x\n"b"} c {{y}}', ['a ', '?{x\n"b"}', ' c ', '{{y}}'], ['{x']],
  [
    'one with two braces at one side',
    'a {x}} {{y} {{z}}',
    ['a ', '?{x}}', ' ', '?{{y}', ' ', '{{z}}'],
    ['} {{', '{x}}'],
  ],
  ['a brace too many', 'a {{x}}} b', ['a ', '{{x}}', '?}', ' b'], ['} b']],
  ['a brace alone', '{ a\n\n} b', ['?{', ' a\n\n', '?}', ' b'], ['{ a', '} b']],
  ['an escaped expression', 'a \\{{x}} b', ['a \\', '?{{x}}', ' b'], ['{{x}']],
  ['a brace in a label', '{{x "b}c" }} d {{y}}', ['?{{x "b}', 'c" ', '?}}', ' d ', '{{y}}'], ['}} d']],
])('%s is not printed', (_, text, body, mistakes) => {
  expect(read(text)).toEqual({ body, mistakes });
});

test('the hint on an expression in single braces writes it out', () => {
  const { diagnostics } = parseText(createSource('a.md', 'In {vormen\n  "x"} en } einde.'));
  expect(diagnostics.map(({ rule, message, hints }) => [rule, message, ...hints])).toEqual([
    [
      ...['leftover', 'The text would print braces: {vormen "x"}'],
      'Write an expression between double braces: {{vormen "x"}}.',
    ],
    [
      ...['leftover', 'The text would print a brace: }'],
      'Write double braces around an expression, {{…}}, and take a brace too many out.',
    ],
  ]);
});

test('the line of a mistake is shown as it was typed', () => {
  const { diagnostics } = parseText(createSource('a.md', 'Eerst {{x}}.\nDan {{y} en {{z}.'));
  expect(diagnostics.map(({ place }) => place)).toEqual([
    { file: 'a.md', line: 2, column: 8, length: 1, text: 'Dan {{y} en {{z}.' },
    { file: 'a.md', line: 2, column: 16, length: 1, text: 'Dan {{y} en {{z}.' },
  ]);
});
