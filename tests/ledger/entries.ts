// Entries of a ledger for tests: a computed count of one cell, with what a test lays over it.

import type { Ledger, LedgerCell, LedgerEntry } from '../../src/ledger/entry.ts';
import { coverageOf } from '../../src/ledger/keep.ts';

/** The cell of a man in 2023. */
export const cell: LedgerCell = {
  ...{ table: 'delen', title: 'Verdachten naar deel', row: 'Man', column: '2023', printed: '8', source: 'Register' },
  ...{ file: 'data/2023/tables/delen.yaml', line: 8, position: 12 },
};

/** An entry with changes laid over it. */
export function entry(changes: Partial<LedgerEntry> = {}): LedgerEntry {
  const eight = { decimal: 8, exact: '8' };
  return {
    ...{ id: 'n1', form: 'number', kind: 'computed', text: '8', page: 3, section: ['Verslag', 'Deel'], figure: null },
    ...{ file: 'data/2023/verslag/a.md', line: 3, position: 5, expression: 'delen "Man"', cells: [cell] },
    ...{ operation: null, measure: 'count', unit: 'verdachten', value: eight, interval: { low: eight, high: eight } },
    ...{ basis: null, verdict: 'holds', because: null, ...changes },
  };
}

/** A ledger of some entries. */
export function ledgerOf(...entries: LedgerEntry[]): Ledger {
  return { publication: 'verslag', reportingYear: 2023, coverage: coverageOf(entries), entries };
}
