// The project's files on disk: read within the root, and put in place together, by one process at a time.

import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { decode } from '../edition/decode.ts';
import type { Files } from '../edition/files.ts';
import { disk } from '../storage/disk.ts';
import { type Holder, type Lock, tryLock } from '../storage/lock.ts';
import { describeSelf, type Self } from '../storage/owner.ts';
import { type Change, type OutputFile, placeChange, recover } from '../storage/place.ts';
import { outputUnwritable } from '../storage/problem.ts';
import { waitForLock } from '../storage/wait.ts';
import type { Machine } from './machine.ts';
import { UsageError } from './selection.ts';

export type { Change, OutputFile } from '../storage/place.ts';

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

/** A folder that a command writes to, and nobody else until it is closed. */
export interface OutputFolder {
  /** Puts files and whole folders in place, all or nothing; on an error, which is thrown, all is as it was. */
  place(change: Change): void;
  /** Gives the folder free; one that was made for this and is empty goes. */
  close(): void;
}

/**
 * The folder at an absolute path, as soon as no other process writes to it, with what a killed one left undone there
 * done; an `output-unwritable` where it cannot be written. Without value and diagnostics the operator stopped the wait.
 */
export async function openOutput(folder: string, machine: Machine): Promise<Outcome<OutputFolder>> {
  const { say, now, stopped } = machine;
  const onWait = (holder: Holder): void =>
    say(`waiting for another jaarcijfers${named(holder)} that writes to ${folder}…`);
  try {
    const lock = await waitForLock(folder, { self: selfOf(machine), onWait, now, stopped });
    return lock ? { value: openLocked(folder, lock), diagnostics: [] } : { diagnostics: [] };
  } catch (error) {
    return { diagnostics: [outputUnwritable(folder, error)] };
  }
}

function selfOf({ processId, isRunning }: Pick<Machine, 'processId' | 'isRunning'>): Self {
  return describeSelf(processId, isRunning);
}

function named({ owner }: Holder): string {
  return owner ? ` (process ${owner.processId})` : '';
}

function openLocked(folder: string, lock: Lock): OutputFolder {
  try {
    recover(folder, disk);
  } catch (error) {
    lock.release();
    throw error;
  }
  return {
    place(change) {
      if (!lock.isHeld()) throw new LostLock(folder);
      recover(folder, disk); // what an earlier change could not clear away
      placeChange(folder, change, disk);
    },
    close: () => lock.release(),
  };
}

/** Another machine took the folder, because this one was silent for long, such as a laptop that slept. */
class LostLock extends Error {
  readonly code = 'EBUSY';

  constructor(folder: string) {
    super(`another jaarcijfers began to write to ${folder} meanwhile`);
  }
}

/** Puts files in place together, now; throws a UsageError when another process writes to the folder they are in. */
export function writeAll(files: readonly OutputFile[], processId: number): void {
  holding(folderOf(files), processId, folder => folder.place({ files }));
}

/** Work on a folder that nobody else writes to meanwhile; throws a UsageError when someone does at this moment. */
export function holding<T>(home: string, processId: number, work: (folder: OutputFolder) => T): T {
  const attempt = tryLock(home, describeSelf(processId));
  if (attempt.kind === 'taken')
    throw new UsageError(`Another jaarcijfers${named(attempt.by)} writes to ${home} at this moment.`, [
      'Run the command again when that one is done.',
    ]);
  const folder = openLocked(home, attempt.lock);
  try {
    return work(folder);
  } finally {
    folder.close();
  }
}

/** The innermost folder that all files are in. */
function folderOf(files: readonly OutputFile[]): string {
  const [first = '.', ...others] = files.map(({ path }) => dirname(path));
  const isAbove = (folder: string): boolean => others.every(other => `${other}${sep}`.startsWith(`${folder}${sep}`));
  let folder = first;
  while (!isAbove(folder) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

/** The CSV files of a folder that a build no longer makes, such as that of a table with a new name. */
export function othersIn(folder: string, kept: readonly OutputFile[]): string[] {
  const paths = new Set(kept.map(({ path }) => path));
  const all = listNames(folder).map(name => join(folder, name));
  return all.filter(path => path.endsWith('.csv') && !paths.has(path));
}
