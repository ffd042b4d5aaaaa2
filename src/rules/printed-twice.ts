// Rule `printed-twice`: a number that one publication keeps as a known difference is printed otherwise by no other.

import type { Statement } from '../claims/statement.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Occurrence } from '../document/restore.ts';
import { cellKey } from '../statistics/cell.ts';
import { related } from './marks.ts';

/** What one publication states. */
export interface StatedPublication {
  /** Its reporting year. */
  readonly year: number;
  readonly id: string;
  readonly occurrences: readonly Occurrence[];
}

interface Stated {
  readonly publication: string;
  readonly statement: Statement;
}

/** A diagnostic for each known difference whose number another publication of the year prints as the tables give it. */
export function checkPrintedTwice(publications: readonly StatedPublication[]): Diagnostic[] {
  const stated = new Map<string, Stated[]>();
  for (const { year, id, occurrences } of publications)
    for (const { statement } of occurrences) {
      const key = keyOf(statement, year);
      if (key !== undefined) stated.set(key, [...(stated.get(key) ?? []), { publication: id, statement }]);
    }
  return [...stated.values()].flatMap(contradictions);
}

/** The same number: worked out in the same way of the same cells. */
function keyOf({ form, quantity, operation, verdict }: Statement, year: number): string | undefined {
  if (form !== 'number' || !quantity || quantity.cells.length === 0 || verdict === 'fails') return undefined;
  return JSON.stringify([year, quantity.measure, operation ?? '', ...quantity.cells.map(cellKey).sort()]);
}

function contradictions(all: readonly Stated[]): Diagnostic[] {
  const kept = all.filter(({ statement }) => statement.verdict === 'waived');
  return kept.flatMap(one => {
    const other = all.find(
      ({ publication, statement }) =>
        publication !== one.publication &&
        (statement.verdict === 'holds' ? true : statement.text !== one.statement.text),
    );
    return other ? [contradiction(one, other)] : [];
  });
}

function contradiction({ statement }: Stated, other: Stated): Diagnostic {
  return {
    severity: 'error',
    rule: 'printed-twice',
    message: `The known difference "${statement.text}" stands beside "${other.statement.text}" in ${other.publication}: one number, printed in two ways.`,
    place: statement.place,
    related: related(other.publication, [other.statement.place]),
    hints: [
      'Print the same in both: keep the difference in the other publication too, or take it out of `differences` here.',
    ],
  };
}
