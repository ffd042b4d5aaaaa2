import { expect, test } from 'vitest';
import { createSource } from '../../src/diagnostics/source.ts';
import { parseTemplate } from '../../src/prose/parse.ts';

/** Where an unreadable text is said to go wrong: the text from there, and why. */
function mistake(text: string): { rest: string; line: number; message: string } {
  const source = createSource('a.md', text);
  const [found] = parseTemplate(source).diagnostics;
  const { line = 0, column = 0 } = found?.place ?? {};
  return { rest: source.lines[line - 1]?.slice(column - 1) ?? '', line, message: found?.message ?? '' };
}

test.each([
  ['a {{year} b', '} b', 'one brace'],
  ['a {{value x, "r"}} b', ', "r"}} b', 'comma'],
  ['a {{share (value x "r" y}} b', '}} b', 'too early'],
  ['a {{value x "r}} b', '"r}} b', 'does not end'],
  ['a {{value x y', '{{value x y', 'does not end'],
  ['a {{#if x}} b', '{{#if x}} b', 'block is not closed'],
  ['a {{/if}} b', '{{/if}} b', 'not opened'],
  ['a {{#if x}}{{/each}}', 'if x}}{{/each}}', 'closed by {{/each}}'],
  ['a {{}} b', '}} b', 'too early'],
])('%s goes wrong at "%s": %s', (text, rest, reason) => {
  expect(mistake(`Eerst.\n\n${text}\n`)).toMatchObject({ rest, line: 3, message: expect.stringContaining(reason) });
});

test('a quote that runs on is shown where it opens, not where the parser stumbles', () => {
  expect(mistake('{{year}}\n{{value x "r}}\n\nEen "woord" en {{year}}.')).toMatchObject({ line: 2, rest: '"r}}' });
});

test('the second of two like lines is found', () => {
  expect(mistake('Er zijn {{year}}.\nEr zijn {{year}}.\nEr zijn {{year}.')).toMatchObject({ line: 3, rest: '}.' });
});
