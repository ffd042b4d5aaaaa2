// The archive of a release: a ZIP that is the same everywhere, and a ZIP of any origin read with care.

import { unzipSync, type Zippable, zipSync } from 'fflate';
import { byName } from './digest.ts';
import type { Contents, ReleaseFile } from './file.ts';

/** The ZIP of files below one folder, by path; all carry noon of the moment's day. */
export function packArchive(
  files: readonly Pick<ReleaseFile, 'path' | 'content'>[],
  { folder, moment }: { readonly folder: string; readonly moment: Date },
): Uint8Array {
  const sorted = files.toSorted((one, other) => byName(one.path, other.path));
  const entries: Zippable = Object.fromEntries(sorted.map(({ path, content }) => [`${folder}/${path}`, content]));
  return zipSync(entries, { level: 6, mtime: localNoon(moment) });
}

/** ZIP has no zone and begins in 1980: noon of the moment's day, wherever it is made, for no zone skips that hour. */
function localNoon(moment: Date): Date {
  const year = Math.min(2099, Math.max(1980, moment.getUTCFullYear()));
  return new Date(year, moment.getUTCMonth(), moment.getUTCDate(), 12);
}

/** How much a ZIP may hold: many times what a reporting year does, and less than a machine can bear. */
export const limits = { archive: 512 * 2 ** 20, total: 1024 * 2 ** 20, files: 5000 } as const;

/** A ZIP that is not opened, and why. */
export class ArchiveError extends Error {}

/** An opened archive: the folder that all of it stands in, and its files below that. */
export interface Archive {
  readonly folder: string;
  readonly contents: Contents;
}

/** Opens a ZIP in memory; throws an ArchiveError for what is none, or is none that a release could be. */
export function openArchive(bytes: Uint8Array, most: typeof limits = limits): Archive {
  if (bytes.length > most.archive) throw new ArchiveError(`it has more than ${megabytes(most.archive)}`);
  const entries = new Map<string, Uint8Array>(Object.entries(unpack(bytes, createGuard(most))));
  const [first = ''] = entries.keys();
  const folder = first.slice(0, first.indexOf('/') + 1);
  const stray = [...entries.keys()].find(name => folder === '' || !name.startsWith(folder));
  if (stray !== undefined) throw new ArchiveError(`its files do not stand in one folder: ${stray}`);
  const contents = [...entries].map(([name, content]) => [name.slice(folder.length), content] as const);
  return { folder: folder.slice(0, -1), contents: new Map(contents) };
}

type Guard = (entry: { name: string; originalSize: number }) => boolean;

/** Refuses, before anything is unpacked, a name that leads elsewhere or comes twice, and more than may be. */
function createGuard(most: Readonly<Record<keyof typeof limits, number>>): Guard {
  const seen = new Set<string>();
  let total = 0;
  return ({ name, originalSize }) => {
    if (name.endsWith('/') && isSafePath(name.slice(0, -1))) return false;
    if (!isSafePath(name)) throw new ArchiveError(`it holds a path that leads elsewhere: ${JSON.stringify(name)}`);
    if (seen.has(name)) throw new ArchiveError(`it holds ${name} twice`);
    seen.add(name);
    total += originalSize;
    if (seen.size > most.files) throw new ArchiveError(`it holds more than ${most.files} files`);
    if (total > most.total) throw new ArchiveError(`it would unpack to more than ${megabytes(most.total)}`);
    return true;
  };
}

function unpack(bytes: Uint8Array, filter: Guard): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (problem) {
    if (problem instanceof ArchiveError) throw problem;
    throw new ArchiveError(`it is no ZIP, or a damaged one (${problem instanceof Error ? problem.message : problem})`);
  }
}

/** Whether a path stays below the folder that it is read in, on every system, and is a name to an object. */
export function isSafePath(path: string): boolean {
  if (path.length > 1000 || /[\\:\p{Cc}]/u.test(path)) return false;
  return path.split('/').every(step => step !== '' && step !== '.' && step !== '..' && step !== '__proto__');
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}
