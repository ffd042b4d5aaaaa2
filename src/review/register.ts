// A comparison made ready to be told: each publication by its name, each change by its id, and what stands on each page.

import type {
  CellChange,
  Comparison,
  PagePair,
  PublicationComparison,
  TableChange,
  TextChange,
} from '../diff/comparison.ts';
import { cut } from './pieces.ts';
import { cellWords, textWords } from './words.ts';

/** A change of the list, as a link names it. */
export interface Named {
  readonly id: string;
  readonly title: string;
}

/** A pair of pages that differs. */
export interface ShownPair extends PagePair {
  /** Fit for an id in HTML. */
  readonly id: string;
  /** The changes of the list that stand on it. */
  readonly changes: readonly Named[];
  /** Whether something on it differs that no change of the list tells of. */
  readonly isOwn: boolean;
}

/** A publication with its differences. */
export interface Registered {
  /** Its place in the comparison, from 0. */
  readonly index: number;
  readonly publication: PublicationComparison;
  /** What somebody wrote, and what only follows from figures and numbers. */
  readonly written: readonly TextChange[];
  readonly following: readonly TextChange[];
  /** Pages with a difference on them, and pages whose words only stand elsewhere. */
  readonly pairs: readonly ShownPair[];
  readonly shifted: readonly ShownPair[];
}

/** All that a report needs to know. */
export interface Register {
  readonly comparison: Comparison;
  readonly publications: readonly Registered[];
  /** Tables of more than one year must say which. */
  readonly hasYears: boolean;
  /** How many changes it counts: of figures, of texts that somebody wrote, of pages by themselves. */
  readonly counts: { readonly figures: number; readonly texts: number; readonly pages: number; readonly all: number };
  /** The publication that a place names; undefined when the comparison does not have it. */
  find(place: { readonly year?: number; readonly publication: string }): Registered | undefined;
}

/** The changes of a table that count: a whole table is one. */
export function countOf({ kind, facets, cells }: TableChange): number {
  return kind === 'changed' ? facets.length + cells.length : 1;
}

/** The id of a whole table that was added or removed. */
export function tableId({ year, table }: TableChange): string {
  return `tabel-geheel-${year}-${table}`.replace(/[^\w-]+/g, '-');
}

/** What a change of a text is called in a list: its first words that differ. */
export function textTitle(text: TextChange): string {
  if (text.heading !== undefined) return `${textWords(text)}: “${cut(text.heading, 70)}”`;
  const changed = text.pieces.filter(({ kind }) => kind !== 'same').map(piece => piece.text);
  const words = changed.length > 0 ? changed : text.pieces.map(piece => piece.text);
  return `${textWords(text)}: “${cut(words.join(' … '), 70)}”`;
}

/** Makes a comparison ready to be told. */
export function register(comparison: Comparison): Register {
  const reached = reachedPages(comparison.tables);
  const publications = comparison.publications.map((publication, index) =>
    registerOne(publication, index, reached.get(keyOf(publication)) ?? []),
  );
  const byKey = new Map(publications.map(one => [keyOf(one.publication), one]));
  const figures = sum(comparison.tables.map(countOf));
  const texts = sum(publications.map(({ written }) => written.length));
  const pages = sum(publications.map(({ pairs }) => pairs.filter(({ isOwn }) => isOwn).length));
  return {
    ...{ comparison, publications },
    hasYears: new Set(comparison.tables.map(({ year }) => year)).size > 1,
    counts: { figures, texts, pages, all: figures + texts + pages },
    find: place => byKey.get(keyOf(place)),
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function keyOf({ year, publication }: { readonly year?: number; readonly publication: string }): string {
  return `${year ?? ''} ${publication}`;
}

/** Where a changed cell is printed otherwise than before. */
interface Reached extends Named {
  readonly form: CellChange['reach'][number]['form'];
  readonly old: number | null;
  readonly new: number | null;
}

function reachedPages(tables: readonly TableChange[]): Map<string, Reached[]> {
  const found = new Map<string, Reached[]>();
  for (const cell of tables.flatMap(({ cells }) => cells))
    for (const place of cell.reach.filter(({ isChanged }) => isChanged)) {
      const key = keyOf(place);
      const { form, oldPage, newPage } = place;
      found.set(key, [
        ...(found.get(key) ?? []),
        { id: cell.id, title: cellWords(cell), form, old: oldPage, new: newPage },
      ]);
    }
  return found;
}

function registerOne(publication: PublicationComparison, index: number, reached: readonly Reached[]): Registered {
  const { texts, pages } = publication;
  const shown = pages.pairs
    .filter(({ kind }) => kind !== 'same')
    .map(pair => ({ ...pair, id: pairId(index, pair), ...tellPair(pair, texts, reached) }));
  return {
    ...{ index, publication },
    written: texts.filter(({ cause }) => cause === 'text'),
    following: texts.filter(({ cause }) => cause !== 'text'),
    pairs: shown.filter(({ kind }) => kind !== 'moved'),
    shifted: shown.filter(({ kind }) => kind === 'moved'),
  };
}

function pairId(index: number, pair: PagePair): string {
  return pair.new === undefined ? `blad-${index}-oud-${pair.old}` : `blad-${index}-${pair.new}`;
}

type Told = Pick<ShownPair, 'changes' | 'isOwn'>;

function tellPair(pair: PagePair, texts: readonly TextChange[], reached: readonly Reached[]): Told {
  const here = texts.filter(text => standsOn(text, pair));
  const places = reached.filter(one => isPage(one.old, pair.old) || isPage(one.new, pair.new));
  const all = [...places, ...here.map(text => ({ id: text.id, title: textTitle(text) }))];
  const changes = [...new Map(all.map(({ id, title }) => [id, { id, title }])).values()];
  const isTold = (what: 'text' | 'drawing' | 'look'): boolean =>
    what === 'text' ? changes.length > 0 : what === 'drawing' && places.some(({ form }) => form === 'chart');
  const outlines = [...pair.outlines.old, ...pair.outlines.new];
  const untold = outlines.some(({ what, change }) => change === undefined && !isTold(what));
  const isBare = outlines.length === 0 && changes.length === 0;
  return {
    changes,
    isOwn: pair.kind !== 'moved' && (pair.kind === 'changed' ? untold || isBare : changes.length === 0),
  };
}

function isPage(page: number | null, of: number | undefined): boolean {
  return page !== null && page === of;
}

function standsOn({ old, new: now }: TextChange, pair: PagePair): boolean {
  const on = (place: TextChange['old'], page: number | undefined): boolean =>
    place !== undefined && page !== undefined && (place.page === page || place.boxes.some(box => box.page === page));
  return on(old, pair.old) || on(now, pair.new);
}
