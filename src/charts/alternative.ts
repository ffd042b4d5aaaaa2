// The text alternative of a chart: in a few Dutch sentences what a reader sees in it at a glance.

import type { ChartKind, Figure, Panel, Row, Table } from '../edition/edition.ts';
import { lowerFirst } from '../locale/capital.ts';
import { cellWords } from '../locale/cell.ts';
import { joinList } from '../locale/list.ts';
import { drawnRows } from './input.ts';
import { drawnColumn } from './pie.ts';
import { extremes } from './reading.ts';
import { isYear, named, namedValue, panelSentences, rowSentence } from './retelling.ts';
import { certainShares } from './share.ts';
import { type TotalBound, totalBounds } from './total.ts';

const kindWords: Readonly<Record<ChartKind, string>> = {
  line: 'Lijngrafiek',
  columns: 'Kolomdiagram',
  'grouped-columns': 'Kolomdiagram met groepen',
  'stacked-columns': 'Gestapeld kolomdiagram',
  'stacked-percentages': 'Gestapeld kolomdiagram in procenten',
  pie: 'Cirkeldiagram',
  table: 'Tabel',
  specification: 'Grafiek',
};

/** About as long as a listener's patience, in characters. */
const longest = 700;

/**
 * A few sentences: the kind, title, unit and columns; the course of the largest rows and the latest of the others, as
 * far as that stays under some 700 characters; what is uncertain. `tables` are those that declared totals may be in. No
 * markup.
 */
export function textAlternative(figure: Figure, tables: ReadonlyMap<string, Table> = new Map()): string {
  const rows = drawnRows(figure);
  const retold = { figure, rows, totals: totalBounds(figure.table, rows, tables) };
  const versions = [3, 2, 1, 0].map(full => written({ ...retold, full }));
  return versions.find(text => text.length <= longest) ?? versions.at(-1) ?? '';
}

interface Retold {
  readonly figure: Figure;
  readonly rows: readonly Row[];
  readonly totals: readonly TotalBound[];
  /** How many rows get a sentence of their own. */
  readonly full: number;
}

function written(retold: Retold): string {
  return [opening(retold.figure), ...content(retold), ...uncertainty(retold)].join(' ');
}

function opening(figure: Figure): string {
  const { table, chart } = figure;
  const scopes = chart === 'pie' ? [] : table.panels.map(panelScope);
  const scope = [`eenheid: ${table.unit}`, ...scopes].join('; ');
  return `${kindWords[chart]}: ${figure.title.replace(/\.$/, '')} (${scope}).`;
}

/** Columns with a title of their own are named where they are told of; years are always said. */
function panelScope({ title, columns }: Panel): string {
  const [first = '', last = ''] = [columns[0], columns.at(-1)];
  const inYears = columns.every(isYear) && columns.length > 1;
  if (title !== undefined && !inYears) return lowerFirst(title);
  const span = inYears ? `${first} tot en met ${last}` : joinList(columns);
  return title === undefined ? span : `${lowerFirst(title)}: ${span}`;
}

function content(retold: Retold): string[] {
  const { figure, rows, totals, full } = retold;
  if (figure.chart === 'pie') return [slices(rows, totals)];
  if (rows.length > 1 && rows.every(row => isYear(row.label))) return yearRows(figure, rows);
  const shares = figure.chart === 'stacked-percentages';
  let start = 0;
  return figure.table.panels.flatMap(panel => {
    const from = start;
    start += panel.columns.length;
    return panelSentences({ panel, from, rows, totals, shares, full });
  });
}

/** Rows that are years: the latest row's highest and lowest column, and how the highest came about. */
function yearRows(figure: Figure, rows: readonly Row[]): string[] {
  const last = rows.at(-1);
  if (!last) return [];
  const columns = figure.table.columns;
  const values = columns.flatMap((name, index) => namedValue(name, last, index));
  const { highest, lowest } = extremes(values);
  const top = columns.indexOf(highest?.[0]?.name ?? '');
  const history = top < 0 ? [] : rows.flatMap(row => namedValue(row.label, row, top));
  const latest = [...(highest ? [`hoogste ${named(highest)}`] : []), ...(lowest ? [`laagste ${named(lowest)}`] : [])];
  return [
    ...(latest.length > 0 ? [`In ${last.label}: ${latest.join(', ')}.`] : []),
    ...(history.length > 1 ? [rowSentence(columns[top] ?? '', history, true)] : []),
  ];
}

function slices(rows: readonly Row[], totals: readonly TotalBound[]): string {
  const column = drawnColumn(rows);
  const parts = rows.flatMap(row => {
    const value = row.observations[column]?.value;
    if (!value) return [];
    const printed = row.observations.find(one => one.value.kind === 'percentage');
    const share = printed ? cellWords(printed.value) : certainShares(rows, column, totals[column]).get(row.label);
    return [`${row.label} ${cellWords(value)}${share === undefined ? '' : ` (${share})`}`];
  });
  return `Met de klok mee: ${joinList(parts)}.`;
}

const bands: Partial<Readonly<Record<ChartKind, string>>> = {
  'stacked-columns': 'een open vlak; de kolom reikt tot het hoogste mogelijke totaal',
  'stacked-percentages': 'een open vlak',
  pie: 'een open vlak',
};

/** Of a figure with a specification of its own nobody knows how it draws what is uncertain. */
function uncertainty({ figure, rows }: Retold): string[] {
  if (figure.chart === 'specification') return [];
  const values = rows.flatMap(row => row.observations.map(({ value }) => value));
  const open = values.some(value => value.kind === 'suppressed' || value.kind === 'range');
  const missing = values.some(value => value.kind === 'missing');
  const band = bands[figure.chart] ?? 'een open vlak van de laagste tot de hoogste mogelijke waarde';
  return [
    ...(open ? [`Waar een aantal niet precies bekend is, staat ${band}.`] : []),
    ...(missing ? ['Onbekende waarden zijn niet getekend.'] : []),
  ];
}
