// The one folder that holds everything a run writes for a moment only: gone with the run, or else with the next one.

import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { nameOf, ownerIn, type Self, stateOf } from './owner.ts';

const day = 86_400_000;

/** A new, empty folder in another one, whose name begins with the prefix and says whose it is. */
export async function makeTemporary(parent: string, prefix: string, self: Self): Promise<string> {
  return mkdtemp(join(parent, `${prefix}${nameOf(self)}-`));
}

/**
 * Removes the folders with this prefix that dead processes left beside a folder; those of which that cannot be told,
 * because another container or another version made them, when they are older than `age` milliseconds, a day unless given.
 */
export async function sweepBeside(own: string, { prefix, self, age = day }: Sweep): Promise<void> {
  const parent = dirname(own);
  const now = (await stat(own).catch(() => undefined))?.mtimeMs ?? 0; // the clock of the disk itself
  const names = await readdir(parent).catch(() => []);
  const others = names.filter(name => name.startsWith(prefix) && name !== basename(own));
  await Promise.all(
    others.map(async name => {
      const owner = ownerIn(name.slice(prefix.length));
      const state = owner ? stateOf(owner, self) : 'unknown';
      if (state === 'dead' || (state === 'unknown' && (await isOlder(join(parent, name), now - age))))
        await removeTemporary(join(parent, name));
    }),
  );
}

/** Which folders to sweep. */
export interface Sweep {
  readonly prefix: string;
  readonly self: Self;
  readonly age?: number;
}

async function isOlder(path: string, moment: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && found.mtimeMs < moment;
}

/** Removes a folder, also while a dying process still writes into it; what the system holds on to is left for a later run. */
export async function removeTemporary(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }).catch(() => undefined);
}
