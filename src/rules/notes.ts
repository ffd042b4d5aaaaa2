// Rule `note-required`: a figure whose numbers add up to more than their whole has a note that says why.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Edition, Table } from '../edition/edition.ts';
import { constantSums } from './constants.ts';
import { placesOfSum, type WorkedSum, writeParts, writeWhole } from './contradiction.ts';
import { pasteText } from './paste.ts';
import { isMore } from './side.ts';
import { workOut } from './sums.ts';

/** A diagnostic for every table without a note that a publication shows as a figure while its numbers count double. */
export function checkNotes(edition: Edition): Diagnostic[] {
  const shown = edition.publications.flatMap(({ figures }) => [...figures.values()].map(({ table }) => table.id));
  return [...edition.tables.values()]
    .filter(table => table.notes.length === 0 && shown.includes(table.id))
    .flatMap(table => {
      const more = sumsOf(table, edition).find(
        ({ sum, parts, whole }) => sum.holds === 'exceeds' && isMore(parts, whole),
      );
      return more ? [noteRequired(table, more)] : [];
    });
}

/** The sums of a table worked out; one whose whole is not there says nothing here. */
function sumsOf(table: Table, { tables }: Edition): WorkedSum[] {
  const sums = table.relations.flatMap(relation => {
    const other = tables.get(relation.whole.table);
    return other ? workOut(relation, table, other) : [];
  });
  return [...sums.filter(({ whole }) => whole.cells.length > 0), ...constantSums(table)];
}

function noteRequired({ id }: Table, worked: WorkedSum): Diagnostic {
  const { because = '' } = worked.sum;
  return {
    severity: 'error',
    rule: 'note-required',
    message: `${writeParts(worked)}, more than ${writeWhole(worked)}, and no note under the table ${id} tells readers why.`,
    ...placesOfSum(worked),
    hints: [`Add under \`notes\`: ${pasteText(because)}`],
  };
}
