// A delivered sheet held against its table: which cells it gives, which labels it lacks, what is left out and why.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CellMeasure } from '../edition/cell.ts';
import { measureOf } from '../edition/table.ts';
import { address, type Range } from '../spreadsheet/grid.ts';
import { type Block, cellAddress } from './block.ts';
import type { DeliveredCell, MarkedLine, Placement } from './delivered.ts';
import { folded } from './label.ts';
import { columnsOf, type Line, type Lines, rowsOf, type StrayLine, strayDiagnostic, strayName } from './lines.ts';
import { checkPanels } from './panels.ts';
import { readDelivered } from './reading.ts';
import type { Target } from './target.ts';
import { addsUp } from './total.ts';
import { at, inSheet, isHidden } from './view.ts';

/** What the operator says of a delivery. */
export interface DeliveryOptions {
  readonly range?: Range;
  /** Labels of rows and columns of the sheet that are left out. */
  readonly omit: readonly string[];
  /** What signs of the agency mean, by their folded text. */
  readonly signs: ReadonlyMap<string, string>;
}

/** Reads the block of a sheet for a table. */
export function placeDelivery(block: Block, target: Target, options: DeliveryOptions): Placement {
  const columns = columnsOf(block, target.columns);
  const rows = rowsOf(block, target.rows, columns.matched);
  const read = readCells({ block, target, options, rows: rows.matched, columns: columns.matched });
  const strays = [...columns.strays, ...rows.strays].map(stray =>
    settle(stray, { block, target, options, rows, columns, cells: read.cells }),
  );
  return {
    block,
    cells: read.cells,
    empty: read.empty,
    marked: [...markedLines('row', rows, block), ...markedLines('column', columns, block)],
    absent: { rows: absentFrom(target.rows, rows), columns: absentFrom(target.columns, columns) },
    said: [...strays.flatMap(stray => stray.said ?? []), ...hiddenLines(block, rows, columns)],
    diagnostics: [
      ...columns.diagnostics,
      ...rows.diagnostics,
      ...checkPanels(block, target, columns.matched),
      ...strays.flatMap(stray => stray.diagnostic ?? []),
      ...read.diagnostics,
    ],
  };
}

function absentFrom(known: readonly string[], { matched }: Lines): string[] {
  return known.filter(label => matched.every(line => line.label !== label));
}

function markedLines(what: 'row' | 'column', { matched }: Lines, { view }: Block): MarkedLine[] {
  return matched.flatMap(({ label, mark, cell }) =>
    mark === undefined ? [] : [{ what, label, mark, address: cellAddress(view.sheet, cell) }],
  );
}

function hiddenLines(block: Block, rows: Lines, columns: Lines): string[] {
  const hidden = (what: 'row' | 'column', { matched }: Lines): string[] =>
    matched
      .filter(({ index }) => isHidden(block.view, what, index))
      .map(
        ({ label, cell }) =>
          `Read all the same: the hidden ${what} "${label}" (${cellAddress(block.view.sheet, cell)}).`,
      );
  return [...hidden('row', rows), ...hidden('column', columns)];
}

interface Reading {
  readonly block: Block;
  readonly target: Target;
  readonly options: DeliveryOptions;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
}

type Read = Pick<Placement, 'cells' | 'empty' | 'diagnostics'>;

function readCells({ block, target, options, rows, columns }: Reading): Read {
  const { view } = block;
  const [cells, empty, diagnostics]: [DeliveredCell[], Placement['empty'][number][], Diagnostic[]] = [[], [], []];
  for (const row of rows)
    for (const column of columns) {
      const position = { row: row.index, column: column.index };
      const how = measureOf(target.spec, column.label);
      const read = readDelivered(at(view, position.row, position.column), { how, signs: options.signs });
      const name = {
        row: row.label,
        column: column.label,
        address: `${view.sheet.name}!${address(inSheet(view, position))}`,
      };
      if (read.kind === 'mistake') diagnostics.push(unreadable(name, read));
      else if (read.kind === 'nothing') empty.push(name);
      else cells.push({ ...name, typed: read.typed, ...(read.mark ? { mark: read.mark } : {}) });
    }
  return { cells, empty, diagnostics };
}

function unreadable(
  name: Placement['empty'][number],
  { message, hint }: { message: string; hint: string },
): Diagnostic {
  return {
    severity: 'error',
    rule: 'import-cell',
    message: `${name.address} ${message} (row "${name.row}", column "${name.column}").`,
    hints: [hint],
  };
}

interface Settling {
  readonly block: Block;
  readonly target: Target;
  readonly options: DeliveryOptions;
  readonly rows: Lines;
  readonly columns: Lines;
  readonly cells: readonly DeliveredCell[];
}

/** What is done with a line that the table does not have: left out, which is said, or refused. */
function settle(stray: StrayLine, settling: Settling): { said?: string; diagnostic?: Diagnostic } {
  const { block, target } = settling;
  const reason = reasonToLeaveOut(stray, settling);
  if (reason !== undefined) return { said: `Left out: ${strayName(stray, block)}${reason}.` };
  return { diagnostic: strayDiagnostic(stray, block, stray.what === 'row' ? target.rows : target.columns) };
}

function reasonToLeaveOut(stray: StrayLine, settling: Settling): string | undefined {
  const { target, options, cells } = settling;
  const label = folded(stray.cell?.text ?? '');
  if (stray.cell && options.omit.some(one => folded(one) === label)) return ', as asked';
  if (stray.hidden) return ', as it is hidden';
  if (isEarlierYear(label, stray.what === 'row' ? target.rows : target.columns))
    return ': the table begins in a later year';
  if (!/^(?:(?:eind)?totaal|alle|som|total)(?![\p{L}\d])/u.test(label)) return undefined;
  return addsUp(stray, { ...settling, cells, measure: column => measure(target, column) })
    ? ': it is the sum of the others'
    : undefined;
}

function measure(target: Target, column: string): CellMeasure {
  return measureOf(target.spec, column);
}

function isEarlierYear(label: string, known: readonly string[]): boolean {
  const years = known.filter(one => /^(?:19|20)\d\d$/.test(one)).map(Number);
  return /^(?:19|20)\d\d$/.test(label) && years.length > 0 && Number(label) < Math.min(...years);
}
