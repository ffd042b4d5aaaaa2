// One writer a folder: waiting in turn, taking over from the dead, patience with those of which nothing is known.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Lock, tryLock } from '../../src/storage/lock.ts';
import { describeSelf, nameOf, ownerIn, stateOf } from '../../src/storage/owner.ts';
import { waitForLock } from '../../src/storage/wait.ts';
import { createFolder, writeFile } from '../commands/project.ts';

const self = describeSelf(process.pid);
const waiting = { self, now: () => performance.now(), onWait: () => {} };

function held(folder: string): Lock {
  const attempt = tryLock(folder, self);
  if (attempt.kind !== 'held') throw new Error('taken');
  return attempt.lock;
}

/** Puts the lock of another process into a folder. */
function lockOf(folder: string, owner: string): void {
  writeFile(join(folder, '.jaarcijfers-lock', `${owner}-abcdef`), '');
}

test('a folder has one holder, is made for it, and is as it was when given free', () => {
  const parent = createFolder();
  const folder = join(parent, 'a', 'b');
  const lock = held(folder);
  expect(lock.isHeld()).toBe(true);
  expect(tryLock(folder, self)).toMatchObject({ kind: 'taken', by: { owner: { processId: process.pid } } });
  expect(readdirSync(folder)).toEqual(['.jaarcijfers-lock']);
  lock.release();
  expect(readdirSync(parent)).toEqual([]);
});

test('a folder that was there, or has something in it, stays', () => {
  const folder = createFolder();
  held(folder).release();
  expect(readdirSync(folder)).toEqual([]);
  const inner = join(folder, 'a');
  const lock = held(inner);
  writeFile(join(inner, 'x'), '');
  lock.release();
  expect(readdirSync(inner)).toEqual(['x']);
});

test.runIf(existsSync('/proc/self/stat'))(
  'the lock of a dead process is taken over at once, and what it left aside goes',
  async () => {
    const folder = createFolder();
    const child = spawn('sleep', ['30']);
    const owner = nameOf(describeSelf(child.pid));
    mkdirSync(join(folder, `.jaarcijfers-lock-${owner}-zzzzzz`));
    lockOf(folder, owner);
    expect(tryLock(folder, self).kind).toBe('taken');
    child.kill('SIGKILL');
    await new Promise(resolve => child.once('exit', resolve));
    const lock = held(folder);
    expect(readdirSync(folder)).toEqual(['.jaarcijfers-lock']);
    lock.release();
  },
);

test.runIf(existsSync('/proc/self/stat'))('a process with the number of a dead one is another one', () => {
  const owner = ownerIn(nameOf(self));
  if (!owner) throw new Error('no owner');
  expect(stateOf(owner, self)).toBe('alive');
  expect(stateOf({ ...owner, started: '1' }, self)).toBe('dead');
  expect(stateOf({ ...owner, space: 'elsewhere' }, self)).toBe('unknown');
});

test('where the system has no /proc, a number that does not run is dead, and one that does may be another’s', () => {
  const bare = { processId: 5, started: '', space: 'mac', isRunning: (id: number) => id === 7 };
  const other = (processId: number) => ({ processId, started: '', space: 'mac' });
  expect([stateOf(other(6), bare), stateOf(other(7), bare)]).toEqual(['dead', 'unknown']);
});

test('who waits is told once for whom, and goes on when the folder is free', async () => {
  const folder = createFolder();
  const first = held(folder);
  const told: (number | undefined)[] = [];
  const second = waitForLock(folder, { ...waiting, onWait: ({ owner }) => told.push(owner?.processId) });
  await new Promise(resolve => setTimeout(resolve, 500));
  expect(told).toEqual([process.pid]);
  first.release();
  const lock = await second;
  expect(lock?.isHeld()).toBe(true);
  lock?.release();
});

test('the wait ends when the operator stops it', async () => {
  const folder = createFolder();
  const first = held(folder);
  const controller = new AbortController();
  const second = waitForLock(folder, { ...waiting, stopped: controller.signal });
  controller.abort();
  expect(await second).toBeUndefined();
  expect(first.isHeld()).toBe(true);
  first.release();
});

test('a holder of another machine is waited for as long as it gives signs of life, and then no longer', async () => {
  const folder = createFolder();
  lockOf(folder, '77-123-elsewhere');
  let time = 0;
  const lock = await waitForLock(folder, { ...waiting, now: () => (time += 100), patience: 250 });
  expect(time).toBeGreaterThan(250);
  expect(lock?.isHeld()).toBe(true);
  expect(readdirSync(join(folder, '.jaarcijfers-lock'))).toHaveLength(1);
  lock?.release();
});

test('of many at once, one has it at a time', async () => {
  const folder = join(createFolder(), 'samen');
  let [inside, most, done] = [0, 0, 0];
  const worker = async (): Promise<void> => {
    const lock = await waitForLock(folder, waiting);
    inside += 1;
    most = Math.max(most, inside);
    await new Promise(resolve => setTimeout(resolve, 5));
    inside -= 1;
    done += 1;
    lock?.release();
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  expect({ most, done }).toEqual({ most: 1, done: 8 });
}, 30_000);
