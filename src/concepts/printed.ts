// Every cell of every edition that says all of what it counts, under what makes two of them the same statistic.

import type { Shelf, Volume } from '../edition/shelf.ts';
import { cellsAt } from '../edition/whole.ts';
import type { CellReference } from '../statistics/cell.ts';
import { type Asked, mayHold } from './candidates.ts';
import type { Concepts } from './concepts.ts';
import { describeTable } from './describe.ts';
import { populationKey, populationSaid } from './population.ts';

/** A cell as an edition prints it. */
export interface Printed {
  readonly year: number;
  readonly cell: CellReference;
  readonly of: Asked;
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
      const of = { statistic, period, population };
      return [{ year, cell, of, key: keyOf(of, measure), said }];
    });
  });
}

function keyOf({ statistic, period, population }: Asked, measure: string): string {
  return [statistic, measure, period, populationKey(population)].join('|');
}

/** The counts of a statistic in all editions. */
export type FindPrinted = (asked: Asked) => readonly Printed[];

/** Looks up counts on a shelf; of other editions only the tables are read that may hold what is asked. */
export function createFinder(shelf: Pick<Shelf, 'volumes'>, concepts: Concepts): FindPrinted {
  return asked => {
    const key = keyOf(asked, 'count');
    const volumes = shelf.volumes(text => mayHold(text, [asked], concepts));
    return volumes.flatMap(volume => printedIn(volume, concepts)).filter(one => one.key === key);
  };
}
