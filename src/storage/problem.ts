// Why a folder cannot be written, in words that say what to do.

import { basename, dirname } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { codeOf } from './disk.ts';

/** Errors of the system that are the operator's to solve, and how. */
const advice: Readonly<Record<string, string>> = {
  ENOSPC: 'Free some space: the disk is full.',
  EDQUOT: 'Free some space: your share of the disk is used up.',
  EROFS: 'Have the disk made writable: it is read-only.',
  EACCES: 'Ask for the right to write there.',
  EPERM: 'Ask for the right to write there.',
  ENOTDIR: 'Move the file away that stands where a folder should be.',
  EEXIST: 'Move the file away that stands where a folder should be.',
  EISDIR: 'Move the folder away that stands where a file should be.',
  ENAMETOOLONG: 'Shorten the name: choose a folder with a shorter path, or give the publication a shorter id.',
  EMFILE: 'Raise the limit on open files, for example with "ulimit -n 4096", and run the command again.',
  ENFILE: 'Close other programs: too many files are open on this machine.',
  ELOOP: 'Remove the links that lead to each other in circles.',
  EIO: 'Look at the disk before you go on: it does not work as it should.',
  EJOURNAL: 'Remove that file, and run the command again: it is not what this program wrote there.',
  EBUSY: 'Close the program that has the file open, and run the command again.',
};

/** Whether an error is the system's refusal to write. */
export function isRefusal(error: unknown): boolean {
  return codeOf(error) in advice || (error instanceof Error && 'syscall' in error);
}

/** What to tell the operator; `folder` as they know it. Any error that is no refusal of the system is thrown. */
export function outputUnwritable(folder: string, error: unknown): Diagnostic {
  if (!isRefusal(error)) throw error;
  const first = advice[codeOf(error)];
  return {
    severity: 'error',
    rule: 'output-unwritable',
    message: `The output cannot be written: ${reasonOf(error)}.`,
    hints: [
      ...(first === undefined ? [] : [first]),
      `Make ${folder} a folder that you may write to, or choose another with --out.`,
    ],
  };
}

/** What the system says, without the names of what stands aside for a moment: `EROFS: read-only file system (in /proef)`. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!('syscall' in error)) return error.message;
  const reason = error.message.split(`, ${String(error.syscall)}`)[0] ?? error.message;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined;
  if (path === undefined) return reason;
  return basename(path).startsWith('.') ? `${reason} (in ${dirname(path)})` : `${reason} (${path})`;
}
