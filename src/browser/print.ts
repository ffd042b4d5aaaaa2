// The printer: one browser for a whole run, and a fresh page for every document.

import { access, constants, stat } from 'node:fs/promises';
import { arch, platform as osPlatform, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Self } from '../storage/owner.ts';
import { type BrowserProgram, type BrowserWorld, browsers, type Environment } from './browser.ts';
import { hasEmbedded, unpackEmbedded } from './embedded.ts';
import { installation } from './installation.ts';
import { isFull, temporaryUnwritable } from './profile.ts';
import { openSheet, type PrintedPdf, type Sheet } from './sheet.ts';
import { type RunningBrowser, startBrowser } from './start.ts';

/** What a printer is opened with. */
export interface PrinterOptions {
  /** The environment variables of the program; PUPPETEER_EXECUTABLE_PATH chooses a browser. */
  readonly env: Environment;
  /** Longest wait for any answer of the browser, in milliseconds; 60 seconds unless given. */
  readonly timeout?: number;
  /** Whose browser it is: that of this process unless given. */
  readonly self?: Self;
  /** The machine to look for browsers on; this one unless given. */
  readonly world?: BrowserWorld;
}

/** Prints HTML to PDF; several prints may run at once. */
export interface Printer {
  /** The browser that prints. */
  readonly program: BrowserProgram;
  /** Its name and version, such as `HeadlessChrome/153.0.7871.5`. */
  readonly version: string;
  /** Whether pages run in its sandbox. */
  readonly sandbox: boolean;
  /** The PDF of a complete HTML document. */
  print(html: string): Promise<Outcome<PrintedPdf>>;
  /** The HTML document on a page that can be filled in and printed more than once; close it afterwards. */
  open(html: string): Promise<Outcome<Sheet>>;
  /** Whether the browser has died, or fell silent, or was closed. */
  readonly isOver: boolean;
  /** Ends the browser; later prints give `browser-died`. */
  close(): Promise<void>;
}

/** A printer, or why there is none on this machine; close it in a `finally`. */
export async function openPrinter(options: PrinterOptions): Promise<Outcome<Printer>> {
  const world = options.world ?? thisMachine(options.env);
  const started = await startBrowser(browsers(world), {
    env: options.env,
    platform: world.platform,
    temporary: tmpdir(),
    timeout: options.timeout ?? 60_000,
    ...(options.self ? { self: options.self } : {}),
  });
  if (!started.value) return { diagnostics: started.diagnostics };
  return { value: await createPrinter(started.value), diagnostics: started.diagnostics };
}

/** A printer on a browser that runs already. */
export async function createPrinter(running: RunningBrowser): Promise<Printer> {
  const { browser, program, sandbox, lifeline } = running;
  const version = await lifeline.wait(browser.version());
  let spare = (await lifeline.wait(browser.pages())).value?.[0]; // the blank page every browser starts with
  const open = async (html: string): Promise<Outcome<Sheet>> => {
    const page = spare ? { value: spare, diagnostics: [] } : await lifeline.wait(browser.newPage());
    spare = undefined;
    return page.value ? openSheet(page.value, html, lifeline) : { diagnostics: page.diagnostics };
  };
  const print = async (html: string): Promise<Outcome<PrintedPdf>> => {
    const { value: sheet, diagnostics } = await open(html);
    if (!sheet) return { diagnostics };
    const printed = await sheet.print();
    await sheet.close();
    return { ...printed, diagnostics: [...diagnostics, ...printed.diagnostics] };
  };
  return {
    ...{ program, version: version.value ?? 'unknown', sandbox, print, open, close: running.stop },
    get isOver() {
      return lifeline.isCut;
    },
  };
}

/** The error for a full temporary folder, of which browsers die; none when there is room. */
export async function checkRoom(): Promise<Diagnostic[]> {
  return (await isFull(tmpdir())) ? [temporaryUnwritable(tmpdir())] : [];
}

/** The machine this program runs on. */
export function thisMachine(env: Environment): BrowserWorld {
  const platform = osPlatform();
  return {
    env,
    platform,
    isFile: path =>
      access(path, constants.X_OK).then(
        () => true,
        () => false,
      ),
    embedded: async () => (hasEmbedded(platform, arch()) ? unpackEmbedded(await cacheFolders()) : undefined),
    managedPaths,
  };
}

/** Inside node_modules, or in a folder of our own in the temporary one where that cannot be written. */
async function cacheFolders(): Promise<string[]> {
  const { uid } = await stat('/proc/self');
  const modules = join(installation, 'node_modules');
  return [join(modules, '.cache', 'jaarcijfers'), join(tmpdir(), `jaarcijfers-${uid}`)];
}

async function managedPaths(): Promise<string[]> {
  const { default: puppeteer } = await import('puppeteer');
  const found = await Promise.allSettled([
    puppeteer.executablePath({ headless: 'shell' }),
    puppeteer.executablePath({ headless: true }),
  ]);
  return found.filter(one => one.status === 'fulfilled').map(one => one.value);
}
