// A command killed at a random moment: which of its processes, with which signal, and what is left of it.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../src/launch.cjs', import.meta.url));

/** Makes the launcher take its Node.js for an old one, so that it starts the pinned one as a process of its own. */
const pretendOld = `Object.defineProperty(process.versions, 'node', { value: '20.0.0' }); require(process.argv[1])`;

/** What is killed, when and how. */
export interface Attack {
  /** Milliseconds after the start, or after it began to write. */
  readonly at: number;
  readonly after: 'start' | 'writing';
  readonly signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT';
  readonly target: 'launcher' | 'program' | 'both';
}

/** A run that is attacked. */
export interface Attacked {
  readonly folder: string;
  readonly words: readonly string[];
  readonly temporary: string;
  /** Variables beside those of the test. */
  readonly variables: Readonly<Record<string, string>>;
  /** Absolute path of the folder it writes to. */
  readonly output: string;
  /** How long it takes, in milliseconds. */
  readonly time: number;
}

/** How long it took until no process of the run was left, in milliseconds, and which were left when that took too long. */
export interface Aftermath {
  readonly ended: number;
  readonly left: readonly string[];
}

/**
 * How long a process of an attacked run may live on, in milliseconds: 2 seconds when the program itself was killed; when
 * it only heard of it, also what it was busy with at that moment, which on a busy machine takes as long as a whole run.
 */
export function longestLife({ signal, target }: Attack, time: number): number {
  return signal === 'SIGKILL' && target !== 'launcher' ? 2000 : Math.max(5000, 3 * time);
}

let runs = 0;

/** Starts a command, kills it, and waits for all that it started. */
export async function attack(attacked: Attacked, how: Attack): Promise<Aftermath> {
  const { at, after, signal, target } = how;
  const { folder, words, temporary, variables, output, time } = attacked;
  const mark = `jaarcijfers-run-${process.pid}-${runs++}-`;
  const { CI: _, FORCE_COLOR: __, ...inherited } = process.env;
  const child = spawn(process.execPath, ['-e', pretendOld, launcher, ...words], {
    cwd: folder,
    env: { ...inherited, ...variables, TMPDIR: temporary, JAARCIJFERS_MARK: mark },
    stdio: 'ignore',
  });
  const over = new Promise(resolve => child.once('exit', resolve));
  if (after === 'writing') await Promise.race([beginOfWriting(output), over]);
  await Promise.race([pause(at), over]);
  const isOver = child.exitCode !== null || child.signalCode !== null; // its number may be another's by now
  for (const id of isOver || child.pid === undefined ? [] : targets(child.pid, target)) kill(id, signal);
  const begin = performance.now();
  while (marked(mark).length > 0 && performance.now() - begin < longestLife(how, time)) await pause(10);
  const ended = performance.now() - begin;
  const left = marked(mark);
  const told = left.map(describe);
  for (const id of left) kill(id, 'SIGKILL');
  await over;
  return { ended, left: told };
}

/** A process with its state (proc(5): D waits for a disk) and what it waits for. */
function describe(id: number): string {
  const [state, waitsFor] = [/^State:\s+(\w)/m.exec(readProcess(id, 'status'))?.[1], readProcess(id, 'wchan')];
  return `${id} ${state} ${waitsFor} ${readProcess(id, 'cmdline').replaceAll('\0', ' ').slice(0, 80)}`;
}

/** Resolves when a journal appears in the folder, or after a minute. */
async function beginOfWriting(output: string): Promise<void> {
  const begin = performance.now();
  const isWriting = (): boolean =>
    existsSync(output) && readdirSync(output).some(name => /^\.jaarcijfers-.*json$/.test(name));
  while (!isWriting() && performance.now() - begin < 60_000) await pause(1);
}

/** A command run to its end, by the same doors, and how long it took in milliseconds. */
export async function runWhole({
  folder,
  words,
  temporary,
  variables,
}: Omit<Attacked, 'output' | 'time'>): Promise<{ status: number | null; time: number }> {
  const begin = performance.now();
  const child = spawn(process.execPath, ['-e', pretendOld, launcher, ...words], {
    cwd: folder,
    env: { ...process.env, ...variables, TMPDIR: temporary },
    stdio: 'ignore',
  });
  const status = await new Promise<number | null>(resolve => child.once('exit', resolve));
  return { status, time: performance.now() - begin };
}

function targets(launcherId: number, target: Attack['target']): number[] {
  const program = childrenOf(launcherId);
  if (target === 'launcher') return [launcherId];
  return target === 'program' && program.length > 0 ? program : [launcherId, ...program];
}

function childrenOf(parent: number): number[] {
  return processes().filter(
    id => /^\S+ (\d+)/.exec(readProcess(id, 'stat').split(') ').at(-1) ?? '')?.[1] === String(parent),
  );
}

function kill(id: number, signal: NodeJS.Signals): void {
  try {
    process.kill(id, signal);
  } catch {
    // it has ended
  }
}

/** The processes that run and inherited the mark; a dead one not yet waited for has no environment. */
function marked(mark: string): number[] {
  return processes().filter(id => readProcess(id, 'environ').includes(mark));
}

function processes(): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number);
}

function readProcess(id: number, file: string): string {
  try {
    return readFileSync(join('/proc', String(id), file), 'latin1');
  } catch {
    return '';
  }
}

/** Whether this machine tells which processes run, and has the pinned Node.js as a program of its own. */
export function canAttack(): boolean {
  const node = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url));
  return existsSync('/proc/self/environ') && existsSync(node);
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An attack by chance on a command that takes so long. */
export function randomAttack(next: () => number, time: number): Attack {
  const [when, at, how, which] = [next(), next(), next(), next()];
  const moment =
    when < 0.25 ? ({ after: 'writing', at: at * 40 } as const) : ({ after: 'start', at: at * 1.2 * time } as const);
  const signal = how < 0.7 ? 'SIGKILL' : how < 0.85 ? 'SIGTERM' : 'SIGINT';
  return { ...moment, signal, target: which < 0.4 ? 'launcher' : which < 0.7 ? 'program' : 'both' };
}
