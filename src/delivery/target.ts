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

/** Opens the table of a year; without a value when its file cannot be parsed or has rows of other lengths. */
export function openTarget(year: number, id: string, files: Files): Outcome<Target> {
  const diagnostics = readTable(year, id, files).diagnostics;
  const value = parseTarget(year, id, files.read(tablePath(year, id)) ?? '');
  return value ? { value, diagnostics } : { diagnostics };
}

/** The table that a text is; undefined when it cannot be parsed or has rows of other lengths. */
export function parseTarget(year: number, id: string, text: string): Target | undefined {
  const { file } = parseYaml(createSource(tablePath(year, id), text));
  const spec = file && validate(file, tableSpec).value;
  if (!spec) return undefined;
  const panels = keysInOrder(file, ['panels']).map(title => ({ title, columns: spec.panels?.[title] ?? [] }));
  const columns = spec.columns ?? panels.flatMap(panel => panel.columns);
  const rows = keysInOrder(file, ['rows']);
  const isWhole = rows.every(row => spec.rows[row]?.length === columns.length);
  return isWhole && new Set(columns).size === columns.length
    ? { id, year, file, spec, rows, columns, panels }
    : undefined;
}
