// The project's files on disk: read within the root, written aside and renamed.

import { mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Files } from '../edition/files.ts';

/** Read access to the files under a root; paths and links that lead out of it are as if nothing were there. */
export function openFiles(root: string): Files {
  const base = realpathSync(root);
  const inside = (path: string): string | undefined => {
    try {
      const real = realpathSync(resolve(base, path));
      return real === base || real.startsWith(base + sep) ? real : undefined;
    } catch {
      return undefined;
    }
  };
  const readBytes = (path: string): Uint8Array | undefined => {
    const real = inside(path);
    try {
      return real === undefined ? undefined : readFileSync(real);
    } catch {
      return undefined;
    }
  };
  return {
    readBytes,
    read: path => {
      const bytes = readBytes(path);
      return bytes && Buffer.from(bytes).toString('utf8');
    },
    list: folder => listNames(inside(folder)),
  };
}

function listNames(folder: string | undefined): string[] {
  if (folder === undefined) return [];
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).filter(entry => !entry.name.startsWith('.'));
    return entries.map(entry => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort(byCodePoint);
  } catch {
    return [];
  }
}

/** The same order on every machine, whatever its language. */
function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A file to be written: its path and its content. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Writes all files aside and only then puts them in place; on an error what stood there before still stands. */
export function writeAll(files: readonly OutputFile[], processId: number): void {
  const aside = files.map(file => ({ ...file, temporary: join(dirname(file.path), `.${processId}-${nameOf(file.path)}`) }));
  try {
    for (const { path, temporary, content } of aside) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(temporary, content);
    }
    for (const { path, temporary } of aside) renameSync(temporary, path);
  } finally {
    for (const { temporary } of aside) rmSync(temporary, { force: true });
  }
}

function nameOf(path: string): string {
  return relative(dirname(path), path);
}
