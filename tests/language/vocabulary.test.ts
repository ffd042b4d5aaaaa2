// The vocabulary file: the house's own is sound, and every mistake in one is said at its place.

import { expect, test } from 'vitest';
import { createSource } from '../../src/diagnostics/source.ts';
import { readVocabulary } from '../../src/language/vocabulary.ts';
import { vocabularyJsonSchema } from '../../src/language/vocabulary-schema.ts';
import { houseNearness } from '../../src/locale/nearness.ts';
import { houseVocabulary, houseWords } from './tables.ts';

const read = (yaml: string) => readVocabulary(createSource('data/woorden.yaml', yaml));

/** The house's file with a line written differently, and where in it that line stands. */
function mistaken(line: string, other: string): { messages: string[]; at: number; hints: readonly string[] } {
  expect(houseWords.split(line)).toHaveLength(2);
  const { diagnostics } = read(houseWords.replace(line, () => other));
  return {
    messages: diagnostics.map(({ rule, message, place }) => `${place?.line}: ${rule}: ${message}`),
    at: houseWords.slice(0, houseWords.indexOf(line)).split('\n').length,
    hints: diagnostics.flatMap(({ hints }) => hints),
  };
}

test('the house has a sound vocabulary with the distances of the house', () => {
  expect(read(houseWords).diagnostics).toEqual([]);
  expect(houseVocabulary().nearness).toEqual(houseNearness);
});

test('a block that is not known, and one that is missing', () => {
  const { messages, at, hints } = mistaken('voorsprong:\n', 'voorsprongen:\n');
  expect(messages).toEqual([`${at}: unknown-key: Unknown key "voorsprongen".`]);
  expect(hints).toEqual(['Did you mean "voorsprong"?']);
  expect(mistaken('reeks:\n', 'vervolgd:\n').messages).toContain(
    `${mistaken('reeks:\n', 'vervolgd:\n').at}: unknown-key: Unknown key "vervolgd".`,
  );
});

test('an empty list', () => {
  const { messages, at } = mistaken('      - minderheid\n', '      []\n');
  expect(messages).toEqual([`${at}: wrong-value: aandeel › minderheid › woorden: expected at least one word.`]);
});

test('a word in two places', () => {
  const { messages, at, hints } = mistaken('      - minderheid\n', '      - minderheid\n      - fors\n');
  expect(messages).toEqual([`${at + 1}: word-repeated: "fors" stands in grootte › sterk and in aandeel › minderheid.`]);
  expect(hints).toEqual(['Take it out in one of the two places; a word has one meaning.']);
  const twice = mistaken('      - minderheid\n', '      - minderheid/minderheid\n');
  expect(twice.messages).toEqual([`${twice.at}: word-repeated: "minderheid" stands twice in aandeel › minderheid.`]);
});

test('a band upside down, and one without limits', () => {
  const upsideDown = mistaken('  minderheid:\n    tot: 50\n', '  minderheid:\n    vanaf: 60\n    tot: 50\n');
  expect(upsideDown.messages).toEqual([
    `${upsideDown.at + 2}: wrong-value: aandeel › minderheid › tot: \`vanaf\` is not below \`tot\`.`,
  ]);
  expect(upsideDown.hints).toEqual(['Write the lower of the two limits behind `vanaf`.']);
  const none = mistaken('  minderheid:\n    tot: 50\n', '  minderheid:\n');
  expect(none.messages).toEqual([
    `${none.at + 1}: wrong-value: aandeel › minderheid: expected \`vanaf\`, \`tot\` or both.`,
  ]);
});

test('limits are numbers, with a comma or a point', () => {
  const line = '  precies: 2.5\n';
  expect(mistaken(line, '  precies: 2,5\n').messages).toEqual([]);
  const { messages, at } = mistaken(line, '  precies: weinig\n');
  expect(messages).toEqual([`${at}: wrong-value: veelvouden › precies: expected a number such as 10 or 2,5.`]);
  const wide = mistaken('  precies: { punten: 1, procent: 10 }', '  precies: { punten: 2, procent: 10 }');
  expect(wide.messages).toEqual([
    `${wide.at}: wrong-value: breuken › precies › punten: expected at most 1,5 punten, because simple fractions lie three apart.`,
  ]);
});

test('a side and a kind that there are not', () => {
  const line = '    kant: vanaf\n';
  const { messages, at } = mistaken(line, '    kant: beneden\n');
  expect(messages).toEqual([
    `${at}: wrong-value: bij-een-getal › ruim › kant: expected one of vanaf, boven, onder, rond, minstens, hoogstens, precies.`,
  ]);
});

test.each([
  ['min*', '"min*" cannot be read'],
  ['me*', '"me*" cannot be read: a * needs at least 3 letters before it.'],
  ['… minderheid', '"… minderheid" cannot be read: … stands between two words.'],
  ['een … kleine … minderheid', '"een … kleine … minderheid" cannot be read: … stands in it once.'],
  ['kleine (minderheid', '"kleine (minderheid" cannot be read: parentheses stand once, at the end, behind a space.'],
  ['kleine//minderheid', '"kleine//minderheid" cannot be read: a / stands between two words.'],
  ['minder?heid', '"minder?heid" cannot be read: "minder?heid" is no word.'],
  ['" "', '" " cannot be read: it is empty.'],
])('the form %s', (form, message) => {
  const { messages, at } = mistaken('      - minderheid\n', `      - ${form}\n`);
  if (form === 'min*') expect(messages).toEqual([]);
  else expect(messages).toEqual([`${at}: word-form: ${message}`]);
});

test('the schema for editors describes every block', () => {
  const schema = vocabularyJsonSchema() as { properties: Record<string, { description?: string }> };
  const blocks = [...houseWords.matchAll(/^([a-z-]+):/gm)].map(match => match[1]);
  expect(Object.keys(schema.properties).toSorted()).toEqual(blocks.toSorted());
  for (const { description } of Object.values(schema.properties)) expect(description).toMatch(/\S/);
});
