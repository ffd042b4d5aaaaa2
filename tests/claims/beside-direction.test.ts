import { expect, test } from 'vitest';
import { workOutSmall } from '../prose/small.ts';

const [up, down] = ['{{groei melders "Politie"}}', '{{groei melders "KMar"}}'];

test.each([
  [`Het aantal steeg met ${up} en daalde elders met ${down}.`, []],
  [`Het aantal steeg met ${up} en elders met ${down}.`, ['fall (−33%), and "steeg" is the word for it']],
  [`Het aantal daalde met ${down} en elders met ${up}.`, ['rise (+33%), and "daalde" is the word for it']],
  [`Het nam met ${down} af, na een stijging van ${up}.`, []],
  [`Er zijn ${up} meer en elders ${down} minder.`, []],
  [`Het verschil is ${down}.`, ['fall (−33%), and no word in its sentence says so']],
  [`Het verschil is ${up}.`, []],
  ['Het verschil is {{groei melders "KMar" teken=ja}}.', []],
  [`Het aantal steeg met ${down}.`, []],
  [`De daling (${down}) is groter dan bij de politie.`, []],
])('each change has a word for the way it went: %s', (markdown, expected) => {
  const found = workOutSmall(markdown).diagnostics.filter(({ rule }) => rule === 'fall-unsaid');
  expect(found.map(({ message }) => /is a (.*)\.$/.exec(message)?.[1])).toEqual(expected);
});
