// What the commands are handed of the machine: the project, the environment, the clock, a place to say things.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FaceLoader } from '../document/stylesheet.ts';
import type { Files } from '../edition/files.ts';
import type { Repository } from './repository.ts';

/** Everything that comes in from outside. */
export interface Machine {
  /** Absolute path of the project's root. */
  readonly root: string;
  readonly files: Files;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly processId: number;
  /** Whether a process of this number runs; asked where the system has no /proc. */
  readonly isRunning?: (processId: number) => boolean;
  /** Milliseconds since some moment; only differences mean something. */
  readonly now: () => number;
  readonly loadFace: FaceLoader;
  /** Whether progress may be drawn on a terminal. */
  readonly terminal: boolean;
  /** The present moment; only drafts say it. */
  readonly today: () => Date;
  /** The history of the project. */
  readonly repository: Repository;
  /** Prints a line about progress. */
  readonly say: (line: string) => void;
  /** Aborted when the operator stops the program; then nothing more is written. */
  readonly stopped?: AbortSignal;
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
