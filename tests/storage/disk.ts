// Disks that fail: at one operation, or at one and all that follow it, as a killed program does no more.

import { writeFileSync } from 'node:fs';
import { type Disk, disk } from '../../src/storage/disk.ts';

/** A system's error. */
export class DiskError extends Error {
  readonly code: string;
  readonly syscall = 'write';

  constructor(code: string) {
    super(`${code}: test`);
    this.code = code;
  }
}

/** The disk of this machine, without waiting for what it wrote to be safe from a power cut. */
export const quickDisk: Disk = {
  ...disk,
  write: (path, content) => writeFileSync(path, content),
  flush: () => {},
};

/** Operations that change the disk. */
const changing = ['makeFolder', 'write', 'keep', 'rename', 'remove', 'removeEmpty'] as const;

/** What was asked of a disk, and the disk that asks it. */
export interface Watched {
  readonly disk: Disk;
  /** How many operations were asked that change something. */
  readonly count: () => number;
}

/** A disk on which the change of this number (from 0) is not made, and gives an error. */
export function failingAt(at: number, code = 'ENOSPC'): Watched {
  return watched(number => {
    if (number === at) throw new DiskError(code);
  });
}

/** A disk that is another one until it makes no change from this number on. */
export function killedAfter(other: Disk, at: number): Disk {
  return watched(number => {
    if (number >= at) throw new DiskError('KILLED');
  }, other).disk;
}

/** A disk on which no change is made from this number on; a file being written then is written halfway. */
export function killedAt(at: number): Watched {
  return watched((number, name, [path, content]) => {
    if (number < at) return;
    if (number === at && name === 'write' && typeof path === 'string')
      writeFileSync(path, Buffer.from(content as string).subarray(0, 3));
    throw new DiskError('KILLED');
  });
}

function watched(
  before: (number: number, name: string, words: readonly unknown[]) => void,
  below = quickDisk,
): Watched {
  let count = 0;
  const wrapped = Object.fromEntries(
    changing.map(name => [
      name,
      (...words: [string, string]) => {
        before(count++, name, words);
        return below[name](...words);
      },
    ]),
  );
  return { disk: { ...quickDisk, ...wrapped }, count: () => count };
}
