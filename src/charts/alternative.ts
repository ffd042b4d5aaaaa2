// The text alternative of a chart: in a few Dutch sentences what a reader sees in it at a glance.

import type { ChartKind, Figure, Panel, Row } from '../edition/edition.ts';
import { capitalise, lowerFirst } from '../locale/capital.ts';
import { joinList } from '../locale/list.ts';
import { cellWords, extentOf } from './cell.ts';
import { drawnRows } from './input.ts';
import { drawnColumn } from './pie.ts';
import { extremes, type NamedValue, trendWords } from './reading.ts';
import { certainShares } from './share.ts';

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

const fewRows = 3;
const mostColumns = 6;

/** Two to six sentences: the kind, title, unit and columns; the highest, lowest and latest; what is uncertain. No markup. */
export function textAlternative(figure: Figure): string {
  const rows = drawnRows(figure);
  const sentences = [
    opening(figure),
    ...content(figure, rows),
    ...(figure.chart === 'specification' ? [] : uncertainty(rows)),
  ];
  return sentences.join(' ');
}

function opening(figure: Figure): string {
  const { table, chart } = figure;
  const scopes = chart === 'pie' ? [] : table.panels.map(panelScope);
  const scope = [`eenheid: ${table.unit}`, ...scopes].join('; ');
  return `${kindWords[chart]}: ${figure.title.replace(/\.$/, '')} (${scope}).`;
}

function panelScope({ title, columns }: Panel): string {
  const [first = '', last = ''] = [columns[0], columns.at(-1)];
  const span = columns.every(isYear) && columns.length > 1 ? `${first} tot en met ${last}` : joinList(columns);
  return title === undefined ? span : `${lowerFirst(title)}: ${span}`;
}

function content(figure: Figure, rows: readonly Row[]): string[] {
  const { panels } = figure.table;
  if (figure.chart === 'pie') return [slices(rows)];
  if (rows.length > 1 && rows.every(row => isYear(row.label))) return yearRows(figure, rows);
  let start = 0;
  return panels.flatMap(panel => {
    const from = start;
    start += panel.columns.length;
    return panelSentences({ panel, from, rows, shares: figure.chart === 'stacked-percentages' });
  });
}

interface PanelReading {
  readonly panel: Panel;
  /** Index of the panel's first column in the table. */
  readonly from: number;
  readonly rows: readonly Row[];
  readonly shares: boolean;
}

function panelSentences(reading: PanelReading): string[] {
  const { panel, rows } = reading;
  const inYears = panel.columns.every(isYear) && panel.columns.length > 1;
  if (inYears && rows.length <= fewRows)
    return rows.map(row => rowSentence(row.label, drawnValues(reading, row), true));
  if (inYears) return [columnSentence(reading, panel.columns.length - 1)];
  if (rows.length === 1) return rows.map(row => rowSentence(row.label, valuesOf(reading, row), false));
  return [largestPerColumn(reading)];
}

/** `Arbeidsuitbuiting: hoogste 449 (2020), laagste 261 (2019), laatste 299 (2023); eerst een stijging tot 2020, daarna een daling.` */
function rowSentence(label: string, values: readonly NamedValue[], inTime: boolean): string {
  const { highest, lowest } = extremes(values);
  const last = values.at(-1);
  const trend = inTime ? trendWords(values) : undefined;
  if (!highest || !lowest) return `${capitalise(label)}: ${spelled(values)}.`;
  const parts = [`hoogste ${named(highest)}`, `laagste ${named(lowest)}`];
  const told = last && [...highest, ...lowest].includes(last);
  if (inTime && last && !told) parts.push(`laatste ${named([last])}`);
  return `${capitalise(label)}: ${parts.join(', ')}${trend === undefined ? '' : `; ${trend}`}.`;
}

/** `In 2023 is Afrika het grootst (239, 28%) en is Overig het kleinst (minder dan vijf).` */
function columnSentence(reading: PanelReading, index: number): string {
  const values = columnValues(reading, index);
  const { highest, lowest } = extremes(values);
  const superlative = (found: readonly NamedValue[], word: string): string =>
    `${found.length > 1 ? 'zijn' : 'is'} ${list(found)} ${word} (${amount(reading, found, index)})`;
  const parts = [
    ...(highest ? [superlative(highest, 'het grootst')] : []),
    ...(lowest ? [superlative(lowest, 'het kleinst')] : []),
  ];
  const name = reading.panel.columns[index] ?? '';
  return parts.length > 0 ? `In ${name} ${joinList(parts)}.` : `In ${name}: ${spelled(values)}.`;
}

/** Every value by its name, for when none of them is certain to be the highest or lowest. */
function spelled(values: readonly NamedValue[]): string {
  const words = new Set(values.map(({ value }) => cellWords(value)));
  if (words.size === 1 && values.length > 1) return `steeds ${[...words].join('')}`;
  return values.map(({ name, value }) => `${name} ${cellWords(value)}`).join(', ');
}

function largestPerColumn(reading: PanelReading): string {
  const { panel } = reading;
  const largest = panel.columns.slice(0, mostColumns).flatMap((column, index) => {
    const { highest } = extremes(columnValues(reading, index));
    return highest ? [`${column}: ${list(highest)} (${amount(reading, highest, index)})`] : [];
  });
  const opening = panel.title === undefined ? 'Het grootst is' : `${capitalise(panel.title)} is het grootst`;
  return `${opening} bij ${largest.join('; bij ')}.`;
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

function slices(rows: readonly Row[]): string {
  const column = drawnColumn(rows);
  const parts = rows.flatMap(row => {
    const value = row.observations[column]?.value;
    if (!value) return [];
    const printed = row.observations.find(one => one.value.kind === 'percentage');
    const share = printed ? cellWords(printed.value) : certainShares(rows, column).get(row.label);
    return [`${row.label} ${cellWords(value)}${share === undefined ? '' : ` (${share})`}`];
  });
  return `Met de klok mee: ${joinList(parts)}.`;
}

function uncertainty(rows: readonly Row[]): string[] {
  const values = rows.flatMap(row => row.observations.map(({ value }) => value));
  const open = values.some(value => value.kind === 'suppressed' || value.kind === 'range');
  const missing = values.some(value => value.kind === 'missing');
  return [
    ...(open
      ? ['Waar een aantal niet precies bekend is, staat een open vlak van de laagste tot de hoogste mogelijke waarde.']
      : []),
    ...(missing ? ['Onbekende waarden zijn niet getekend.'] : []),
  ];
}

function valuesOf({ panel, from }: PanelReading, row: Row): NamedValue[] {
  return panel.columns.flatMap((name, index) => namedValue(name, row, from + index));
}

/** A row's values as the chart shows them: as shares where the chart is one of shares and all of them are certain. */
function drawnValues(reading: PanelReading, row: Row): NamedValue[] {
  const values = valuesOf(reading, row);
  if (!reading.shares) return values;
  const shares = reading.panel.columns.flatMap((name, index): NamedValue[] => {
    const share = certainShares(reading.rows, reading.from + index).get(row.label);
    return share === undefined
      ? []
      : [{ name, value: { kind: 'percentage', value: Number.parseInt(share, 10), decimals: 0 } }];
  });
  return shares.length === values.length ? shares : values;
}

function columnValues({ rows, from }: PanelReading, index: number): NamedValue[] {
  return rows.flatMap(row => namedValue(row.label, row, from + index));
}

function namedValue(name: string, row: Row, index: number): NamedValue[] {
  const value = row.observations[index]?.value;
  return value && extentOf(value) ? [{ name, value }] : [];
}

function amount({ rows, from, shares }: PanelReading, [first]: readonly NamedValue[], index: number): string {
  if (!first) return '';
  const share = shares ? certainShares(rows, from + index).get(first.name) : undefined;
  return share === undefined || share === '0%' ? cellWords(first.value) : `${cellWords(first.value)}, ${share}`;
}

/** `705 (2019)`, `70 (2020 en 2021)`. */
function named(values: readonly NamedValue[]): string {
  return values[0] ? `${cellWords(values[0].value)} (${list(values)})` : '';
}

function list(values: readonly NamedValue[]): string {
  return joinList(values.map(value => value.name));
}

function isYear(label: string): boolean {
  return /^\d{4}$/.test(label);
}
