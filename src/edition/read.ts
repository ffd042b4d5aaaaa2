// A folder of data/ → the edition, with every mistake of every file in it.

import type { z } from 'zod';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import { createSource, placeOnLine } from '../diagnostics/source.ts';
import type { Edition, Publication, Table } from './edition.ts';
import type { Files } from './files.ts';
import { normalisePublication } from './publication.ts';
import { editionSpec, publicationSpec, tableSpec } from './schema.ts';
import { normaliseTable } from './table.ts';
import { validate } from './validate.ts';
import { parseYaml, placeOf, type YamlFile } from './yaml.ts';

/** The reporting years that have a folder in data/, oldest first. */
export function reportingYears(files: Files): number[] {
  const folders = files.list('data').filter(name => /^\d{4}\/$/.test(name));
  return folders.map(name => Number.parseInt(name, 10));
}

/** One reporting year's edition; the edition is there, with gaps, even when a table or publication has errors. */
export function readEdition(year: number, files: Files): Outcome<Edition> {
  const diagnostics: Diagnostic[] = [];
  const status = readStatus(year, files, diagnostics);
  const { tables, broken } = readTables(year, files, diagnostics);
  const publications = readPublications({ year, files, tables, broken, diagnostics });
  return { value: { reportingYear: year, status, tables, publications }, diagnostics };
}

function readStatus(year: number, files: Files, diagnostics: Diagnostic[]): Edition['status'] {
  const read = readSpec(`data/${year}/edition.yaml`, files, editionSpec, diagnostics);
  if (read && read.spec.reportingYear !== year) diagnostics.push(wrongYear(read.file, year));
  return read?.spec.status ?? 'draft';
}

function wrongYear(file: YamlFile, year: number): Diagnostic {
  return {
    severity: 'error',
    rule: 'reporting-year',
    message: `The reporting year is not that of the folder data/${year}.`,
    place: placeOf(file, ['reportingYear']),
    hints: [`Write \`reportingYear: ${year}\`, or move the file to its own year.`],
  };
}

function readSpec<T>(
  path: string,
  files: Files,
  schema: z.ZodType<T>,
  diagnostics: Diagnostic[],
): { spec: T; file: YamlFile } | undefined {
  const text = files.read(path);
  if (text === undefined) {
    diagnostics.push(missing(path));
    return undefined;
  }
  const parsed = parseYaml(createSource(path, text));
  diagnostics.push(...parsed.diagnostics);
  if (!parsed.file) return undefined;
  const checked = validate(parsed.file, schema);
  diagnostics.push(...checked.diagnostics);
  return checked.value === undefined ? undefined : { spec: checked.value, file: parsed.file };
}

function missing(path: string): Diagnostic {
  return {
    severity: 'error',
    rule: 'missing-file',
    message: `The file ${path} is not there, or cannot be read.`,
    place: placeOnLine(createSource(path, ''), 1, 1),
    hints: ['Make the file; an earlier year shows what it holds.'],
  };
}

function readTables(
  year: number,
  files: Files,
  diagnostics: Diagnostic[],
): { tables: Map<string, Table>; broken: string[] } {
  const folder = `data/${year}/tables`;
  const ids = files
    .list(folder)
    .filter(name => name.endsWith('.yaml'))
    .map(name => name.replace(/\.yaml$/, ''));
  const tables = new Map<string, Table>();
  for (const id of ids) {
    const read = readSpec(`${folder}/${id}.yaml`, files, tableSpec, diagnostics);
    const table = read && normaliseTable(id, read.spec, read.file);
    if (table) diagnostics.push(...table.diagnostics);
    if (table?.value) tables.set(id, table.value);
  }
  return { tables, broken: ids.filter(id => !tables.has(id)) };
}

interface PublicationsContext {
  readonly year: number;
  readonly files: Files;
  readonly tables: ReadonlyMap<string, Table>;
  readonly broken: readonly string[];
  readonly diagnostics: Diagnostic[];
}

function readPublications({ year, files, tables, broken, diagnostics }: PublicationsContext): Publication[] {
  const folders = files.list(`data/${year}`).filter(name => name.endsWith('/') && name !== 'tables/');
  return folders.flatMap(name => {
    const folder = `data/${year}/${name.slice(0, -1)}`;
    const read = readSpec(`${folder}/publication.yaml`, files, publicationSpec, diagnostics);
    if (!read) return [];
    const found: Diagnostic[] = [];
    const id = name.slice(0, -1);
    const publication = normalisePublication({ id, folder, ...read, files, tables, broken, diagnostics: found });
    diagnostics.push(...found);
    return hasErrors(found) && publication.contents.length === 0 ? [] : [publication];
  });
}
