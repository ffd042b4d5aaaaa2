// The browser inside the npm package @sparticuz/chromium, unpacked once into a folder named by its version.

import { once } from 'node:events';
import { access, constants, lstat, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describeSelf } from '../storage/owner.ts';
import { makeTemporary, sweepBeside } from '../storage/temporary.ts';
import { installation } from './installation.ts';

/** The embedded browser's executable and the environment variables that let it find its libraries and fonts. */
export interface EmbeddedBrowser {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Whether the npm package carries a browser for this machine: Linux on x64 only. */
export function hasEmbedded(platform: string, arch: string): boolean {
  return platform === 'linux' && arch === 'x64';
}

/** The version of the embedded browser's package, such as `153.0.0`. */
export async function embeddedVersion(): Promise<string> {
  const manifest = new URL('../package.json', import.meta.resolve('@sparticuz/chromium'));
  return (JSON.parse(await readFile(manifest, 'utf8')) as { version: string }).version;
}

/**
 * The embedded browser, unpacked in the first of `folders` that has it or can be written; throws when none can.
 * Two processes may do this at once, and a process may die in the middle: nobody ever sees half a browser.
 */
export async function unpackEmbedded(folders: readonly string[]): Promise<EmbeddedBrowser> {
  const name = `chromium-${await embeddedVersion()}`;
  for (const folder of folders) {
    const home = join(folder, name);
    if ((await isTrusted(folder)) && (await isExecutable(join(home, 'chromium')))) return inHome(home);
  }
  const problems: unknown[] = [];
  for (const folder of folders) {
    try {
      return inHome(await unpackInto(folder, name));
    } catch (problem) {
      problems.push(problem);
    }
  }
  throw new Error(problems.map(problem => (problem instanceof Error ? problem.message : String(problem))).join('; '));
}

function inHome(home: string): EmbeddedBrowser {
  const env = { LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_PATH: home };
  return { path: join(home, 'chromium'), env };
}

async function unpackInto(folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!(await isTrusted(folder))) throw new Error(`${folder} belongs to another user`);
  const self = describeSelf();
  const aside = await makeTemporary(folder, partial, self);
  try {
    await sweepBeside(aside, { prefix: partial, self, age: 600_000 }); // no living one is ten minutes old
    await runUnpacker(aside);
    await writeFile(join(aside, 'fonts.conf'), fontConfiguration);
    await moveIntoPlace(aside, join(folder, name));
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return join(folder, name);
}

const partial = 'partial-';

async function runUnpacker(folder: string): Promise<void> {
  const env = { TMPDIR: folder, HOME: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const worker = new Worker(join(installation, 'src', 'browser', 'unpack.ts'), { env, execArgv: [], stderr: true });
  await once(worker, 'exit'); // rejects with the worker's own error
  await access(join(folder, 'chromium'), constants.X_OK);
}

/** Another process may have been first; its copy is as good as ours. */
async function moveIntoPlace(aside: string, home: string): Promise<void> {
  try {
    await rename(aside, home);
  } catch (problem) {
    if (!(await isExecutable(join(home, 'chromium')))) throw problem;
  }
}

/** Without a folder of fonts Chromium renders no text at all, not even in fonts that the page brings along. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts/fonts</dir>
</fontconfig>
`;

/** A folder of ours, or of whoever owns this code: nobody else may have put a program there for us to run. */
async function isTrusted(folder: string): Promise<boolean> {
  const [found, self, owner] = await Promise.all([
    lstat(folder).catch(() => undefined),
    stat('/proc/self'),
    stat(join(installation, 'package.json')),
  ]);
  return found?.isDirectory() === true && (found.uid === self.uid || found.uid === owner.uid);
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
