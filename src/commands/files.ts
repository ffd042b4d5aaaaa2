// The project's files on disk: read within the root, written aside and renamed.

import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { decode } from '../edition/decode.ts';
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
      return bytes && decode(bytes);
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

/** Whether anything stands at an absolute path: a file, a folder, or a link, also one that leads nowhere. */
export function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** A file to be written: its path and its content. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Writes all files aside and only then puts them in place; on an error what stood there before still stands. */
export function writeAll(files: readonly OutputFile[], processId: number): void {
  const steps = files.map(file => stepOf(file, processId));
  const placed: Step[] = [];
  try {
    for (const step of steps) setAside(step);
    for (const step of steps) {
      renameSync(step.next, step.path);
      placed.push(step);
    }
  } catch (error) {
    for (const step of placed) putBack(step);
    throw error;
  } finally {
    for (const { next, former } of steps) for (const path of [next, former]) rmSync(path, { force: true });
  }
}

/** A file on its way: what will stand in its place, and a copy of what stood there. */
interface Step extends OutputFile {
  readonly next: string;
  readonly former: string;
}

function stepOf(file: OutputFile, processId: number): Step {
  const aside = (what: string): string => join(dirname(file.path), `.${processId}-${what}-${basename(file.path)}`);
  return { ...file, next: aside('next'), former: aside('former') };
}

function setAside({ path, next, former, content }: Step): void {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path)) copyFileSync(path, former);
  writeFileSync(next, content);
}

function putBack({ path, former }: Step): void {
  if (existsSync(former)) renameSync(former, path);
  else rmSync(path, { force: true });
}

/** Removes the CSV files of a folder that a build no longer makes, such as that of a table with a new name. */
export function removeOthers(folder: string, kept: readonly OutputFile[]): void {
  const paths = new Set(kept.map(({ path }) => path));
  for (const name of listNames(folder))
    if (name.endsWith('.csv') && !paths.has(join(folder, name))) rmSync(join(folder, name), { force: true });
}
