// What release notes may not say again: old values of tables in which a figure is said less exactly now than before.

import type { CellChange, TableChange } from '../diff/comparison.ts';
import type { Edition, Relation, Table } from '../edition/edition.ts';
import type { ObservedValue } from '../statistics/observation.ts';

/**
 * The ids of tables whose old values are not repeated: those in which a changed cell was more exact before, because the
 * old values beside it could give it away, and all tables that relations join to them.
 */
export function guardedTables(changes: readonly TableChange[], old: Edition, now: Edition): ReadonlySet<string> {
  const guarded = new Set(
    changes
      .filter(change => change.cells.some(cell => isLessExact(cell, change.table, { old, now })))
      .map(one => one.table),
  );
  const joined = [...joinsOf(old), ...joinsOf(now)];
  for (let before = 0; before < guarded.size; ) {
    before = guarded.size;
    for (const [one, other] of joined) {
      if (guarded.has(one)) guarded.add(other);
      if (guarded.has(other)) guarded.add(one);
    }
  }
  return guarded;
}

interface Editions {
  readonly old: Edition;
  readonly now: Edition;
}

function isLessExact({ row, column, ...cell }: CellChange, table: string, { old, now }: Editions): boolean {
  if (cell.old?.disclosure !== 'published') return false;
  const [before, after] = [valueAt(old, table, row, column), valueAt(now, table, row, column)];
  return vagueness(after) > (before ? vagueness(before) : 0); // a row with another label is taken for exact
}

/** From an exact value to none at all. */
function vagueness(value: ObservedValue | undefined): number {
  switch (value?.kind) {
    case 'count':
    case 'mean':
    case 'percentage':
      return 0;
    case 'rounded':
      return 1;
    case 'range':
      return 2;
    case 'suppressed':
      return 3;
    default:
      return 4;
  }
}

function valueAt({ tables }: Edition, id: string, row: string, column: string): ObservedValue | undefined {
  const table = tables.get(id);
  const at = table?.columns.indexOf(column) ?? -1;
  return table?.rows.find(({ label }) => label === row)?.observations[at]?.value;
}

/** Pairs of tables of which one adds up to the other. */
function joinsOf({ tables }: Edition): [string, string][] {
  return [...tables.values()].flatMap(table => partners(table).map((other): [string, string] => [table.id, other]));
}

function partners({ id, relations, claims = [] }: Table): string[] {
  const wholes = [...relations, ...claims].flatMap(one => [
    ...('whole' in one ? [(one as Pick<Relation, 'whole'>).whole.table] : []),
    ...('part' in one ? [one.part.table] : []),
  ]);
  return wholes.filter(other => other !== id);
}
