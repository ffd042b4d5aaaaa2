// Where a project stands when it is released: its commit, its version, and the files that the release is made from.

import { join, sep } from 'node:path';
import type { Edition } from '../edition/edition.ts';
import type { Files } from '../edition/files.ts';
import type { ReleaseHead } from '../release/head.ts';
import { type Versions, versionsOf } from '../release/version.ts';
import type { Machine } from './machine.ts';
import { readEpoch } from './moment.ts';

/** What git says of a project. */
export interface Standing {
  /** Absent without a commit. */
  readonly commit?: string;
  /** Paths that differ from the commit. */
  readonly changes: readonly string[];
  readonly isShallow: boolean;
  readonly versions?: Versions;
  /** The moment of the commit. */
  readonly moment?: Date;
  /** Of the commit where nothing differs from it, else those on disk: then they are only checked. */
  readonly files: Files;
  /** The files of the release before this one. */
  readonly formerFiles?: Files;
}

/** Asks git where a project stands; what is in the folder that is written to is no part of it. */
export async function readStanding(year: number, { root, repository, files }: Machine, out: string): Promise<Standing> {
  const commit = (await repository.head())?.commit;
  if (commit === undefined) return { changes: [], isShallow: false, files };
  const [changed, isShallow, tags] = await Promise.all([
    repository.changes(),
    repository.isShallow(),
    repository.tags(),
  ]);
  const changes = changed.filter(path => !`${join(root, path)}${sep}`.startsWith(`${out}${sep}`));
  const versions = versionsOf(year, commit, tags);
  const committed = changes.length === 0 ? await repository.filesAt(commit) : undefined;
  const former = versions.previous && (await repository.filesAt(versions.previous.commit));
  const moment = await repository.momentOf(commit);
  return {
    ...{ commit, changes, isShallow, versions, files: committed ?? files },
    ...(moment ? { moment } : {}),
    ...(former ? { formerFiles: former } : {}),
  };
}

/** What a release of this standing is; undefined without a commit. Throws a UsageError for a wrong SOURCE_DATE_EPOCH. */
export function headAt(
  { commit, versions, moment: own }: Standing,
  { reportingYear, embargo }: Edition,
  { env, embargoed }: { readonly env: Machine['env']; readonly embargoed: boolean },
): ReleaseHead | undefined {
  const epoch = readEpoch(env);
  const moment = epoch ?? own;
  if (commit === undefined || !versions || !moment) return undefined;
  const { version, previous } = versions;
  return {
    ...{ reportingYear, version, commit, moment },
    ...(previous ? { previous } : {}),
    ...(epoch ? { epoch: epoch.getTime() / 1000 } : {}),
    ...(embargoed && embargo !== undefined ? { embargo } : {}),
  };
}
