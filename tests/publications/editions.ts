// The project's own editions, built by the real command into a temporary folder.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../src/commands/build.ts';
import { machineAt } from '../commands/machine.ts';

/** The folder of the project, absolute, without a slash at its end. */
export const project = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** The files of one publication. */
export interface BuiltPublication {
  readonly pdf: Uint8Array;
  readonly html: string;
}

/** The publications of the project, by a short name: their place in the output. */
export const publications = {
  report: '2023/jaarcijfers-mensenhandel-2023',
  factsheet: '2024/jaarcijfers-mensenhandel-2024',
  infographic: '2018/factsheet-slachtoffermonitor-2014-2018',
  answers: '2024/kamervragen-jaarcijfers-2024',
  article: '2024/nieuwsbericht-jaarcijfers-2024',
} as const;

/** The short names of the publications. */
export const names = Object.keys(publications) as readonly (keyof typeof publications)[];

/** How many figures and tables each publication shows. */
export const figureCounts: Readonly<Record<keyof typeof publications, number>> = {
  ...{ report: 26, factsheet: 3, infographic: 2, answers: 0, article: 1 },
};

/** The publications by their short names. */
export type Built = Readonly<Record<keyof typeof publications, BuiltPublication>>;

/** All publications, as a build of all editions writes them; throws with the diagnostics when it reports an error. */
export async function buildEditions({ draft = false } = {}): Promise<Built> {
  const out = mkdtempSync(join(tmpdir(), 'jaarcijfers-proef-'));
  try {
    const { written, diagnostics } = await build({ years: [], publications: [], out, draft }, machineAt(project));
    if (written.length === 0) throw new Error(JSON.stringify(diagnostics, null, 2));
    const ending = draft ? '.concept' : '';
    const read = names.map(name => [name, readPublication(join(out, publications[name] + ending))]);
    return Object.fromEntries(read) as Built;
  } finally {
    rmSync(out, { recursive: true });
  }
}

function readPublication(base: string): BuiltPublication {
  return { pdf: new Uint8Array(readFileSync(`${base}.pdf`)), html: readFileSync(`${base}.html`, 'utf8') };
}
