// What the commands are handed of the machine: the project, the environment, the clock, a place to say things.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { DrawContext, Drawing } from '../charts/draw.ts';
import type { createTextMeasure } from '../charts/measure.ts';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { FaceLoader } from '../document/stylesheet.ts';
import type { Figure } from '../edition/edition.ts';
import type { Files } from '../edition/files.ts';

/** A figure to draw, and all that it is drawn with. */
export interface DrawRequest extends Omit<DrawContext, 'measure' | 'syllables'> {
  readonly figure: Figure;
  /** The upright faces that its texts are measured in. */
  readonly faces: Parameters<typeof createTextMeasure>[0];
}

/** Draws a figure; what is wrong with it comes with the outcome. */
export type Draw = (request: DrawRequest) => Promise<Outcome<Drawing>>;

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
  /** Prints a line about progress. */
  readonly say: (line: string) => void;
  /** Draws on another thread, when there is one to spare. */
  readonly draw?: Draw;
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
