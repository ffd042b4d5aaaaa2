// Mutation: every cell, word of judgement, asserted number and year changed, one at a time; what survives is explained.

import { expect, test } from 'vitest';
import { edition2023 } from '../prose/edition.ts';
import { byFar, byOne, changesOf } from './mutation-cells.ts';
import { stretchAt } from './mutation-claims.ts';
import { copies, tally } from './mutation-copies.ts';
import { mirrored } from './mutation-mirror.ts';
import { isTrue } from './mutation-oracle.ts';
import { numbersChanged, unusedOpposites, wordsChanged } from './mutation-rewrite.ts';
import { saidBy } from './mutation-said.ts';
import {
  type Accounted,
  accountFor,
  explainedCells,
  explainedFar,
  explainedNumbers,
  explainedWords,
  explainedYears,
} from './mutation-survivors.ts';
import { yearsChanged } from './mutation-years.ts';

const { edition } = edition2023();
const { tables, reportingYear: year } = edition;
const passages = copies();

function tell(line: string, { explained }: Pick<Accounted, 'explained'> = { explained: [] }): void {
  // biome-ignore lint/suspicious/noConsole: what the mutations came to is what this test is for.
  console.info([line, ...explained.map(survivor => `  survives: ${survivor}`)].join('\n'));
}

function expectExplained({ unexplained, needless }: Accounted): void {
  expect({ unexplained, needless }).toEqual({ unexplained: [], needless: [] });
}

test('both copies of the texts are clean before anything is changed', () => {
  const found = passages.flatMap(({ worked, frozenWorked }) => [...worked.diagnostics, ...frozenWorked.diagnostics]);
  expect(found.map(({ rule, message, place }) => `${place?.file}: ${rule} ${message}`)).toEqual([]);
  expect(passages.flatMap(({ frozen }) => frozen.claims).length).toBeGreaterThan(200);
});

test('what is written down of the words fits the texts, and every word is true before anything is changed', () => {
  const stray = saidBy.filter(
    said => passages.filter(({ passage }) => stretchAt(passage, said) !== undefined).length !== 1,
  );
  expect(stray.map(({ text, stretch }) => `${text}: ${stretch}`)).toEqual([]);
  const claims = passages.flatMap(({ words }) => words.flatMap(({ claim }) => claim ?? []));
  expect(claims.filter(claim => isTrue(claim, tables, year) !== true)).toEqual([]);
  const skipped = passages.flatMap(({ words }) => words.filter(({ claim }) => !claim)).map(({ insert }) => insert.text);
  tell(`words that are judged in plain numbers: ${claims.length}; skipped: ${skipped.length} (${skipped.join(', ')})`);
  expect(claims.length).toBeGreaterThan(4 * skipped.length);
});

test('every cell changed by one: a printed number that is another is reported where it was approved', () => {
  const found = tally(changesOf(tables, byOne), passages, { numbers: true, year });
  const { changes, altered, untrue, unknown, survivors, untold } = found;
  const accounted = accountFor(survivors, explainedCells, year);
  const caught = altered - survivors.length;
  tell(`cells by one: ${changes} changes, ${altered} altered a printed number, ${caught} caught`, accounted);
  tell(`cells by one: ${untrue} made a word untrue, ${untrue - untold.length} caught, ${unknown} not judged`);
  expectExplained(accounted);
  expectExplained(accountFor(untold, [], year));
  expect(altered).toBeGreaterThan(500);
});

test('every cell changed to nothing, half, double and tenfold: a word that is no longer true is reported', () => {
  const { changes, untrue, unknown, untold } = tally(changesOf(tables, byFar), passages, { numbers: false, year });
  const accounted = accountFor(untold, explainedFar, year);
  const caught = untrue - untold.length;
  tell(
    `cells by far: ${changes} changes, ${untrue} made a word untrue, ${caught} caught, ${unknown} not judged`,
    accounted,
  );
  expectExplained(accounted);
  expect(untrue).toBeGreaterThan(500);
});

test('every rise or fall turned around is reported when it prints as the same number', () => {
  const { changes, survivors } = mirrored(passages, tables, year);
  tell(`rises and falls: ${changes} turned around, ${changes - survivors.length} caught`);
  expectExplained(accountFor(survivors, [], year));
  expect(changes).toBeGreaterThan(5);
});

test('every word of judgement changed to one that says something else is reported', () => {
  const { changes, survivors, without } = wordsChanged(passages);
  const accounted = accountFor(survivors, explainedWords, year);
  tell(`words: ${changes} changes, ${changes - survivors.length} caught`, accounted);
  expect(without).toEqual([]);
  expectExplained(accounted);
  expect(unusedOpposites(passages)).toEqual([]);
});

test('every asserted number a unit further is reported', () => {
  const { changes, survivors, without } = numbersChanged(passages);
  const accounted = accountFor(survivors, explainedNumbers, year);
  tell(`numbers: ${changes} changes, ${changes - survivors.length} caught`, accounted);
  expect(without).toEqual([]);
  expectExplained(accounted);
});

test('every year of a sentence with a number changed to another is reported', () => {
  const { changes, survivors } = yearsChanged(
    passages.map(({ passage }) => passage),
    year,
  );
  const accounted = accountFor(survivors, explainedYears, year);
  tell(`years: ${changes} changes, ${changes - survivors.length} caught`, accounted);
  expectExplained(accounted);
  expect(changes).toBeGreaterThan(300);
});
