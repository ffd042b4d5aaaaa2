// How alike two sentences are, and which words of them differ.

import { diffArrays } from 'diff';
import type { TextPiece } from './comparison.ts';

/** From 0 (no word in common) to 1: the Sørensen-Dice coefficient of their words, however often each stands there. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    common += 1;
    counts.set(word, count - 1);
  }
  return left.length + right.length === 0 ? 1 : (2 * common) / (left.length + right.length);
}

/** Words without case and punctuation, so that a comma makes no other word. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}.,%-]*[\p{L}\p{N}%]|[\p{L}\p{N}]/gu) ?? [];
}

/** A run of words that is the same, or was replaced; either list may be empty. */
export interface WordRun {
  readonly isSame: boolean;
  /** Indexes of words, the end left out. */
  readonly old: readonly [from: number, to: number];
  readonly new: readonly [from: number, to: number];
}

/** Sentences that are less alike than this are two sentences. */
const leastAlike = 0.4;

/**
 * The words of two sentences, run by run; a lone short word between two changes is part of them, and of sentences that
 * have little in common all words are.
 */
export function compareWords(old: readonly string[], now: readonly string[]): WordRun[] {
  if (likeness(old.join(' '), now.join(' ')) < leastAlike)
    return [{ isSame: false, old: [0, old.length], new: [0, now.length] }];
  const runs: WordRun[] = [];
  let [before, after] = [0, 0];
  for (const { removed, added, count } of diffArrays([...old], [...now])) {
    const [left, right] = [added ? 0 : count, removed ? 0 : count];
    const run: WordRun = {
      isSame: !removed && !added,
      old: [before, before + left],
      new: [after, after + right],
    };
    runs.push(run);
    [before, after] = [before + left, after + right];
  }
  return joinRuns(runs, old);
}

const shortWord = 3;

function joinRuns(runs: readonly WordRun[], old: readonly string[]): WordRun[] {
  const joined: WordRun[] = [];
  runs.forEach((run, index) => {
    const last = joined.at(-1);
    const next = runs[index + 1];
    const isIsland =
      run.isSame && run.old[1] - run.old[0] === 1 && (old[run.old[0]]?.length ?? 0) <= shortWord && next !== undefined;
    if (last && !last.isSame && (!run.isSame || isIsland))
      joined[joined.length - 1] = { isSame: false, old: [last.old[0], run.old[1]], new: [last.new[0], run.new[1]] };
    else joined.push(run);
  });
  return joined;
}

/** The runs as pieces of text: what went before what came. */
export function piecesOf(runs: readonly WordRun[], old: readonly string[], now: readonly string[]): TextPiece[] {
  return runs.flatMap(({ isSame, old: [from, to], new: [start, end] }): TextPiece[] => {
    if (isSame) return [{ kind: 'same', text: now.slice(start, end).join(' ') }];
    const pieces: TextPiece[] = [
      { kind: 'removed', text: old.slice(from, to).join(' ') },
      { kind: 'added', text: now.slice(start, end).join(' ') },
    ];
    return pieces.filter(({ text }) => text !== '');
  });
}
