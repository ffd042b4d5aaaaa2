// Declared shares as typed → which percentages they are said of, and the cells of their part and whole.

import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import type { ShareClaim, Whole } from './edition.ts';
import type { CellsSpec, ShareSpec } from './relation-spec.ts';
import { checkCells, columnsOf, type Spot, spotIn, type TableShape } from './spot.ts';

/** A diagnostic for every label of a share that its own table does not have; other tables are checked later. */
export function checkShare(spec: ShareSpec, shape: TableShape, spot: Spot): Diagnostic[] {
  const isHere = ({ table }: CellsSpec): boolean => table === undefined || table === shape.id;
  return [
    ...checkCells(spec.share, shape, spotIn(spot, 'share')),
    ...(isHere(spec.of) ? checkCells(spec.of, shape, spotIn(spot, 'of')) : []),
    ...(isHere(spec.in) ? checkCells(spec.in, shape, spotIn(spot, 'in')) : []),
  ];
}

/** The share with its percentages spelled out. */
export function readShare({ share, of: part, in: whole }: ShareSpec, shape: TableShape, place: Place): ShareClaim {
  const [rows, columns] = [listed(share.row, share.rows), listed(share.column, share.columns)];
  return {
    kind: 'share',
    rows: rows === 'all' ? shape.rows : rows,
    columns: columns === 'all' ? columnsOf(shape, share.panel) : columns,
    part: readCells(part, shape),
    whole: readCells(whole, shape),
    place,
  };
}

function listed(single: string | undefined, several: readonly string[] | 'all' | undefined): readonly string[] | 'all' {
  return single === undefined ? (several ?? 'all') : [single];
}

function readCells(spec: CellsSpec, shape: TableShape): Whole {
  const { table = shape.id, row, rows, column, columns, panel } = spec;
  return {
    table,
    rows: row === undefined ? (rows ?? 'same') : [row],
    columns: column === undefined ? (columns ?? (panel === undefined ? 'same' : 'all')) : [column],
    ...(panel === undefined ? {} : { panel }),
  };
}
