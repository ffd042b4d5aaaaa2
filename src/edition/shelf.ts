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
  /**
   * The tables of every year, oldest first, of which `wants` takes the text of the file; those that are read already are
   * all there. A table with errors, which are its edition's own to report, is not.
   */
  volumes(wants: (text: string) => boolean): readonly Volume[];
}

/** The shelf of a project. */
export function createShelf(files: Files): Shelf {
  const kept = new Map<number, Edition['tables']>();
  const texts = new Map<number, readonly { readonly id: string; readonly text: string }[]>();
  const read = new Map<string, Table | undefined>();
  const textsOf = (year: number) => {
    const found = texts.get(year) ?? tableIds(year, files).map(id => ({ id, text: textOf(year, id, files) }));
    texts.set(year, found);
    return found;
  };
  const tableOf = (year: number, id: string): Table | undefined => {
    const key = `${year}/${id}`;
    if (!read.has(key)) read.set(key, readTable(year, id, files).value);
    return read.get(key);
  };
  const wanted = (year: number, wants: (text: string) => boolean): Edition['tables'] => {
    const tables = textsOf(year).flatMap(({ id, text }) => (wants(text) ? (tableOf(year, id) ?? []) : []));
    return new Map(tables.map(table => [table.id, table]));
  };
  return {
    keep: ({ reportingYear, tables }) => kept.set(reportingYear, tables),
    volumes: wants => reportingYears(files).map(year => ({ year, tables: kept.get(year) ?? wanted(year, wants) })),
  };
}

function textOf(year: number, id: string, files: Files): string {
  return files.read(`data/${year}/tables/${id}.yaml`) ?? '';
}
