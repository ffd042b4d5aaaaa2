// What a delivery changes in a table: cells, and the reasons of missing cells that are known now.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isMistake, readCell } from '../edition/cell.ts';
import type { RemarkSpec } from '../edition/schema.ts';
import { measureOf } from '../edition/table.ts';
import { typeCell } from '../edition/typed.ts';
import type { CellName, DeliveredCell, Placement } from './delivered.ts';
import type { Target } from './target.ts';

/** A cell that gets another value. */
export interface CellChange extends CellName {
  readonly old: string;
  readonly typed: string;
  /** Where the new value stands in the sheet. */
  readonly address: string;
}

/** The cells of the table that the sheet gives other values. */
export function changesOf({ cells }: Placement, target: Target): CellChange[] {
  return cells.flatMap(cell => {
    const old = typedNow(cell, target);
    const typed = inHabit(cell, target);
    return isSame(old, typed, cell, target)
      ? []
      : [{ row: cell.row, column: cell.column, old, typed, address: cell.address }];
  });
}

/** The cell as it is typed in the file. */
export function typedNow({ row, column }: CellName, { spec, columns }: Target): string {
  return spec.rows[row]?.[columns.indexOf(column)] ?? '';
}

function isSame(old: string, typed: string, { column }: CellName, { spec }: Target): boolean {
  const [before, after] = [old, typed].map(text => readCell(text, measureOf(spec, column)));
  if (!before || !after || isMistake(before) || isMistake(after)) return old === typed;
  return typeCell(before) === typeCell(after);
}

/** A percentage without its sign where the column is typed so. */
function inHabit(cell: DeliveredCell, target: Target): string {
  const column = target.rows.map(row => typedNow({ row, column: cell.column }, target));
  const isBare = column.some(text => /^\d+(?:\.\d+)?$/.test(text)) && column.every(text => !text.endsWith('%'));
  return isBare ? cell.typed.replace(/%$/, '') : cell.typed;
}

/** The remark that is made on a cell. */
export function remarkOn({ row, column }: CellName, { spec }: Target): RemarkSpec | undefined {
  return spec.remarks?.find(remark => remark.row === row && (remark.columns?.includes(column) ?? true));
}

/** The changed cells that become missing without a reason yet. */
export function withoutReason(changes: readonly CellChange[], target: Target): CellChange[] {
  return changes.filter(change => change.typed === '.' && remarkOn(change, target)?.missing === undefined);
}

/** A diagnostic for every cell whose value is missing without a reason. */
export function missingDiagnostics(changes: readonly CellChange[], target: Target): Diagnostic[] {
  return withoutReason(changes, target).map(({ row, column, address }) => ({
    severity: 'error',
    rule: 'import-missing',
    message: `${address} says that the value is missing (row "${row}", column "${column}"), and a missing value needs its reason.`,
    hints: ['Give the reason, in Dutch as it will be printed: --missing "De bron noemt dit aantal niet."'],
  }));
}

/** A diagnostic for every cell that would be missing under a remark of another kind: one cell has one remark. */
export function clashingRemarks(changes: readonly CellChange[], target: Target): Diagnostic[] {
  return withoutReason(changes, target).flatMap(change => {
    const remark = remarkOn(change, target);
    if (!remark) return [];
    return [
      {
        severity: 'error',
        rule: 'import-remark',
        message: `${change.address} says that the value is missing, but a remark on row "${change.row}", column "${change.column}" speaks of its value.`,
        hints: ['Take that remark out, or name under its `columns` only the other cells, and import again.'],
      } as const,
    ];
  });
}
