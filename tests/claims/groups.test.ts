import { expect, test } from 'vitest';
import { workOutSmall } from '../prose/small.ts';

const [police, border] = ['{{melders "Politie"}}', '{{melders "KMar"}}'];
const inspection = '{{melders "Inspectie"}}';
const [growth, other] = ['{{groei melders "Politie"}}', '{{groei melders "Inspectie"}}'];
const [women, men] = ['{{geslacht "vrouw"}}', '{{geslacht "man"}}'];

/** The judgements of a piece of Markdown, with a `!` for what is not true. */
function judged(markdown: string): string[] {
  return workOutSmall(markdown)
    .statements.filter(({ form }) => form === 'word')
    .map(({ text, verdict }) => (verdict === 'holds' ? text : `${text}!`));
}

test.each([
  [`Er zijn meer vrouwen (${women}) dan mannen (${men}).`, ['meer']],
  [`Er zijn meer mannen (${men}) dan vrouwen (${women}).`, ['meer!']],
  [`Er zijn minder vrouwen (${women}), zo blijkt, dan mannen (${men}).`, ['minder!']],
  [`Er zijn meer vrouwen dan mannen: ${women} tegen ${men}.`, ['meer']],
  [`Er zijn meer mannen dan vrouwen (${men} tegenover ${women}).`, ['meer!']],
  [`Er zijn evenveel vrouwen als mannen: ${women} en ${men}.`, ['evenveel!']],
  [`De KMar (${border}) meldde minder slachtoffers dan de politie (${police}).`, ['minder']],
  [`De KMar (${border}) meldde meer slachtoffers dan de politie (${police}).`, ['meer!']],
  [`De KMar meldde er ${border}, veel minder dan de politie met ${police}.`, ['veel', 'minder']],
  [`De KMar meldde er ${border}, iets minder dan de politie met ${police}.`, ['iets!', 'minder']],
  [`Er zijn ${women} vrouwen en ${men} mannen, meer vrouwen dan mannen.`, ['meer']],
  [`Er zijn ${women} vrouwen en ${men} mannen, veel meer mannen dan vrouwen.`, ['veel!', 'meer!']],
  [`Vrouwen zijn vaker dan mannen gemeld: ${men} mannen en ${women} vrouwen.`, ['vaker']],
  [`Mannen zijn vaker dan vrouwen gemeld: ${men} mannen en ${women} vrouwen.`, ['vaker!']],
  [`Er zijn vrijwel evenveel vrouwen (${women}) als mannen (${men}).`, ['vrijwel evenveel!']],
  [`Het aantal vrouwen (${women}) is ongeveer gelijk aan het aantal mannen (${men}).`, ['ongeveer gelijk aan']],
  [`De KMar meldde er ${border}, minder dan de politie.`, ['minder']],
  [`De KMar meldde er ${border}, meer dan de politie.`, ['meer!']],
  [`De KMar meldde er ${border}, minder dan alle andere melders.`, ['minder!']],
  [`De politie meldde er ${police}, meer dan alle andere melders.`, ['meer']],
  [`De stijging (${growth}) is groter dan bij de Inspectie (${other}).`, ['stijging', 'groter']],
  [`De stijging (${growth}) is kleiner dan bij de Inspectie (${other}).`, ['stijging', 'kleiner!']],
  [`De KMar meldde er ${border}, minder dan de gemeenten.`, ['minder!']],
  [`De KMar (${border}) meldde meer dan de Inspectie (${inspection}) en de politie (${police}).`, ['meer!']],
  [`De politie (${police}) meldde meer dan de Inspectie (${inspection}) en de KMar (${border}).`, ['meer']],
  [
    `De KMar (${border}) meldde meer dan de Inspectie (${inspection}), maar minder dan de politie (${police}).`,
    ['meer', 'minder'],
  ],
  [
    `De politie (${police}) meldde meer dan de KMar (${border}), maar minder dan de Inspectie (${inspection}).`,
    ['meer', 'minder!'],
  ],
])('two groups are compared in the order of the words: %s', (markdown, words) => {
  expect(judged(markdown)).toEqual(words);
});

test.each([
  [
    'Er zijn meer meldingen van de politie ({{melders "Politie"}}) en de Inspectie ({{melders "Inspectie"}}).',
    ['meer'],
  ],
  [`De KMar meldde er ${border}, minder dan vorig jaar, en de politie ${police}.`, ['minder']],
  [`De politie meldde er ${police}, meer dan in 2022 ({{melders "Politie" 2022}}).`, ['meer']],
  [`De KMar meldde er ${border}, meer dan in 2022 ({{melders "KMar" 2022}}).`, ['meer!']],
  [`De KMar meldde er ${border}, meer dan {{aandeel geslacht "man"}} is man.`, ['meer dan!']],
])('two years of one group, and numbers of other things, are no two groups: %s', (markdown, words) => {
  expect(judged(markdown)).toEqual(words);
});
