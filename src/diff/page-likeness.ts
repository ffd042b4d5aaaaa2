// How alike two pages look of which no words are known: scans, and pages that are empty.

import type { Image } from '../raster/image.ts';
import type { PageAmount } from './page-matching.ts';
import { type Judging, otherThan } from './page-survey.ts';

/** A page is looked at in this many pixels an inch. */
const dpi = 9;

/** Pages less alike than this are not the same. */
const least = 0.6;

/** From 0 to 1, by pages counted from 1; pages that paint the very same are fully alike, and need not be drawn. */
export async function likenessOf(
  amounts: Readonly<Record<'old' | 'new', readonly PageAmount[]>>,
  { prints, sheets }: Pick<Judging, 'prints' | 'sheets'>,
): Promise<(old: number, own: number) => number> {
  const bare = { old: bareIn(amounts.old), new: bareIn(amounts.new) };
  const isKnown = (side: 'old' | 'new', page: number): boolean =>
    prints[otherThan(side)].some(({ name }) => name !== undefined && name === prints[side][page - 1]?.name);
  const isNeeded = (['old', 'new'] as const).every(side => bare[side].some(page => !isKnown(side, page)));
  const looks = { old: new Map<number, Look>(), new: new Map<number, Look>() };
  if (isNeeded)
    for (const side of ['old', 'new'] as const)
      for (const page of bare[side]) {
        const file = await sheets[side].raster();
        looks[side].set(page, lookOf((await file.page(page, dpi)).image));
      }
  return (old, own) => {
    const name = prints.old[old - 1]?.name;
    if (name !== undefined && name === prints.new[own - 1]?.name) return 1;
    const [a, b] = [looks.old.get(old), looks.new.get(own)];
    const alike = a && b ? correlate(a, b) : 0;
    return alike < least ? 0 : alike * 0.9; // what paints the very same goes before what looks the same
  };
}

function bareIn(amounts: readonly PageAmount[]): number[] {
  return amounts.flatMap(({ words }, index) => (words === 0 ? [index + 1] : []));
}

interface Look {
  readonly width: number;
  readonly height: number;
  /** How dark each pixel is, less the average. */
  readonly dark: Float64Array;
  /** Square root of the sum of their squares. */
  readonly strength: number;
}

function lookOf({ data, width, height }: Image): Look {
  const dark = new Float64Array(width * height);
  for (let at = 0; at < dark.length; at++)
    dark[at] = 255 - ((data[at * 4] ?? 0) + (data[at * 4 + 1] ?? 0) + (data[at * 4 + 2] ?? 0)) / 3;
  const average = dark.reduce((sum, one) => sum + one, 0) / dark.length;
  const centred = dark.map(one => one - average);
  return { width, height, dark: centred, strength: Math.sqrt(centred.reduce((sum, one) => sum + one * one, 0)) };
}

/** Pearson's coefficient of two pages of one size; two pages of one colour each are alike. */
function correlate(a: Look, b: Look): number {
  if (a.width !== b.width || a.height !== b.height) return 0;
  if (a.strength < 1 || b.strength < 1) return a.strength < 1 && b.strength < 1 ? 1 : 0;
  let sum = 0;
  for (let at = 0; at < a.dark.length; at++) sum += (a.dark[at] ?? 0) * (b.dark[at] ?? 0);
  return sum / (a.strength * b.strength);
}
