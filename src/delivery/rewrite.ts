// The table's file with what a delivery changes, and nothing else.

import type { Node } from 'yaml';
import { type Splice, spliced } from '../edition/splice.ts';
import { cellSplices } from './cells.ts';
import { type CellChange, typedNow } from './change.ts';
import { afterLine, endOf } from './lineends.ts';
import { editRemarks } from './remarks.ts';
import type { Target } from './target.ts';

/** What is to be changed in a table's file. */
export interface Rewriting {
  readonly changes: readonly CellChange[];
  /** ISO date. */
  readonly referenceDate?: string;
  /** Why cells are missing that become so. */
  readonly reason?: string;
}

/** The new text of the file, and a sentence for each thing beside cells that is changed in it. */
export interface Rewritten {
  readonly text: string;
  readonly said: readonly string[];
}

/** Makes all changes in the text of the table's file. */
export function rewrite({ changes, referenceDate, reason }: Rewriting, target: Target): Rewritten {
  const remarks = editRemarks(changes, target, reason);
  const dated = referenceDate === undefined ? undefined : dateSplice(referenceDate, target);
  const splices = [...cellSplices(changes, target), ...remarks.splices, ...(dated ? [dated] : [])];
  const { text } = target;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const old = target.spec.referenceDate;
  const said = dated ? [`The reference date: ${old === undefined ? referenceDate : `${old} → ${referenceDate}`}`] : [];
  return {
    text: spliced(
      text,
      splices.map(splice => ({ ...splice, text: splice.text.replaceAll('\n', newline) })),
    ),
    said: [...said, ...remarks.said],
  };
}

function dateSplice(date: string, { text, file, spec }: Target): Splice | undefined {
  if (spec.referenceDate === date) return undefined;
  const value = file.document.get('referenceDate', true) as Node | undefined;
  if (value?.range) return { start: value.range[0], end: value.range[1], text: date };
  const at = afterLine(text, endOf(file.document.get('source', true)));
  return { start: at, end: at, text: `referenceDate: ${date}\n` };
}

/** Throws when the file as it is read anew has any other cell than was meant: then the program is wrong, not the sheet. */
export function assertChanged(before: Target, after: Target, changes: readonly CellChange[]): void {
  for (const row of before.rows)
    for (const column of before.columns) {
      const name = { row, column };
      const meant = changes.find(one => one.row === row && one.column === column)?.typed ?? typedNow(name, before);
      if (typedNow(name, after) !== meant)
        throw new Error(
          `The import would type "${typedNow(name, after)}" instead of "${meant}" in ${JSON.stringify(name)}.`,
        );
    }
}
