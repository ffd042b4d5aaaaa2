// The memory of a process and all its descendants, sampled from /proc on Linux.

import { readdirSync, readFileSync } from 'node:fs';

/** Peak sums over a process tree in bytes: resident memory, and the proportional share that counts shared pages once. */
export interface Peak {
  readonly resident: number;
  readonly proportional: number;
}

/** Samples the tree under a process every 20 ms until `done`; undefined where there is no /proc. */
export async function watchMemory(pid: number, done: Promise<unknown>): Promise<Peak | undefined> {
  if (!canMeasure()) return undefined;
  let [resident, proportional] = [0, 0];
  let isDone = false;
  void done.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    const sums = treeOf(pid).map(memoryOf);
    resident = Math.max(resident, sum(sums.map(one => one.resident)));
    proportional = Math.max(proportional, sum(sums.map(one => one.proportional)));
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  return { resident, proportional };
}

function canMeasure(): boolean {
  return process.platform === 'linux' && read('/proc/self/smaps_rollup') !== '';
}

function treeOf(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = /^.*\) \S (\d+)/s.exec(read(`/proc/${name}/stat`))?.[1]; // the name in brackets may hold spaces
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const tree = new Set([root]);
  for (let size = 0; size < tree.size; ) {
    size = tree.size;
    for (const [pid, parent] of parents) if (tree.has(parent)) tree.add(pid);
  }
  return [...tree];
}

function memoryOf(pid: number): Peak {
  const rollup = read(`/proc/${pid}/smaps_rollup`);
  const bytes = (field: string): number =>
    1024 * Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0);
  return { resident: bytes('Rss'), proportional: bytes('Pss') };
}

/** A process may end between two looks. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
