// Which browser prints: the one asked for, the embedded one, Puppeteer's own, or one installed on the system.

import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { EmbeddedBrowser } from './embedded.ts';
import { installedPaths } from './installed.ts';

/** A browser's executable, what it needs in its environment, and how it was found. */
export interface BrowserProgram {
  readonly kind: 'configured' | 'embedded' | 'managed' | 'installed';
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the search for a browser asks of the machine. */
export interface BrowserWorld {
  readonly env: Environment;
  readonly platform: string;
  isFile(path: string): Promise<boolean>;
  /** The embedded browser, unpacked; undefined where the package has none for this machine; throws when it fails. */
  embedded(): Promise<EmbeddedBrowser | undefined>;
  /** Where Puppeteer keeps the browsers it downloaded itself, present or not. */
  managedPaths(): Promise<readonly string[]>;
}

/**
 * The browsers of this machine in order of preference, each found only when asked for. PUPPETEER_EXECUTABLE_PATH leaves
 * no choice. An outcome without a value says why a browser was passed over.
 */
export async function* browsers(world: BrowserWorld): AsyncGenerator<Outcome<BrowserProgram>> {
  const configured = world.env.PUPPETEER_EXECUTABLE_PATH;
  if (configured) {
    yield await fromEnvironment(world, configured);
    return;
  }
  yield* fromPackage(world);
  for (const path of await world.managedPaths()) {
    if (await world.isFile(path)) yield found('managed', path);
  }
  for (const path of installedPaths(world.platform, world.env)) {
    if (await world.isFile(path)) yield found('installed', path);
  }
}

function found(kind: BrowserProgram['kind'], path: string): Outcome<BrowserProgram> {
  return { value: { kind, path, env: {} }, diagnostics: [] };
}

async function fromEnvironment(world: BrowserWorld, path: string): Promise<Outcome<BrowserProgram>> {
  if (await world.isFile(path)) return found('configured', path);
  const diagnostic: Diagnostic = {
    severity: 'error',
    rule: 'browser-path-wrong',
    message: `PUPPETEER_EXECUTABLE_PATH names a browser that does not exist: ${path}`,
    hints: ['Correct the path, or remove PUPPETEER_EXECUTABLE_PATH to use the browser that comes with this project.'],
  };
  return { diagnostics: [diagnostic] };
}

async function* fromPackage(world: BrowserWorld): AsyncGenerator<Outcome<BrowserProgram>> {
  try {
    const embedded = await world.embedded();
    if (embedded) yield { value: { kind: 'embedded', ...embedded }, diagnostics: [] };
  } catch (problem) {
    yield { diagnostics: [unpackFailed(problem)] };
  }
}

function unpackFailed(problem: unknown): Diagnostic {
  const reason = problem instanceof Error ? problem.message : String(problem);
  return {
    severity: 'warning',
    rule: 'browser-not-unpacked',
    message: `The browser of this project could not be unpacked, so another one prints: ${reason}`,
    hints: ['Free 250 MB of disk space in node_modules/.cache or in the temporary folder, and run again.'],
  };
}

/** The error for a machine without any browser that starts, with the remedy for its platform. */
export function browserMissing(platform: string): Diagnostic {
  const install = installHints[platform] ?? 'Install Google Chrome or Chromium.';
  return {
    severity: 'error',
    rule: 'browser-missing',
    message: 'There is no browser on this machine that can print the PDF.',
    hints: [
      ...(platform === 'linux' ? ['Run "npm ci" again: on Linux (x64) it brings a browser along.'] : []),
      install,
      'Or set PUPPETEER_EXECUTABLE_PATH to the full path of a Chrome, Chromium or Edge that you have.',
    ],
  };
}

const installHints: Readonly<Record<string, string>> = {
  linux: 'Install Chromium (for example "sudo apt install chromium"), or run "npx puppeteer browsers install chrome".',
  darwin: 'Install Google Chrome in /Applications, or run "npx puppeteer browsers install chrome".',
  win32: 'Install Google Chrome or Microsoft Edge, or run "npx puppeteer browsers install chrome".',
};
