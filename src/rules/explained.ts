// Cells that a declared relation holds together: what they have to do with each other is said, and held, there.

import type { EarlierSum, Relation, Table } from '../edition/edition.ts';
import type { Volume } from '../edition/shelf.ts';
import { chosenCells, viewpointOf } from '../edition/whole.ts';
import type { CellReference } from '../statistics/cell.ts';
import { partCells } from './sums.ts';

/** A cell of an edition. */
export interface Placed {
  readonly year: number;
  readonly cell: CellReference;
}

/** A text that is the same for two cells in either order. */
export function pairKey(a: Placed, b: Placed): string {
  return [a, b]
    .map(({ year, cell }) => JSON.stringify([year, cell.table, cell.row, cell.column]))
    .toSorted()
    .join();
}

/** The pairs of cells of which a relation says how one goes with the other, alone or as a part of its whole. */
export function explainedPairs(volumes: readonly Volume[]): ReadonlySet<string> {
  const byYear = new Map(volumes.map(volume => [volume.year, volume]));
  return new Set(
    volumes.flatMap(({ year, tables }) =>
      [...tables.values()].flatMap(table => {
        const earlier = (table.claims ?? []).filter(claim => claim.kind === 'earlier');
        return [
          ...table.relations.flatMap(sum =>
            pairsOf(sum, { year, table }, { year, table: tables.get(sum.whole.table) }),
          ),
          ...earlier.flatMap(sum =>
            pairsOf(
              sum,
              { year, table },
              { year: sum.edition, table: byYear.get(sum.edition)?.tables.get(sum.whole.table) },
            ),
          ),
        ];
      }),
    ),
  );
}

interface Side {
  readonly year: number;
  readonly table: Table | undefined;
}

/** A sum of many cells says nothing of each; a single part is explained by all of its whole, and a single whole by all of its parts. */
function pairsOf(sum: Relation | EarlierSum, own: Side & { readonly table: Table }, other: Side): string[] {
  const { table } = other;
  if (!table) return [];
  return sum.scope.flatMap(label => {
    const parts = partCells(sum, label, own.table);
    const whole = chosenCells(sum.whole, viewpointOf(sum.direction, label), table) ?? [];
    if (parts.length > 1 && whole.length > 1) return [];
    return parts.flatMap(part =>
      whole.map(cell => pairKey({ year: own.year, cell: part }, { year: other.year, cell })),
    );
  });
}
