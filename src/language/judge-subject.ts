// What a word of judgement is said of: a number with its change, its past, and the numbers it stands among.

import type { Quantity } from '../statistics/quantity.ts';
import { equals } from '../statistics/rational.ts';
import type { Meaning } from './vocabulary-meaning.ts';

/** A number that a word stands by, with what the word may compare it with. */
export interface Subject {
  /** The number the word stands by. */
  readonly quantity: Quantity;
  /** From what to what, when the word is said of a change: given by the expression, or this year against the year before. */
  readonly change?: { readonly from: Quantity; readonly to: Quantity } | undefined;
  /** The same quantity in the years up to and including its own, oldest first; empty when it has no series. */
  readonly series: readonly { readonly year: number; readonly quantity: Quantity }[];
  /** The same quantity in all its years, later ones too; without it the series has them all. */
  readonly years?: Subject['series'];
  /** The same quantity of the other rows (or columns) it stands among, with their labels. */
  readonly rivals: readonly Rival[];
  /** The same subject a year earlier; without this function the series tells what was. */
  readonly before?: () => Subject | undefined;
}

/** Another number that a number stands among. */
export interface Rival {
  readonly label: string;
  readonly quantity: Quantity;
}

/** What stands around a word, and says how it is meant. */
export interface JudgeOptions {
  /** The year behind "sinds": an extreme or a first time looks no further back than the year after it. */
  readonly since?: number;
  /** The period that is named: an extreme looks at its years only. */
  readonly period?: { readonly from: number; readonly to: number };
  /** The other words of judgement in the same sentence. */
  readonly alongside?: readonly Meaning[];
  /** Whether a word that compares is meant of years or of rivals; by default of years when there is a change. */
  readonly against?: 'years' | 'rivals';
  /** Among what a highest or lowest is meant, when the text says so, whatever the word means by itself. */
  readonly among?: 'years' | 'rivals';
  /** How many numbers an extreme is said of together, as in "most come from a, b and c"; 1 unless given. */
  readonly together?: number;
  /** The number that "followed by" follows. */
  readonly after?: Quantity;
}

/** Whether the number is itself a change (a growth or a difference), and not one of the two ends of it. */
export function isChange({ quantity, change }: Subject): boolean {
  return change !== undefined && !isSame(change.to, quantity);
}

function isSame(a: Quantity, b: Quantity): boolean {
  if (a === b) return true;
  const isEqual = equals(a.interval.low, b.interval.low) && equals(a.interval.high, b.interval.high);
  return isEqual && a.measure === b.measure && a.cells.length === b.cells.length;
}

/** The subject a year earlier: as it is given, or as far as the series tells; undefined when nothing is known. */
export function earlierOf(subject: Subject): Subject | undefined {
  if (subject.before) return subject.before();
  const series = subject.series.slice(0, -1);
  const [from, to] = series.slice(-2).map(({ quantity }) => quantity);
  const last = to ?? from;
  if (!last) return undefined;
  return { quantity: last, series, rivals: [], ...(from && to ? { change: { from, to } } : {}) };
}

/** The year of a subject's number, when it has a series. */
export function yearOf({ series }: Subject): number | undefined {
  return series.at(-1)?.year;
}
