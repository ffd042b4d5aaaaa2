// Tables as a built publication tells them: from its open data, or, without these, from the cells that its ledger names.

import { isMistake, readCell } from '../edition/cell.ts';
import type { Ledger } from '../ledger/entry.ts';
import { cellText } from '../locale/cell.ts';
import { formatDate } from '../locale/date.ts';
import { kindCodes, statusCodes } from '../opendata/words.ts';
import { records } from '../spreadsheet/csv.ts';
import { type ObservationStatus, type ObservedValue, observationStatuses } from '../statistics/observation.ts';
import { type CellView, disclosureOf, type RowView, type TableView } from './view.ts';

/** One CSV file of open data, with the description of all of them. */
export interface PublishedTable {
  readonly year: number;
  readonly table: string;
  readonly csv: string;
  /** The text of `csv-metadata.json`. */
  readonly metadata: string;
}

/** The table of a CSV file; what open data do not tell, such as declared sums, is not known. */
export function readPublished({ year, table, csv, metadata }: PublishedTable): TableView {
  const [head = [], ...lines] = records(csv, ',');
  const points = lines.map(line => new Map(head.map((name, index) => [name, line[index] ?? ''] as const)));
  const labels = (name: string): string[] => [...new Set(points.map(point => bare(point.get(name))))];
  const [rows, columns] = [labels('rij'), labels('kolom')];
  const cells = new Map(points.map(point => [`${bare(point.get('rij'))}\t${bare(point.get('kolom'))}`, cellOf(point)]));
  const described = describe(metadata, table);
  return {
    ...{ year, table, title: described.title, columns },
    facets: new Map([
      ['titel', described.title],
      ['eenheid', described.unit],
      ['bron', described.source],
      ['peildatum', described.date],
    ]),
    lists: new Map([['noot', described.notes]]),
    rows: rows.map(label => ({ label, cells: columns.map(column => cells.get(`${label}\t${column}`) ?? unknown) })),
  };
}

/** A text without the apostrophe that keeps spreadsheets from taking it for something else. */
function bare(text = ''): string {
  return text.replace(/^'/, '');
}

const unknown: CellView = {
  value: { kind: 'missing', reason: '' },
  state: { printed: 'n.b.', disclosure: 'missing', status: 'final' },
};

type Point = ReadonlyMap<string, string>;

function cellOf(point: Point): CellView {
  const value = observedOf(point);
  const status = observationStatuses.find(one => statusCodes[one] === point.get('status')) ?? 'final';
  const [previous, said] = [bare(point.get('eerdere_waarde')), bare(point.get('opmerking'))];
  const before = previous === '' ? '' : ` (eerder ${previous})`;
  const remark = said === '' && before === '' ? '' : `${said || 'herzien'}${before}`;
  return { value, state: stateOf(value, status, remark) };
}

function stateOf(value: ObservedValue, status: ObservationStatus, remark: string): CellView['state'] {
  const said = remark === '' ? {} : { remark };
  return { printed: cellText(value), disclosure: disclosureOf(value), status, ...said };
}

function observedOf(point: Point): ObservedValue {
  const [kind, text, measure] = [point.get('soort'), point.get('waarde') ?? '', point.get('maat')];
  const [low, high] = [Number(point.get('ondergrens')), Number(point.get('bovengrens'))];
  const decimals = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  if (kind === kindCodes.missing) return { kind: 'missing', reason: bare(point.get('opmerking')) };
  if (kind === kindCodes.suppressed) return { kind: 'suppressed', below: high + 1 };
  if (kind === kindCodes.range) return { kind: 'range', low, high };
  if (measure === 'percentage') return { kind: 'percentage', value: Number(text), decimals };
  if (measure === 'gemiddelde') return { kind: 'mean', value: Number(text), decimals };
  if (kind === kindCodes.rounded) return { kind: 'rounded', value: Number(text), to: high - low + 1 };
  return { kind: 'count', value: Number(text) };
}

/** What the metadata say of a table. */
interface Description {
  readonly title: string;
  readonly unit: string | undefined;
  readonly source: string | undefined;
  readonly date: string | undefined;
  readonly notes: readonly string[];
}

function describe(metadata: string, table: string): Description {
  const group: unknown = JSON.parse(metadata);
  const own = listOf(at(group, 'tables')).find(one => at(one, 'url') === `${table}.csv`);
  const date = textOf(at(at(own, 'schema:observationDate'), '@value'));
  const notes = listOf(at(own, 'notes')).flatMap(note => textOf(at(at(note, 'oa:hasBody'), 'rdf:value')) ?? []);
  return {
    title: textOf(at(own, 'dc:title')) ?? table,
    unit: textOf(at(own, 'schema:unitText')),
    source: textOf(at(own, 'dc:source')),
    date: date === undefined ? undefined : formatDate(date),
    notes: date === undefined ? notes : notes.slice(1), // the first one says that date
  };
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The tables of ledgers: those cells alone that reach print, so that a cell which is not there tells nothing. */
export function readLedgers(ledgers: readonly Ledger[]): TableView[] {
  const cells = ledgers.flatMap(({ entries }) => entries.flatMap(entry => entry.cells));
  const byTable = Map.groupBy(cells, ({ file, table }) => `${/data\/(\d{4})\//.exec(file)?.[1] ?? ''} ${table}`);
  return [...byTable].map(([key, own]) => {
    const [year = ''] = key.split(' ');
    const [first] = own;
    const columns = [...new Set(own.map(({ column }) => column))];
    const printed = new Map(own.map(cell => [`${cell.row}\t${cell.column}`, cell.printed]));
    const rows = [...new Set(own.map(({ row }) => row))].map((label): RowView => {
      return { label, cells: columns.map(column => printedCell(printed.get(`${label}\t${column}`))) };
    });
    return {
      ...{ year: Number(year), table: first?.table ?? '', title: first?.title ?? '', columns, rows, isPartial: true },
      facets: new Map([
        ['titel', first?.title],
        ['bron', first?.source],
      ]),
      lists: new Map(),
    };
  });
}

/** A cell by what a table prints of it; one without words is not known. */
function printedCell(printed: string | undefined): CellView | undefined {
  if (printed === undefined) return undefined;
  const value = readPrintedCell(printed);
  return { value, state: { printed, disclosure: disclosureOf(value), status: 'final' } };
}

/** The value of a printed cell; a rounded count cannot be told from a count. */
function readPrintedCell(printed: string): ObservedValue {
  const read = readCell(printed.replaceAll('.', '').replace(',', '.'), { measure: 'count', rounding: 1 });
  if (printed === 'n.b.' || isMistake(read)) return meanOf(printed) ?? { kind: 'missing', reason: '' };
  return read;
}

function meanOf(printed: string): ObservedValue | undefined {
  const match = /^[\d.]+,(\d+)$/.exec(printed);
  return match
    ? { kind: 'mean', value: Number(match[0].replaceAll('.', '').replace(',', '.')), decimals: match[1]?.length ?? 0 }
    : undefined;
}
