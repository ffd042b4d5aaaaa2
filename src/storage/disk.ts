// The few things done to a disk when files are put in place, so that a test can let each of them fail.

import {
  closeSync,
  copyFileSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';

/** What stands at a path; a link is a file, wherever it leads. */
export type Kind = 'file' | 'folder' | undefined;

/** A disk; every operation throws the system's error, with its `code`, when it fails. */
export interface Disk {
  kindOf(path: string): Kind;
  /** The text of a file; undefined when it is not there. */
  read(path: string): string | undefined;
  /** The names in a folder; none when it is not there. */
  list(folder: string): readonly string[];
  /** Makes a folder in one that is there. */
  makeFolder(path: string): void;
  /** Writes a file, down to the disk itself. */
  write(path: string, content: string | Uint8Array): void;
  /** A second name for a file, or a copy where a file can have one only. */
  keep(path: string, second: string): void;
  rename(from: string, to: string): void;
  /** Removes a file, or a folder with all that is in it; nothing happens when it is not there. */
  remove(path: string): void;
  /** Removes a folder if nothing is in it. */
  removeEmpty(folder: string): void;
  /** Waits until renamed names are on the disk itself, where the system can. */
  flush(folder: string): void;
}

/** The disk of this machine. */
export const disk: Disk = {
  kindOf(path) {
    const found = lstatSync(path, { throwIfNoEntry: false });
    return found && (found.isDirectory() ? 'folder' : 'file');
  },
  read: path => unlessGone(() => readFileSync(path, 'utf8'), undefined),
  list: folder => unlessGone(() => readdirSync(folder), []),
  makeFolder: path => mkdirSync(path),
  write: (path, content) => writeFileSync(path, content, { flush: true }),
  keep(path, second) {
    try {
      linkSync(path, second);
    } catch (error) {
      if (codeOf(error) === 'ENOSPC') throw error;
      copyFileSync(path, second);
    }
  },
  rename: renameSync,
  remove: path => rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 }),
  removeEmpty(folder) {
    try {
      rmdirSync(folder);
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST', 'ENOENT', 'EBUSY', 'EPERM'].includes(codeOf(error))) throw error;
    }
  },
  flush(folder) {
    try {
      const handle = openSync(folder, 'r');
      fsyncSync(handle);
      closeSync(handle);
    } catch {
      // not every system lets a folder be opened; there it is only power cuts that are less safe
    }
  },
};

function unlessGone<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return otherwise;
    throw error;
  }
}

/** The code of a system's error, such as `ENOSPC`; empty for any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
