// Files and folders put in place together: all of them or none, also when the program is killed anywhere in between.

import { dirname, join } from 'node:path';
import type { Disk } from './disk.ts';
import {
  asidePrefix,
  asStepPath,
  beginJournal,
  endJournal,
  findJournal,
  type Journal,
  passOn,
  type Step,
} from './journal.ts';

/** A file to be written: its path and its content. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** A folder that is replaced as a whole; the paths of its files are relative to it. */
export interface OutputTree {
  readonly path: string;
  readonly files: readonly OutputFile[];
}

/** What changes together. All paths are absolute and within the folder that is written to. */
export interface Change {
  readonly files?: readonly OutputFile[];
  readonly trees?: readonly OutputTree[];
  /** Files that are taken away. */
  readonly removed?: readonly string[];
}

/** Puts a change in place; on an error all is as it was, and the error is thrown. */
export function placeChange(home: string, change: Change, disk: Disk): void {
  const { journal, contents } = plan(home, change, disk);
  try {
    beginJournal(home, journal, disk);
    stage(home, { journal, contents }, disk);
    passOn(home, { from: 'staging', to: 'placing' }, disk);
  } catch (error) {
    tidy(() => clear(home, journal, disk));
    throw error;
  }
  try {
    for (const step of journal.steps) place(resolved(home, step), disk);
  } catch (error) {
    tidy(() => {
      passOn(home, { from: 'placing', to: 'undoing' }, disk);
      undo(home, journal, disk);
    });
    throw error;
  }
  tidy(() => finish(home, journal, disk));
}

/** Work that a later run does when it fails here: the journal stays. */
function tidy(work: () => void): void {
  try {
    work();
  } catch {
    // what went wrong first is what the operator must know
  }
}

/** Ends what a killed run began in a folder: forward when all of it was written, back when not. */
export function recover(home: string, disk: Disk): void {
  const found = findJournal(home, disk);
  if (!found) {
    endJournal(home, disk); // its beginning may be there
    return;
  }
  const { phase, journal } = found;
  if (phase === 'staging') clear(home, journal, disk);
  else if (phase === 'undoing') undo(home, journal, disk);
  else {
    for (const step of journal.steps) place(resolved(home, step), disk);
    finish(home, journal, disk);
  }
}

type Contents = ReadonlyMap<string, readonly OutputFile[]>;

/** The steps of a change, and for each place aside the files that belong there. */
function plan(home: string, change: Change, disk: Disk): { journal: Journal; contents: Contents } {
  const contents = new Map<string, readonly OutputFile[]>();
  const steps: Step[] = [];
  const add = (kind: Step['kind'], path: string, files: readonly OutputFile[]): void => {
    const had = disk.kindOf(path);
    if (had !== undefined && (had === 'folder') !== (kind === 'folder')) throw new InTheWay(path, had);
    const aside = (what: string): string =>
      asStepPath(home, join(dirname(path), `${asidePrefix}${what}-${steps.length}`));
    const step = {
      kind,
      path: asStepPath(home, path),
      next: aside('next'),
      former: aside('former'),
      had: had !== undefined,
    };
    steps.push(step);
    contents.set(step.next, files);
  };
  for (const { path, content } of change.files ?? []) add('file', path, [{ path: '', content }]);
  for (const { path, files } of change.trees ?? []) add('folder', path, files);
  for (const path of change.removed ?? []) add('removal', path, []);
  return { journal: { steps, folders: missingFolders(home, steps, disk) }, contents };
}

/** A file where a folder should be, or the reverse. */
export class InTheWay extends Error {
  readonly code: string;

  constructor(path: string, kind: 'file' | 'folder') {
    super(`there is a ${kind} at ${path}`);
    this.code = kind === 'folder' ? 'EISDIR' : 'ENOTDIR';
  }
}

function missingFolders(home: string, steps: readonly Step[], disk: Disk): string[] {
  const missing = new Set<string>();
  const lookAt = (folder: string): void => {
    if (folder === '.' || missing.has(folder) || disk.kindOf(join(home, folder)) !== undefined) return;
    lookAt(dirname(folder));
    missing.add(folder);
  };
  for (const { path } of steps) lookAt(dirname(path));
  return [...missing];
}

function stage(home: string, { journal, contents }: { journal: Journal; contents: Contents }, disk: Disk): void {
  for (const folder of journal.folders) disk.makeFolder(join(home, folder));
  for (const step of journal.steps) {
    const { kind, path, next, former, had } = resolved(home, step);
    const files = contents.get(step.next) ?? [];
    if (kind === 'file' && had) disk.keep(path, former);
    if (kind === 'folder') stageTree(next, files, disk);
    if (kind === 'file') for (const { content } of files) disk.write(next, content);
  }
}

function stageTree(next: string, files: readonly OutputFile[], disk: Disk): void {
  disk.remove(next);
  disk.makeFolder(next);
  const made = new Set([next]);
  const make = (folder: string): void => {
    if (made.has(folder)) return;
    make(dirname(folder));
    disk.makeFolder(folder);
    made.add(folder);
  };
  for (const { path, content } of files) {
    make(dirname(join(next, path)));
    disk.write(join(next, path), content);
  }
}

function resolved(home: string, step: Step): Step {
  const { path, next, former } = step;
  return { ...step, path: join(home, path), next: join(home, next), former: join(home, former) };
}

/** Does a step; one that was done already is left as it is. */
function place({ kind, path, next, former }: Step, disk: Disk): void {
  const waits = kind === 'removal' || disk.kindOf(next) !== undefined;
  if (!waits) return;
  const makesWay = kind !== 'file' && disk.kindOf(path) !== undefined && disk.kindOf(former) === undefined;
  if (makesWay) disk.rename(path, former);
  if (kind !== 'removal') disk.rename(next, path);
}

/** Takes a step back; one that was not done, or was taken back already, is left as it is. */
function takeBack({ kind, path, next, former, had }: Step, disk: Disk): void {
  const placed = kind !== 'removal' && disk.kindOf(next) === undefined;
  const kept = disk.kindOf(former) !== undefined;
  if (placed && (kept || !had) && kind === 'folder' && disk.kindOf(path)) disk.rename(path, next);
  if (placed && !had && kind === 'file' && disk.kindOf(path)) disk.rename(path, next);
  if (kept && (kind !== 'file' || placed)) disk.rename(former, path);
}

/** Everything is in place: what was kept can go. */
function finish(home: string, journal: Journal, disk: Disk): void {
  for (const folder of new Set(journal.steps.map(({ path }) => dirname(join(home, path))))) disk.flush(folder);
  removeAsides(home, journal, disk);
  endJournal(home, disk);
}

function undo(home: string, journal: Journal, disk: Disk): void {
  for (const step of journal.steps.toReversed()) takeBack(resolved(home, step), disk);
  clear(home, journal, disk);
}

/** Nothing is in place: what stands aside goes, and the folders made for it. */
function clear(home: string, journal: Journal, disk: Disk): void {
  removeAsides(home, journal, disk);
  for (const folder of journal.folders.toReversed()) disk.removeEmpty(join(home, folder));
  endJournal(home, disk);
}

function removeAsides(home: string, { steps }: Journal, disk: Disk): void {
  for (const { next, former } of steps) for (const path of [next, former]) disk.remove(join(home, path));
}
