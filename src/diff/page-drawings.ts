// Which drawings of two printed texts are the same ones, wherever they stand.

import { type PlacedBox, type PrintedText, textOf } from '../passages/passage.ts';
import { gapsBetween, pairEqual, pairMoved } from './page-words.ts';

/** A drawing or image on a page. */
export interface Drawing {
  readonly box: PlacedBox;
  /** Its text alternative; empty without one. */
  readonly alternative: string;
}

/** A drawing of both texts, or of one of them. */
export interface DrawingPair {
  readonly old?: Drawing;
  readonly new?: Drawing;
}

/** All drawings, in the order of the pages; words are laid over a drawing as a whole, which tells whose they are. */
export function drawingsOf({ pages, passages }: PrintedText): Drawing[] {
  const said = new Map(
    passages
      .filter(({ kind }) => kind === 'drawing')
      .flatMap(passage =>
        passage.words.slice(0, 1).flatMap(({ boxes }) => boxes.map(box => [keyOf(box), textOf(passage)])),
      ),
  );
  return pages.flatMap(({ drawings }, index) =>
    drawings.map(one => {
      const box = { ...one, page: index + 1 };
      return { box, alternative: said.get(keyOf(box)) ?? '' };
    }),
  );
}

/** One string for a box, so that equal ones can be found. */
export function keyOf({ page, left, bottom, right, top }: PlacedBox): string {
  return [page, ...[left, bottom, right, top].map(one => one.toFixed(2))].join(' ');
}

/** The drawings with equal alternatives, moved ones too; those without are left out. */
export function pairByAlternative(old: readonly Drawing[], own: readonly Drawing[]): DrawingPair[] {
  return joined(old, own, pairPlaces(old, own));
}

/** All drawings: those with equal alternatives, and between them, in order, those of about the same size. */
export function pairDrawings(old: readonly Drawing[], own: readonly Drawing[]): DrawingPair[] {
  const sure = pairPlaces(old, own);
  const taken = { old: new Set(sure.map(([at]) => at)), new: new Set(sure.map(([, at]) => at)) };
  const inOrder = sure.filter(([from, to], index) => sure.slice(0, index).every(([a, b]) => a < from && b < to));
  const guessed = gapsBetween(inOrder, [old.length, own.length]).flatMap(([[from, fromEnd], [to, toEnd]]) => {
    const places = (start: number, end: number, without: ReadonlySet<number>): number[] =>
      Array.from({ length: end - start }, (_, at) => start + at).filter(at => !without.has(at));
    return pairInOrder(places(from, fromEnd, taken.old), places(to, toEnd, taken.new), (a, b) =>
      isLike(old[a], own[b]),
    );
  });
  const pairs = [...sure, ...guessed];
  const alone = {
    old: [...old.keys()].filter(at => !pairs.some(([from]) => from === at)),
    new: [...own.keys()].filter(at => !pairs.some(([, to]) => to === at)),
  };
  const of = (list: readonly Drawing[], places: readonly number[]): Drawing[] => places.flatMap(at => list[at] ?? []);
  return [
    ...joined(old, own, pairs),
    ...of(old, alone.old).map(one => ({ old: one })),
    ...of(own, alone.new).map(one => ({ new: one })),
  ];
}

function pairPlaces(old: readonly Drawing[], own: readonly Drawing[]): [number, number][] {
  const [from, to] = [spoken(old), spoken(own)];
  const texts = {
    old: from.map(at => old[at]?.alternative ?? ''),
    new: to.map(at => own[at]?.alternative ?? ''),
  };
  const inOrder = pairEqual(texts.old, texts.new);
  return [...inOrder, ...pairMoved(texts, inOrder)]
    .map(([a, b]): [number, number] => [from[a] ?? 0, to[b] ?? 0])
    .toSorted(([, a], [, b]) => a - b);
}

function spoken(drawings: readonly Drawing[]): number[] {
  return [...drawings.keys()].filter(at => drawings[at]?.alternative !== '');
}

function joined(old: readonly Drawing[], own: readonly Drawing[], pairs: readonly (readonly [number, number])[]) {
  return pairs.flatMap(([from, to]): DrawingPair[] => {
    const [before, after] = [old[from], own[to]];
    return before && after ? [{ old: before, new: after }] : [];
  });
}

/** Whether a drawing may have become another: no side is a fifth longer. */
function isLike(a: Drawing | undefined, b: Drawing | undefined): boolean {
  if (!a || !b) return false;
  const near = (one: number, other: number): boolean => Math.abs(one - other) <= 2 + Math.max(one, other) / 6;
  return (
    near(a.box.right - a.box.left, b.box.right - b.box.left) && near(a.box.top - a.box.bottom, b.box.top - b.box.bottom)
  );
}

/** As many pairs as go together in the order of both lists. */
export function pairInOrder(
  old: readonly number[],
  own: readonly number[],
  fits: (old: number, own: number) => boolean,
): [number, number][] {
  return bestInOrder(old.length, own.length, (a, b) => (fits(old[a] ?? 0, own[b] ?? 0) ? 1 : 0)).map(([a, b]) => [
    old[a] ?? 0,
    own[b] ?? 0,
  ]);
}

/** The pairs of two sequences, in the order of both, with the greatest sum of worths; a worth of 0 is no pair. */
export function bestInOrder(old: number, own: number, worth: (old: number, own: number) => number): [number, number][] {
  const width = own + 1;
  const sums = new Float64Array((old + 1) * width);
  const worths = new Float64Array((old + 1) * width);
  for (let a = old - 1; a >= 0; a--)
    for (let b = own - 1; b >= 0; b--) {
      const at = a * width + b;
      worths[at] = worth(a, b);
      const paired = (worths[at] ?? 0) > 0 ? (worths[at] ?? 0) + (sums[at + width + 1] ?? 0) : 0;
      sums[at] = Math.max(paired, sums[at + width] ?? 0, sums[at + 1] ?? 0);
    }
  const pairs: [number, number][] = [];
  for (let a = 0, b = 0; a < old && b < own; ) {
    const at = a * width + b;
    const gain = worths[at] ?? 0;
    if (gain > 0 && sums[at] === gain + (sums[at + width + 1] ?? 0)) pairs.push([a++, b++]);
    else if (sums[at] === sums[at + width]) a += 1;
    else b += 1;
  }
  return pairs;
}
