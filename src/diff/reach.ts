// Where changed cells reach print: every sentence, table and chart of every publication, from the ledgers.

import type { LedgerEntry } from '../ledger/entry.ts';
import { firmnessWords } from '../locale/remark.ts';
import type { CellChange, ReachedPlace, TableChange } from './comparison.ts';
import { cellKey, type EntryPair, type PairedPublication } from './pairing.ts';
import { type Joined, redrawnPlaces } from './redrawn.ts';
import type { Statements } from './statements.ts';

/** The tables with the places that each changed cell reaches, also by way of the tables that are joined to its own. */
export function withReach(
  tables: readonly TableChange[],
  publications: readonly PairedPublication[],
  joined: Joined = new Map(),
): TableChange[] {
  const places = new Map<string, ReachedPlace[]>();
  for (const publication of publications) {
    const own = placesIn(publication, changedCells(tables));
    for (const [key, found] of [...own, ...redrawnPlaces(publication, tables, joined)])
      places.set(key, [...(places.get(key) ?? []), ...found]);
  }
  return tables.map(table => ({
    ...table,
    cells: table.cells.map(cell => ({ ...cell, reach: places.get(keyOf(table, cell)) ?? [] })),
  }));
}

/** The changed cells by their keys. */
export function changedCells(tables: readonly TableChange[]): Map<string, CellChange> {
  return new Map(tables.flatMap(table => table.cells.map(cell => [keyOf(table, cell), cell] as const)));
}

function keyOf({ table, year }: TableChange, { row, column }: CellChange): string {
  return cellKey({ table, file: `data/${year}/tables/${table}.yaml`, row, column });
}

/** The changed cells that a statement comes from, in either state. */
export function cellsBehind(pair: EntryPair, changed: ReadonlyMap<string, CellChange>): Map<string, CellChange> {
  const keys = [...(pair.old?.cells ?? []), ...(pair.new?.cells ?? [])].map(cellKey);
  return new Map(keys.flatMap(key => [[key, changed.get(key)] as const].filter(isThere)));
}

function isThere<K, V>(entry: readonly [K, V | undefined]): entry is readonly [K, V] {
  return entry[1] !== undefined;
}

/** A place while it is gathered, and what makes two statements stand at one place. */
interface Gathered {
  readonly spot: string;
  readonly place: ReachedPlace;
}

function placesIn(
  publication: PairedPublication,
  changed: ReadonlyMap<string, CellChange>,
): Map<string, ReachedPlace[]> {
  const found = new Map<string, Gathered[]>();
  for (const pair of publication.entries)
    for (const [key, cell] of cellsBehind(pair, changed))
      for (const one of placesOf(pair, cell, publication)) add(found, key, one);
  return new Map([...found].map(([key, gathered]) => [key, gathered.map(({ place }) => place)]));
}

/** A sentence with two numbers of one cell is one place. */
function add(found: Map<string, Gathered[]>, key: string, one: Gathered): void {
  const list = found.get(key) ?? [];
  found.set(key, list);
  const index = list.findIndex(({ spot }) => spot === one.spot);
  const known = list[index];
  if (!known) list.push(one);
  else if (one.place.isChanged) list[index] = { ...known, place: { ...known.place, isChanged: true } };
}

function placesOf(pair: EntryPair, cell: CellChange, publication: PairedPublication): Gathered[] {
  const entry = pair.new ?? pair.old;
  if (!entry) return [];
  const base = {
    ...{ year: publication.year, publication: publication.publication, section: entry.section },
    ...{ oldPage: pair.old?.page ?? null, newPage: pair.new?.page ?? null },
  };
  if (entry.figure === null) return isInContents(entry) ? [] : [sentencePlace(pair, base, publication)];
  const figure = figureOf(entry.figure, publication);
  const texts = {
    ...(pair.old ? { oldText: printed(pair.old, cell.old) } : {}),
    ...(pair.new ? { newText: printed(pair.new, cell.new) } : {}),
  };
  const isChanged = texts.oldText !== texts.newText;
  const own = { ...base, ...(figure.title ? { figure: figure.title } : {}), ...texts };
  const table: Gathered = { spot: `table ${entry.figure}`, place: { ...own, form: 'table', isChanged } };
  if (!figure.isRedrawn) return [table];
  return [table, { spot: `chart ${entry.figure}`, place: { ...own, form: 'chart', isChanged: true } }];
}

/** The contents say headings again, without elements of their own. */
function isInContents({ id, page }: LedgerEntry): boolean {
  return id === '' && page !== null;
}

/** A statement on one cell says that cell, with what its mark means; any other says what it says. */
function printed(entry: LedgerEntry, state: CellChange['old']): string {
  if (entry.cells.length !== 1 || !state) return entry.text;
  const mark = firmnessWords[state.status];
  return mark === undefined ? state.printed : `${state.printed} (${mark})`;
}

function figureOf(id: string, { old, new: now }: PairedPublication): { title: string; isRedrawn: boolean } {
  const [before, after] = [old?.figures.get(id), now?.figures.get(id)];
  return { title: (after ?? before)?.title ?? '', isRedrawn: before?.drawing !== after?.drawing };
}

type Base = Pick<ReachedPlace, 'year' | 'publication' | 'section' | 'oldPage' | 'newPage'>;

function sentencePlace(pair: EntryPair, base: Base, { old, new: now }: PairedPublication): Gathered {
  const [before, after] = [sentenceOf(pair.old, old), sentenceOf(pair.new, now)];
  const texts = {
    ...(before === undefined ? {} : { oldText: before }),
    ...(after === undefined ? {} : { newText: after }),
  };
  const isChanged = pair.old?.text !== pair.new?.text;
  const spot = `sentence ${base.newPage ?? base.oldPage} ${after ?? before}`;
  return { spot, place: { ...base, form: 'sentence', ...texts, isChanged } };
}

/** The sentence around a statement; the statement alone where it has no element, such as in a page's head. */
export function sentenceOf(entry: LedgerEntry | undefined, statements: Statements | undefined): string | undefined {
  return entry && (statements?.of.get(entry)?.text ?? entry.text);
}
