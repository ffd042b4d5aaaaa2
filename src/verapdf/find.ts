// Finds what can run veraPDF on this machine: the program on the PATH, or a Java that can run its archive.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Judge } from './judge.ts';
import { type Ended, type Environment, type RunOptions, run } from './run.ts';

const mainClass = 'org.verapdf.apps.GreenfieldCliWrapper';

/** Reports of an older veraPDF have another shape, and older rules. */
const oldestVeraPdf = [1, 28];
const oldestJava = 11;

/** How to look on this machine; `tell` hears why something is passed over. */
export interface Search extends RunOptions {
  readonly tell: (line: string) => void;
}

/** A release of veraPDF as one Java archive in a Maven repository. */
export interface Release {
  readonly group: string;
  readonly artifact: string;
  readonly version: string;
  /** Of the archive, in hexadecimal. */
  readonly sha256: string;
}

/** The release that judges here; the checksum is that of Maven Central, whatever repository it comes from. */
export const pinned: Release = {
  group: 'org.verapdf.apps',
  artifact: 'greenfield-apps',
  version: '1.28.2',
  sha256: '687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6',
};

/** Where the pinned release is kept once the tests have fetched it: a folder in the program's own. */
export function cacheIn(installation: string): string {
  return join(installation, 'node_modules', '.cache', 'jaarcijfers', 'verapdf');
}

/** The judge that is here already, or undefined; nothing is ever fetched. */
export async function presentJudge(search: Search & { readonly cache: string }): Promise<Judge | undefined> {
  const installed = await installedJudge(search);
  if (installed) return installed;
  const archive = await keptArchive(search.cache, pinned);
  const java = archive === undefined ? undefined : await findJava(search);
  return java && archive !== undefined ? judgeOf(archive, { java, release: pinned, env: search.env }) : undefined;
}

/** The archive of a release in a cache, if it is there and whole. */
export async function keptArchive(cache: string, release: Release): Promise<string | undefined> {
  const path = join(cache, archiveName(release));
  const bytes = await readFile(path).catch(() => undefined);
  return bytes && isRelease(bytes, release) ? path : undefined;
}

/** The file name of a release's archive. */
export function archiveName({ artifact, version }: Release): string {
  return `${artifact}-${version}.jar`;
}

/** Whether bytes have the checksum of a release. */
export function isRelease(bytes: Uint8Array, release: Release): boolean {
  return createHash('sha256').update(bytes).digest('hex') === release.sha256;
}

/** `verapdf` on the PATH, if it is new enough. */
export async function installedJudge({ env, timeout, tell }: Search): Promise<Judge | undefined> {
  const program = 'verapdf';
  const ended = await run(program, ['--version'], { env, timeout });
  const version = /veraPDF (\d+)\.(\d+)\S*/.exec(ended.stdout);
  if (!version) return passOver(tell, 'verapdf on the PATH', ended);
  const [major = 0, minor = 0] = oldestVeraPdf;
  const isRecent = Number(version[1]) > major || (Number(version[1]) === major && Number(version[2]) >= minor);
  if (isRecent) return { name: `${version[0]}, from the PATH`, program, args: [], env };
  tell(`verapdf on the PATH is ${version[0]}, and ${oldestVeraPdf.join('.')} or newer is asked for.`);
  return undefined;
}

/** A Java that runs. */
export interface Java {
  readonly program: string;
  readonly version: string;
}

/** The judge that a Java makes of an archive. */
export function judgeOf(
  archive: string,
  { java, release, env }: { readonly java: Java; readonly release: Release; readonly env: Environment },
): Judge {
  const name = `veraPDF ${release.version}, with Java ${java.version}`;
  return { name, program: java.program, args: ['-cp', archive, mainClass], env };
}

/** A Java of JAVA_HOME or the PATH that is new enough. */
export async function findJava({ env, timeout, tell }: Search): Promise<Java | undefined> {
  for (const program of javaPrograms(env)) {
    const ended = await run(program, ['-version'], { env, timeout });
    const [, version = ''] = /version "([^"]+)"/.exec(ended.stderr) ?? [];
    if (majorOf(version) >= oldestJava) return { program, version };
    if (version) tell(`${program} is Java ${version}, and ${oldestJava} or newer is asked for.`);
    else passOver(tell, program, ended);
  }
  tell(`There is no Java ${oldestJava} or newer in JAVA_HOME or on the PATH.`);
  return undefined;
}

function javaPrograms(env: Environment): string[] {
  const home = env['JAVA_HOME'];
  return home ? [join(home, 'bin', 'java'), 'java'] : ['java'];
}

/** Java 8 calls itself 1.8. */
function majorOf(version: string): number {
  return Number(/^(?:1\.)?(\d+)/.exec(version)?.[1] ?? 0);
}

function passOver(tell: Search['tell'], what: string, { why, code, stderr }: Ended): undefined {
  const [firstLine = ''] = stderr.trim().split('\n');
  tell(`No use of ${what}: ${why ?? `it ended with exit code ${code}${firstLine && `, saying "${firstLine}"`}`}.`);
}
