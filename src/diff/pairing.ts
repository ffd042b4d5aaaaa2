// The statements of a publication in two states, paired: the same expression over the same cells, in the same order.

import { diffArrays } from 'diff';
import type { LedgerCell, LedgerEntry } from '../ledger/entry.ts';
import type { PublicationPair, PublicationSide } from './side.ts';
import { readStatements, type Statements } from './statements.ts';

/** A statement of both states, or of one of them. */
export interface EntryPair {
  readonly old?: LedgerEntry;
  readonly new?: LedgerEntry;
}

/** A publication whose statements are known. */
export interface PairedPublication {
  readonly year: number;
  readonly publication: string;
  readonly old: Statements | undefined;
  readonly new: Statements | undefined;
  readonly entries: readonly EntryPair[];
}

/** The statements of a publication; undefined when neither state is one of ours. */
export function pairStatements({ old, new: now }: PublicationPair): PairedPublication | undefined {
  const side = now ?? old;
  if (side?.year === undefined || (!old?.edition && !now?.edition)) return undefined;
  const read = (one: PublicationSide | undefined): Statements | undefined =>
    one?.edition && readStatements(one.edition.html, one.edition.ledger);
  return {
    ...{ year: side.year, publication: side.publication, old: read(old), new: read(now) },
    entries: pairEntries(old?.edition?.ledger.entries ?? [], now?.edition?.ledger.entries ?? []),
  };
}

/** Entries with one key in their order; those between that have another key stay alone. */
function pairEntries(old: readonly LedgerEntry[], now: readonly LedgerEntry[]): EntryPair[] {
  const pairs: EntryPair[] = [];
  let [before, after] = [0, 0];
  for (const { removed, added, count } of diffArrays(old.map(keyOf), now.map(keyOf)))
    for (let index = 0; index < count; index++) {
      const [left, right] = [added ? undefined : old[before++], removed ? undefined : now[after++]];
      pairs.push({ ...(left ? { old: left } : {}), ...(right ? { new: right } : {}) });
    }
  return pairs;
}

/** What a statement is, whatever it comes to: of what is not worked out, the words themselves. */
function keyOf({ figure, form, kind, expression, text, cells }: LedgerEntry): string {
  const said = kind === 'computed' && expression !== null ? expression : `${expression} ${text}`;
  const own = form === 'word' && kind === 'asserted' ? (expression ?? text) : said;
  return [figure, form, kind, own, ...cells.map(cellKey)].join('\n');
}

/** A cell by its table, year and labels, whatever it holds. */
export function cellKey({ table, file, row, column }: Pick<LedgerCell, 'table' | 'file' | 'row' | 'column'>): string {
  return [yearOf(file), table, row, column].join('\t');
}

/** The reporting year in whose folder a file stands. */
function yearOf(file: string): string {
  return /(?:^|\/)data\/(\d{4})\//.exec(file)?.[1] ?? '';
}
