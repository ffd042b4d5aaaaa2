// A machine for commands run inside a test: the real files and fonts of a project, without a terminal.

import { openFiles } from '../../src/commands/files.ts';
import { loadFace, type Machine } from '../../src/commands/machine.ts';
import { noRepository } from '../project.ts';

/** A machine on the project in a folder; whatever it is told to say is kept in `said`. */
export function machineAt(root: string, said: string[] = [], changes: Partial<Machine> = {}): Machine {
  return {
    ...{ root, files: openFiles(root), env: process.env, processId: process.pid, loadFace },
    now: () => performance.now(),
    today: () => new Date('2026-11-22T12:05:00Z'),
    repository: noRepository,
    terminal: false,
    say: line => said.push(line),
    ...changes,
  };
}
