// What is being put in place, written down before it is: so a run that finds a killed one's journal can end its work.
// The name of the journal says how far that run was, and changes by a rename, which is whole or not at all.

import { join, relative, resolve, sep } from 'node:path';
import type { Disk } from './disk.ts';

/** One thing to be done to a name. A file is replaced in one rename, a folder in two. */
export interface Step {
  readonly kind: 'file' | 'folder' | 'removal';
  /** Where it will stand, relative to the folder of the journal, as all paths of a step are. */
  readonly path: string;
  /** Where it waits until everything is written; nothing waits there for a removal. */
  readonly next: string;
  /** Where what stood there before is kept until everything is in place. */
  readonly former: string;
  /** Whether anything stood there. */
  readonly had: boolean;
}

/** What one run puts in place, together. */
export interface Journal {
  readonly steps: readonly Step[];
  /** Folders that had to be made for it, the outermost first. */
  readonly folders: readonly string[];
}

/** `staging`: all that is new stands aside; `placing`: it goes to its place, and will; `undoing`: it goes back. */
export type Phase = 'staging' | 'placing' | 'undoing';

const phases = ['staging', 'placing', 'undoing'] as const;

/** Names of everything that is in an output folder for a moment only begin with this. */
export const asidePrefix = '.jaarcijfers-';

const pathOf = (home: string, phase: Phase): string => join(home, `${asidePrefix}${phase}.json`);
const partOf = (home: string): string => join(home, `${asidePrefix}journal.part`);

/** Writes down what begins; a reader finds all of it or nothing. */
export function beginJournal(home: string, journal: Journal, disk: Disk): void {
  disk.write(partOf(home), JSON.stringify(journal));
  disk.rename(partOf(home), pathOf(home, 'staging'));
  disk.flush(home);
}

/** Goes from one phase to the next, in one step that is on the disk when this returns. */
export function passOn(home: string, { from, to }: { from: Phase; to: Phase }, disk: Disk): void {
  disk.rename(pathOf(home, from), pathOf(home, to));
  disk.flush(home);
}

/** Takes the journal away, when nothing is left of what it lists but what is in place. */
export function endJournal(home: string, disk: Disk): void {
  for (const phase of phases) disk.remove(pathOf(home, phase));
  disk.remove(partOf(home));
}

/** The journal that a killed run left, and how far it was; throws when it names anything outside its folder. */
export function findJournal(home: string, disk: Disk): { phase: Phase; journal: Journal } | undefined {
  for (const phase of phases) {
    const text = disk.read(pathOf(home, phase));
    if (text !== undefined) return { phase, journal: parse(home, phase, text) };
  }
  return undefined;
}

/** A journal that this program did not write, or that a broken disk changed. */
export class StrangeJournal extends Error {
  readonly code = 'EJOURNAL';
}

function parse(home: string, phase: Phase, text: string): Journal {
  try {
    return inside(home, JSON.parse(text) as Journal);
  } catch (error) {
    throw new StrangeJournal(`${pathOf(home, phase)}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function inside(home: string, journal: Journal): Journal {
  const paths = [...journal.folders, ...journal.steps.flatMap(({ path, next, former }) => [path, next, former])];
  const strange = paths.find(path => !resolve(home, path).startsWith(home + sep));
  if (strange !== undefined) throw new Error(`it names ${strange}, which is not in that folder`);
  return journal;
}

/** A path as the journal of a folder has it. */
export function asStepPath(home: string, path: string): string {
  return relative(home, path);
}
