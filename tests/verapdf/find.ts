// Finds a veraPDF: the one on the PATH, or else the pinned release with the Java that is here.

import { fileURLToPath } from 'node:url';
import { cacheIn, findJava, installedJudge, judgeOf, pinned } from '../../src/verapdf/find.ts';
import type { Judge } from '../../src/verapdf/judge.ts';
import { type FetchOptions, fetchArchive } from './archive.ts';

const cache = cacheIn(fileURLToPath(new URL('../..', import.meta.url)));

/** The first judge that runs, or undefined when there is none; then `tell` heard why. It may fetch one. */
export async function findJudge(search: Partial<FetchOptions> = {}): Promise<Judge | undefined> {
  const silent = { begin: () => {}, tell: () => {} };
  const options = { release: pinned, cache, env: process.env, timeout: 60_000, ...silent, ...search };
  return (await installedJudge(options)) ?? (await fetchedJudge(options));
}

async function fetchedJudge(options: FetchOptions): Promise<Judge | undefined> {
  const java = await findJava(options);
  const archive = java && (await fetchArchive(options));
  return java && archive !== undefined ? judgeOf(archive, { ...options, java }) : undefined;
}
