// A table as a workbook that the library writes: labels around numbers with number formats, other cells as text.

import * as library from '@e965/xlsx';
import type { Table } from '../../src/edition/edition.ts';
import { typeCell } from '../../src/edition/typed.ts';
import type { ObservedValue } from '../../src/statistics/observation.ts';

type Cell = string | { readonly t: 'n'; readonly v: number; readonly z: string; readonly w: string };

/** How the table is laid out in its sheet. */
export interface Layout {
  readonly kind: 'xlsx' | 'ods' | 'csv';
  readonly turned?: boolean;
  /** Rows above it. */
  readonly above?: readonly (readonly string[])[];
}

/** The bytes of a workbook, or of a CSV file as Dutch programs write it, with this table in its only sheet. */
export function workbookOf(table: Table, { kind, turned = false, above = [] }: Layout): Uint8Array {
  const heads = table.panels.some(panel => panel.title !== undefined)
    ? [
        [
          '',
          ...table.panels.flatMap(panel => panel.columns.map((_, index) => (index === 0 ? (panel.title ?? '') : ''))),
        ],
      ]
    : [];
  const body: Cell[][] = table.rows.map(row => [
    row.label,
    ...row.observations.map(({ value }) => cellOf(value, kind)),
  ]);
  const upright: Cell[][] = [...heads, ['', ...table.columns], ...body];
  const rows: Cell[][] = [...above.map(row => [...row]), ...(turned ? transposed(upright) : upright)];
  if (kind === 'csv') return new TextEncoder().encode(rows.map(row => row.map(quoted).join(';')).join('\r\n'));
  const sheet = library.utils.aoa_to_sheet(rows);
  const book = library.utils.book_new();
  library.utils.book_append_sheet(book, sheet, 'Blad1');
  return library.write(book, { type: 'buffer', bookType: kind, cellStyles: true });
}

function transposed(rows: readonly (readonly Cell[])[]): Cell[][] {
  return (rows[0] ?? []).map((_, column) => rows.map(row => row[column] ?? ''));
}

function quoted(cell: Cell): string {
  const text = typeof cell === 'string' ? cell : '';
  return /[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function cellOf(value: ObservedValue, kind: Layout['kind']): Cell {
  if (kind === 'csv') return inDutch(value);
  switch (value.kind) {
    case 'count':
    case 'rounded':
      return { t: 'n', v: value.value, z: '#,##0', w: inDutch(value) };
    case 'percentage':
      return { t: 'n', v: value.value / 100, z: `0${decimals(value.decimals)}%`, w: inDutch(value) };
    case 'mean':
      return { t: 'n', v: value.value, z: `0${decimals(value.decimals)}`, w: inDutch(value) };
    case 'missing':
      return 'n.b.';
    default:
      return typeCell(value);
  }
}

function decimals(count: number): string {
  return count === 0 ? '' : `.${'0'.repeat(count)}`;
}

function inDutch(value: ObservedValue): string {
  if (value.kind === 'count' || value.kind === 'rounded') return value.value.toLocaleString('nl-NL');
  return value.kind === 'missing' ? 'n.b.' : typeCell(value).replace('.', ',');
}
