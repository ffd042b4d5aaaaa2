// The tables of earlier editions, read only when something is held against them.

import type { Table } from './edition.ts';
import type { Files } from './files.ts';
import { readTable, reportingYears, tableIds } from './read.ts';

/** What earlier editions have in data/. */
export interface EarlierEditions {
  /** Their reporting years, latest first. */
  readonly years: readonly number[];
  /** The ids of a year's tables, sound or not. */
  readonly tableIds: (year: number) => readonly string[];
  /** A table of a year; undefined when it is not there or has errors, which are that edition's own to report. */
  readonly table: (year: number, id: string) => Table | undefined;
}

/** The editions before a reporting year; each table is read once, when it is first asked for. */
export function earlierEditions(year: number, files: Files): EarlierEditions {
  const years = reportingYears(files).filter(one => one < year);
  const ids = new Map<number, readonly string[]>();
  const tables = new Map<string, Table | undefined>();
  return {
    years: years.toSorted((a, b) => b - a),
    tableIds: one => remembered(ids, one, () => tableIds(one, files)),
    table: (one, id) => remembered(tables, `${one}/${id}`, () => readTable(one, id, files).value),
  };
}

function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as V;
}
