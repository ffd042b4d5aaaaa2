// Which page of the old file is which of the new one: by what stands on them, never by their numbers.

import { bestInOrder, type DrawingPair } from './page-drawings.ts';
import type { WordPair } from './page-words.ts';

/** What pages are matched by. */
export interface PageContents {
  /** How many pages each file has. */
  readonly count: Readonly<Record<'old' | 'new', number>>;
  readonly words: readonly WordPair[];
  readonly drawings: readonly DrawingPair[];
  /** How many words and drawings each page has. */
  readonly amounts: Readonly<Record<'old' | 'new', readonly PageAmount[]>>;
  /** How alike two pages look of which nothing else is known, from 0 to 1. */
  readonly likeness: (old: number, own: number) => number;
}

/** How much stands on a page. */
export interface PageAmount {
  readonly words: number;
  readonly drawings: number;
}

/** Pages of both files that are the same one; of one file only where it has no other. Counted from 1. */
export interface PageMatch {
  readonly old?: number;
  readonly new?: number;
}

/** As many words as a drawing is worth. */
const drawingWorth = 20;

/** Pages have at least this share of the smaller of them in common. */
const leastShare = 0.15;

/** A page that stands elsewhere than in the order of the others has this share of the larger in common. */
const leastMoved = 0.5;

/** All pages, in the order of the new file; removed pages behind the page that they followed. */
export function matchPages(contents: PageContents): PageMatch[] {
  const { count } = contents;
  const shared = countShared(contents);
  const inOrder = bestInOrder(count.old, count.new, (a, b) => worthOf(a + 1, b + 1, shared, contents));
  const partners = new Map(inOrder.map(([a, b]) => [b + 1, a + 1]));
  for (const [own, old] of matchMoved(shared, partners, contents)) partners.set(own, old);
  return ordered(partners, count);
}

type Shared = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** How much pages have in common, by old page and new page. */
function countShared({ words, drawings }: PageContents): Shared {
  const shared = new Map<number, Map<number, number>>();
  const add = (old: number, own: number, worth: number): void => {
    const row = shared.get(old) ?? new Map<number, number>();
    row.set(own, (row.get(own) ?? 0) + worth);
    shared.set(old, row);
  };
  for (const pair of words) add(pair.old.box.page, pair.new.box.page, 1);
  for (const pair of drawings) if (pair.old && pair.new) add(pair.old.box.page, pair.new.box.page, drawingWorth);
  return shared;
}

/** What they share; pages without words of which nothing is known are worth less than one word when they look alike. */
function worthOf(old: number, own: number, shared: Shared, { amounts, likeness }: PageContents): number {
  const [a, b] = [amounts.old[old - 1], amounts.new[own - 1]];
  const both = shared.get(old)?.get(own) ?? 0;
  if (both > 0) return both >= leastShare * Math.min(weightOf(a), weightOf(b)) ? both : 0;
  return a?.words === 0 && b?.words === 0 ? likeness(old, own) : 0;
}

function weightOf(amount: PageAmount | undefined): number {
  return amount === undefined ? 0 : amount.words + drawingWorth * amount.drawings;
}

/** Pages left over that have most in common: by new page. */
function matchMoved(shared: Shared, partners: ReadonlyMap<number, number>, { amounts }: PageContents) {
  const taken = new Set(partners.values());
  const candidates = [...shared]
    .flatMap(([old, row]) => [...row].map(([own, both]) => ({ old, own, both })))
    .filter(({ old, own }) => !taken.has(old) && !partners.has(own))
    .filter(
      ({ old, own, both }) =>
        both >= leastMoved * Math.max(weightOf(amounts.old[old - 1]), weightOf(amounts.new[own - 1])),
    )
    .toSorted((a, b) => b.both - a.both);
  const moved = new Map<number, number>();
  for (const { old, own } of candidates)
    if (!moved.has(own) && !taken.has(old)) {
      moved.set(own, old);
      taken.add(old);
    }
  return moved;
}

function ordered(partners: ReadonlyMap<number, number>, count: PageContents['count']): PageMatch[] {
  const places = new Map([...partners].map(([own, old]) => [old, own]));
  const behind = new Map<number, number[]>(); // removed pages, by the new page that they stand behind
  for (let old = 1, after = 0; old <= count.old; old++) {
    after = places.get(old) ?? after;
    if (!places.has(old)) behind.set(after, [...(behind.get(after) ?? []), old]);
  }
  const removed = (own: number): PageMatch[] => (behind.get(own) ?? []).map(old => ({ old }));
  return [
    ...removed(0),
    ...Array.from({ length: count.new }, (_, index) => index + 1).flatMap(own => {
      const old = partners.get(own);
      return [old === undefined ? { new: own } : { old, new: own }, ...removed(own)];
    }),
  ];
}
