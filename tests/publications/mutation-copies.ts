// The two copies of the texts that the mutations are held against: as they are, and with their numbers as claims.

import { edition2023 } from '../prose/edition.ts';
import { type CellChange, watched } from './mutation-cells.ts';
import { isReported, type PlacedWord, wordsIn } from './mutation-claims.ts';
import { type Frozen, type FrozenClaim, freeze } from './mutation-frozen.ts';
import { isTrue } from './mutation-oracle.ts';
import type { Survivor } from './mutation-survivors.ts';
import { type Passage, passagesOf, type Tables, type Worked, work } from './mutation-texts.ts';

/** A passage in both copies, with its words and every cell that they can depend on. */
export interface Copied {
  readonly passage: Passage;
  readonly worked: Worked;
  readonly frozen: Frozen;
  readonly frozenWorked: Worked;
  readonly words: readonly PlacedWord[];
  /** The cells that were read for it: a change of any other cell changes nothing. */
  readonly read: ReadonlySet<string>;
}

/** The passages of the report in both copies. */
export function copies(): Copied[] {
  const { edition, publication } = edition2023();
  return passagesOf(publication).map(passage => copied(passage, edition.tables, edition.reportingYear));
}

function copied(passage: Passage, tables: Tables, year: number): Copied {
  const read = new Set<string>();
  const seen = watched(tables, read);
  const worked = work(passage, seen);
  const frozen = freeze(passage, worked);
  const frozenWorked = work(frozen.passage, seen);
  const words = wordsIn(passage, worked);
  for (const { claim } of words) if (claim) isTrue(claim, seen, year);
  return { passage, worked, frozen, frozenWorked, words, read };
}

/** What came of changed cells. */
export interface Tally {
  readonly changes: number;
  /** Printed numbers that are others after a change. */
  readonly altered: number;
  /** Words of judgement that are no longer true after a change. */
  readonly untrue: number;
  /** Words that could not be judged in plain numbers. */
  readonly unknown: number;
  readonly survivors: readonly Survivor[];
  readonly untold: readonly Survivor[];
}

/** Every change of a cell held against every passage that reads it; numbers only where `numbers` is set. */
export function tally(
  changes: Iterable<CellChange>,
  passages: readonly Copied[],
  { numbers, year }: { readonly numbers: boolean; readonly year: number },
): Tally {
  const survivors: Survivor[] = [];
  const untold: Survivor[] = [];
  let [count, altered, untrue, unknown] = [0, 0, 0, 0];
  for (const change of changes) {
    count += 1;
    for (const copy of passages) {
      if (!copy.read.has(change.cell)) continue;
      const worked = work(copy.passage, change.tables);
      const found = numbers ? numbersAfter(change, copy, worked) : { altered: 0, survivors: [] };
      const judged = wordsAfter(change, copy, { worked, year });
      altered += found.altered;
      untrue += judged.untrue;
      unknown += judged.unknown;
      survivors.push(...found.survivors);
      untold.push(...judged.untold);
    }
  }
  return { changes: count, altered, untrue, unknown, survivors, untold };
}

/** The printed numbers that a change makes others, and those whose old number the frozen copy does not report. */
function numbersAfter(
  { said, tables }: CellChange,
  { passage, frozen }: Copied,
  worked: Worked,
): { altered: number; survivors: Survivor[] } {
  const altered = frozen.claims.filter(claim => printedBy(worked, claim) !== claim.words);
  if (altered.length === 0) return { altered: 0, survivors: [] };
  const { diagnostics } = work(frozen.passage, tables);
  const survivors = altered
    .filter(claim => !isReported(diagnostics, claim, frozen.passage.source))
    .map(({ words, from }) => ({ words, detail: `${passage.text}:${passage.line}, ${said}`, said: from, tables }));
  return { altered: altered.length, survivors };
}

function printedBy({ printed }: Worked, { key }: FrozenClaim): string | undefined {
  const insert = printed.get(key);
  return insert?.statement?.ground === 'computed' ? insert.text : undefined;
}

/** The words that are no longer true, and those among them that are not reported. */
function wordsAfter(
  { said, tables }: CellChange,
  { passage, words }: Copied,
  { worked, year }: { readonly worked: Worked; readonly year: number },
): { untrue: number; unknown: number; untold: Survivor[] } {
  const judged = words.map(word => ({ word, truth: word.claim && isTrue(word.claim, tables, year) }));
  const untrue = judged.filter(({ truth }) => truth === false);
  const untold = untrue
    .filter(({ word }) => !isReported(worked.diagnostics, word, passage.source))
    .map(({ word }) => ({
      words: `${passage.text}: ${word.insert.text}`,
      detail: `${passage.text}:${passage.line}, ${said}`,
      tables,
    }));
  const unknown = judged.filter(({ word, truth }) => word.claim && truth === undefined).length;
  return { untrue: untrue.length, unknown, untold };
}
