// Ways to fill uncertain cells with values they may have: all of them when they are few, else the ends and a sample.

import type { CellReference } from '../../src/statistics/cell.ts';
import type { ObservedValue } from '../../src/statistics/observation.ts';
import { wholeNumbers } from './cells.ts';
import { type Plain, plain } from './plain.ts';

/** Fillings of the cells in their order; `areAll` when there are no others. */
export interface Fillings {
  readonly areAll: boolean;
  readonly fillings: readonly (readonly Plain[])[];
}

/** At most so many fillings, the same in every run. */
export function fillingsOf(cells: readonly CellReference[], most: number): Fillings {
  const choices = cells.map(cell => possibleValues(cell.observation.value));
  const number = choices.reduce((product, values) => product * values.length, 1);
  const areWhole = cells.every(({ observation }) => !('decimals' in observation.value));
  if (number <= most) return { areAll: areWhole, fillings: everyChoice(choices) };
  const next = sequence();
  const pick = (values: readonly Plain[]): Plain => {
    const among = next(2) ? values : [values.at(0), values.at(-1)].filter(end => end !== undefined);
    return among[next(among.length)] ?? plain(0);
  };
  return { areAll: false, fillings: Array.from({ length: most }, () => choices.map(pick)) };
}

/** Whole numbers of a count; of a percentage or mean, both ends and some values between. */
function possibleValues(value: ObservedValue): Plain[] {
  if (!('decimals' in value)) return wholeNumbers(value).map(whole => plain(whole));
  const unit = 10 ** value.decimals;
  const typed = Math.round(value.value * unit);
  return [-5, -3, 0, 1, 5].map(tenths => plain(Math.max(0, typed * 10 + tenths), unit * 10));
}

function everyChoice(choices: readonly (readonly Plain[])[]): Plain[][] {
  return choices.reduce<Plain[][]>(
    (fillings, values) => fillings.flatMap(filling => values.map(value => [...filling, value])),
    [[]],
  );
}

/** Whole numbers from 0 to `below - 1` that look like chance and are the same in every run. */
export function sequence(): (below: number) => number {
  let state = 12345;
  return below => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}
