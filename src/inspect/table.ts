// A table as a screen reader walks it: each cell with the header cells that are said with it (ISO 32000-1, 14.8.5.7).

import { listOf } from '../pdf/file.ts';
import type { StructureElement } from '../pdf/structure.ts';
import { isReference } from '../pdf/values.ts';
import type { Inspection } from './inspection.ts';
import { childrenOf, pageOf, standardType } from './rule.ts';
import { cellsOf, headersOf, rowsOf, scopeOf, spanOf } from './rules/tables.ts';

/** A table. */
export interface TableReading {
  readonly page: number | null;
  readonly caption: string;
  /** The names of the attached files that belong to it. */
  readonly data: readonly string[];
  readonly rows: readonly (readonly CellReading[])[];
}

/** A cell. */
export interface CellReading {
  readonly kind: 'header' | 'data';
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  /** Row, Column or Both, of a header cell. */
  readonly scope: string;
  /** The words of its header cells, as the cell names them, or else as their scopes give them. */
  readonly headers: readonly string[];
}

interface Placed {
  readonly element: StructureElement;
  readonly isHead: boolean;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Reads a table of the tree. */
export function readTable(inspection: Inspection, table: StructureElement): TableReading {
  const cells = placeCells(inspection, table);
  const rows = Map.groupBy(cells, ({ row }) => row);
  return {
    page: inspection.pageNumbers.get(pageOf(table) ?? -1) ?? null,
    caption: captionOf(inspection, table),
    data: dataOf(inspection, table),
    rows: [...rows.values()].map(row => row.map(cell => readCell(cell, cells, inspection))),
  };
}

/** The names of the attached files that belong to a table, in their order. */
export function dataOf({ file, attachments }: Inspection, { object }: StructureElement): readonly string[] {
  const own = object === undefined ? [] : listOf(file, file.get({ object }, 'AF')).filter(isReference);
  return own.flatMap(one => attachments.find(attachment => attachment.object === one.object)?.name ?? []);
}

/** Its own caption, or that of the figure it stands beside. */
function captionOf(inspection: Inspection, table: StructureElement): string {
  const siblings = childrenOf(inspection.parents.get(table) ?? { kids: [] });
  const figures = siblings.filter(({ type }) => standardType(inspection, type) === 'Figure');
  const caption = [table, ...figures]
    .flatMap(childrenOf)
    .find(({ type }) => standardType(inspection, type) === 'Caption');
  return caption ? inspection.words.of(caption) : '';
}

/** The cells with their places, those that span rows pushing later ones aside. */
function placeCells(inspection: Inspection, table: StructureElement): Placed[] {
  const taken = new Set<string>();
  return rowsOf(inspection, table).flatMap((row, index) => {
    let column = 0;
    return cellsOf(inspection, row).map((element): Placed => {
      while (taken.has(`${index} ${column}`)) column += 1;
      const [rows, columns] = [spanOf(element, 'RowSpan'), spanOf(element, 'ColSpan')];
      const isHead = standardType(inspection, element.type) === 'TH';
      const placed = { element, isHead, row: index, column, rows, columns };
      for (let down = 0; down < rows; down++)
        for (let right = 0; right < columns; right++) taken.add(`${index + down} ${column + right}`);
      column += columns;
      return placed;
    });
  });
}

function readCell(cell: Placed, cells: readonly Placed[], { words }: Inspection): CellReading {
  const { element, isHead, rows, columns } = cell;
  const named = headersOf(element);
  const heads =
    named.length > 0
      ? cells.filter(one => one.element.id !== undefined && named.includes(one.element.id))
      : cells.filter(one => one !== cell && one.isHead && isHeadOf(one, cell));
  return {
    ...{ kind: isHead ? 'header' : 'data', text: words.of(element), columns, rows, scope: scopeOf(element) },
    headers: isHead && named.length === 0 ? [] : heads.map(head => words.of(head.element)),
  };
}

/** Whether a header cell is for a cell by its scope: above it in a column, or before it in a row. */
function isHeadOf(head: Placed, cell: Placed): boolean {
  const scope = scopeOf(head.element);
  const above = head.row < cell.row && overlaps(head.column, head.columns, [cell.column, cell.columns]);
  const before = head.column < cell.column && overlaps(head.row, head.rows, [cell.row, cell.rows]);
  return (scope !== 'Row' && scope !== '' && above) || (scope !== 'Column' && scope !== '' && before);
}

function overlaps(start: number, length: number, [other, otherLength]: readonly [number, number]): boolean {
  return start < other + otherLength && other < start + length;
}
