// The files of a release that is there, in a folder or a ZIP of any origin, read with care.

import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { ArchiveError, limits, openArchive } from '../release/archive.ts';
import { type Contents, names } from '../release/file.ts';
import { UsageError } from './selection.ts';

/** The files below a folder or in a ZIP; throws a UsageError for what is no release, or cannot be read. */
export function readContents(path: string): { readonly kind: 'folder' | 'archive'; readonly contents: Contents } {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`There is no ${path}.`, ['Name the folder of a release, or its ZIP.']);
  const kind = isFolder(path, found) ? 'folder' : 'archive';
  const contents = kind === 'folder' ? readFolder(path) : readArchive(path, found.size);
  if (!contents.has(names.sums) && !contents.has(names.manifest))
    throw new UsageError(`${path} is no release: it holds neither ${names.sums} nor ${names.manifest}.`, [
      'Name the folder that `release` made, such as output/2023/release, or its ZIP.',
    ]);
  return { kind, contents };
}

function isFolder(path: string, found: Stats): boolean {
  return found.isDirectory() || (found.isSymbolicLink() && readable(path, () => readdirSync(path).length >= 0, false));
}

/** What a reader gives; a UsageError where the system refuses, or something else where that is given. */
function readable<T>(path: string, read: () => T, otherwise?: T): T {
  try {
    return read();
  } catch (error) {
    if (otherwise !== undefined) return otherwise;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} cannot be read: ${reason}.`, [
      'Look whether it is there, and whether you may read it.',
    ]);
  }
}

function readArchive(path: string, size: number): Contents {
  if (size > limits.archive) throw noArchive(path, 'it is larger than any release');
  try {
    return openArchive(readable(path, () => readFileSync(path))).contents;
  } catch (error) {
    if (error instanceof ArchiveError) throw noArchive(path, error.message);
    throw error;
  }
}

function noArchive(path: string, why: string): UsageError {
  return new UsageError(`${path} is not opened: ${why}.`, [
    'Fetch the ZIP of the release again from where it was published.',
  ]);
}

/** Every file below a folder; links and other things that are no files count as empty, so that they are found out. */
function readFolder(folder: string): Contents {
  const contents = new Map<string, Uint8Array>();
  let total = 0;
  const visit = (below: string): void => {
    for (const entry of readable(folder, () => readdirSync(join(folder, below), { withFileTypes: true }))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        visit(path);
        continue;
      }
      total += entry.isFile() ? (lstatSync(join(folder, path), { throwIfNoEntry: false })?.size ?? 0) : 0;
      if (total > 2 * limits.total || contents.size > 2 * limits.files)
        throw new UsageError(`${folder} is no release: it holds more than any.`, [
          'Name the folder of the release itself.',
        ]);
      contents.set(path, entry.isFile() ? readable(path, () => readFileSync(join(folder, path))) : new Uint8Array());
    }
  };
  visit('');
  return contents;
}
