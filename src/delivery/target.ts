// The table that a delivery is for, as it is typed now: also when cells of it are still to be filled in.

import type { Outcome } from '../diagnostics/diagnostic.ts';
import { createSource } from '../diagnostics/source.ts';
import type { Files } from '../edition/files.ts';
import { readTable } from '../edition/read.ts';
import { type TableSpec, tableSpec } from '../edition/schema.ts';
import { validate } from '../edition/validate.ts';
import { keysInOrder, parseYaml, type YamlFile } from '../edition/yaml.ts';

/** A table file that can be changed: every row has as many cells as there are columns. */
export interface Target {
  readonly id: string;
  readonly year: number;
  /** The text of its file, as it is typed. */
  readonly text: string;
  readonly file: YamlFile;
  readonly spec: TableSpec;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** The titles of its panels with their columns; none when it has no panels. */
  readonly panels: readonly TargetPanel[];
}

/** A named panel. */
export interface TargetPanel {
  readonly title: string;
  readonly columns: readonly string[];
}

/** Where a year's table stands in the project. */
export function tablePath(year: number, id: string): string {
  return `data/${year}/tables/${id}.yaml`;
}

/** A cell to be filled in, `?`, between brackets: there YAML takes it for the sign of a key. */
const openCell = /(?<=[[,]\s*)\?(?=\s*[,\]])/g;

/** Takes the place of that sign while YAML is parsed, with which all offsets stay. */
const standIn = '\u00bf';

function withOpenCells(rows: TableSpec['rows']): TableSpec['rows'] {
  const open = (cells: readonly string[]): string[] => cells.map(cell => (cell === standIn ? '?' : cell));
  return Object.fromEntries(Object.entries(rows).map(([row, cells]) => [row, open(cells)]));
}

/** Opens the table of a year; without a value when its file cannot be parsed or has rows of other lengths. */
export function openTarget(year: number, id: string, files: Files): Outcome<Target> {
  const diagnostics = readTable(year, id, files).diagnostics;
  const value = parseTarget(year, id, files.read(tablePath(year, id)) ?? '');
  return value ? { value, diagnostics } : { diagnostics };
}

/** The table that a text is; undefined when it cannot be parsed or has rows of other lengths. */
export function parseTarget(year: number, id: string, text: string): Target | undefined {
  const source = createSource(tablePath(year, id), text);
  const { file } = parseYaml({ ...source, text: source.text.replace(openCell, standIn) });
  const read = file && validate(file, tableSpec).value;
  if (!read) return undefined;
  const spec = { ...read, rows: withOpenCells(read.rows) };
  const panels = keysInOrder(file, ['panels']).map(title => ({ title, columns: spec.panels?.[title] ?? [] }));
  const columns = spec.columns ?? panels.flatMap(panel => panel.columns);
  const rows = keysInOrder(file, ['rows']);
  const isWhole = rows.every(row => spec.rows[row]?.length === columns.length);
  return isWhole && new Set(columns).size === columns.length
    ? { id, year, text: source.text, file, spec, rows, columns, panels }
    : undefined;
}
