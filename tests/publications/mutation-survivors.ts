// Changes that nothing reports and nothing should: each stays true, and says why.

import { liesWithin } from './mutation-oracle.ts';
import type { Tables } from './mutation-texts.ts';

/** A change that was not reported. */
export interface Survivor {
  /** What stood there; for changed words also what stands there now: `circa 82% → circa 83%`. */
  readonly words: string;
  /** Which text and what was changed. */
  readonly detail: string;
  /** What the words must follow from, and the tables after the change. */
  readonly said?: string;
  readonly tables?: Tables;
}

/** Why a change is true although it was changed. */
export interface Explanation {
  readonly words: string;
  readonly because: string;
  /** Between which ends the number must lie for the words to be true; worked out again in plain numbers. */
  readonly within?: readonly [number, number];
}

const inFives = '“circa 45%” counts in fives, and lies within five per cent of the share.';
const suppressed = 'All that hides behind the cell is less than that.';
const bothEnds = 'An end of a range may be rounded outwards or to the nearest whole.';

/** Cells changed by one after which a printed number is another, and the old one is still true. */
export const explainedCells: readonly Explanation[] = [
  { words: 'circa 45%', because: inFives, within: [42.75, 47.25] },
  { words: 'minder dan vijf', because: suppressed, within: [1, 4] },
  {
    words: 'ruim tweeënhalf keer zo veel',
    because: 'So near to two and a half nobody writes “ruim”, but it is more all the same.',
    within: [2.5, 2.75],
  },
];

/** Words of judgement that may be another as well. */
export const explainedWords: readonly Explanation[] = [
  { words: 'weer → opnieuw', because: 'Both numbers rose the year before too.' },
  { words: 'minstens → minder dan', because: '53 of 78 is 67,9%, which prints as 68%.', within: [67.5, 68] },
];

/** Cells changed by far after which a word is still true in another way than this test takes it. */
export const explainedFar: readonly Explanation[] = [
  {
    words: 'vormen: veruit',
    because: 'Of a fall it is said of the strongest fall; “groeit”, the word before it, is reported.',
  },
];

/** Years that may be another as well. */
export const explainedYears: readonly Explanation[] = [
  ...[2018, 2019, 2020, 2021, 2022].map(other => ({
    words: `herkomst: in {{jaar}} → ${other}`,
    because: 'It is the year of what a source is cited for; the only number there counts rows of a table.',
  })),
  { words: 'herkomst: In {{jaren-terug 3}} → 2021', because: 'The same year twice says nothing untrue of it.' },
];

/** Numbers that may be another as well. */
export const explainedNumbers: readonly Explanation[] = [
  { words: 'minder dan vijf → minder dan zes', because: suppressed, within: [1, 5] },
  { words: 'boven de 70% → boven de 71%', because: 'The lowest of the three years is 71,6%.', within: [71, 100] },
  { words: 'boven de 70% → boven de 69%', because: 'The lowest of the three years is 71,6%.', within: [69, 100] },
  { words: 'tussen 29% en 34% → tussen 30% en 34%', because: bothEnds, within: [29.5, 34] },
  { words: 'tussen 29% en 34% → tussen 29% en 33%', because: bothEnds, within: [29, 33.5] },
];

/** Survivors with and without a true explanation. */
export interface Accounted {
  /** How many there are of each explanation: `circa 82% (18): “circa” …`. */
  readonly explained: readonly string[];
  readonly unexplained: readonly string[];
  /** Explanations of what does not survive. */
  readonly needless: readonly string[];
}

/** The survivors, each with the explanation that is true of it. */
export function accountFor(
  survivors: readonly Survivor[],
  explanations: readonly Explanation[],
  year: number,
): Accounted {
  const pairs = survivors.map(survivor => ({ survivor, why: explanationOf(survivor, explanations, year) }));
  const counted = explanations.map(one => ({ one, count: pairs.filter(({ why }) => why === one).length }));
  return {
    explained: counted.map(({ one: { words, because }, count }) => `${words} (${count}): ${because}`),
    unexplained: pairs.filter(({ why }) => !why).map(({ survivor: { words, detail } }) => `${words} (${detail})`),
    needless: counted.filter(({ count }) => count === 0).map(({ one }) => one.words),
  };
}

function explanationOf(
  survivor: Survivor,
  explanations: readonly Explanation[],
  year: number,
): Explanation | undefined {
  return explanations.find(one => one.words === survivor.words && isTrueOf(one, survivor, year));
}

function isTrueOf({ within }: Explanation, { said, tables }: Survivor, year: number): boolean {
  if (!within) return true;
  return said !== undefined && tables !== undefined && liesWithin(said, within, { tables, year });
}
