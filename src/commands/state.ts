// What the operator names as one of two states: a commit, the working tree, an edition, a built folder, or a PDF.

import { readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { SideHead } from '../diff/comparison.ts';
import type { Files } from '../edition/files.ts';
import type { Ledger } from '../ledger/entry.ts';
import { draftEnding } from './draft.ts';
import { openFiles } from './files.ts';
import type { Machine } from './machine.ts';
import { UsageError } from './selection.ts';

/** A state that was found: a project to be built, or files that were built. */
export type State =
  | { readonly kind: 'project'; readonly head: SideHead; readonly files: Files; readonly years?: readonly number[] }
  | { readonly kind: 'built'; readonly head: SideHead; readonly publications: readonly BuiltPublication[] };

/** The files of a publication as a build wrote them; of a PDF of other origin there is nothing else. */
export interface BuiltPublication {
  readonly path: string;
  readonly publication: string;
  readonly pdf: Uint8Array;
  readonly edition?: { readonly html: string; readonly ledger: Ledger };
  /** Open data by table, with the description of all. */
  readonly data?: { readonly metadata: string; readonly tables: ReadonlyMap<string, string> };
}

/** Which of the two a state is: of a folder with both, the old one is the final file and the new one the draft. */
export type Part = 'old' | 'new';

/** Finds a state; throws a UsageError when there is none, or two, of that name. */
export async function findState(typed: string | undefined, part: Part, machine: Machine): Promise<State> {
  const { repository, root, files } = machine;
  if (typed === undefined) return { kind: 'project', head: { label: 'werkmap', kind: 'working-tree' }, files };
  if (typed.trim() === '') throw nothingNamed(part); // an unset variable of a script would be the folder it runs in
  const path = resolve(typed);
  const isThere = statSync(path, { throwIfNoEntry: false }) !== undefined;
  const commit = /^(?:\.{0,2}\/|\.{1,2}$)/.test(typed) ? undefined : await repository.resolve(typed);
  if (commit !== undefined && isThere)
    throw new UsageError(`"${typed}" is both a revision and a file or folder.`, [
      `Write ./${typed} for the file or folder, or refs/heads/${typed} or refs/tags/${typed} for the revision.`,
    ]);
  if (commit !== undefined) return revisionState(typed, commit, machine);
  if (!isThere) throw nothingThere(typed);
  if (realpathSync(path) === realpathSync(root))
    return { kind: 'project', head: { label: 'werkmap', kind: 'working-tree' }, files };
  return pathState(typed, path, { part, machine });
}

function nothingNamed(part: Part): UsageError {
  return new UsageError(`The ${part} state has an empty name.`, [
    'Name a revision, a folder or a PDF; in a script, look whether the variable is set.',
  ]);
}

function nothingThere(typed: string): UsageError {
  return new UsageError(`"${typed}" is no revision of git, no folder and no PDF file.`, [
    'Name a tag, branch or commit (v2023.1, HEAD~1), a folder that was built (output), a project, or a PDF.',
    'A revision of a remote must be fetched first: git fetch --tags.',
  ]);
}

async function revisionState(label: string, commit: string, { repository }: Machine): Promise<State> {
  const files = await repository.filesAt(commit);
  if (!files || files.list('data').length === 0 || files.list('templates').length === 0)
    throw new UsageError(`The revision ${label} has no data/ and templates/ here.`, [
      'Name a later one, or run this in the folder of the project.',
    ]);
  return { kind: 'project', head: { label, kind: 'revision', commit }, files };
}

interface Origin {
  readonly part: Part;
  readonly machine: Machine;
}

function pathState(label: string, path: string, { part, machine }: Origin): State {
  if (!statSync(path).isDirectory()) return pdfState(label, path);
  const files = openFiles(path);
  if (files.list('data').length > 0 && files.list('templates').length > 0)
    return { kind: 'project', head: { label, kind: 'edition' }, files };
  const edition = files.read('edition.yaml');
  if (edition !== undefined) return editionState(label, { edition, files, machine });
  const publications = builtIn(path, files, part);
  if (publications.length === 0)
    throw new UsageError(`In ${label} there is nothing to compare.`, [
      'Name a folder that jaarcijfers built, a project, a folder of data/, or a PDF.',
    ]);
  for (const { path: found } of publications) machine.say(`${label}: ${found}`);
  return { kind: 'built', head: { label, kind: 'output' }, publications };
}

function pdfState(label: string, path: string): State {
  const pdf = readFileSync(path);
  if (!pdf.subarray(0, 1024).includes('%PDF-'))
    throw new UsageError(`"${label}" is no PDF.`, ['Name a PDF, a folder or a revision.']);
  const ledger = readLedger(path.replace(/\.pdf$/i, '.ledger.json'));
  const html = readText(path.replace(/\.pdf$/i, '.html'));
  const name = basename(path)
    .replace(/\.pdf$/i, '')
    .replace(draftEnding, '');
  const edition = ledger && html !== undefined ? { edition: { html, ledger } } : {};
  const publication = { path: label, publication: ledger?.publication ?? name, pdf, ...edition };
  return { kind: 'built', head: { label, kind: 'pdf' }, publications: [publication] };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** A ledger that is one; anything else beside a PDF is none. */
function readLedger(path: string): Ledger | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const isLedger = typeof read === 'object' && read !== null && 'entries' in read && 'publication' in read;
    return isLedger ? (read as Ledger) : undefined;
  } catch {
    return undefined;
  }
}

interface EditionFolder {
  readonly edition: string;
  readonly files: Files;
  readonly machine: Machine;
}

/** A folder like those of data/: it stands in the place of that year in this project. */
function editionState(label: string, { edition, files, machine }: EditionFolder): State {
  const year = /^\s*reportingYear:\s*(\d{4})\s*$/m.exec(edition)?.[1];
  if (year === undefined)
    throw new UsageError(`${label}/edition.yaml does not say its reporting year.`, ['Write `reportingYear: 2023`.']);
  const folder = `data/${year}`;
  const inside = (path: string): string | undefined =>
    path === folder ? '' : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
  const pick = <T>(path: string, own: (inner: string) => T, other: (path: string) => T): T => {
    const inner = inside(path);
    return inner === undefined ? other(path) : own(inner);
  };
  const laid: Files = {
    read: path => pick(path, files.read, machine.files.read),
    readBytes: path => pick(path, files.readBytes, machine.files.readBytes),
    list: path => {
      const listed = pick(path, inner => files.list(inner === '' ? '.' : inner), machine.files.list);
      return path === 'data' && !listed.includes(`${year}/`) ? [...listed, `${year}/`].sort() : listed;
    },
  };
  return { kind: 'project', head: { label, kind: 'edition' }, files: laid, years: [Number(year)] };
}

/** The publications in a folder and in its folders of years. */
function builtIn(path: string, files: Files, part: Part): BuiltPublication[] {
  const folders = ['.', ...files.list('.').filter(name => name.endsWith('/'))];
  return folders.flatMap(folder => {
    const names = files.list(folder).filter(name => name.endsWith('.pdf'));
    const stems = names.map(name => name.slice(0, -'.pdf'.length));
    const chosen = stems.filter(stem => isChosen(stem, stems, part));
    return chosen.flatMap(stem => readBuilt(join(path, folder), stem));
  });
}

function isChosen(stem: string, stems: readonly string[], part: Part): boolean {
  if (stem.endsWith(draftEnding)) return part === 'new' || !stems.includes(stem.slice(0, -draftEnding.length));
  return part === 'old' || !stems.includes(stem + draftEnding);
}

function readBuilt(folder: string, stem: string): BuiltPublication[] {
  const at = (ending: string): string => join(folder, `${stem}${ending}`);
  const [ledger, html] = [readLedger(at('.ledger.json')), readText(at('.html'))];
  if (!ledger || html === undefined) return [];
  const data = readData(join(folder, `${ledger.publication}-csv`), stem);
  const pdf = readFileSync(at('.pdf'));
  return [
    { path: at('.pdf'), publication: ledger.publication, pdf, edition: { html, ledger }, ...(data ? { data } : {}) },
  ];
}

/** The open data beside a final file; those beside a draft are of another state. */
function readData(folder: string, stem: string): BuiltPublication['data'] {
  const metadata = stem.endsWith(draftEnding) ? undefined : readText(join(folder, 'csv-metadata.json'));
  if (metadata === undefined) return undefined;
  const names = openFiles(folder)
    .list('.')
    .filter(name => name.endsWith('.csv'));
  return {
    metadata,
    tables: new Map(names.map(name => [name.slice(0, -'.csv'.length), readText(join(folder, name)) ?? ''])),
  };
}
