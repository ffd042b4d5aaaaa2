// Files of open data read by other means than they were written with: CSV by its metadata, the workbook by SheetJS.

import { read as readXlsx, type WorkBook } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import type { DataFile } from '../../src/opendata/dataset.ts';
import type { ObservedValue } from '../../src/statistics/observation.ts';

/** The records of a text in CSV (RFC 4180), character by character; throws where a quote stands wrong. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let [record, at]: [string[], number] = [[], 0];
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += text[at] === '"' ? 2 : 1) {
        if (at >= text.length) throw new Error('A quoted field does not end');
        field += text[at];
      }
      at += 1;
    } else {
      const end = /[,\r\n"]|$/.exec(text.slice(at))?.index ?? 0;
      field = text.slice(at, at + end);
      at += end;
    }
    record.push(field);
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) [records[records.length], record, at] = [record, [], at + 2];
    else throw new Error(`No field or record ends at ${at}: ${JSON.stringify(text.slice(at, at + 20))}`);
  }
  return records;
}

/** A row of a CSV file by the names of its columns. */
export type CsvRow = Readonly<Record<string, string>>;

interface Column {
  readonly name: string;
  readonly titles: { readonly nl: readonly string[] };
  readonly datatype: string | Readonly<Record<string, string>>;
  readonly required: boolean;
  readonly null: readonly string[];
}

interface TableGroup {
  readonly [key: string]: unknown;
  readonly tables: readonly {
    readonly url: string;
    readonly 'dc:title': string;
    readonly notes?: readonly unknown[];
    readonly tableSchema: { readonly columns: readonly Column[]; readonly primaryKey: readonly string[] };
  }[];
}

/** The text of a file. */
export function textOf(files: readonly DataFile[], ending: string): string {
  const file = files.find(({ path }) => path.endsWith(ending));
  if (!file) throw new Error(`There is no file ${ending}`);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.content);
}

/** The metadata of the CSV files. */
export function metadataOf(files: readonly DataFile[]): TableGroup {
  return JSON.parse(textOf(files, '/csv-metadata.json'));
}

const datatypes: Readonly<Record<string, RegExp>> = {
  string: /^[\s\S]*$/,
  gYear: /^\d{4}$/,
  integer: /^-?\d+$/,
  decimal: /^-?\d+(\.\d+)?$/,
};

/** The rows of a table's CSV file, and where the file is not what its metadata says. */
export function readCsv(files: readonly DataFile[], table: string): { rows: CsvRow[]; mistakes: string[] } {
  const url = `${table}.csv`;
  const described = metadataOf(files).tables.find(one => one.url === url);
  if (!described) throw new Error(`The metadata has no ${url}`);
  const { columns, primaryKey } = described.tableSchema;
  const [head = [], ...records] = parseCsv(textOf(files, `/${url}`));
  const rows = records.map(record => Object.fromEntries(columns.map(({ name }, index) => [name, record[index] ?? ''])));
  const keys = rows.map(row => JSON.stringify(primaryKey.map(name => row[name])));
  return {
    rows,
    mistakes: [
      ...columns.flatMap(({ titles }, index) => (titles.nl.includes(head[index] ?? '') ? [] : [`head ${index}`])),
      ...records.flatMap((record, at) => (record.length === columns.length ? [] : [`length of ${at}`])),
      ...rows.flatMap((row, at) =>
        columns.filter(one => !fits(row[one.name] ?? '', one)).map(one => `${one.name} ${at}`),
      ),
      ...(new Set(keys).size === keys.length ? [] : ['primary key']),
    ],
  };
}

function fits(text: string, { datatype, required, null: empty }: Column): boolean {
  if (empty.includes(text)) return !required;
  const { base = '', format, minimum } = typeof datatype === 'string' ? { base: datatype } : datatype;
  if (!datatypes[base]?.test(text)) return false;
  if (format !== undefined && !new RegExp(`^(?:${format})$`).test(text)) return false;
  return minimum === undefined || Number(text) >= Number(minimum);
}

/** A text of a CSV file without the apostrophe that keeps spreadsheets from reading it. */
export function unguarded(text: string): string {
  return text.replace(/^'/, '');
}

/** The value that a row of a CSV file tells; of rounded counts `to` is not told. */
export function valueIn(row: CsvRow, to: number): ObservedValue {
  const decimals = row.waarde?.split('.')[1]?.length ?? 0;
  const [value, low, high] = [Number(row.waarde), Number(row.ondergrens), Number(row.bovengrens)];
  switch (row.soort) {
    case 'getal':
      if (row.maat === 'aantal') return { kind: 'count', value };
      return { kind: row.maat === 'percentage' ? 'percentage' : 'mean', value, decimals };
    case 'afgerond':
      return { kind: 'rounded', value, to };
    case 'bereik':
      return { kind: 'range', low, high };
    case 'onderdrukt':
      return { kind: 'suppressed', below: high + 1 };
    case 'ontbreekt':
      return { kind: 'missing', reason: unguarded(row.opmerking ?? '') };
    default:
      throw new Error(`What is ${row.soort}?`);
  }
}

/** A workbook as an independent reader has it, and the XML of its parts. */
export interface ReadWorkbook {
  readonly book: WorkBook;
  readonly parts: Readonly<Record<string, string>>;
}

/** Reads the workbook among the files. */
export function readWorkbook(files: readonly DataFile[]): ReadWorkbook {
  const file = files.find(({ path }) => path.endsWith('.xlsx'));
  if (!file) throw new Error('There is no workbook');
  return readWorkbookBytes(file.content);
}

/** Reads a workbook; its cells with their formats and what they show (in English). */
export function readWorkbookBytes(content: Uint8Array): ReadWorkbook {
  const parts = Object.entries(unzipSync(content)).map(([path, bytes]) => [path, strFromU8(bytes)] as const);
  return { book: readXlsx(content, { cellNF: true, cellText: true }), parts: Object.fromEntries(parts) };
}

/** A cell of a sheet, row and column from 0. */
export interface ReadCell {
  /** A number, or a text. */
  readonly kind: string;
  readonly value: unknown;
  /** As the program shows it, in Dutch. */
  readonly shown: string;
  readonly formula: unknown;
}

/** The rows of the marked table of a sheet by its place in the workbook, heads first. */
export function tableRows({ book, parts }: ReadWorkbook, index: number): ReadCell[][] {
  const reference = /<table [^>]*? ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/.exec(
    parts[`xl/tables/table${index + 1}.xml`] ?? '',
  );
  if (!reference) throw new Error(`Sheet ${index} has no table`);
  const [, , top, lastColumn = '', bottom] = reference;
  const sheet = book.Sheets[book.SheetNames[index] ?? ''] ?? {};
  const names = letters(lastColumn);
  return Array.from({ length: Number(bottom) - Number(top) + 1 }, (_, row) =>
    names.map(name => {
      const cell = sheet[`${name}${Number(top) + row}`];
      const english = String(cell?.w ?? cell?.v ?? '');
      const shown =
        cell?.t === 'n' ? english.replace(/[.,]/g, one => (one === '.' ? ',' : '.')) : String(cell?.v ?? '');
      return { kind: cell?.t ?? '', value: cell?.v, shown, formula: cell?.f };
    }),
  );
}

/** The letters of all columns up to one. */
function letters(last: string): string[] {
  const names: string[] = [];
  for (let number = 1; names.at(-1) !== last; number += 1) {
    let [name, rest] = ['', number];
    for (; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
    names.push(name);
  }
  return names;
}
