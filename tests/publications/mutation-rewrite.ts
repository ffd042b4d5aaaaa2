// The texts with one word or one number changed, and whether that is reported.

import { edition2023 } from '../prose/edition.ts';
import { isReported, type PlacedWord } from './mutation-claims.ts';
import type { Copied } from './mutation-copies.ts';
import { alike, nextWords, type Opposite, oppositeWords, othersOf } from './mutation-opposites.ts';
import type { Survivor } from './mutation-survivors.ts';
import { type Passage, rewritten, work } from './mutation-texts.ts';

/** What came of changed words or numbers. */
export interface Rewritten {
  readonly changes: number;
  readonly survivors: readonly Survivor[];
  /** Words and numbers for which the test has no others. */
  readonly without: readonly string[];
}

interface Change {
  readonly passage: Passage;
  /** Where the changed words stand. */
  readonly start: number;
  readonly end: number;
  /** What stood there and what stands there now. */
  readonly words: string;
  readonly said?: string;
}

/** Every word of judgement replaced by words that say something else. */
export function wordsChanged(passages: readonly Copied[]): Rewritten {
  const words = passages.flatMap(copy =>
    copy.words.filter(isWord).map(word => ({ copy, word, others: oppositeWords.get(word.insert.text.toLowerCase()) })),
  );
  const changes = words.flatMap(({ copy, word, others = [] }) =>
    others.map(other => wordChange(copy.passage, word, other)),
  );
  const without = words.filter(({ others }) => !others).map(({ word }) => word.insert.text);
  return { changes: changes.length, survivors: survivorsOf(changes), without };
}

function isWord({ insert }: PlacedWord): boolean {
  return insert.statement?.form === 'word';
}

function wordChange(passage: Passage, word: PlacedWord, other: Opposite): Change {
  const { start, end, isLiteral, insert } = word;
  const { text } = passage.source;
  const own = insert.text;
  const said = isLiteral ? undefined : insert.statement?.expression;
  if (typeof other !== 'string') {
    const rest = text.slice(end).replace(new RegExp(`\\b${other.second}\\b`), other.other);
    const words = `${own} … ${other.second} → ${own} … ${other.other}`;
    return { passage: rewritten(passage, text.slice(0, end) + rest), start, end, words };
  }
  const written = alike(own, other);
  const changed = isLiteral ? text.slice(start, end).replace(`"${own}"`, `"${written}"`) : written;
  return { ...spliced(passage, { start, end }, changed), words: `${own} → ${written}`, ...(said ? { said } : {}) };
}

function spliced(
  passage: Passage,
  { start, end }: { readonly start: number; readonly end: number },
  changed: string,
): Pick<Change, 'passage' | 'start' | 'end'> {
  const { text } = passage.source;
  const markdown = text.slice(0, start) + changed + text.slice(end);
  return { passage: rewritten(passage, markdown), start, end: start + changed.length };
}

interface StatedNumber {
  readonly passage: Passage;
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly said: string;
}

/** Every asserted number, and every number of the frozen copy, a unit of its last decimal further. */
export function numbersChanged(passages: readonly Copied[]): Rewritten {
  const numbers = passages.flatMap(copy => [...frozenNumbers(copy), ...assertedNumbers(copy)]);
  const changes = numbers.flatMap(({ passage, words, start, end, said }) =>
    othersOf(words).map(other => {
      const changed = passage.source.text.slice(start, end).replace(`"${words}"`, `"${other}"`);
      return { ...spliced(passage, { start, end }, changed), words: `${words} → ${other}`, said };
    }),
  );
  const without = numbers.filter(({ words }) => othersOf(words).length === 0).map(({ words }) => words);
  return { changes: changes.length, survivors: survivorsOf(changes), without };
}

function frozenNumbers({ frozen }: Copied): StatedNumber[] {
  return frozen.claims.map(({ words, from, start, end }) => ({
    passage: frozen.passage,
    words,
    start,
    end,
    said: from,
  }));
}

function assertedNumbers({ passage, words }: Copied): StatedNumber[] {
  return words
    .filter(word => !isWord(word))
    .map(({ insert, start, end }) => {
      const said = passage.source.text.slice(start + 2, end - 2);
      return { passage, words: insert.text, start, end, said };
    });
}

function survivorsOf(changes: readonly Change[]): Survivor[] {
  const { tables } = edition2023().edition;
  return changes
    .filter(({ passage, start, end }) => !isReported(work(passage, tables).diagnostics, { start, end }, passage.source))
    .map(({ words, passage, said }) => ({
      words,
      detail: `${passage.text}:${passage.line}`,
      ...{ tables, ...(said === undefined ? {} : { said }) },
    }));
}

/** The words for which the test has others, and that stand in no text. */
export function unusedOpposites(passages: readonly Copied[]): string[] {
  const words = new Set(passages.flatMap(copy => copy.words.map(({ insert }) => insert.text.toLowerCase())));
  const numbers = new Set(passages.flatMap(copy => copy.frozen.claims.map(claim => claim.words.toLowerCase())));
  return [...oppositeWords.keys(), ...nextWords.keys()].filter(word => !words.has(word) && !numbers.has(word));
}
