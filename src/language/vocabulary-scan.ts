// Finding the forms of the vocabulary in a text: longest first, never overlapping, separable verbs in two parts.

import type { Form, Slot } from './vocabulary-form.ts';
import type { Stretch } from './vocabulary-meaning.ts';
import { beginsNumber, isNumberWord, type SmallNumber, smallNumber, type TextWord } from './vocabulary-words.ts';

/** A form with what it stands for; `fixed` forms stand for nothing. */
export interface Entry<T> {
  readonly form: Form;
  readonly fixed: boolean;
  readonly value: T;
}

/** Where an entry was found. */
export interface Found<T> {
  readonly entry: Entry<T>;
  /** The parts of the form, in order. */
  readonly parts: readonly Stretch[];
  /** The number at the place of `<getal>`, when it is a small one in words or digits. */
  readonly number?: SmallNumber;
}

/** Entries by how they begin, those that say most first. */
export interface Lexicon<T> {
  readonly whole: Index<T>;
  /** Forms in two parts. */
  readonly separable: Index<T>;
  readonly fixedSeparable: Index<T>;
}

interface Weighed<T> {
  readonly entry: Entry<T>;
  /** Higher for forms that say more. */
  readonly weight: number;
}

interface Index<T> {
  readonly byWord: ReadonlyMap<string, readonly Weighed<T>[]>;
  /** Entries that begin with a prefix, by its first letters. */
  readonly byPrefix: ReadonlyMap<string, readonly Weighed<T>[]>;
  readonly byNumber: readonly Weighed<T>[];
  /** What was looked up before, by word: most words of a text come back. */
  readonly known: Map<string, readonly Entry<T>[]>;
}

const prefixLength = 3;

/** A lexicon of entries: a longer form goes before a shorter one, a whole word before a beginning, a fixed phrase first. */
export function createLexicon<T>(entries: readonly Entry<T>[]): Lexicon<T> {
  const sorted = entries.map(entry => ({ entry, weight: weightOf(entry) })).toSorted(byWeight);
  const separable = sorted.filter(({ entry }) => entry.form.parts.length > 1);
  return {
    whole: indexOf(sorted.filter(({ entry }) => entry.form.parts.length === 1)),
    separable: indexOf(separable.filter(({ entry }) => !entry.fixed)),
    fixedSeparable: indexOf(separable.filter(({ entry }) => entry.fixed)),
  };
}

function weightOf<T>({ form, fixed }: Entry<T>): number {
  const slots = [...form.parts.flat(), ...form.follow];
  const exact = slots.filter(slot => slot.kind === 'word').length;
  const letters = slots.reduce((sum, slot) => sum + (slot.kind === 'number' ? 0 : slot.text.length), 0);
  return slots.length * 1e6 + exact * 1e4 + letters * 10 + (fixed ? 1 : 0);
}

function byWeight<T>(a: Weighed<T>, b: Weighed<T>): number {
  return b.weight - a.weight;
}

function indexOf<T>(entries: readonly Weighed<T>[]): Index<T> {
  const starting = (kind: Slot['kind']): readonly Weighed<T>[] =>
    entries.filter(({ entry }) => entry.form.parts[0]?.[0]?.kind === kind);
  return {
    byWord: Map.groupBy(starting('word'), firstText),
    byPrefix: Map.groupBy(starting('prefix'), entry => firstText(entry).slice(0, prefixLength)),
    byNumber: starting('number'),
    known: new Map(),
  };
}

function firstText<T>({ entry }: Weighed<T>): string {
  const slot = entry.form.parts[0]?.[0];
  return slot && slot.kind !== 'number' ? slot.text : '';
}

/** All that is found, in order: first fixed phrases in two parts, then what stands together, then separable verbs. */
export function find<T>(words: readonly TextWord[], lexicon: Lexicon<T>): Found<T>[] {
  const search: Search = { words, taken: new Array<boolean>(words.length).fill(false) };
  const fixed = findSeparable(search, lexicon.fixedSeparable);
  const whole = findWhole(search, lexicon.whole);
  const separable = findSeparable(search, lexicon.separable);
  return [...fixed, ...whole, ...separable].sort((a, b) => startOf(a) - startOf(b));
}

function startOf<T>({ parts }: Found<T>): number {
  return parts[0]?.start ?? 0;
}

interface Search {
  readonly words: readonly TextWord[];
  /** Which words are part of something that was found. */
  readonly taken: boolean[];
}

function candidates<T>({ words }: Search, index: Index<T>, at: number): readonly Entry<T>[] {
  const word = words[at];
  if (!word) return nothing;
  const known = index.known.get(word.text);
  if (known) return known;
  const found = lookUp(word, index);
  index.known.set(word.text, found);
  return found;
}

const nothing: readonly never[] = [];

function lookUp<T>(word: TextWord, { byWord, byPrefix, byNumber }: Index<T>): readonly Entry<T>[] {
  const found = [
    ...(byWord.get(word.text) ?? []),
    ...(byPrefix.get(word.text.slice(0, prefixLength)) ?? []),
    ...(byNumber.length > 0 && isNumberWord(word) ? byNumber : []),
  ];
  return found.length > 0 ? found.sort(byWeight).map(({ entry }) => entry) : nothing;
}

function findWhole<T>(search: Search, index: Index<T>): Found<T>[] {
  const found: Found<T>[] = [];
  for (let at = 0; at < search.words.length; at += 1) {
    const entries = candidates(search, index, at);
    if (entries.length === 0 || search.taken[at]) continue;
    const entry = entries.find(({ form }) => standsAt(search, form, at));
    if (entry) found.push(take(search, entry, [at]));
  }
  return found;
}

function standsAt(search: Search, { parts, follow }: Form, at: number): boolean {
  const [first = []] = parts;
  if (!matches(search, first, at)) return false;
  const last = at + first.length - 1;
  return follow.length === 0 || (search.words[last]?.joint === 'space' && matches(search, follow, last + 1, true));
}

/** Whether the slots are filled by words that stand close together and are free; what follows a form may be taken. */
function matches({ words, taken }: Search, slots: readonly Slot[], at: number, follows = false): boolean {
  return slots.every((slot, index) => {
    const word = words[at + index];
    if (!word || (taken[at + index] && !follows)) return false;
    if (index > 0 && words[at + index - 1]?.joint !== 'space') return false;
    if (follows && slot.kind === 'number') return beginsNumber(words, at + index);
    return fills(slot, word);
  });
}

function fills(slot: Slot, word: TextWord): boolean {
  if (slot.kind === 'number') return isNumberWord(word);
  return slot.kind === 'word' ? word.text === slot.text : word.text.startsWith(slot.text);
}

/** Furthest distance between the two parts of a separable verb, in words. */
const furthest = 60;

function findSeparable<T>(search: Search, index: Index<T>): Found<T>[] {
  const found: Found<T>[] = [];
  for (let at = 0; at < search.words.length; at += 1) {
    const entries = candidates(search, index, at);
    if (entries.length === 0 || search.taken[at]) continue;
    const [nearest] = entries
      .flatMap(entry => secondPart(search, entry, at).map(second => ({ entry, second })))
      .sort((a, b) => a.second - b.second);
    if (nearest) found.push(take(search, nearest.entry, [at, nearest.second]));
  }
  return found;
}

/** Where the second part of a form stands whose first part stands at `at`: further on in the sentence, if anywhere. */
function secondPart<T>(search: Search, { form, fixed }: Entry<T>, at: number): number[] {
  const [first = [], second = []] = form.parts;
  if (!matches(search, first, at)) return [];
  const { words } = search;
  for (let next = at + first.length; next < Math.min(words.length, at + furthest); next += 1) {
    if (words[next - 1]?.joint === 'sentence') return [];
    const stands = matches(search, second, next);
    if (stands && (fixed || endsClause(words, next + second.length - 1))) return [next];
  }
  return [];
}

/** Words that are part of a verb, but elsewhere prepositions: "loopt het risico op mensenhandel". */
const prepositions = new Set(['op', 'af', 'toe', 'in', 'uit', 'aan', 'door', 'om', 'over']);

/** Words that begin what comes behind the second part of a verb. */
const followers = new Set(
  `aan als bij dan dat doordat door en hoewel in maar met na naar nadat of omdat onder op over sinds sindsdien tegen
  tegenover ten terwijl toen tot totdat tussen van vanaf via volgens voor vooral waar waarbij waardoor wanneer want
  zodat zoals zowel`.split(/\s+/),
);

/** Whether the second part of a verb stands at the end of its clause, as it does when it is no preposition. */
function endsClause(words: readonly TextWord[], at: number): boolean {
  const word = words[at];
  if (!word || !prepositions.has(word.text) || word.joint !== 'space') return true;
  return followers.has(words[at + 1]?.text ?? '');
}

function take<T>({ words, taken }: Search, entry: Entry<T>, starts: readonly number[]): Found<T> {
  const runs = entry.form.parts.map((slots, part) => words.slice(starts[part], (starts[part] ?? 0) + slots.length));
  entry.form.parts.forEach((slots, part) => {
    taken.fill(true, starts[part], (starts[part] ?? 0) + slots.length);
  });
  const parts = runs.map(run => ({ start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 }));
  const counted = entry.form.parts.flatMap((slots, part) =>
    slots.map((slot, index) => ({ slot, word: runs[part]?.[index] })),
  );
  const counter = counted.find(({ slot }) => slot.kind === 'number')?.word;
  const number = counter && smallNumber(counter);
  return { entry, parts, ...(number ? { number } : {}) };
}
