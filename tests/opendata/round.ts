// Every observation read back from the CSV file and the workbook, and held against the table it came from.

import { expect } from 'vitest';
import type { Table } from '../../src/edition/edition.ts';
import { cellText } from '../../src/locale/cell.ts';
import { type DatasetSource, datasetOf } from '../../src/opendata/dataset.ts';
import { dataFiles } from '../../src/opendata/files.ts';
import { intervalOf } from '../../src/statistics/interval.ts';
import { toNumber } from '../../src/statistics/rational.ts';
import { metadataOf, readCsv, readWorkbook, tableRows, unguarded, valueIn } from './reading.ts';

const statuses = {
  final: 'definitief',
  provisional: 'voorlopig',
  revised: 'herzien',
  reconstructed: 'gereconstrueerd',
};

/** Fails unless the files of a publication tell all its tables tell, and nothing of their values that is not printed. */
export function expectRoundTrip(source: DatasetSource): void {
  const files = dataFiles(source);
  const { tables } = datasetOf(source);
  if (tables.length === 0) {
    expect(files).toEqual([]);
    return;
  }
  expect(metadataOf(files).tables.map(({ url }) => url)).toEqual(tables.map(({ id }) => `${id}.csv`));
  expect(files.map(({ path }) => path)).toEqual([
    `${source.publication.id}.xlsx`,
    `${source.publication.id}-csv/csv-metadata.json`,
    ...tables.map(({ id }) => `${source.publication.id}-csv/${id}.csv`),
  ]);
  const workbook = readWorkbook(files);
  expect(workbook.book.SheetNames).toHaveLength(tables.length + 2);
  tables.forEach((table, index) => {
    expectCsv(table, readCsv(files, table.id));
    expectSheet(table, tableRows(workbook, index + 2));
  });
}

function expectCsv(table: Table, { rows, mistakes }: ReturnType<typeof readCsv>): void {
  expect(mistakes, table.id).toEqual([]);
  const panels = table.panels.flatMap(({ title, columns }) => columns.map(() => title ?? ''));
  const cells = table.rows.flatMap(row =>
    row.observations.map((observation, index) => ({ row: row.label, index, observation })),
  );
  expect(rows).toHaveLength(cells.length);
  cells.forEach(({ row, index, observation: { value, status, previous, remark } }, at) => {
    const told = rows[at] ?? {};
    const interval = ['suppressed', 'range', 'rounded'].includes(value.kind) ? intervalOf(value) : undefined;
    expect({
      value: valueIn(told, value.kind === 'rounded' ? value.to : 1),
      labels: [told.rij, told.paneel, told.kolom].map(label => unguarded(label ?? '')),
      unit: unguarded(told.eenheid ?? ''),
      status: told.status,
      previous: unguarded(told.eerdere_waarde ?? ''),
      remark: unguarded(told.opmerking ?? ''),
      bounds: [told.ondergrens, told.bovengrens],
      symbol: told.symbool,
    }).toEqual({
      value,
      labels: [row, panels[index], table.columns[index]],
      unit: table.unit,
      status: statuses[status],
      previous: previous ?? '',
      remark: (value.kind === 'missing' ? value.reason : remark) ?? '',
      bounds: interval ? [interval.low, interval.high].map(end => String(toNumber(end))) : ['', ''],
      symbol: value.kind === 'suppressed' || value.kind === 'missing' ? cellText(value) : '',
    });
  });
}

function expectSheet(table: Table, [heads = [], ...rows]: ReturnType<typeof tableRows>): void {
  // SheetJS reads every line end as a line feed.
  const labels = table.rows.map(({ label }) => label.replace(/\r\n?/g, '\n'));
  expect(rows.map(row => row[0]?.shown.replace(/\r\n?/g, '\n'))).toEqual(labels);
  const printed = table.rows.map(row => row.observations.map(({ value }) => cellText(value)));
  expect(rows.map(row => row.slice(1, table.columns.length + 1).map(({ shown }) => shown))).toEqual(printed);
  table.rows.forEach((row, at) => {
    row.observations.forEach(({ value }, index) => {
      const cell = rows[at]?.[index + 1];
      const isNumber = ['count', 'rounded', 'percentage', 'mean'].includes(value.kind);
      expect(cell?.kind, `${table.id} ${row.label}`).toBe(isNumber ? 'n' : 's');
      if ('value' in value)
        expect(cell?.value).toBeCloseTo(value.kind === 'percentage' ? value.value / 100 : value.value, 9);
    });
  });
  const all = [...heads, ...rows.flat()];
  expect(all.filter(({ shown, formula }) => shown === '' || formula !== undefined)).toEqual([]);
  expect(heads.every(({ kind }) => kind === 's')).toBe(true);
  const folded = heads.map(({ shown }) => shown.toLowerCase());
  expect(new Set(folded).size).toBe(folded.length);
}
