// A table as tidy CSV (RFC 4180): one observation on a line, commas, UTF-8 without a byte order mark, decimals with a point.

import type { Table } from '../edition/edition.ts';
import { csvColumns } from './columns.ts';
import { dataPoints } from './observations.ts';

/** The CSV of a table, its first line the names of the columns. */
export function tableCsv(table: Table): string {
  const head = csvColumns.map(({ name }) => name);
  const rows = dataPoints(table).map(point => csvColumns.map(({ read }) => String(read(point, table.unit) ?? '')));
  return [head, ...rows].map(fields => `${fields.map(quoted).join(',')}\r\n`).join('');
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
