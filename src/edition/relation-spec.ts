// The shape of a table's relations as typed: sums that are held against a whole, and percentages against their counts.

import { z } from 'zod';
import { amount, identifier, label, labels, mistake, text, whole as wholeNumber } from './field.ts';

const rowsOrAll = z.union([z.literal('all'), labels]).optional();

const cells = {
  table: identifier.optional().describe('De tabel waarin de cellen staan; zonder deze regel is dat deze tabel.'),
  row: label.optional().describe('De rij die het geheel is.'),
  rows: rowsOrAll.describe('De rijen die samen het geheel zijn, of all.'),
  column: label.optional().describe('De kolom die het geheel is; zonder deze regel de kolom met hetzelfde opschrift.'),
  columns: rowsOrAll.describe('De kolommen die samen het geheel zijn, of all.'),
  panel: text.optional().describe('Het paneel waarvan de kolommen samen het geheel zijn.'),
};

const wholeSpec = z
  .strictObject({
    ...cells,
    edition: wholeNumber.optional().describe('Een eerder verslagjaar, als het geheel in de tabel van dat jaar staat.'),
    value: amount.optional().describe('Een vast getal, zoals 100 voor percentages die samen 100 zijn.'),
  })
  .check(context => {
    if (context.value.value !== undefined && Object.values(context.value).filter(one => one !== undefined).length > 1)
      context.issues.push(
        mistake(
          context.value,
          'expected `value` alone',
          'Keep either the fixed number or the rows and columns, not both.',
        ),
      );
  })
  .describe('Het geheel waarmee de som wordt vergeleken.');

/** Where a sum of rows needs a row to be held against, and a sum of columns a column; a fixed number will do for both. */
function namesWhole(sum: 'rows' | 'columns', whole: WholeSpec): boolean {
  if (whole.value !== undefined) return true;
  if (sum === 'columns') return (whole.column ?? whole.columns ?? whole.panel) !== undefined;
  return (whole.table ?? whole.row ?? whole.rows ?? whole.edition) !== undefined;
}

const sumFields = z.strictObject({
  sum: z.enum(['rows', 'columns']).describe('rows: per kolom worden rijen opgeteld; columns: per rij kolommen.'),
  of: labels.optional().describe('De opgetelde rijen of kolommen; zonder deze regel alle, behalve het geheel zelf.'),
  panel: text
    .optional()
    .describe('Bij columns: de kolommen van dit paneel worden opgeteld; bij rows: geldt alleen voor dit paneel.'),
  for: labels.optional().describe('De kolommen of rijen waarvoor dit geldt; zonder deze regel alle.'),
  equals: wholeSpec.optional().describe('De som is gelijk aan dit geheel.'),
  exceeds: wholeSpec.optional().describe('De som is ten minste dit geheel, bijvoorbeeld door dubbeltelling.'),
  within: wholeSpec.optional().describe('De som is hoogstens dit geheel, bijvoorbeeld doordat onbekend ontbreekt.'),
  because: text.optional().describe('Waarom de som niet gelijk is; verplicht bij exceeds en within.'),
});

const sumSpec = sumFields
  .check(context => {
    const found = sumMistake(context.value);
    if (found) context.issues.push(mistake(context.value, ...found));
  })
  .describe('Wat optelt tot wat, of juist niet.');

/** What is wrong with a sum whose keys are all known, and what to do about it. */
function sumMistake(relation: z.output<typeof sumFields>): [message: string, hint: string] | undefined {
  const kinds = [relation.equals, relation.exceeds, relation.within].filter(one => one !== undefined);
  const [whole] = kinds;
  if (kinds.length !== 1 || !whole)
    return ['expected exactly one of equals, exceeds and within', 'Keep one of the three, with the whole behind it.'];
  if (!relation.equals && relation.because === undefined)
    return ['expected `because` with exceeds and within', 'Add `because: …` with the reason why the sum is not equal.'];
  if (!namesWhole(relation.sum, whole))
    return [
      'expected the whole that the sum is held against',
      'Name it, such as `equals: { row: Totaal }` (or column, or panel).',
    ];
  return undefined;
}

const sharedCells = {
  ...cells,
  row: cells.row.describe('De rij; zonder deze regel de rij van het percentage zelf.'),
  rows: rowsOrAll.describe('De rijen die worden opgeteld, of all.'),
  column: cells.column.describe('De kolom; zonder deze regel de kolom van het percentage zelf.'),
  columns: rowsOrAll.describe('De kolommen die worden opgeteld, of all.'),
  panel: cells.panel.describe('Het paneel waarvan de kolommen worden opgeteld.'),
};

const { table: _here, ...ownCells } = cells;

const shareSpec = z
  .strictObject({
    share: z
      .strictObject({
        ...ownCells,
        row: label.optional().describe('De rij met percentages.'),
        rows: rowsOrAll.describe('De rijen met percentages, of all; zonder deze regel alle.'),
        column: label.optional().describe('De kolom met percentages.'),
        columns: rowsOrAll.describe('De kolommen met percentages, of all; zonder deze regel alle.'),
        panel: text.optional().describe('Het paneel met percentages.'),
      })
      .describe('De percentages van deze tabel: elk is het aandeel …'),
    of: z.strictObject(sharedCells).describe('… van deze aantallen …'),
    in: z.strictObject(sharedCells).describe('… in deze aantallen.'),
  })
  .describe('Welk aandeel een percentage is.');

/** One relation of a table: a sum or a share. */
export const relationSpec = z.union([sumSpec, shareSpec]);

export type SumSpec = z.output<typeof sumSpec>;
export type ShareSpec = z.output<typeof shareSpec>;
export type RelationSpec = z.output<typeof relationSpec>;
export type WholeSpec = z.output<typeof wholeSpec>;
/** The cells a relation names, in this table or another. */
export type CellsSpec = ShareSpec['of'];
