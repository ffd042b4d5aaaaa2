// A case of tests/input as a project: its own files laid over those of its base, and the house's theme below them all.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openFiles } from '../src/commands/files.ts';
import { loadFace, type Machine } from '../src/commands/machine.ts';
import type { Repository } from '../src/commands/repository.ts';
import type { Files } from '../src/edition/files.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const input = join(repository, 'tests', 'input');

/** What `case.json` says: the case it is laid over, and the files of that case that it does without. */
interface CaseSpec {
  readonly about: string;
  readonly base?: string;
  readonly without?: readonly string[];
}

/** The names of all cases: folders of tests/input with a case.json. */
export function caseNames(): string[] {
  return readdirSync(input).filter(name => existsSync(join(input, name, 'case.json')));
}

/** A machine that holds the project of a case, and nothing else; it says nothing. */
export function caseMachine(name: string): Machine {
  return createMachine(caseFiles(name));
}

/** A machine that holds these files over those of the case `sound`. */
export function soundMachine(texts: Readonly<Record<string, string>>): Machine {
  return createMachine(layered(inMemory(texts), caseFiles('sound'), []));
}

/** A project without a history. */
export const noRepository: Repository = {
  head: () => Promise.resolve(undefined),
  resolve: () => Promise.resolve(undefined),
  filesAt: () => Promise.resolve(undefined),
  tags: () => Promise.resolve([]),
  changes: () => Promise.resolve([]),
  momentOf: () => Promise.resolve(undefined),
  isShallow: () => Promise.resolve(false),
  checkOut: () => Promise.resolve(undefined),
};

function createMachine(files: Files): Machine {
  const machine = { root: '/project', files, env: {}, processId: 1, loadFace };
  const unknown = { today: () => new Date(0), repository: noRepository };
  return { ...machine, ...unknown, now: () => 0, terminal: false, say: () => {} };
}

function caseFiles(name: string): Files {
  const folder = join(input, name);
  const spec: CaseSpec = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8'));
  const below = spec.base === undefined ? house() : caseFiles(spec.base);
  return layered(openFiles(folder), below, spec.without ?? []);
}

/** The theme and the words of judgement are the repository's own, so that no case needs a copy of them. */
function house(): Files {
  const paths = ['templates/theme.yaml', 'data/woorden.yaml'];
  return inMemory(Object.fromEntries(paths.map(path => [path, readFileSync(join(repository, path), 'utf8')])));
}

function layered(above: Files, below: Files, without: readonly string[]): Files {
  const kept = (path: string): boolean => !without.includes(path);
  const listed = (folder: string): string[] => below.list(folder).filter(name => kept(`${folder}/${name}`));
  return {
    read: path => above.read(path) ?? (kept(path) ? below.read(path) : undefined),
    readBytes: path => above.readBytes(path) ?? (kept(path) ? below.readBytes(path) : undefined),
    list: folder => [...new Set([...above.list(folder), ...listed(folder)])].sort(),
  };
}

/** Files that are nowhere on disk. */
export function inMemory(texts: Readonly<Record<string, string>>): Files {
  return {
    read: path => texts[path],
    readBytes: path => (texts[path] === undefined ? undefined : new TextEncoder().encode(texts[path])),
    list: folder => {
      const below = Object.keys(texts).filter(path => path.startsWith(`${folder}/`));
      const names = below.map(path => path.slice(folder.length + 1).replace(/\/.*$/, '/'));
      return [...new Set(names)].sort();
    },
  };
}
