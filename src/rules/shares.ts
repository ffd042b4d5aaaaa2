// Rule `share`: a percentage that a table declares to be a share must be able to be that share of the counts.

import type { Diagnostic, RelatedPlace } from '../diagnostics/diagnostic.ts';
import type { Edition, ShareClaim, Table, Whole } from '../edition/edition.ts';
import { typeCell } from '../edition/typed.ts';
import { cellsAt, chosenCells, type Viewpoint } from '../edition/whole.ts';
import { shareOf, sumOf } from '../statistics/arithmetic.ts';
import type { CellReference } from '../statistics/cell.ts';
import { intervalOf, overlaps } from '../statistics/interval.ts';
import { type Calculation, cellQuantity, isFailure } from '../statistics/quantity.ts';
import { writeInterval, writeSum } from './arithmetic.ts';
import { type Naming, unknownLabels, unknownTable } from './elsewhere.ts';
import { placesOf, related } from './marks.ts';
import { type Side, sideOf } from './side.ts';

/**
 * A diagnostic for every percentage that is the share of its counts for none of their possible values, and for tables
 * and labels that are not there. Shares with a table of `broken` wait until it can be read.
 */
export function checkShares(edition: Edition, broken: readonly string[] = []): Diagnostic[] {
  return [...edition.tables.values()].flatMap(table =>
    (table.claims ?? [])
      .filter((claim): claim is ShareClaim => claim.kind === 'share')
      .filter(({ part, whole }) => ![part, whole].some(cells => broken.includes(cells.table)))
      .flatMap(claim => checkShare(claim, table, edition)),
  );
}

function checkShare(claim: ShareClaim, table: Table, { tables }: Edition): Diagnostic[] {
  const [partTable, wholeTable] = [tables.get(claim.part.table), tables.get(claim.whole.table)];
  const [part, whole] = [namingOf(claim, claim.part), namingOf(claim, claim.whole)];
  if (!partTable) return [unknownTable(part, [...tables.keys()])];
  if (!wholeTable) return [unknownTable(whole, [...tables.keys()])];
  const unknown = [...unknownLabels(part, partTable), ...unknownLabels(whole, wholeTable)];
  if (unknown.length > 0) return unknown;
  return cellsAt(table, claim.rows, claim.columns).flatMap(cell =>
    checkOne({
      claim,
      cell,
      part: sideOf(chosenCells(claim.part, cell, partTable) ?? []),
      whole: sideOf(chosenCells(claim.whole, cell, wholeTable) ?? []),
    }),
  );
}

function namingOf({ rows, columns, place }: ShareClaim, cells: Whole): Naming {
  return { words: 'This share is worked out from', cells, same: { rows, columns }, about: 'share', place };
}

interface One {
  readonly claim: ShareClaim;
  /** The percentage. */
  readonly cell: CellReference;
  readonly part: Side;
  readonly whole: Side;
}

/** Missing cells say nothing, and a whole that may be nothing has no share. */
function checkOne(one: One): Diagnostic[] {
  const { cell, part, whole } = one;
  const printed = intervalOf(cell.observation.value);
  const share = shareOf(total(part), total(whole));
  if (!printed || isFailure(share) || overlaps(share.interval, printed)) return [];
  return [
    {
      severity: 'error',
      rule: 'share',
      message: `${writePrinted(cell)}; ${writeShare(one)}, that is ${writeInterval(share.interval, true)}.`,
      place: cell.observation.place,
      related: relatedOf(one),
      hints: ['Check the marked cells against the source, and that the relation names the part and the whole.'],
    },
  ];
}

function total({ cells }: Side): Calculation {
  return sumOf(cells.map(cellQuantity));
}

function writePrinted({ row, column, observation }: CellReference): string {
  return `Row "${row}", column "${column}" has ${typeCell(observation.value)}`;
}

/** The counts: `the counts give 18 ("A", "aantal") of 18 ("A") + 35 ("B") = 53`. */
function writeShare({ part, whole }: One): string {
  return `the counts give ${writeSum(part, sharedBy(part))} of ${writeSum(whole, sharedBy(whole))}`;
}

/** The row and the column that several cells have in common. */
function sharedBy({ cells: [first, ...others] }: Side): Viewpoint {
  if (!first || others.length === 0) return {};
  return {
    ...(others.every(({ row }) => row === first.row) && { row: first.row }),
    ...(others.every(({ column }) => column === first.column) && { column: first.column }),
  };
}

function relatedOf({ claim, part, whole }: One): RelatedPlace[] {
  return [
    ...related('the part', placesOf(part.cells)),
    ...related('the whole', placesOf(whole.cells)),
    ...related('declared here', [claim.place]),
  ];
}
