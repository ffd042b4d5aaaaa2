// The packages that a lockfile of npm pins, and how they need each other.

import { z } from 'zod';
import { byName } from './digest.ts';

const names = z.record(z.string(), z.string()).optional();

const entrySpec = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  dependencies: names,
  optionalDependencies: names,
  peerDependencies: names,
});

const lockfileSpec = z.object({
  name: z.string(),
  version: z.string(),
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), entrySpec),
});

type Entry = z.infer<typeof entrySpec>;

/** A package that the program needs to run. */
export interface Package {
  readonly name: string;
  readonly version: string;
  /** Of its archive, such as `sha512-…` (Subresource Integrity). */
  readonly integrity?: string;
  /** An SPDX expression. */
  readonly licence?: string;
  /** The packages that it needs, as `name@version`, sorted. */
  readonly needs: readonly string[];
}

/** What a lockfile says of the program and of all it needs to run; what only its makers need is left out. */
export interface Lock {
  readonly program: Package;
  /** By name and version, each once. */
  readonly packages: readonly Package[];
}

/** Reads the text of a package-lock.json of version 3; throws for another one, which the program does not come with. */
export function readLock(text: string): Lock {
  const { packages, name, version } = lockfileSpec.parse(JSON.parse(text));
  const found = new Map<string, Package>();
  for (const [path, entry] of Object.entries(packages)) {
    if (path === '' || entry.dev || entry.version === undefined) continue;
    const one = packageAt(path, entry, packages);
    found.set(`${one.name}@${one.version}`, one);
  }
  const sorted = [...found].toSorted(([one], [other]) => byName(one, other)).map(([, one]) => one);
  return { program: { ...packageAt('', packages[''] ?? {}, packages), name, version }, packages: sorted };
}

type Entries = Readonly<Record<string, Entry>>;

function packageAt(path: string, entry: Entry, packages: Entries): Package {
  const { version = '', integrity, license } = entry;
  const asked = { ...entry.peerDependencies, ...entry.optionalDependencies, ...entry.dependencies };
  const needs = Object.keys(asked).flatMap(name => {
    const at = resolve(name, path, packages);
    return at === undefined || packages[at]?.dev ? [] : [`${nameOf(at, packages[at])}@${packages[at]?.version ?? ''}`];
  });
  return {
    name: nameOf(path, entry),
    version,
    ...(integrity === undefined ? {} : { integrity }),
    ...(license === undefined ? {} : { licence: license }),
    needs: [...new Set(needs)].toSorted(byName),
  };
}

/** The name of a package: that of its folder, unless it goes by another one. */
function nameOf(path: string, entry: Entry | undefined): string {
  return entry?.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** Where Node.js finds a package from another one: in its own node_modules, or in one above it. */
function resolve(name: string, from: string, packages: Entries): string | undefined {
  for (let folder = from; ; folder = parentOf(folder)) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[path]) return path;
    if (folder === '') return undefined;
  }
}

function parentOf(path: string): string {
  const at = path.lastIndexOf('/node_modules/');
  return at < 0 ? '' : path.slice(0, at);
}
