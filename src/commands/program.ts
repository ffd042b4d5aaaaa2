// The program as a release names it: digests of its sources, what its lockfile pins, and whether that is what runs here.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installation } from '../browser/installation.ts';
import type { Files } from '../edition/files.ts';
import { filesBelow } from '../edition/tree.ts';
import { sha256 } from '../release/digest.ts';
import type { Inputs, ProgramDigests } from '../release/manifest.ts';
import { type Lock, readLock } from '../release/packages.ts';
import { formatSums } from '../release/sums.ts';
import { openFiles } from './files.ts';

/** The program that runs. */
export interface Program {
  readonly digests: ProgramDigests;
  readonly lock: Lock;
  /** Packages that are installed in another version than the lockfile's, or not at all. */
  readonly strays: readonly string[];
}

/** Reads the program's own files. */
export function readProgram(folder: string = installation): Program {
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const files = openFiles(folder);
  const sources = filesBelow(files, 'src').filter(path => /\.(?:ts|cjs|mjs)$/.test(path));
  const [manifest, lockfile] = [text('package.json'), text('package-lock.json')];
  const contents = sources.map(path => ({ path, content: files.readBytes(path) ?? new Uint8Array() }));
  const digests = {
    sources: sha256(formatSums(contents)),
    'package.json': sha256(manifest),
    'package-lock.json': sha256(lockfile),
  };
  return { digests, lock: readLock(lockfile), strays: straysIn(folder, lockfile) };
}

/** Everything that a release is made from, with its digests. */
export function inputsOf(files: Files): Inputs {
  const paths = ['data', 'templates'].flatMap(folder => filesBelow(files, folder));
  return paths.map(path => ({ path, sha256: sha256(files.readBytes(path) ?? new Uint8Array()) }));
}

interface Pinned {
  readonly packages?: Readonly<
    Record<string, { readonly version?: string; readonly dev?: boolean; readonly optional?: boolean }>
  >;
}

/** What is needed to run, and is in node_modules in another version or not at all; what only some machines need may lack. */
function straysIn(folder: string, lockfile: string): string[] {
  const { packages = {} }: Pinned = JSON.parse(lockfile);
  return Object.entries(packages).flatMap(([path, { version, dev, optional }]) => {
    const isFine = path === '' || dev || optional || versionIn(join(folder, path)) === version;
    return isFine ? [] : [path.replace(/^.*node_modules\//, '')];
  });
}

function versionIn(folder: string): string | undefined {
  try {
    const { version }: { version?: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return version;
  } catch {
    return undefined;
  }
}
