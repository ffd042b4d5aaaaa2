// A composed document and its pages → its ledger.

import { type Ground, grounds } from '../claims/statement.ts';
import type { ComposedDocument } from '../document/compose.ts';
import type { Draft } from '../document/draft.ts';
import type { Occurrence } from '../document/restore.ts';
import type { Edition, Publication } from '../edition/edition.ts';
import { cellText } from '../locale/cell.ts';
import type { CellReference } from '../statistics/cell.ts';
import { isExact } from '../statistics/interval.ts';
import { type Rational, roundHalfUp, toNumber } from '../statistics/rational.ts';
import { groundDrawn } from './drawn.ts';
import type { Count, Coverage, Ledger, LedgerCell, LedgerDraft, LedgerEntry, LedgerNumber } from './entry.ts';

/** What a ledger is kept of. */
export interface Kept {
  readonly edition: Edition;
  readonly publication: Publication;
  readonly document: Pick<ComposedDocument, 'occurrences' | 'drawn'>;
  /** Pages by the ids of elements; empty for a publication that is not printed. */
  readonly pages: ReadonlyMap<string, number>;
  /** Number of pages; 0 when it is not printed. */
  readonly pageCount: number;
  /** The page numbers in the contents by the ids of their elements. */
  readonly references?: Readonly<Record<string, string>>;
  /** Given for a draft. */
  readonly asDraft?: Draft;
}

/** The ledger: running text, tables, drawings and page numbers, in the order of the document. */
export function keepLedger(kept: Kept): Ledger {
  const { edition, publication, document } = kept;
  const stated = [...document.occurrences, ...groundDrawn(document.drawn, publication, edition.tables)];
  const entries = [...stated.map(one => entryOf(one, kept)), ...references(kept), ...pageNumbers(kept)];
  return {
    publication: publication.id,
    reportingYear: edition.reportingYear,
    ...(kept.asDraft ? { draft: draftOf(kept.asDraft) } : {}),
    coverage: coverageOf(entries),
    entries,
  };
}

function draftOf({ version, changed, moment, embargo }: Draft): LedgerDraft {
  return { version: version ?? null, changed, moment: moment.toISOString(), embargo: embargo ?? null };
}

/** What is counted of a number or word in print. */
type Counted = Pick<LedgerEntry, 'form' | 'kind' | 'figure'>;

/** What is counted of an occurrence that has no entry yet. */
export function counted({ statement, figure }: Occurrence): Counted {
  return { form: statement.form, kind: statement.ground, figure: figure ?? null };
}

/** The entries counted. */
export function coverageOf(entries: readonly Counted[]): Coverage {
  const isNumber = (one: Counted): boolean => one.form === 'number';
  return {
    numbers: countOf(entries.filter(one => isNumber(one) && one.figure === null)),
    figures: countOf(entries.filter(one => isNumber(one) && one.figure !== null)),
    words: countOf(entries.filter(one => !isNumber(one))),
  };
}

function countOf(entries: readonly Counted[]): Count {
  const count = (ground: Ground): number => entries.filter(one => one.kind === ground).length;
  return Object.fromEntries(grounds.map(ground => [ground, count(ground)])) as Record<Ground, number>;
}

function entryOf({ id, statement, section, figure }: Occurrence, { pages, edition }: Kept): LedgerEntry {
  const { form, ground, text, place, expression, quantity, operation, basis, verdict, because } = statement;
  const cells = statement.cells ?? quantity?.cells ?? [];
  const isTyped = place.file !== '';
  return {
    ...{ id, form, kind: ground, text, section, verdict },
    page: pages.get(id) ?? (figure === undefined ? undefined : pages.get(figure)) ?? null,
    figure: figure ?? null,
    file: isTyped ? place.file : null,
    line: isTyped ? place.line : null,
    position: isTyped ? place.column : null,
    expression: expression ?? null,
    cells: cells.map(cell => cellOf(cell, edition)),
    operation: operation ?? null,
    measure: quantity?.measure ?? null,
    unit: quantity?.unit ?? null,
    value: quantity && isExact(quantity.interval) ? numberOf(quantity.interval.low) : null,
    interval: quantity ? { low: numberOf(quantity.interval.low), high: numberOf(quantity.interval.high) } : null,
    basis: basis ?? null,
    because: because ?? null,
  };
}

function cellOf({ table, row, column, observation }: CellReference, { tables }: Edition): LedgerCell {
  const { file, line, column: position } = observation.place;
  const { source = '', title = '' } = tables.get(table) ?? {};
  return { table, title, row, column, printed: cellText(observation.value), file, line, position, source };
}

const mostDecimals = 6;

function numberOf(value: Rational): LedgerNumber {
  const exact = value.d === 1n ? value.n.toString() : `${value.n}/${value.d}`;
  return { decimal: toNumber(roundHalfUp(value, mostDecimals)), exact };
}

/** The page numbers in the contents. */
function references(kept: Kept): LedgerEntry[] {
  const numbers = Object.entries(kept.references ?? {});
  return numbers.map(([id, text]) => layoutEntry({ id, text, basis: 'paginaverwijzing' }, kept));
}

/** The numbers at the foot of the pages, as one entry. */
function pageNumbers(kept: Kept): LedgerEntry[] {
  const text = kept.pageCount === 1 ? '1' : `1-${kept.pageCount}`;
  return kept.pageCount === 0 ? [] : [layoutEntry({ id: '', text, basis: 'paginanummers' }, kept)];
}

/** A number that the layout prints, and nobody wrote. */
function layoutEntry({ id, text, basis }: { id: string; text: string; basis: string }, kept: Kept): LedgerEntry {
  const place = { file: '', line: 1, column: 1 };
  const statement = { form: 'number', ground: 'structural', verdict: 'holds', text, place, basis } as const;
  return entryOf({ id, statement, section: [] }, kept);
}
