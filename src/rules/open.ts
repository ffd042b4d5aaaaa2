// Rules `cell-open` and `date-open`: what a new year's tables leave open (`?`) is filled in before anything is printed.

import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import type { Edition, Row, Table } from '../edition/edition.ts';
import { isOpen } from '../statistics/observation.ts';

/** A diagnostic for every row with cells that must still be filled in, and for every such reference date. */
export function checkOpen(edition: Edition): Diagnostic[] {
  return [...edition.tables.values()].flatMap(table => [
    ...(table.openDate ? [openDate(table.openDate)] : []),
    ...table.rows.flatMap(row => openRow(row, table, edition.reportingYear)),
  ]);
}

function openRow({ label, observations }: Row, { id, columns }: Table, year: number): Diagnostic[] {
  const open = columns.filter((_, index) => isOpenAt(observations, index));
  const [first, ...others] = observations.filter(isOpen);
  if (!first) return [];
  const cells = others.length === 0 ? 'a cell' : `${others.length + 1} cells`;
  const where =
    open.length === columns.length
      ? others.length === 0
        ? ''
        : ': all of them'
      : `: ${open.map(column => `"${column}"`).join(', ')}`;
  return [
    {
      severity: 'error',
      rule: 'cell-open',
      message: `The row "${label}" has ${cells} to be filled in${where}.`,
      place: spanOf(first.place, others.at(-1)?.place),
      hints: [
        `Write the values in the place of the question marks, or take them over from a spreadsheet: npx jaarcijfers import FILE --table ${id} --year ${year}`,
        'A value that nobody knows is a point (.), with its reason under `remarks`.',
      ],
    },
  ];
}

function isOpenAt(observations: Row['observations'], index: number): boolean {
  const observation = observations[index];
  return observation !== undefined && isOpen(observation);
}

/** From the first to the last open cell, as far as they stand on one line. */
function spanOf(first: Place, last: Place | undefined): Place {
  if (last?.line !== first.line) return first;
  return { ...first, length: last.column + (last.length ?? 1) - first.column };
}

function openDate(place: Place): Diagnostic {
  return {
    severity: 'error',
    rule: 'date-open',
    message: 'The reference date of the table is still to be filled in.',
    place,
    hints: ['Write the day on which the register was read, such as 2024-04-26; or take the line out if there is none.'],
  };
}
