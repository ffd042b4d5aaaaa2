// The veraPDF release as one Java archive: fetched once, held against its checksum, kept in a cache.

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { archiveName, isRelease, type Release } from '../../src/verapdf/find.ts';
import { type Environment, run } from '../../src/verapdf/run.ts';

/** What a fetch needs of the machine. */
export interface FetchOptions {
  readonly release: Release;
  /** Folder of the cache; made when it is not there. */
  readonly cache: string;
  readonly env: Environment;
  /** Longest wait for each way to fetch it, in milliseconds. */
  readonly timeout: number;
  /** Hears what is fetched while it is. */
  readonly begin: (line: string) => void;
  /** Hears why something is passed over. */
  readonly tell: (line: string) => void;
}

const mavenCentral = 'https://repo1.maven.org/maven2';
const copyGoal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';

/** The archive's path: from the cache, from a Maven repository, or through Maven, which knows the machine's mirrors. */
export async function fetchArchive(options: FetchOptions): Promise<string | undefined> {
  const path = join(options.cache, archiveName(options.release));
  const kept = await read(path);
  if (kept && isRelease(kept, options.release)) return path;
  if (kept) options.tell(`${path} is damaged, and is fetched again.`);
  const bytes = (await download(options)) ?? (await copyWithMaven(options));
  return bytes && keep(bytes, path, options);
}

async function download({ release, env, timeout, begin, tell }: FetchOptions): Promise<Uint8Array | undefined> {
  const repository = (env['MAVEN_REPOSITORY'] || mavenCentral).replace(/\/+$/, '');
  const folder = [...release.group.split('.'), release.artifact, release.version].join('/');
  const address = `${repository}/${folder}/${archiveName(release)}`;
  begin(`Fetching ${address}`);
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(timeout) });
    if (!response.ok) throw new Error(`the answer is ${response.status} ${response.statusText}`.trim());
    return checked(new Uint8Array(await response.arrayBuffer()), release);
  } catch (problem) {
    tell(`veraPDF did not come from ${repository}: ${reasonOf(problem)}.`);
    return undefined;
  }
}

async function copyWithMaven(options: FetchOptions): Promise<Uint8Array | undefined> {
  const { release, cache, env, timeout, begin, tell } = options;
  const folder = join(cache, `maven-${randomUUID()}`);
  const artifact = `-Dartifact=${release.group}:${release.artifact}:${release.version}`;
  const args = ['--quiet', '--batch-mode', copyGoal, artifact, `-DoutputDirectory=${folder}`];
  begin('Fetching it through Maven instead');
  try {
    const { code, why, stdout, stderr } = await run('mvn', args, { env, timeout });
    if (why) throw new Error(why);
    const complaint = /\[ERROR\] (.*)/.exec(`${stdout}\n${stderr}`)?.[1] ?? `it ended with exit code ${code}`;
    const bytes = await read(join(folder, archiveName(release)));
    if (!bytes) throw new Error(complaint);
    return checked(bytes, release);
  } catch (problem) {
    tell(`veraPDF did not come through Maven (mvn): ${reasonOf(problem)}.`);
    return undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function checked(bytes: Uint8Array, release: Release): Uint8Array {
  if (isRelease(bytes, release)) return bytes;
  throw new Error(
    `what it gave (${bytes.length} bytes, SHA-256 ${digest(bytes)}) is not ${archiveName(release)} ` +
      `(SHA-256 ${release.sha256}), and is not used`,
  );
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Written aside and renamed, so that another process never sees half of it. */
async function keep(bytes: Uint8Array, path: string, { tell }: FetchOptions): Promise<string | undefined> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(aside, bytes);
    await rename(aside, path);
    return path;
  } catch (problem) {
    tell(`veraPDF was fetched and could not be kept: ${reasonOf(problem)}.`);
    return undefined;
  }
}

async function read(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch(() => undefined);
}

/** What fetch throws says little; its cause says which host did not answer. */
function reasonOf(problem: unknown): string {
  if (!(problem instanceof Error)) return String(problem);
  if (problem.name === 'TimeoutError') return 'it did not answer in time';
  const cause = problem.cause instanceof Error ? problem.cause : problem;
  return cause.message || ('code' in cause && String(cause.code)) || problem.message;
}
