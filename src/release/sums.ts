// SHA256SUMS as `sha256sum` writes and checks it: a digest, two spaces or a space and a star, and a path on each line.

import { byName, sha256 } from './digest.ts';
import type { ReleaseFile } from './file.ts';

/** The text of SHA256SUMS for these files, by path. */
export function formatSums(files: readonly Pick<ReleaseFile, 'path' | 'content'>[]): string {
  const sorted = files.toSorted((one, other) => byName(one.path, other.path));
  return sorted.map(({ path, content }) => sumLine(sha256(content), path)).join('');
}

/** A line of SHA256SUMS. */
export function sumLine(digest: string, path: string): string {
  return `${digest}  ${path}\n`;
}

/** The digests by path, and the lines (from 1) that say none or name a path again. */
export interface Sums {
  readonly digests: ReadonlyMap<string, string>;
  readonly wrong: readonly number[];
}

/** Reads a SHA256SUMS. */
export function readSums(text: string): Sums {
  const digests = new Map<string, string>();
  const wrong: number[] = [];
  text.split('\n').forEach((line, index, { length }) => {
    if (line === '' && index === length - 1) return;
    const [, digest = '', path = ''] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (digest === '' || digests.has(path)) wrong.push(index + 1);
    else digests.set(path, digest);
  });
  return { digests, wrong };
}
