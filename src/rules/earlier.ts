// Rule `sum`: what a table holds against an earlier edition must agree with it, but for what is marked as revised.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { EarlierEditions } from '../edition/earlier.ts';
import type { EarlierSum, Edition, Table } from '../edition/edition.ts';
import { chosenCells, viewpointOf } from '../edition/whole.ts';
import type { CellReference } from '../statistics/cell.ts';
import { isExact } from '../statistics/interval.ts';
import { checkWorked } from './contradiction.ts';
import { namingOf, unknownLabels, unknownTable } from './elsewhere.ts';
import { formerCell } from './former.ts';
import { pasteRevision, toFillIn } from './paste.ts';
import { type Side, sideOf } from './side.ts';
import { partCells } from './sums.ts';

/**
 * A diagnostic for every sum that cannot be what the earlier edition has, and for editions, tables and labels that are
 * not there. A revised cell counts with its previous value: that is what the earlier edition knew.
 */
export function checkEarlierSums(edition: Edition, earlier: EarlierEditions): Diagnostic[] {
  return [...edition.tables.values()].flatMap(table =>
    (table.claims ?? []).flatMap(claim => (claim.kind === 'earlier' ? checkSum(claim, table, earlier) : [])),
  );
}

function checkSum(sum: EarlierSum, table: Table, earlier: EarlierEditions): Diagnostic[] {
  if (!earlier.years.includes(sum.edition)) return [unknownEdition(sum, earlier.years)];
  const other = earlier.table(sum.edition, sum.whole.table);
  const naming = namingOf(sum, sum.whole);
  if (!other) {
    const known = earlier.tableIds(sum.edition);
    return known.includes(sum.whole.table) ? [] : [unknownTable(naming, known, ` of ${sum.edition}`)];
  }
  const unknown = unknownLabels(naming, other);
  if (unknown.length > 0) return unknown;
  return sum.scope.flatMap(label => checkOne(sum, label, table, other));
}

function unknownEdition({ edition, place }: EarlierSum, years: readonly number[]): Diagnostic {
  const [latest] = years;
  return {
    severity: 'error',
    rule: 'unknown-edition',
    message: `This sum is held against the edition of ${edition}, and there is no earlier edition of that year in data/.`,
    place,
    hints: [
      latest === undefined
        ? 'Take the relation out: there is no earlier edition in data/.'
        : `Write an earlier year that has a folder in data/: ${years.toReversed().join(', ')}.`,
    ],
  };
}

function checkOne(sum: EarlierSum, label: string, table: Table, other: Table): Diagnostic[] {
  const cells = partCells(sum, label, table);
  const whole = sideOf(chosenCells(sum.whole, viewpointOf(sum.direction, label), other) ?? []);
  const elsewhere = `the table ${other.id} of ${sum.edition}`;
  const former = cells.map(formerCell);
  const isFormer = former.some((cell, index) => cell !== cells[index]);
  const worked = { sum, label, parts: sideOf(former), whole, elsewhere, isFormer };
  return checkWorked(worked, sum.holds === 'equals' ? [revisionHint(cells, whole)] : []);
}

/** How to say that this edition corrects the earlier one; of a single cell it is known what it was before. */
function revisionHint([cell, ...others]: readonly CellReference[], whole: Side): string {
  if (!cell || others.length > 0)
    return 'If this edition corrects the earlier one, mark its cells as `revised` under `remarks`, with their `previous`.';
  const previous = isExact(whole.total) ? String(whole.total.low.n) : toFillIn;
  return `If this edition corrects the earlier one, add under \`remarks\`: ${pasteRevision(cell, previous)}`;
}
