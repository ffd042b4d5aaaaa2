// `{{herschrijven}}`: each marked block is one error, and nothing else is said of it until the mark is gone.

import { expect, test } from 'vitest';
import { check } from '../../src/commands/check.ts';
import { soundMachine } from '../project.ts';
import { workOut2023 } from './edition.ts';

/** The rules that a text breaks, with their lines. */
function rulesOf(text: string): string[] {
  return workOut2023(text).diagnostics.map(({ rule, place }) => `${rule} ${place?.line}`);
}

const wrong = 'Er zijn {{leeftijd "Geen rij"}} en 12 kisten, een stijging van {{groei vormen "Arbeidsuitbuiting"}}.';

test('what is wrong in a marked block is held back, and what is wrong in the next is not', () => {
  expect(rulesOf(wrong).length).toBeGreaterThan(1);
  expect(rulesOf(`{{herschrijven}} ${wrong}`)).toEqual(['to-rewrite 1']);
  expect(rulesOf(`{{herschrijven}} Tekst.\n\n${wrong}`)).toEqual(['to-rewrite 1', ...rulesOf(`\n\n${wrong}`)]);
  expect(rulesOf(`${wrong}\n\n{{herschrijven}} Tekst.`)).toEqual(['to-rewrite 3', ...rulesOf(wrong)]);
});

test.each([
  ['a heading', '## {{herschrijven}} {{"Gestegen" vormen "Arbeidsuitbuiting"}}\n\nTekst.'],
  ['an item, and not the next', '- {{herschrijven}} Er zijn 12 kisten.\n- Tekst.'],
  ['a quotation over two lines', '> {{herschrijven}} "Er zijn er 12."\n> — Jan'],
  ['a key figure', '{{herschrijven}} {{kerncijfer (leeftijd "Geen rij") "twaalf kisten"}}'],
  ['a block that is marked twice', '{{herschrijven}} Er zijn 12 kisten. {{herschrijven}} En 13 manden.'],
])('%s is one error', (_what, text) => {
  expect(rulesOf(text)).toEqual(['to-rewrite 1']);
});

test('what cannot be read may reach beyond its block, and is said', () => {
  expect(rulesOf('{{herschrijven}} Er zijn {{leeftijd alle} kisten.')).toContain('template-syntax 1');
});

test('the mark prints nothing, so that a key figure behind it still stands alone', () => {
  expect(workOut2023('{{herschrijven}} {{kerncijfer (leeftijd alle) "slachtoffers"}}').text.trim()).toBe(
    '868 slachtoffers',
  );
  expect(workOut2023('{{herschrijven}} Er zijn {{leeftijd alle}} slachtoffers.').text.trim()).toBe(
    'Er zijn 868 slachtoffers.',
  );
});

test('within an expression, or with something behind it, it is a mistake', () => {
  expect(rulesOf('{{herschrijven "alles"}}')).toEqual(['arguments 1']);
  expect(rulesOf('{{groei (herschrijven) (leeftijd alle)}}')).toContain('arguments 1');
});

test('it works in the words of publication.yaml, at their place', async () => {
  const publication = soundMachine({}).files.read('data/2023/verslag/publication.yaml') ?? '';
  const marked = publication
    .replace('title: Proefverslag 2023', "title: '{{herschrijven}} Er zijn 12 verslagen'")
    .replace('subtitle: Een kort verslag', 'subtitle: >-\n  {{herschrijven}} Er zijn\n  12 verslagen');
  const machine = soundMachine({ 'data/2023/verslag/publication.yaml': marked });
  const { diagnostics } = await check([], machine);
  expect(diagnostics.map(({ rule, place }) => [rule, place?.file, place?.line, place?.column])).toEqual([
    ['to-rewrite', 'data/2023/verslag/publication.yaml', 2, 9],
    ['to-rewrite', 'data/2023/verslag/publication.yaml', 4, 3],
  ]);
});
