// Rule `sum`: what a table declares to add up must be able to add up, in itself and in other tables.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Edition, Relation, Sum, Table } from '../edition/edition.ts';
import { cellsAt, chosenCells, viewpointOf } from '../edition/whole.ts';
import { checkWorked, type WorkedSum } from './contradiction.ts';
import { namingOf, unknownLabels, unknownTable } from './elsewhere.ts';
import { sideOf } from './side.ts';

/**
 * A diagnostic for every declared sum that cannot hold, with the arithmetic; and for labels that are not there. Sums
 * with a table of `broken`, which is there with errors of its own, wait until it can be read.
 */
export function checkSums(edition: Edition, broken: readonly string[] = []): Diagnostic[] {
  return [...edition.tables.values()].flatMap(table =>
    table.relations
      .filter(relation => !broken.includes(relation.whole.table))
      .flatMap(relation => checkRelation(relation, table, edition)),
  );
}

function checkRelation(relation: Relation, table: Table, edition: Edition): Diagnostic[] {
  const naming = namingOf(relation, relation.whole);
  const other = edition.tables.get(relation.whole.table);
  if (!other) return [unknownTable(naming, [...edition.tables.keys()])];
  const unknown = unknownLabels(naming, other);
  if (unknown.length > 0) return unknown;
  return workOut(relation, table, other).flatMap(worked => checkWorked(worked, hintsOf(relation)));
}

/** The relation worked out for every row or column of its scope; `other` is the table of its whole and has its labels. */
export function workOut(relation: Relation, table: Table, other: Table): WorkedSum[] {
  return relation.scope.map(label => ({
    sum: relation,
    label,
    parts: sideOf(partCells(relation, label, table)),
    whole: sideOf(chosenCells(relation.whole, viewpointOf(relation.direction, label), other) ?? []),
    ...(other === table ? {} : { elsewhere: `the table ${other.id}` }),
  }));
}

/** The cells that a sum adds up, in one column (when rows are added) or one row (when columns are). */
export function partCells({ direction, parts }: Sum, label: string, table: Table) {
  return direction === 'rows' ? cellsAt(table, parts, [label]) : cellsAt(table, [label], parts);
}

/** What else may be done about a sum that should be equal. */
export function hintsOf({ holds }: Sum): string[] {
  if (holds !== 'equals') return [];
  return ['If the sum is not meant to be equal, declare `exceeds` or `within` with its reason under `because`.'];
}
