// What the commands are handed of the machine: the project, the environment, the clock, a place to say things.

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import type { FaceLoader } from '../document/stylesheet.ts';
import type { Files } from '../edition/files.ts';

/** Everything that comes in from outside. */
export interface Machine {
  /** Absolute path of the project's root. */
  readonly root: string;
  readonly files: Files;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly processId: number;
  /** Milliseconds since some moment; only differences mean something. */
  readonly now: () => number;
  readonly loadFace: FaceLoader;
  /** Whether progress may be drawn on a terminal. */
  readonly terminal: boolean;
  /** The present moment; only drafts say it. */
  readonly today: () => Date;
  /** What the project's data and templates are kept as; undefined where no commit is found. Never fails. */
  readonly revision: () => Promise<Revision | undefined>;
  /** Prints a line about progress. */
  readonly say: (line: string) => void;
  /** Aborted when the operator stops the program; then nothing more is written. */
  readonly stopped?: AbortSignal;
}

/** The commit that a project stands at. */
export interface Revision {
  /** Its full name. */
  readonly commit: string;
  /** Whether data/ or templates/ hold anything else than it does. */
  readonly changed: boolean;
}

const run = promisify(execFile);

/** What git says of the project in a folder; undefined without git, without a repository or without a commit. */
export async function readRevision(root: string): Promise<Revision | undefined> {
  const git = async (...words: readonly string[]): Promise<string> =>
    (await run('git', ['--no-optional-locks', '-C', root, ...words], { maxBuffer: 1e8 })).stdout.trim();
  try {
    const commit = await git('rev-parse', '--verify', 'HEAD');
    const changes = await git('status', '--porcelain', '--untracked-files=all', '--', 'data', 'templates');
    return { commit, changed: changes !== '' };
  } catch {
    return undefined;
  }
}

const resolver = createRequire(import.meta.url);

/** The woff2 file of a Latin face from the program's own @fontsource packages. */
export const loadFace: FaceLoader = face => {
  const name = `${face.package}-latin-${face.weight}-${face.style}.woff2`;
  try {
    return readFileSync(resolver.resolve(`@fontsource/${face.package}/files/${name}`));
  } catch {
    return undefined;
  }
};
