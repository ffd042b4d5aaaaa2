import { expect, test } from 'vitest';
import { workOutSmall } from './small.ts';

/** The rules that a text breaks, in the order in which they are reported. */
function rules(markdown: string): string[] {
  return workOutSmall(markdown).diagnostics.map(({ rule }) => rule);
}

test('a sound sentence judges: what follows is only left out beside a gap', () => {
  expect(rules('Dat is meer dan toen.')).toEqual(['unbound-word']);
});

test.each([
  ['that cannot be read', '{{melders "Politie"} meldingen, meer dan toen.', 'template-syntax'],
  ['of an unknown name', '{{meldrs "Politie"}} meldingen, meer dan toen.', 'unknown-expression'],
  ['of an unknown table', 'Er zijn {{groei meldrs "Politie"}} meldingen, meer dan toen.', 'unknown-table'],
  ['of an unknown row', 'Er zijn {{melders "Poltie"}} meldingen, meer dan toen.', 'unknown-row'],
  ['in a sentence of two lines', 'Dat is meer:\n{{melders "Politie"}\nmeldingen.', 'template-syntax'],
  ['that may say it falls', 'Er zijn {{verschil melders "KMar"}} {{meer-of-minder, melders}}.', 'template-syntax'],
  ['that names its group', 'Op scholen met 3 klassen: {{leeftijd "met 3 klassen}}.', 'template-syntax'],
])('nothing more is reported beside an expression %s', (_, markdown, rule) => {
  expect(rules(markdown)).toEqual([rule]);
});

test('the sentences around it are judged', () => {
  expect(rules('Dat is meer. {{melders "Politie"} is minder. Dat is een stijging.')).toEqual([
    ...['template-syntax', 'unbound-word', 'unbound-word'],
  ]);
});

test('a number without a ground has none beside it either', () => {
  expect(rules('Op scholen met 3 klassen: {{leeftijd "met vier klassen}}.')).toEqual([
    ...['template-syntax', 'unbound-number'],
  ]);
  expect(rules('Er zijn er 12 meer dan {{melders, "Politie"}}.')).toEqual(['template-syntax', 'unbound-number']);
});

test('a calculation that fails is no gap: its words may be untrue as well', () => {
  expect(rules('Dat is {{groei melders "Overige"}} meer.')).toEqual(['uncertain-number', 'unbound-word']);
});

test('a comment is no gap', () => {
  expect(rules('Dat is meer. {{! let op }} Dat is minder.')).toEqual(['unbound-word', 'unbound-word']);
});
