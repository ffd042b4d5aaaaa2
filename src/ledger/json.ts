// The ledger as JSON, an entry to a line, so that versions can be compared line by line.

import type { Ledger } from './entry.ts';

/** The ledger as JSON text. */
export function ledgerJson({ entries, ...head }: Ledger): string {
  const top = JSON.stringify(head, null, 2).replace(/\n}$/, '');
  return `${top},\n  "entries": [\n${entries.map(entry => `    ${JSON.stringify(entry)}`).join(',\n')}\n  ]\n}\n`;
}
