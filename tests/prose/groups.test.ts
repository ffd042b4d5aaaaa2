import { expect, test } from 'vitest';
import { workOutSmall } from './small.ts';

const [police, border] = ['{{melders "Politie"}}', '{{melders "KMar"}}'];
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
])('two groups are compared in the order of the words: %s', (markdown, words) => {
  expect(judged(markdown)).toEqual(words);
});

test.each([
  [`Er zijn meer meldingen van de politie (${police}) en de KMar (${border}).`, ['meer']],
  [`De KMar meldde er ${border}, minder dan vorig jaar, en de politie ${police}.`, ['minder']],
  [`De politie meldde er ${police}, meer dan in 2022 ({{melders "Politie" 2022}}).`, ['meer']],
  [`De KMar meldde er ${border}, meer dan in 2022 ({{melders "KMar" 2022}}).`, ['meer!']],
  [`De KMar meldde er ${border}, meer dan {{aandeel geslacht "man"}} is man.`, ['meer dan!']],
])('two years of one group, and numbers of other things, are no two groups: %s', (markdown, words) => {
  expect(judged(markdown)).toEqual(words);
});
