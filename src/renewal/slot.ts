// The labels of one axis of a table a step later, and which cells stand under each of them.

import { advance, isYear, type Moving, type Step } from './step.ts';

/** A place on an axis: the label that stood there, the one that stands there now, and whose cells these are. */
export interface Slot {
  readonly was: string;
  readonly label: string;
  /** The place whose cells now stand here; none when they must be filled in. */
  readonly from?: number;
}

/** A series whose last year lies further back than this has ended, and does not go on. */
const longestLag = 3;

/** The years of a series among labels, each with its place; empty when they are in no order, or the series has ended. */
export function seriesIn(labels: readonly string[], { from }: Step): { year: number; at: number }[] {
  const found = labels.flatMap((label, at) => (isYear(label) ? [{ year: Number(label), at }] : []));
  const years = found.map(({ year }) => year);
  const rises = years.every((year, index) => index === 0 || year > (years[index - 1] ?? year));
  const falls = years.every((year, index) => index === 0 || year < (years[index - 1] ?? year));
  return (rises || falls) && Math.max(...years) >= from - longestLag ? found : [];
}

/** The years that a series has a step later: as many as before, the oldest gone and the newest added, in its order. */
function laterYears(years: readonly number[], { from, to }: Step): number[] {
  const newest = Math.max(...years);
  const added = Array.from({ length: to - from }, (_, index) => newest + index + 1);
  const rising = [...years.toSorted((a, b) => a - b), ...added].slice(-years.length);
  return (years[0] ?? 0) > (years[1] ?? Number.POSITIVE_INFINITY) ? rising.toReversed() : rising;
}

/** What becomes of labels that are no years of a series. */
export interface Others {
  readonly moving: Moving;
  /** Whether cells under a label that stays the same stay too. */
  readonly stay: boolean;
}

/** The places of an axis a step later; years of a series bring their cells along, and a new year has none yet. */
export function slotsOf(labels: readonly string[], step: Step, { moving, stay }: Others): Slot[] {
  const series = seriesIn(labels, step);
  const later = laterYears(
    series.map(({ year }) => year),
    step,
  );
  return labels.map((was, at) => {
    const index = series.findIndex(one => one.at === at);
    if (index >= 0) return inSeries(was, later[index] ?? 0, series);
    const label = advance(was, step, moving);
    return { was, label, ...(label === was && stay ? { from: at } : {}) };
  });
}

function inSeries(was: string, year: number, series: readonly { year: number; at: number }[]): Slot {
  const before = series.find(one => one.year === year);
  return { was, label: String(year), ...(before ? { from: before.at } : {}) };
}

/** The label that stands where a label stood; the same one when that is not there. */
export function laterLabel(label: string, slots: readonly Slot[]): string {
  return slots.find(({ was }) => was === label)?.label ?? label;
}
