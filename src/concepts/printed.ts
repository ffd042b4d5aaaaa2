// Every cell of every edition that says all of what it counts, under what makes two of them the same statistic.

import type { Volume } from '../edition/shelf.ts';
import { cellsAt } from '../edition/whole.ts';
import type { CellReference } from '../statistics/cell.ts';
import type { Concepts } from './concepts.ts';
import { describeTable } from './describe.ts';
import { type Population, populationKey, populationSaid } from './population.ts';

/** A cell as an edition prints it. */
export interface Printed {
  readonly year: number;
  readonly cell: CellReference;
  /** The same for all cells that should have one value. */
  readonly key: string;
  /** What it counts, for a message. */
  readonly said: string;
}

/** The cells of an edition that say all of what they count, and have a value. */
export function printedIn({ year, tables }: Volume, concepts: Concepts): Printed[] {
  const described = [...tables.values()].filter(({ statistic }) => statistic !== undefined);
  return described.flatMap(table => {
    const { cell: describe } = describeTable(table, concepts);
    const rows = table.rows.map(({ label }) => label);
    return cellsAt(table, rows, table.columns).flatMap(cell => {
      const { statistic = '', population, base, period, unread } = describe(cell);
      const { value } = cell.observation;
      if (value.kind === 'missing' || unread.length > 0 || period === undefined) return [];
      const isShare = value.kind === 'percentage';
      const measure = isShare ? `% ${populationKey(base)}` : value.kind === 'mean' ? 'mean' : 'count';
      const said = `${statistic} (${populationSaid(population)}) in ${period}`;
      return [{ year, cell, key: keyOf({ statistic, period, population }, measure), said }];
    });
  });
}

/** What a count is of. */
export interface Asked {
  readonly statistic: string;
  readonly period: string;
  readonly population: Population;
}

function keyOf({ statistic, period, population }: Asked, measure: string): string {
  return [statistic, measure, period, populationKey(population)].join('|');
}

/** The counts of a statistic in all editions. */
export type FindPrinted = (asked: Asked) => readonly Printed[];

/** Looks up counts in the volumes of a shelf, which are read when something is first asked. */
export function createFinder(volumes: () => readonly Volume[], concepts: Concepts): FindPrinted {
  let known: ReadonlyMap<string, readonly Printed[]> | undefined;
  return asked => {
    known ??= Map.groupBy(
      volumes().flatMap(volume => printedIn(volume, concepts)),
      ({ key }) => key,
    );
    return known.get(keyOf(asked, 'count')) ?? [];
  };
}
