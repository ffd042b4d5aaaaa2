// A panel of a chart retold: of its largest rows the course, of the others the latest, in counts or in shares.

import type { Panel, Row } from '../edition/edition.ts';
import { capitalise, lowerFirst } from '../locale/capital.ts';
import { cellWords } from '../locale/cell.ts';
import { joinList } from '../locale/list.ts';
import { formatNumber, formatPercentage } from '../locale/number.ts';
import type { Interval } from '../statistics/interval.ts';
import { isZero } from '../statistics/rational.ts';
import { extentOf } from './cell.ts';
import { extremes, type NamedValue, trendWords } from './reading.ts';
import { possibleShares } from './share.ts';
import type { TotalBound } from './total.ts';

/** What is retold of a chart: the drawn rows in the columns of one panel. */
export interface PanelReading {
  readonly panel: Panel;
  /** Index of the panel's first column in the table. */
  readonly from: number;
  readonly rows: readonly Row[];
  /** For each column of the table what is declared of the sum of the rows. */
  readonly totals: readonly TotalBound[];
  /** Whether the chart shows shares of its columns instead of counts. */
  readonly shares: boolean;
  /** How many of the largest rows get a sentence of their own; without any only the latest column is told. */
  readonly full: number;
}

const mostRows = 6;
const mostColumns = 6;

/** The sentences about one panel; none where nothing is certain to be the largest. */
export function panelSentences(reading: PanelReading): string[] {
  const { panel, rows, full } = reading;
  if (panel.columns.every(isYear) && panel.columns.length > 1)
    return rows.length <= mostRows && full > 0 ? courses(reading) : [columnSentence(reading, panel.columns.length - 1)];
  if (rows.length === 1 && !reading.shares)
    return rows.map(row => rowSentence(titled(row.label, panel), rowValues(reading, row), false));
  return largestPerColumn(reading);
}

/** The largest rows of the latest column over the years, then what the other rows are in that column. */
function courses(reading: PanelReading): string[] {
  const { rows, panel, full } = reading;
  const last = panel.columns.length - 1;
  const sizes = new Map(columnValues(reading, last).map(({ name, value }) => [name, extentOf(value)?.high ?? 0]));
  const size = (row: Row): number => sizes.get(row.label) ?? 0;
  const largest = rows.toSorted((a, b) => size(b) - size(a)).slice(0, full);
  const told = rows
    .filter(row => largest.includes(row))
    .map(row => {
      const values = rowValues(reading, row);
      return reading.shares ? shareSentence(row.label, values) : rowSentence(row.label, values, true);
    });
  const others = rows
    .filter(row => !largest.includes(row))
    .flatMap(row => {
      const value = rowValues(reading, row).find(({ name }) => name === panel.columns[last]);
      return value ? [`${row.label} ${said(value)}`] : [];
    });
  return [...told, ...(others.length > 0 ? [`In ${panel.columns[last] ?? ''}: ${joinList(others)}.`] : [])];
}

function titled(label: string, { title }: Panel): string {
  return title === undefined ? label : `${label} ${lowerFirst(title)}`;
}

/** `Arbeidsuitbuiting: hoogste 449 (2020), laagste 261 (2019), laatste 299 (2023); eerst een stijging tot 2020, daarna een daling.` */
export function rowSentence(label: string, values: readonly NamedValue[], inTime: boolean): string {
  const { highest, lowest } = extremes(values);
  const last = values.at(-1);
  const trend = inTime ? trendWords(values) : undefined;
  if (!highest || !lowest) return `${capitalise(label)}: ${spelled(values)}.`;
  const parts = [`hoogste ${named(highest)}`, `laagste ${named(lowest)}`];
  const told = last && [...highest, ...lowest].includes(last);
  if (inTime && last && !told) parts.push(`laatste ${named([last])}`);
  return `${capitalise(label)}: ${parts.join(', ')}${trend === undefined ? '' : `; ${trend}`}.`;
}

/** `Sepot: 49% in 2022, 56% in 2023 (hoogste); laagste 38 tot 39% (2020).` */
function shareSentence(label: string, values: readonly NamedValue[]): string {
  if (values.length === 0) return `${capitalise(label)}: onbekend.`;
  const alike = values.length > 1 && new Set(values.map(said)).size === 1;
  if (alike) return `${capitalise(label)}: ${spelled(values)}.`;
  const { highest = [], lowest = [] } = values.length > 2 ? extremes(values) : {};
  const extreme = [
    { found: highest, word: 'hoogste' },
    { found: lowest, word: 'laagste' },
  ];
  const latest = values.slice(-2);
  const isLatest = ({ found }: { readonly found: readonly NamedValue[] }): boolean =>
    found.length === 1 && found.every(value => latest.includes(value));
  const shown = latest.map(value => {
    const mark = extreme.find(one => isLatest(one) && one.found.includes(value));
    return `${said(value)} in ${value.name}${mark ? ` (${mark.word})` : ''}`;
  });
  const earlier = extreme.filter(one => one.found.length > 0 && !isLatest(one));
  const others = earlier.map(({ found, word }) => `${word} ${named(found)}`);
  return `${capitalise(label)}: ${shown.join(', ')}${others.length > 0 ? `; ${others.join(', ')}` : ''}.`;
}

/** `In 2023 is Afrika het grootst (239) en is Overig het kleinst (minder dan vijf).` */
function columnSentence(reading: PanelReading, index: number): string {
  const values = columnValues(reading, index);
  const { highest, lowest } = extremes(values);
  const superlative = (found: readonly NamedValue[], word: string): string =>
    `${found.length > 1 ? 'zijn' : 'is'} ${names(found)} ${word} (${amount(found)})`;
  const parts = [
    ...(highest ? [superlative(highest, 'het grootst')] : []),
    ...(lowest ? [superlative(lowest, 'het kleinst')] : []),
  ];
  const name = reading.panel.columns[index] ?? '';
  return parts.length > 0 ? `In ${name} ${joinList(parts)}.` : `In ${name}: ${spelled(values)}.`;
}

/** `Per vorm is het grootst: man bij Arbeid (74%); vrouw bij Seksueel (93%) en Crimineel (53%).` */
function largestPerColumn(reading: PanelReading): string[] {
  const { panel } = reading;
  const columnsBy = new Map<string, string[]>();
  panel.columns.slice(0, mostColumns).forEach((column, index) => {
    const { highest } = extremes(columnValues(reading, index));
    if (!highest) return;
    columnsBy.set(names(highest), [...(columnsBy.get(names(highest)) ?? []), `${column} (${amount(highest)})`]);
  });
  const start = panel.title === undefined ? 'Het grootst is' : `${capitalise(panel.title)} is het grootst`;
  const groups = [...columnsBy].map(([leader, columns]) => `${leader} bij ${joinList(columns)}`);
  return groups.length > 0 ? [`${start}: ${groups.join('; ')}.`] : [];
}

/** Every value by its name, for when none of them is certain to be the highest or lowest. */
function spelled(values: readonly NamedValue[]): string {
  const words = new Set(values.map(said));
  if (words.size === 1 && values.length > 1) return `steeds ${[...words].join('')}`;
  return values.map(value => `${value.name} ${said(value)}`).join(', ');
}

function rowValues(reading: PanelReading, row: Row): NamedValue[] {
  return reading.panel.columns.flatMap((name, index): NamedValue[] => {
    if (!reading.shares) return namedValue(name, row, reading.from + index);
    const share = sharesIn(reading, index).get(row.label);
    return share ? [{ name, ...shareValue(share) }] : [];
  });
}

/** The cells of one column; they are compared as counts, and said as shares where the chart shows those. */
function columnValues(reading: PanelReading, index: number): NamedValue[] {
  const shares = reading.shares ? sharesIn(reading, index) : new Map<string, Interval>();
  return reading.rows.flatMap(row => {
    const share = shares.get(row.label);
    const words = share && shareValue(share).words;
    return namedValue(row.label, row, reading.from + index).map(one => (words === undefined ? one : { ...one, words }));
  });
}

function sharesIn({ rows, from, totals }: PanelReading, index: number): ReadonlyMap<string, Interval> {
  return possibleShares(rows, from + index, totals[from + index]);
}

/** A share in whole per cents: one where every possible value prints the same, else from the least to the most. */
function shareValue({ low, high }: Interval): Pick<NamedValue, 'value'> & { readonly words: string } {
  const [least, most] = [formatNumber(low, 0), formatNumber(high, 0)];
  if (least !== most)
    return {
      value: { kind: 'range', low: Number(least), high: Number(most) },
      words: least === '0' ? `hooguit ${most}%` : `${least} tot ${most}%`,
    };
  const words = most === '0' && !isZero(high) ? 'minder dan 1%' : formatPercentage(high, 0, 'sign');
  return { value: { kind: 'percentage', value: Number(most), decimals: 0 }, words };
}

/** A cell that is not missing, with a name. */
export function namedValue(name: string, row: Row, index: number): NamedValue[] {
  const value = row.observations[index]?.value;
  return value && extentOf(value) ? [{ name, value }] : [];
}

/** `705 (2019)`, `70 (2020 en 2021)`. */
export function named(values: readonly NamedValue[]): string {
  return values[0] ? `${said(values[0])} (${names(values)})` : '';
}

function amount([first]: readonly NamedValue[]): string {
  return first ? said(first) : '';
}

function said({ value, words }: NamedValue): string {
  return words ?? cellWords(value);
}

function names(values: readonly NamedValue[]): string {
  return joinList(values.map(value => value.name));
}

/** Whether a label is a year. */
export function isYear(label: string): boolean {
  return /^\d{4}$/.test(label);
}
