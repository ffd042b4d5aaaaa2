// The folder a browser writes into while it runs, profile and all else: one for each start, and gone afterwards.

import { statfs } from 'node:fs/promises';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { codeOf } from '../storage/disk.ts';
import type { Self } from '../storage/owner.ts';
import { makeTemporary, removeTemporary, sweepBeside } from '../storage/temporary.ts';

const prefix = 'jaarcijfers-profile-';

/** A browser's folder. */
export interface Profile {
  readonly folder: string;
  /** Where the browser may write what belongs to no profile; the system's own place where a path in it would be too long. */
  readonly env: Readonly<Record<string, string>>;
  /** Removes the folder, and what killed runs left beside it. */
  remove(): Promise<void>;
}

/** Where profiles are made, and by whom. */
export interface ProfileOptions {
  readonly temporary: string;
  readonly self: Self;
}

/** A new, empty folder in the temporary one; those that killed runs left there are being removed. */
export async function makeProfile({ temporary, self }: ProfileOptions): Promise<Profile> {
  const folder = await makeTemporary(temporary, prefix, self);
  const sweeping = sweepBeside(folder, { prefix, self });
  const env = folder.length <= longestFolder ? { TMPDIR: folder } : {};
  return { folder, env, remove: async () => void (await Promise.all([removeTemporary(folder), sweeping])) };
}

/** The path of a socket is at most 107 bytes long (unix(7)), and Chrome makes one of up to 42 bytes in the folder. */
const longestFolder = 64;

/** A browser with little to print writes about 10 MB; one with much writes its shared memory there too. */
const leastSpace = 50_000_000;

/** Whether there is too little room for a browser. */
export async function isFull(temporary: string): Promise<boolean> {
  const found = await statfs(temporary).catch(() => undefined);
  return found !== undefined && found.bavail * found.bsize < leastSpace;
}

/** The error for a temporary folder that a browser cannot write to. */
export function temporaryUnwritable(temporary: string, problem?: unknown): Diagnostic {
  const reason = problem instanceof Error ? (problem.message.split(', ')[0] ?? '') : 'there is less than 50 MB of room';
  const isOurs = problem === undefined || ['ENOSPC', 'EDQUOT'].includes(codeOf(problem));
  return {
    severity: 'error',
    rule: 'temporary-unwritable',
    message: `The browser cannot write its temporary files in ${temporary}: ${reason}.`,
    hints: [
      isOurs
        ? `Free some space: the disk of ${temporary} is full.`
        : `Make ${temporary} a folder that you may write to.`,
      'Or set TMPDIR to another folder, on a disk with 100 MB of room.',
    ],
  };
}
