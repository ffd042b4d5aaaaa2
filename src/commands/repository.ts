// The project's history, as git keeps it: commits by name, and the files of a commit without a checkout.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { decode } from '../edition/decode.ts';
import type { Files } from '../edition/files.ts';

/** The commit that a project stands at. */
export interface Revision {
  /** Its full name. */
  readonly commit: string;
  /** Whether data/ or templates/ hold anything else than it does. */
  readonly changed: boolean;
}

/** A tag and the commit that it names. */
export interface Tag {
  readonly name: string;
  readonly commit: string;
}

/** What is asked of git; every answer is undefined or empty where there is no git, no repository or no commit. */
export interface Repository {
  /** What the working tree stands at. */
  head(): Promise<Revision | undefined>;
  /** The full name of the commit that a word names: a tag, a branch, `HEAD~2`, the beginning of a commit's name. */
  resolve(name: string): Promise<string | undefined>;
  /** What data/ and templates/ hold at a commit; undefined when it has neither. */
  filesAt(commit: string): Promise<Files | undefined>;
  /** The tags on the way to the commit the project stands at, the nearest first. */
  tags(): Promise<readonly Tag[]>;
  /** Paths, from the project's folder, of all that differs from the commit or that git does not know and may not ignore. */
  changes(): Promise<readonly string[]>;
  /** When a commit was made; undefined for one that is not here. */
  momentOf(commit: string): Promise<Date | undefined>;
  /** Whether the history ends before its beginning, as in the clone of a CI that fetched one commit only. */
  isShallow(): Promise<boolean>;
  /** Puts all of a commit into a new folder, as a clone of its own; gives the project's folder in it, or undefined. */
  checkOut(commit: string, folder: string): Promise<string | undefined>;
}

const run = promisify(execFile);

/** The repository that a folder stands in; never fails. */
export function openRepository(root: string): Repository {
  const bytes = async (...words: readonly string[]): Promise<Buffer> => {
    const options = { maxBuffer: 2 ** 31 - 1, encoding: 'buffer' as const };
    return (await run('git', ['--no-optional-locks', '-C', root, ...words], options)).stdout;
  };
  const git = async (...words: readonly string[]): Promise<string | undefined> =>
    bytes(...words).then(
      found => found.toString('utf8').trim(),
      () => undefined,
    );
  const lines = async (...words: readonly string[]): Promise<string[]> =>
    ((await git(...words)) ?? '').split('\n').filter(Boolean);
  return {
    head: async () => {
      const commit = await git('rev-parse', '--verify', 'HEAD');
      const changes = await git('status', '--porcelain', '--untracked-files=all', '--', 'data', 'templates');
      return commit === undefined || changes === undefined ? undefined : { commit, changed: changes !== '' };
    },
    resolve: name => git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`),
    filesAt: async commit => {
      const there = await lines('ls-tree', '--name-only', commit, 'data', 'templates');
      if (there.length === 0) return undefined;
      const archive = await bytes('archive', '--format=zip', '-0', commit, ...there);
      return filesOf(unzipSync(archive));
    },
    tags: async () => {
      const format = '--format=%(refname:short) %(*objectname) %(objectname)';
      const found = await lines('for-each-ref', '--merged=HEAD', '--sort=-creatordate', format, 'refs/tags');
      return found.map(line => {
        const [name = '', peeled, own = ''] = line.split(' ');
        return { name, commit: peeled || own };
      });
    },
    changes: async () => {
      const found = await git('status', '--porcelain', '-z', '--untracked-files=all', '--no-renames', '--', '.');
      const above = (await git('rev-parse', '--show-prefix')) ?? ''; // git names paths from its own top
      return (found ?? '').split('\0').flatMap(line => line.replace(/^.{1,2} /, '').slice(above.length) || []);
    },
    momentOf: async commit => {
      const seconds = await git('show', '--no-patch', '--format=%ct', '--end-of-options', commit);
      return seconds === undefined ? undefined : new Date(Number(seconds) * 1000);
    },
    isShallow: async () => (await git('rev-parse', '--is-shallow-repository')) === 'true',
    checkOut: async (commit, folder) => {
      const [top, prefix] = [await git('rev-parse', '--show-toplevel'), await git('rev-parse', '--show-prefix')];
      if (top === undefined || prefix === undefined) return undefined;
      const cloned = await git('clone', '--quiet', '--shared', '--no-checkout', '--', top, folder);
      const there = cloned !== undefined && (await git('-C', folder, 'checkout', '--quiet', '--detach', commit));
      return typeof there === 'string' ? join(folder, prefix) : undefined;
    },
  };
}

/** The files of an archive by their paths; folders are what their paths say. */
function filesOf(archive: Readonly<Record<string, Uint8Array>>): Files {
  const content = new Map(Object.entries(archive).filter(([path]) => !path.endsWith('/')));
  const folders = new Map<string, Set<string>>();
  for (const path of content.keys()) {
    const steps = path.split('/');
    steps.forEach((step, index) => {
      const folder = steps.slice(0, index).join('/');
      const names = folders.get(folder) ?? new Set<string>();
      folders.set(folder, names.add(index < steps.length - 1 ? `${step}/` : step));
    });
  }
  return {
    readBytes: path => content.get(path),
    read: path => {
      const bytes = content.get(path);
      return bytes && decode(bytes);
    },
    list: folder => [...(folders.get(folder) ?? [])].filter(name => !name.startsWith('.')).sort(),
  };
}
