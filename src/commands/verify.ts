// The command `verify`: a release held against itself and, when asked, against a build from its commit.

import { checkRelease, compareContents, type Fault } from '../release/check.ts';
import { type Contents, names } from '../release/file.ts';
import type { Manifest } from '../release/manifest.ts';
import { readContents } from './contents.ts';
import type { Machine } from './machine.ts';
import { rebuild } from './rebuild.ts';

/** What to verify: a folder or a ZIP. */
export interface VerifyRequest {
  readonly path: string;
  /** Given when it is to be built again, in the clone that the machine stands in. */
  readonly rebuilding?: { readonly machine: Machine; readonly node: string };
}

/** What was found. */
export interface Verified {
  readonly manifest?: Manifest;
  /** How many files it has. */
  readonly files: number;
  readonly faults: readonly Fault[];
  /** How it was built again: not at all when it cannot be, or was not to be. */
  readonly rebuilt?: string;
}

/** Verifies a release; throws a UsageError for what is no release, or a clone that cannot build it again. */
export async function verify({ path, rebuilding }: VerifyRequest): Promise<Verified> {
  const { kind, contents } = readContents(path);
  const { manifest, faults } = checkRelease(contents, kind);
  const found = { files: contents.size, ...(manifest ? { manifest } : {}) };
  if (!rebuilding || !manifest) return { ...found, faults };
  const built = await rebuild(manifest, rebuilding);
  const expected = kind === 'folder' ? built.contents : without(built.contents, manifest);
  const given = new Map([...contents].filter(([name]) => name !== names.validation));
  const differences = built.contents.size === 0 ? [] : compareContents(given, expected);
  return { ...found, faults: [...faults, ...built.faults, ...differences], rebuilt: built.how };
}

/** An archive does not hold itself. */
function without(contents: Contents, { archive }: Manifest): Contents {
  return new Map([...contents].filter(([name]) => name !== archive && name !== `${archive}.sha256`));
}
