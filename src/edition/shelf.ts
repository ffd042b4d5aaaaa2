// The tables of all editions, read only when something asks for them.

import type { Edition, Table } from './edition.ts';
import type { Files } from './files.ts';
import { readTable, reportingYears, tableIds } from './read.ts';

/** The tables of one reporting year. */
export interface Volume {
  readonly year: number;
  readonly tables: ReadonlyMap<string, Table>;
}

/** The editions in data/. */
export interface Shelf {
  /** Puts an edition there that is read already. */
  keep(edition: Edition): void;
  /** The tables of every year, oldest first; a table with errors, which are its edition's own to report, is not there. */
  volumes(): readonly Volume[];
}

/** The shelf of a project. */
export function createShelf(files: Files): Shelf {
  const known = new Map<number, Edition['tables']>();
  const tablesOf = (year: number): Edition['tables'] => {
    const tables = known.get(year) ?? readTables(year, files);
    known.set(year, tables);
    return tables;
  };
  return {
    keep: ({ reportingYear, tables }) => known.set(reportingYear, tables),
    volumes: () => reportingYears(files).map(year => ({ year, tables: tablesOf(year) })),
  };
}

function readTables(year: number, files: Files): Edition['tables'] {
  const tables = tableIds(year, files).map(id => [id, readTable(year, id, files).value] as const);
  return new Map(tables.flatMap(([id, table]) => (table ? [[id, table] as const] : [])));
}
