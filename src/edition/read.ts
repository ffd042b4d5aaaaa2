// A folder of data/ → the edition, with every mistake of every file in it.

import type { z } from 'zod';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import { createSource, placeOnLine } from '../diagnostics/source.ts';
import type { Edition, KnownDifference, Publication, Table } from './edition.ts';
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
  const { differences, ...header } = readHeader(year, files, diagnostics);
  const { tables, broken } = readTables(year, files, diagnostics);
  const publications = readPublications({ year, files, tables, broken, differences, diagnostics });
  return { value: { reportingYear: year, ...header, tables, publications }, diagnostics };
}

interface Header extends Pick<Edition, 'status' | 'statusPlace' | 'embargo'> {
  readonly differences: readonly KnownDifference[];
}

function readHeader(year: number, files: Files, diagnostics: Diagnostic[]): Header {
  const read = readSpec(`data/${year}/edition.yaml`, files, editionSpec, diagnostics);
  if (!read) return { status: 'draft', differences: [] };
  const { spec, file } = read;
  if (spec.reportingYear !== year) diagnostics.push(wrongYear(file, year));
  const differences = (spec.differences ?? []).map((difference, index) => ({
    ...difference,
    place: placeOf(file, ['differences', index]),
  }));
  diagnostics.push(...differences.filter(one => !isPublication(one, year, files)).map(nowhere));
  const { status, embargo } = spec;
  return { status, statusPlace: placeOf(file, ['status']), ...(embargo === undefined ? {} : { embargo }), differences };
}

function isPublication({ publication }: KnownDifference, year: number, files: Files): boolean {
  return files.list(`data/${year}`).includes(`${publication}/`);
}

function nowhere({ publication, place }: KnownDifference): Diagnostic {
  return {
    severity: 'error',
    rule: 'difference-unmet',
    message: `The known difference names the publication "${publication}", which is not there.`,
    place,
    hints: ['Name the folder of the publication, or take the difference out.'],
  };
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
  const ids = tableIds(year, files);
  const tables = new Map<string, Table>();
  for (const id of ids) {
    const { value, diagnostics: found } = readTable(year, id, files);
    diagnostics.push(...found);
    if (value) tables.set(id, value);
  }
  return { tables, broken: ids.filter(id => !tables.has(id)) };
}

/** The ids of a reporting year's tables, sound or not. */
export function tableIds(year: number, files: Files): string[] {
  const names = files.list(`data/${year}/tables`).filter(name => name.endsWith('.yaml'));
  return names.map(name => name.replace(/\.yaml$/, ''));
}

/** One table of a reporting year, without the rest of its edition. */
export function readTable(year: number, id: string, files: Files): Outcome<Table> {
  const diagnostics: Diagnostic[] = [];
  const read = readSpec(`data/${year}/tables/${id}.yaml`, files, tableSpec, diagnostics);
  if (!read) return { diagnostics };
  const { value, diagnostics: found } = normaliseTable(id, read.spec, read.file);
  return { ...(value ? { value } : {}), diagnostics: [...diagnostics, ...found] };
}

interface PublicationsContext {
  readonly year: number;
  readonly files: Files;
  readonly tables: ReadonlyMap<string, Table>;
  readonly broken: readonly string[];
  readonly differences: readonly KnownDifference[];
  readonly diagnostics: Diagnostic[];
}

function readPublications({
  year,
  files,
  tables,
  broken,
  differences: all,
  diagnostics,
}: PublicationsContext): Publication[] {
  const folders = files.list(`data/${year}`).filter(name => name.endsWith('/') && name !== 'tables/');
  return folders.flatMap(name => {
    const folder = `data/${year}/${name.slice(0, -1)}`;
    const read = readSpec(`${folder}/publication.yaml`, files, publicationSpec, diagnostics);
    if (!read) return [];
    const found: Diagnostic[] = [];
    const id = name.slice(0, -1);
    const differences = all.filter(one => one.publication === id);
    const context = { id, folder, ...read, files, tables, broken, differences, diagnostics: found };
    const publication = normalisePublication(context);
    diagnostics.push(...found);
    return hasErrors(found) && publication.contents.length === 0 ? [] : [publication];
  });
}
