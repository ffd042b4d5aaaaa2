// Which words of two printed texts are the same ones, wherever they stand: what pages are matched and judged by.

import { diffArrays } from 'diff';
import { type Passage, type PlacedBox, type PrintedText, textOf, type Word } from '../passages/passage.ts';

/** A word that both texts have. */
export interface WordPair {
  readonly old: PlacedWord;
  readonly new: PlacedWord;
}

/** A word that stands somewhere. */
export interface PlacedWord extends Word {
  /** Where it begins. */
  readonly box: PlacedBox;
}

/** Lists that differ in more entries than this have nothing in common that is worth its time. */
const mostEdits = 2000;

/** The words that both texts have, in the order of the new one: those of equal passages, moved ones too, and of the rest. */
export function pairWords(before: PrintedText, after: PrintedText): WordPair[] {
  const [old, own] = [passagesOf(before), passagesOf(after)];
  const texts = { old: old.map(textOf), new: own.map(textOf) };
  const inOrder = pairEqual(texts.old, texts.new);
  const equal = [...inOrder, ...pairMoved(texts, inOrder)];
  const taken = { old: new Set(equal.map(([from]) => from)), new: new Set(equal.map(([, to]) => to)) };
  const changed = gapsBetween(inOrder, [old.length, own.length]).flatMap(([[from, fromEnd], [to, toEnd]]) =>
    pairPlaced(
      placedIn(old.slice(from, fromEnd).filter((_, at) => !taken.old.has(from + at))),
      placedIn(own.slice(to, toEnd).filter((_, at) => !taken.new.has(to + at))),
    ),
  );
  return [
    ...equal.flatMap(([from, to]) => zip(placedIn(old.slice(from, from + 1)), placedIn(own.slice(to, to + 1)))),
    ...changed,
  ];
}

/** Places of entries that two lists have in common, in the order of both; none where they are too different. */
export function pairEqual(old: readonly string[], own: readonly string[]): [number, number][] {
  const steps = diffArrays([...old], [...own], { maxEditLength: mostEdits }) ?? [];
  const pairs: [number, number][] = [];
  let [from, to] = [0, 0];
  for (const { added, removed, count } of steps) {
    if (!added && !removed) for (let at = 0; at < count; at++) pairs.push([from + at, to + at]);
    if (!added) from += count;
    if (!removed) to += count;
  }
  return pairs;
}

/** The entries that are left over in both lists and occur there once. */
export function pairMoved(
  { old, new: own }: Readonly<Record<'old' | 'new', readonly string[]>>,
  pairs: readonly (readonly [number, number])[],
): [number, number][] {
  const single = (list: readonly string[], taken: ReadonlySet<number>): Map<string, number> => {
    const found = Map.groupBy(
      [...list.keys()].filter(at => !taken.has(at)),
      at => list[at] ?? '',
    );
    return new Map(
      [...found].flatMap(([text, [at, other]]) => (at === undefined || other !== undefined ? [] : [[text, at]])),
    );
  };
  const from = single(old, new Set(pairs.map(([at]) => at)));
  const to = single(own, new Set(pairs.map(([, at]) => at)));
  return [...to].flatMap(([text, at]): [number, number][] => {
    const other = from.get(text);
    return other === undefined ? [] : [[other, at]];
  });
}

type Range = readonly [start: number, end: number];

/** What lies between pairs, in both lists; not where one of them has nothing there. */
export function gapsBetween(pairs: readonly (readonly [number, number])[], ends: Range): [Range, Range][] {
  const gaps: [Range, Range][] = [];
  let [from, to] = [0, 0];
  for (const [nextFrom, nextTo] of [...pairs, ends]) {
    if (nextFrom > from && nextTo > to)
      gaps.push([
        [from, nextFrom],
        [to, nextTo],
      ]);
    [from, to] = [nextFrom + 1, nextTo + 1];
  }
  return gaps;
}

/** A drawing has no words of its own: those of its alternative stand nowhere. */
function passagesOf({ passages }: PrintedText): Passage[] {
  return passages.filter(({ kind }) => kind !== 'drawing');
}

function placedIn(passages: readonly Passage[]): PlacedWord[] {
  return passages.flatMap(({ words }) =>
    words.flatMap(word => {
      const [box] = word.boxes;
      return box ? [{ ...word, box }] : [];
    }),
  );
}

function pairPlaced(old: readonly PlacedWord[], own: readonly PlacedWord[]): WordPair[] {
  const texts = (words: readonly PlacedWord[]): string[] => words.map(({ text }) => text);
  return pairEqual(texts(old), texts(own)).flatMap(([from, to]) =>
    zip(old.slice(from, from + 1), own.slice(to, to + 1)),
  );
}

function zip(old: readonly PlacedWord[], own: readonly PlacedWord[]): WordPair[] {
  return own.flatMap((word, at) => {
    const other = old[at];
    return other ? [{ old: other, new: word }] : [];
  });
}
