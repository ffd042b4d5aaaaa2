// Whose a lock or a temporary folder is: a process, told from later ones that the system gives the same number.

import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process of some machine. */
export interface Owner {
  readonly processId: number;
  /** When it started, in ticks since the machine did; empty where the system does not tell. */
  readonly started: string;
  /** Within which its number means something: a start of the machine and a space of process numbers, or a host. */
  readonly space: string;
}

/** What is known of a process: `unknown` is one of another machine or container, or where the system does not tell. */
export type OwnerState = 'alive' | 'dead' | 'unknown';

/** This process, and what it can tell of others. */
export interface Self extends Owner {
  /** Whether a process of this number runs; asked only where there is no /proc. */
  readonly isRunning?: ((processId: number) => boolean) | undefined;
}

/** The running process of this number as an owner; on Linux it knows its own number, which none other is needed for. */
export function describeSelf(processId = ownNumber(), isRunning?: Self['isRunning']): Self {
  return { processId, started: startOf(processId)?.started ?? '', space: ownSpace(), isRunning };
}

function ownNumber(): number {
  return Number(attempt(() => readlinkSync('/proc/self')) ?? 0);
}

/** Processes of one start of one machine that see the same numbers have the same space. */
function ownSpace(): string {
  const boot = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'));
  const numbers = attempt(() => readlinkSync('/proc/self/ns/pid'));
  const space = boot && numbers ? boot + numbers : hostname();
  return createHash('sha256').update(space).digest('hex').slice(0, 8); // short: sockets have short paths only
}

/** Field 22 of /proc/<number>/stat (proc(5)); undefined when no such process runs. A dead child not yet waited for is none. */
function startOf(processId: number): { readonly started: string } | undefined {
  const stat = attempt(() => readFileSync(`/proc/${processId}/stat`, 'latin1'));
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' '); // the name in brackets may hold spaces
  const [state, started] = [fields?.[0], fields?.[19]];
  return state === undefined || started === undefined || 'ZX'.includes(state) ? undefined : { started };
}

/** Whether a process still runs, as far as this one can tell. */
export function stateOf(owner: Owner, self: Self): OwnerState {
  if (owner.space !== self.space) return 'unknown';
  if (self.started !== '') return startOf(owner.processId)?.started === owner.started ? 'alive' : 'dead';
  return self.isRunning?.(owner.processId) === false ? 'dead' : 'unknown';
}

/** An owner as part of a file's name. */
export function nameOf({ processId, started, space }: Owner): string {
  return `${processId}-${started}-${space}`;
}

/** The owner at the beginning of a name; undefined when it begins otherwise. */
export function ownerIn(name: string): Owner | undefined {
  const [, processId, started = '', space = ''] = /^(\d+)-(\d*)-(\w+)(?=-|$)/.exec(name) ?? [];
  return processId === undefined ? undefined : { processId: Number(processId), started, space };
}

function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
