// Charts that differ although no cell of their own does: what they draw of an uncertain cell follows from another table.

import type { LedgerEntry } from '../ledger/entry.ts';
import type { ReachedPlace, TableChange } from './comparison.ts';
import { cellKey, type PairedPublication } from './pairing.ts';
import type { TableView } from './view.ts';

/** The tables whose cells each table is held against, by year and id: `2023 herkomst`. */
export type Joined = ReadonlyMap<string, ReadonlySet<string>>;

/** What both states declare. */
export function joinedTables(views: readonly TableView[]): Joined {
  const joined = new Map<string, Set<string>>();
  for (const { year, table, joins = [] } of views) {
    const known = joined.get(`${year} ${table}`) ?? new Set();
    joined.set(`${year} ${table}`, known);
    for (const other of joins) known.add(`${year} ${other}`);
  }
  return joined;
}

/** The charts of a publication that changed cells of joined tables reach, by the keys of those cells. */
export function redrawnPlaces(
  publication: PairedPublication,
  tables: readonly TableChange[],
  joined: Joined,
): Map<string, ReachedPlace[]> {
  const found = new Map<string, ReachedPlace[]>();
  const changed = new Map(tables.map(table => [`${table.year} ${table.table}`, table]));
  for (const [id, entries] of figureEntries(publication)) {
    const own = new Set(entries.flatMap(({ cells }) => cells.map(tableOf)));
    if (!isRedrawn(id, publication) || [...own].some(table => changed.get(table)?.cells.length)) continue;
    const causes = [...own].flatMap(table => [...(joined.get(table) ?? [])].flatMap(other => changed.get(other) ?? []));
    for (const { year, table, cells } of new Set(causes))
      for (const { row, column, old, new: now } of cells) {
        const key = cellKey({ table, file: `data/${year}/tables/${table}.yaml`, row, column });
        const texts = { ...(old ? { oldText: old.printed } : {}), ...(now ? { newText: now.printed } : {}) };
        found.set(key, [...(found.get(key) ?? []), { ...placeOf(id, entries, publication), ...texts }]);
      }
  }
  return found;
}

/** The entries of each figure, as its key the id of its element. */
function figureEntries({ entries }: PairedPublication): Map<string, LedgerEntry[]> {
  const found = new Map<string, LedgerEntry[]>();
  for (const entry of entries.flatMap(pair => [pair.old, pair.new]))
    if (entry && entry.figure !== null) found.set(entry.figure, [...(found.get(entry.figure) ?? []), entry]);
  return found;
}

function tableOf(cell: LedgerEntry['cells'][number]): string {
  return cellKey(cell).split('\t').slice(0, 2).join(' ');
}

function isRedrawn(id: string, { old, new: now }: PairedPublication): boolean {
  const [before, after] = [old?.figures.get(id), now?.figures.get(id)];
  return before !== undefined && after !== undefined && before.drawing !== after.drawing;
}

function placeOf(id: string, entries: readonly LedgerEntry[], publication: PairedPublication): ReachedPlace {
  const pages = (state: 'old' | 'new'): number | null => {
    const own = new Set(publication.entries.flatMap(pair => pair[state] ?? []));
    return entries.find(entry => own.has(entry) && entry.page !== null)?.page ?? null;
  };
  return {
    ...{ year: publication.year, publication: publication.publication, form: 'chart', isChanged: true },
    ...{ oldPage: pages('old'), newPage: pages('new'), section: entries.at(-1)?.section ?? [] },
    figure: publication.new?.figures.get(id)?.title ?? '',
  };
}
