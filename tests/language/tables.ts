// Cells of the tables of 2023 as subjects of a judgement, and the house's own vocabulary.

import { readFileSync } from 'node:fs';
import { createSource } from '../../src/diagnostics/source.ts';
import { isMistake, readCell } from '../../src/edition/cell.ts';
import { parseYaml } from '../../src/edition/yaml.ts';
import { type JudgeOptions, judge, type Subject, type Verdict } from '../../src/language/judge.ts';
import { type Meaning, readVocabulary, type Vocabulary } from '../../src/language/vocabulary.ts';
import { growthOf } from '../../src/statistics/arithmetic.ts';
import type { CellReference } from '../../src/statistics/cell.ts';
import { type Calculation, cellQuantity, isFailure, type Quantity } from '../../src/statistics/quantity.ts';

const root = new URL('../../', import.meta.url);

interface TypedTable {
  readonly columns: readonly string[];
  readonly rows: Readonly<Record<string, readonly string[]>>;
  readonly how: Parameters<typeof readCell>[1];
}

const tables = new Map<string, TypedTable>();

function tableOf(id: string): TypedTable {
  const known = tables.get(id);
  if (known) return known;
  const path = `data/2023/tables/${id}.yaml`;
  const parsed = parseYaml(createSource(path, readFileSync(new URL(path, root), 'utf8')));
  const spec = parsed.file?.value as Record<string, never>;
  const panels: Record<string, string[]> = spec['panels'] ?? {};
  const columns: string[] = spec['columns'] ?? Object.values(panels).flat();
  const how = { measure: spec['measure'] ?? 'count', rounding: Number(spec['rounding'] ?? 1) } as const;
  const table = { columns: columns.map(String), rows: spec['rows'] ?? {}, how };
  tables.set(id, table);
  return table;
}

/** A cell with its place; undefined when it is not there. */
export function cellIn(id: string, row: string, column: string): CellReference | undefined {
  const table = tableOf(id);
  const typed = table.rows[row]?.[table.columns.indexOf(column)];
  if (typed === undefined) return undefined;
  const value = readCell(String(typed), table.how);
  if (isMistake(value)) throw new Error(value.message);
  const place = { file: `${id}.yaml`, line: 1, column: 1 };
  return { table: id, row, column, observation: { value, status: 'final', place } };
}

/** The quantity of a cell that is there and has one. */
export function quantityIn(id: string, row: string, column: string | number): Quantity {
  const cell = cellIn(id, row, String(column));
  if (!cell) throw new Error(`No cell ${row}, ${column} in ${id}.`);
  return certain(cellQuantity(cell));
}

/** A calculation that has a value. */
export function certain(calculation: Calculation): Quantity {
  if (isFailure(calculation)) throw new Error(calculation.reason);
  return calculation;
}

/** A row of a table in a year, with its years before and the other rows of that year. */
export function subjectIn(id: string, row: string, year: number): Subject {
  const { columns, rows } = tableOf(id);
  const years = columns.filter(column => /^\d{4}$/.test(column) && Number(column) <= year).map(Number);
  const series = years.map(one => ({ year: one, quantity: quantityIn(id, row, one) }));
  const [from, to] = series.slice(-2).map(one => one.quantity);
  const rivals = Object.keys(rows)
    .filter(other => other !== row)
    .flatMap(label => rivalIn(id, label, String(year)));
  return {
    quantity: quantityIn(id, row, year),
    series,
    rivals,
    ...(from && to ? { change: { from, to } } : {}),
    before: () => (years.includes(year - 1) ? subjectIn(id, row, year - 1) : undefined),
  };
}

/** A row of a table in a column that is no year, among the other rows. */
export function rowIn(id: string, row: string, column: string): Subject {
  const others = Object.keys(tableOf(id).rows).filter(other => other !== row);
  return {
    quantity: quantityIn(id, row, column),
    series: [],
    rivals: others.flatMap(label => rivalIn(id, label, column)),
  };
}

/** A row among others; none when its value is missing. */
function rivalIn(id: string, label: string, column: string): Subject['rivals'] {
  const cell = cellIn(id, label, column);
  const quantity = cell && cellQuantity(cell);
  return quantity && !isFailure(quantity) ? [{ label, quantity }] : [];
}

/** The growth of a row from the year before, among the growths of the other rows that have one. */
export function growthIn(id: string, row: string, year: number): Subject {
  const level = subjectIn(id, row, year);
  const growth = (label: string): Calculation => growthOf(quantityIn(id, label, year - 1), quantityIn(id, label, year));
  const rivals = level.rivals.flatMap(({ label }) => {
    const quantity = growth(label);
    return isFailure(quantity) ? [] : [{ label, quantity }];
  });
  return { ...level, quantity: certain(growth(row)), rivals, series: [] };
}

/** A quantity that changed, with no other years and no rivals. */
export function changed(from: Quantity, to: Quantity): Subject {
  return { quantity: to, change: { from, to }, series: [], rivals: [] };
}

/** The text of data/woorden.yaml. */
export const houseWords = readFileSync(new URL('data/woorden.yaml', root), 'utf8');

/** The office's own vocabulary. */
export function houseVocabulary(): Vocabulary {
  const { value } = readVocabulary(createSource('data/woorden.yaml', houseWords));
  if (!value) throw new Error('data/woorden.yaml cannot be read.');
  return value;
}

const vocabulary = houseVocabulary();

/** What the first word of judgement in some words means. */
export function meaningOf(words: string): Meaning {
  const [token] = vocabulary.scan(words);
  if (!token) throw new Error(`"${words}" holds no word of judgement.`);
  return token.meaning;
}

/** The verdict on the first word of judgement in some words, in one line. */
export function say(words: string, subject: Subject, options: JudgeOptions = {}): string {
  return said(judge(meaningOf(words), subject, options));
}

/** The verdict on a word that stands beside another one. */
export function beside(words: string, other: string, subject: Subject, options: JudgeOptions = {}): string {
  return say(words, subject, { alongside: [meaningOf(other)], ...options });
}

/** A verdict in one line: `holds`, or its kind and what was found. */
export function said(verdict: Verdict): string {
  return verdict.kind === 'holds' ? 'holds' : `${verdict.kind}: ${verdict.found}`;
}
