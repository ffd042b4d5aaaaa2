// All files of a reporting year → those of a later one: its edition, its tables, its publications with all they hold.

import { createSource } from '../diagnostics/source.ts';
import { earlierEditions } from '../edition/earlier.ts';
import type { Edition, Publication, Table } from '../edition/edition.ts';
import type { Files } from '../edition/files.ts';
import { readEdition } from '../edition/read.ts';
import { parseYaml, type YamlFile } from '../edition/yaml.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { renewEdition } from './edition.ts';
import { renewPublication } from './publication.ts';
import { type Shape, shapeOf } from './shape.ts';
import { renewSpecification } from './specification.ts';
import type { Step } from './step.ts';
import { renewTable, type ToConfirm } from './table.ts';
import { renewText, type Texting } from './text.ts';

/** What is to be made: the sound edition that it is made from, and which of its publications come along. */
export interface YearRequest {
  readonly edition: Edition;
  readonly publications: readonly Publication[];
  /** The year to make. */
  readonly to: number;
  readonly files: Files;
  readonly vocabulary: Vocabulary;
}

/** A publication that stands already where another would be made. */
export interface Clash {
  readonly publication: Publication;
  /** The one that is there, of another kind. */
  readonly there: Publication;
}

/** The first publication whose folder holds another kind of publication in the year to make; so their files would mix. */
export function clashIn({ publications, edition, to, files }: Omit<YearRequest, 'vocabulary'>): Clash | undefined {
  const there = new Map(readEdition(to, files).value?.publications.map(one => [one.id, one]));
  const idOf = laterId([], { from: edition.reportingYear, to });
  return publications
    .flatMap(publication => {
      const other = there.get(idOf(publication.id));
      return other && other.kind !== publication.kind ? [{ publication, there: other }] : [];
    })
    .at(0);
}

/** A file of the new year. */
export interface RenewedFile {
  /** Relative to the project. */
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly kind: 'table' | 'text' | 'other';
  /** How many cells must be filled in. */
  readonly open: number;
  /** Whether a reference date must be. */
  readonly isUndated: boolean;
  /** How many blocks must be rewritten. */
  readonly marked: number;
  readonly toConfirm: readonly ToConfirm[];
}

/** The files of the new year; without all publications only the tables that these need. */
export function renewYear(request: YearRequest): RenewedFile[] {
  const work = createWork(request);
  return [
    renewHeader(work),
    ...tablesNeeded(request).map(table => renewOneTable(table, work)),
    ...request.publications.flatMap(publication => renewFolder(publication, work)),
  ];
}

interface Work extends YearRequest {
  readonly texting: Texting;
  readonly step: Step;
  readonly shapes: ReadonlyMap<string, Shape>;
}

function createWork(request: YearRequest): Work {
  const { edition, to, vocabulary } = request;
  const tables = [...edition.tables.values()];
  const step = { from: edition.reportingYear, to };
  const shapes = new Map(tables.map(table => [table.id, shapeOf(table, step)]));
  const reading = { vocabulary, units: [...new Set(tables.map(({ unit }) => unit))], year: step.from };
  const figures = edition.publications.flatMap(publication => [...publication.figures.keys()]);
  const texting = { step, shapes, idOf: laterId([...shapes.keys(), ...figures], step), reading };
  return { ...request, texting, step, shapes };
}

/** The name that a table, a figure or a publication has later, when its name holds the year and the later one is free. */
function laterId(taken: readonly string[], { from, to }: Step): (id: string) => string {
  return id => {
    const later = id.replace(new RegExp(`(?<!\\d)${from}(?!\\d)`, 'g'), String(to));
    return taken.includes(later) ? id : later;
  };
}

/** All tables; for some publications those they list, and those that these are held against. */
function tablesNeeded({ edition, publications }: YearRequest): Table[] {
  const { tables } = edition;
  if (publications.length === edition.publications.length) return [...tables.values()];
  const needed = new Set(publications.flatMap(publication => publication.tables));
  for (const id of needed) for (const other of namedBy(tables.get(id))) needed.add(other);
  return [...tables.values()].filter(({ id }) => needed.has(id));
}

function namedBy(table: Table | undefined): string[] {
  const claims = table?.claims ?? [];
  const shares = claims.flatMap(claim => (claim.kind === 'share' ? [claim.part.table, claim.whole.table] : []));
  return [...(table?.relations ?? []).map(({ whole }) => whole.table), ...shares];
}

const plain = { open: 0, isUndated: false, marked: 0, toConfirm: [] } as const;

function renewHeader({ step, files }: Work): RenewedFile {
  const former = `data/${step.from}/edition.yaml`;
  const content = likeLines(renewEdition(yamlAt(former, files), step), files.read(former));
  return { ...plain, kind: 'other', path: `data/${step.to}/edition.yaml`, content };
}

function renewOneTable(table: Table, work: Work): RenewedFile {
  const { step, files, shapes, texting } = work;
  const relating = { table, step, shapes, idOf: texting.idOf, earlier: earlierEditions(step.to, files) };
  const former = `data/${step.from}/tables/${table.id}.yaml`;
  const { text, ...rest } = renewTable(yamlAt(former, files), relating);
  const path = `data/${step.to}/tables/${texting.idOf(table.id)}.yaml`;
  return { ...plain, ...rest, kind: 'table', path, content: likeLines(text, files.read(former)) };
}

/** A file that was read before, and was sound; its lines end as those of the texts that are made here. */
function yamlAt(path: string, files: Files): YamlFile {
  const { file } = parseYaml(createSource(path, plainLines(files.read(path))));
  if (!file) throw new Error(`The file ${path} was sound, and is not.`);
  return file;
}

/** A text whose lines end in a line feed alone. */
function plainLines(text = ''): string {
  return text.replaceAll('\r\n', '\n');
}

/** What was made of a text, with lines that end as those of the text did. */
function likeLines(made: string, former = ''): string {
  return former.includes('\r\n') ? made.replaceAll('\n', '\r\n') : made;
}

/** Everything in the folder of a publication. */
function renewFolder(publication: Publication, work: Work): RenewedFile[] {
  const { step, files, texting } = work;
  const [from, to] = [`data/${step.from}/${publication.id}`, `data/${step.to}/${texting.idOf(publication.id)}`];
  return namesIn(from, files).flatMap(name => {
    const bytes = files.readBytes(`${from}/${name}`);
    const former = files.read(`${from}/${name}`);
    if (!bytes) return [];
    const made = renewFile({ name, text: plainLines(former), bytes, from, publication }, work);
    const content = typeof made.content === 'string' ? likeLines(made.content, former) : made.content;
    return [{ ...plain, ...made, content, path: `${to}/${name}` }];
  });
}

/** The names of all files in a folder and in those within it, with their paths from there. */
function namesIn(folder: string, files: Files): string[] {
  return files
    .list(folder)
    .flatMap(name =>
      name.endsWith('/') ? namesIn(`${folder}/${name.slice(0, -1)}`, files).map(inner => name + inner) : [name],
    );
}

interface FileWork {
  readonly name: string;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly from: string;
  readonly publication: Publication;
}

function renewFile({ name, text, bytes, from, publication }: FileWork, { files, texting }: Work) {
  if (name === 'publication.yaml') {
    const made = renewPublication(yamlAt(`${from}/${name}`, files), publication, texting);
    return { kind: 'text', content: made.text, marked: made.marked, toConfirm: made.toConfirm } as const;
  }
  if (/^[^/]+\.md$/.test(name)) {
    const made = renewText(text, texting);
    return { kind: 'text', content: made.text, marked: made.marked } as const;
  }
  if (!name.endsWith('.vl.json')) return { kind: 'other', content: bytes } as const;
  const content = renewSpecification(text, texting);
  const toConfirm = content === text ? [] : [{ line: 1, what: 'years or labels in the drawing moved along' }];
  return { kind: 'other', content, toConfirm } as const;
}
