// The project's own editions, built by the real command into a temporary folder.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
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

/** All publications, as a build of all editions writes them; made once for all tests. Throws with what a build reports. */
export async function buildEditions({ draft = false } = {}): Promise<Built> {
  return readEditions(await editionsFolder({ draft }), draft);
}

/** The folder of that build. */
export async function editionsFolder({ draft = false } = {}): Promise<string> {
  const folder = join(inject('shared'), draft ? 'drafts' : 'editions');
  if (isFirst(folder)) await buildInto(folder, draft);
  while (!existsSync(`${folder}/done.json`)) await new Promise(resolve => setTimeout(resolve, 100));
  const wrong = readFileSync(`${folder}/done.json`, 'utf8');
  if (wrong !== '[]') throw new Error(wrong);
  return folder;
}

/** All publications, built anew. */
export async function rebuildEditions(): Promise<Built> {
  const folder = mkdtempSync(join(inject('shared'), 'anew-'));
  await buildInto(folder, false);
  return readEditions(folder, false);
}

/** Whether this is the first to want a folder; whoever is not waits for it. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** The publications, and last what went wrong. */
async function buildInto(out: string, draft: boolean): Promise<void> {
  let wrong: readonly unknown[] = ['the build was thrown out'];
  try {
    const { written, diagnostics } = await build({ years: [], publications: [], out, draft }, machineAt(project));
    wrong = written.length === 0 ? diagnostics : [];
  } finally {
    writeFileSync(`${out}/next.json`, JSON.stringify(wrong));
    renameSync(`${out}/next.json`, `${out}/done.json`);
  }
}

function readEditions(folder: string, draft: boolean): Built {
  const ending = draft ? '.concept' : '';
  const read = names.map(name => [name, readPublication(join(folder, publications[name] + ending))]);
  return Object.fromEntries(read) as Built;
}

function readPublication(base: string): BuiltPublication {
  return { pdf: new Uint8Array(readFileSync(`${base}.pdf`)), html: readFileSync(`${base}.html`, 'utf8') };
}
