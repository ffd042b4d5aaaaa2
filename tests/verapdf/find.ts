// Finds a veraPDF: the one on the PATH, or else the pinned release with the Java that is here.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FetchOptions, fetchArchive, pinned } from './archive.ts';
import type { Judge } from './judge.ts';
import { type Ended, type Environment, run } from './run.ts';

const cache = fileURLToPath(new URL('../../node_modules/.cache/jaarcijfers/verapdf', import.meta.url));
const mainClass = 'org.verapdf.apps.GreenfieldCliWrapper';

/** Reports of an older veraPDF have another shape, and older rules. */
const oldestVeraPdf = [1, 28];
const oldestJava = 11;

/** The first judge that runs, or undefined when there is none; then `tell` heard why. It may fetch one. */
export async function findJudge(search: Partial<FetchOptions> = {}): Promise<Judge | undefined> {
  const silent = { begin: () => {}, tell: () => {} };
  const options = { release: pinned, cache, env: process.env, timeout: 60_000, ...silent, ...search };
  return (await installedJudge(options)) ?? (await fetchedJudge(options));
}

async function installedJudge({ env, timeout, tell }: FetchOptions): Promise<Judge | undefined> {
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

async function fetchedJudge(options: FetchOptions): Promise<Judge | undefined> {
  const { release, env, tell } = options;
  const java = await findJava(options);
  if (!java) {
    tell(`There is no Java ${oldestJava} or newer in JAVA_HOME or on the PATH.`);
    return undefined;
  }
  const archive = await fetchArchive(options);
  if (!archive) return undefined;
  const name = `veraPDF ${release.version}, with Java ${java.version}`;
  return { name, program: java.program, args: ['-cp', archive, mainClass], env };
}

async function findJava({
  env,
  timeout,
  tell,
}: FetchOptions): Promise<{ program: string; version: string } | undefined> {
  for (const program of javaPrograms(env)) {
    const ended = await run(program, ['-version'], { env, timeout });
    const [, version = ''] = /version "([^"]+)"/.exec(ended.stderr) ?? [];
    if (majorOf(version) >= oldestJava) return { program, version };
    if (version) tell(`${program} is Java ${version}, and ${oldestJava} or newer is asked for.`);
    else passOver(tell, program, ended);
  }
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

function passOver(tell: FetchOptions['tell'], what: string, { why, code, stderr }: Ended): undefined {
  const [firstLine = ''] = stderr.trim().split('\n');
  tell(`No use of ${what}: ${why ?? `it ended with exit code ${code}${firstLine && `, saying "${firstLine}"`}`}.`);
}
