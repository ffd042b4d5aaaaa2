// Every word of the report of 2023 that names who is counted, in a sentence with a number, changed to name others.

import { expect, test } from 'vitest';
import { sentencesOf } from '../../src/claims/sentences.ts';
import { edition2023 } from '../prose/edition.ts';
import { type Passage, passagesOf, rewritten, work } from './mutation-texts.ts';

/** Words with others of the same dimension that fit in their place. */
const opposites: Readonly<Record<string, string>> = {
  minderjarigen: 'volwassenen',
  minderjarige: 'meerderjarige',
  adolescent: 'minderjarig',
  vrouwen: 'mannen',
  mannen: 'vrouwen',
  man: 'vrouw',
  'binnenlandse seksuele uitbuiting': 'arbeidsuitbuiting',
  'internationale seksuele uitbuiting': 'criminele uitbuiting',
  'seksuele uitbuiting': 'criminele uitbuiting',
  arbeidsuitbuiting: 'binnenlandse seksuele uitbuiting',
  'criminele uitbuiting': 'arbeidsuitbuiting',
  'criminele of overige uitbuiting': 'arbeidsuitbuiting',
  'seksueel uitgebuit': 'crimineel uitgebuit',
  afrikaanse: 'Aziatische',
  'latijns-amerikaanse': 'Afrikaanse',
  'latijns-amerika': 'Afrika',
  'uit afrika': 'uit Europa',
  nederlandse: 'Afrikaanse',
  roemeense: 'Spaanse',
  braziliaanse: 'Colombiaanse',
  spaanse: 'Bulgaarse',
  politie: 'KMar',
  kmar: 'politie',
  nla: 'FairWork',
  fairwork: 'NLA',
  zorgcoördinatoren: 'politie',
  thuisprostitutie: 'raamprostitutie',
  escortprostitutie: 'straatprostitutie',
};

interface Mutation {
  readonly passage: Passage;
  readonly said: string;
}

/** The passage once for every such word that stands in a sentence with an expression, outside its braces. */
function mutationsOf(passage: Passage): Mutation[] {
  const { text } = passage.source;
  const { concepts } = edition2023();
  const expressions = [...text.matchAll(/\{\{[\s\S]*?\}\}/g)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  const sentences = sentencesOf(text).filter(({ start, end }) =>
    expressions.some(
      one => one.start >= start && one.end <= end && !/^\{\{(?:jaar|vorig|periode|figuur)/.test(text.slice(one.start)),
    ),
  );
  return concepts.named(text).flatMap(({ start, end, text: word, group }) => {
    const other = group && opposites[word.toLowerCase()];
    const isFree = !expressions.some(one => one.start < end && start < one.end);
    if (!other || !isFree || !sentences.some(one => one.start <= start && end <= one.end)) return [];
    return [
      { passage: rewritten(passage, text.slice(0, start) + other + text.slice(end)), said: `${word} → ${other}` },
    ];
  });
}

test('most words for who is counted cannot be changed for others', () => {
  const { publication, edition } = edition2023();
  const mutations = passagesOf(publication).flatMap(mutationsOf);
  const survivors = mutations.filter(({ passage }) => work(passage, edition.tables).diagnostics.length === 0);
  const caught = mutations.length - survivors.length;
  process.stdout.write(`words for who is counted: ${mutations.length} changes, ${caught} caught\n`);
  if (process.env['SURVIVORS'])
    process.stdout.write(`${survivors.map(({ passage, said }) => `${said} | ${passage.source.text}`).join('\n')}\n`);
  expect(mutations.length).toBeGreaterThan(60);
  expect(caught / mutations.length).toBeGreaterThan(0.6);
});
