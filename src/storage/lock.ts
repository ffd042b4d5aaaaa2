// One writer a folder: a lock is a folder in it that holds one empty file, whose name says who has it.
// All its moves are renames and removals of names that only one process has, so no two processes ever both have it.

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf } from './disk.ts';
import { asidePrefix } from './journal.ts';
import { nameOf, type Owner, ownerIn, type Self, stateOf } from './owner.ts';

/** A folder that nobody else writes to. */
export interface Lock {
  /** False when someone took it away, which they do to a holder of another machine that says nothing for a minute. */
  isHeld(): boolean;
  /** Gives the folder free, and removes it if it was made for this and is empty. */
  release(): void;
}

/** Who has a lock, and a text that changes as long as it says that it is alive. */
export interface Holder {
  readonly owner: Owner | undefined;
  readonly file: string;
  readonly pulse: string;
}

/** What came of trying. */
export type Attempt = { readonly kind: 'held'; readonly lock: Lock } | { readonly kind: 'taken'; readonly by: Holder };

const lockName = `${asidePrefix}lock`;

/** How often a holder says that it is alive, in milliseconds. */
const beat = 5000;

/** Takes the lock of a folder, which is made if need be, or says who has it; locks of dead processes do not count. */
export function tryLock(folder: string, self: Self): Attempt {
  const made = makeFolders(folder);
  const by = livingHolder(folder, self);
  if (by) return { kind: 'taken', by };
  const aside = makeAside(folder, self);
  if (aside === undefined) return tryLock(folder, self); // who made the folder has just removed it
  const own = basename(aside).slice(lockName.length + 1);
  try {
    writeFileSync(join(aside, own), '');
    for (;;) {
      if (movedInto(join(folder, lockName), aside)) return { kind: 'held', lock: hold(folder, { own, made, self }) };
      const holder = livingHolder(folder, self);
      if (holder) return { kind: 'taken', by: holder };
    }
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function makeAside(folder: string, self: Self): string | undefined {
  try {
    return mkdtempSync(join(folder, `${lockName}-${nameOf(self)}-`));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return undefined;
  }
}

/** Whether the rename succeeded: it does only where nothing stands, or an empty folder. */
function movedInto(lock: string, aside: string): boolean {
  try {
    renameSync(aside, lock);
    return true;
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'].includes(codeOf(error)) && isFolder(lock)) return false;
    throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Who has the lock; what dead processes left in it is taken out, file by file, so that a living one never loses its own. */
function livingHolder(folder: string, self: Self): Holder | undefined {
  const lock = join(folder, lockName);
  for (const name of namesIn(lock)) {
    const owner = ownerIn(name);
    const file = join(lock, name);
    if (!owner || stateOf(owner, self) !== 'dead') return { owner, file, pulse: pulseOf(file) };
    rmSync(file, { force: true });
  }
  removeIfEmpty(lock);
  return undefined;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function pulseOf(file: string): string {
  return String(statSync(file, { throwIfNoEntry: false })?.mtimeMs);
}

/** Takes away the lock of a holder that gave no sign of life. */
export function breakLock({ file }: Holder): void {
  rmSync(file, { force: true });
  removeIfEmpty(dirname(file));
}

function hold(folder: string, { own, made, self }: { own: string; made: readonly string[]; self: Self }): Lock {
  const file = join(folder, lockName, own);
  const isHeld = (): boolean => statSync(file, { throwIfNoEntry: false }) !== undefined;
  const beating = setInterval(() => touch(file), beat);
  beating.unref();
  sweepAsides(folder, self);
  return {
    isHeld,
    release() {
      clearInterval(beating);
      rmSync(file, { force: true });
      for (const empty of [join(folder, lockName), ...made.toReversed()]) removeIfEmpty(empty);
    },
  };
}

function touch(file: string): void {
  try {
    const now = new Date(statSync(file).mtimeMs + beat); // its own clock: only that it changes means something
    utimesSync(file, now, now);
  } catch {
    // who needs the lock asks isHeld
  }
}

/** Removes what processes left that died while they took the lock. */
function sweepAsides(folder: string, self: Self): void {
  for (const name of namesIn(folder).filter(one => one.startsWith(`${lockName}-`))) {
    const owner = ownerIn(name.slice(lockName.length + 1));
    if (owner && stateOf(owner, self) === 'dead') rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** The folders that were made, the outermost first. */
function makeFolders(folder: string): string[] {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return [];
  const made = [folder];
  while (made[0] !== undefined && made[0] !== first && made[0] !== dirname(made[0])) made.unshift(dirname(made[0]));
  return made;
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // something is in it, or it is gone
  }
}
