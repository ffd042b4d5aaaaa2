// What can be read off a series with certainty: its highest, its lowest, and where it turns.

import type { ObservedValue } from '../statistics/observation.ts';
import { type Extent, extentOf } from './cell.ts';

/** A value with the name of its row or column. */
export interface NamedValue {
  readonly name: string;
  readonly value: ObservedValue;
  /** How it is said, where that is not as a cell. */
  readonly words?: string;
}

/** The highest and the lowest values, several when they are equal; undefined when uncertain or too many to name. */
export interface Extremes {
  readonly highest?: readonly NamedValue[];
  readonly lowest?: readonly NamedValue[];
}

const mostNames = 3;

/** The extremes of a series as far as they are certain; none for fewer than two values. */
export function extremes(values: readonly NamedValue[]): Extremes {
  if (values.length < 2) return {};
  const highest = leaders(values, (one, other) => one.low >= other.high);
  const lowest = leaders(values, (one, other) => one.high <= other.low);
  return { ...(highest && { highest }), ...(lowest && { lowest }) };
}

/** The values no other value beats. Equal texts, such as two suppressed counts, lead together. */
function leaders(
  values: readonly NamedValue[],
  beats: (one: Extent, other: Extent) => boolean,
): readonly NamedValue[] | undefined {
  const extent = (one: NamedValue): Extent => extentOf(one.value) ?? { low: 0, high: 0 };
  const leads = (one: NamedValue): boolean =>
    values.every(other => sameValue(one, other) || beats(extent(one), extent(other)));
  const found = values.filter(leads);
  return found.length > 0 && found.length <= mostNames && found.length < values.length ? found : undefined;
}

function sameValue(one: NamedValue, other: NamedValue): boolean {
  return JSON.stringify(one.value) === JSON.stringify(other.value);
}

type Direction = 'up' | 'down' | 'same';

/** The course of a series in words, such as `eerst een daling tot 2021, daarna een stijging`; undefined when it is uncertain. */
export function trendWords(values: readonly NamedValue[]): string | undefined {
  const steps = stepsOf(values);
  if (!steps || steps.length < 2) return undefined;
  const moves = steps.filter(step => step.direction !== 'same');
  const turns = moves.filter((step, index) => index > 0 && step.direction !== moves[index - 1]?.direction);
  const first = moves[0];
  const turn = turns.at(-1);
  if (!first) return 'steeds gelijk';
  if (!turn) return moves.length === steps.length ? `steeds ${adjective(first.direction)}` : undefined;
  if (turns.length === 1)
    return `eerst een ${noun(first.direction)} tot ${turn.from}, daarna een ${noun(turn.direction)}`;
  if (turn === steps.at(-1)) return `${adjective(turn.direction)} dan in ${turn.from}`;
  return `sinds ${turn.from} ${turn.direction === 'up' ? 'stijgend' : 'dalend'}`;
}

interface Step {
  readonly from: string;
  readonly direction: Direction;
}

function stepsOf(values: readonly NamedValue[]): Step[] | undefined {
  const steps = values.slice(1).map((value, index) => stepBetween(values[index] ?? value, value));
  return steps.every(step => step !== undefined) ? steps : undefined;
}

function stepBetween(before: NamedValue, after: NamedValue): Step | undefined {
  const [from, to] = [extentOf(before.value), extentOf(after.value)];
  if (!from || !to) return undefined;
  if (to.low > from.high) return { from: before.name, direction: 'up' };
  if (to.high < from.low) return { from: before.name, direction: 'down' };
  const exact = from.low === from.high && to.low === to.high;
  return exact ? { from: before.name, direction: 'same' } : undefined;
}

function noun(direction: Direction): string {
  return direction === 'up' ? 'stijging' : 'daling';
}

function adjective(direction: Direction): string {
  return direction === 'up' ? 'hoger' : 'lager';
}
