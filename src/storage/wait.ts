// An orderly wait for a folder that another process writes to.

import { setTimeout as pause } from 'node:timers/promises';
import { breakLock, type Holder, type Lock, tryLock } from './lock.ts';
import { type Self, stateOf } from './owner.ts';

/** What waiting needs of the machine. */
export interface Waiting {
  readonly self: Self;
  /** Told once of every process that is waited for. */
  readonly onWait: (holder: Holder) => void;
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** Ends the wait. */
  readonly stopped?: AbortSignal | undefined;
  /** How long a holder of which nothing else is known may give no sign of life, in milliseconds; a minute unless given. */
  readonly patience?: number;
}

const interval = 200;

/** The lock of a folder as soon as it is free; undefined when the operator stopped the wait. */
export async function waitForLock(folder: string, waiting: Waiting): Promise<Lock | undefined> {
  const { self, onWait, now, stopped, patience = 60_000 } = waiting;
  let seen: { holder: Holder; since: number } | undefined;
  while (!stopped?.aborted) {
    const attempt = tryLock(folder, self);
    if (attempt.kind === 'held') return attempt.lock;
    const { by } = attempt;
    if (seen?.holder.file !== by.file) onWait(by);
    if (seen?.holder.file !== by.file || seen.holder.pulse !== by.pulse) seen = { holder: by, since: now() };
    if (now() - seen.since > patience && !isAlive(by, self)) breakLock(by);
    await pause(interval, undefined, stopped ? { signal: stopped } : {}).catch(() => undefined);
  }
  return undefined;
}

function isAlive({ owner }: Holder, self: Self): boolean {
  return owner !== undefined && stateOf(owner, self) === 'alive';
}
