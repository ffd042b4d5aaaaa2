// Rule `sum`: what a table declares to add up to a fixed number, such as percentages to 100, must be able to.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ConstantSum, Edition, Table } from '../edition/edition.ts';
import { checkWorked, type WorkedSum } from './contradiction.ts';
import { fixedSide, sideOf } from './side.ts';
import { hintsOf, partCells } from './sums.ts';

/** A diagnostic for every sum that cannot be its fixed number; each rounded cell counts with all that it may be. */
export function checkConstants(edition: Edition): Diagnostic[] {
  return [...edition.tables.values()].flatMap(table =>
    constantSums(table).flatMap(worked => checkWorked(worked, hintsOf(worked.sum))),
  );
}

/** A table's sums against fixed numbers, worked out for every row or column they are said of. */
export function constantSums(table: Table): WorkedSum[] {
  const sums = (table.claims ?? []).filter((claim): claim is ConstantSum => claim.kind === 'constant');
  return sums.flatMap(sum =>
    sum.scope.map(label => ({
      sum,
      label,
      parts: sideOf(partCells(sum, label, table)),
      whole: fixedSide(sum.value),
    })),
  );
}
