// A state → the side that is compared: its tables read, its publications built or taken as they were built.

import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import type { SideHead } from '../diff/comparison.ts';
import { readLedgers, readPublished } from '../diff/published.ts';
import type { PublicationSide, Side } from '../diff/side.ts';
import { type TableView, viewOf } from '../diff/view.ts';
import type { Files } from '../edition/files.ts';
import { readEdition, reportingYears } from '../edition/read.ts';
import { differingFiles } from '../edition/tree.ts';
import type { Ledger } from '../ledger/entry.ts';
import { readPrinted } from '../passages/printed.ts';
import { PdfError } from '../pdf/values.ts';
import { readDrafts } from './draft.ts';
import type { Machine } from './machine.ts';
import { make } from './make.ts';
import { readMoments } from './moment.ts';
import type { PrintedPublication } from './print.ts';
import { UsageError } from './selection.ts';
import type { BuiltPublication, State } from './state.ts';

/** What of the states is compared. */
export interface Choice {
  readonly years: readonly number[];
  /** Ids of publications; all when there are none. */
  readonly publications: readonly string[];
  /** Whether only the tables that publications list are compared, because the other state knows no others. */
  readonly isListed: boolean;
}

/** The years in which two projects differ; all of them when anything differs that all years share. */
export function differingYears(old: Files, now: Files): number[] {
  const years = [...new Set([...reportingYears(old), ...reportingYears(now)])].sort();
  const differing = ['data', 'templates'].flatMap(folder => differingFiles(old, now, folder));
  const own = differing.map(path => /^data\/(\d{4})\//.exec(path)?.[1]);
  return own.includes(undefined) ? years : years.filter(year => own.includes(String(year)));
}

/** The side of a state; without a value when a publication cannot be made. Its mistakes are warnings, as far as they can be. */
export async function readSide(state: State, choice: Choice, machine: Machine): Promise<Outcome<Side>> {
  return state.kind === 'built'
    ? { value: builtSide(state, choice), diagnostics: [] }
    : projectSide(state, choice, machine);
}

async function projectSide(
  { head, files }: State & { kind: 'project' },
  { years: asked, publications, isListed }: Choice,
  machine: Machine,
): Promise<Outcome<Side>> {
  const years = reportingYears(files).filter(year => asked.includes(year));
  const known = publications.filter(id => years.some(year => files.list(`data/${year}`).includes(`${id}/`)));
  const none = publications.length > 0 && known.length === 0;
  if (years.length === 0 || none) return { value: { head, tables: [], publications: [] }, diagnostics: [] };
  const own = machineOn(files, head, machine);
  const hasDrafts = files.read('templates/shared/draft.hbs') !== undefined;
  const { value, diagnostics } = await make(
    {
      ...{ years: years.map(String), publications: known, attach: false, unfinished: true, tolerant: true },
      momentOf: readMoments(machine.env),
      draftOf: hasDrafts ? await readDrafts(own) : undefined,
    },
    own,
  );
  if (!value || hasErrors(diagnostics)) return { diagnostics };
  const tables = years.flatMap(year => tablesOf(year, files, { isListed, publications: known }));
  return { value: { head, tables, publications: value.map(madeSide) }, diagnostics };
}

function tablesOf(year: number, files: Files, choice: Pick<Choice, 'isListed' | 'publications'>): TableView[] {
  const { value: edition } = readEdition(year, files);
  const { isListed, publications } = choice;
  const own = edition?.publications.filter(({ id }) => publications.length === 0 || publications.includes(id));
  const listed = new Set(own?.flatMap(({ tables }) => tables));
  const tables = [...(edition?.tables.values() ?? [])];
  return tables.filter(({ id }) => !isListed || listed.has(id)).map(table => viewOf(table, year));
}

/** The machine on the files of a state, whose commit is known. */
function machineOn(files: Files, { commit, label }: SideHead, machine: Machine): Machine {
  const head = commit === undefined ? machine.repository.head : () => Promise.resolve({ commit, changed: false });
  return {
    ...machine,
    files,
    repository: { ...machine.repository, head },
    terminal: false,
    say: line => machine.say(`${label}: ${line}`),
  };
}

function madeSide({ prepared, pdf, html, ledgerJson }: PrintedPublication): PublicationSide {
  const { edition, publication } = prepared;
  const ledger: Ledger = JSON.parse(ledgerJson);
  const text = readPrinted(pdf);
  return {
    year: edition.reportingYear,
    publication: publication.id,
    title: titleOf(text, publication.id),
    pdf,
    text,
    edition: { html, ledger },
  };
}

/** The title of a PDF without the word that makes it that of a draft. */
function titleOf({ title }: PublicationSide['text'], name: string): string {
  return title.replace(/ \(concept\)$/, '') || name;
}

function builtSide({ head, publications }: State & { kind: 'built' }, choice: Choice): Side {
  const chosen = publications.filter(
    ({ publication, edition }) =>
      (choice.publications.length === 0 || choice.publications.includes(publication)) &&
      (!edition || choice.years.includes(edition.ledger.reportingYear)),
  );
  const ledgers = chosen.flatMap(({ edition }) => edition?.ledger ?? []);
  const tables = ledgers.length === 0 ? undefined : builtTables(chosen, ledgers);
  return { head, tables, publications: chosen.map(takenSide) };
}

function takenSide({ path, publication, pdf, edition }: BuiltPublication): PublicationSide {
  const text = readTaken(path, pdf);
  const year = edition ? { year: edition.ledger.reportingYear } : {};
  return { ...year, publication, title: titleOf(text, publication), pdf, text, ...(edition ? { edition } : {}) };
}

/** What a file of any origin prints; throws a UsageError for one that cannot be read. */
function readTaken(path: string, pdf: Uint8Array): PublicationSide['text'] {
  try {
    return readPrinted(pdf);
  } catch (error) {
    if (error instanceof PdfError) throw new UsageError(`${path}: ${error.message}`, [error.hint]);
    throw error;
  }
}

/** Open data tell whole tables; the ledgers alone only those cells that reach print. */
function builtTables(publications: readonly BuiltPublication[], ledgers: readonly Ledger[]): TableView[] {
  const published = publications.flatMap(({ data, edition }) =>
    [...(data?.tables ?? [])].map(([table, csv]) =>
      readPublished({ year: edition?.ledger.reportingYear ?? 0, table, csv, metadata: data?.metadata ?? '{}' }),
    ),
  );
  const told = new Map(published.map(view => [`${view.year} ${view.table}`, view]));
  const others = readLedgers(ledgers).filter(view => !told.has(`${view.year} ${view.table}`));
  return [...told.values(), ...others];
}

/** The years of which a built state has publications. */
export function yearsOf({ publications }: State & { kind: 'built' }): number[] {
  return [...new Set(publications.flatMap(({ edition }) => edition?.ledger.reportingYear ?? []))].sort();
}

/** The errors of a side that could not be made, as errors. */
export function errorsOf(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}
