// Starts the first browser that will start, and stops it without a trace.

import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { describeSelf, type Self } from '../storage/owner.ts';
import { browserArguments } from './arguments.ts';
import type { BrowserProgram, Environment } from './browser.ts';
import { browserMissing } from './browser.ts';
import { createLifeline, type Lifeline } from './lifeline.ts';
import { isFull, makeProfile, type Profile, temporaryUnwritable } from './profile.ts';

/** A browser that runs, and the lifeline on which to wait for it. */
export interface RunningBrowser {
  readonly program: BrowserProgram;
  readonly browser: Browser;
  readonly lifeline: Lifeline;
  /** Whether pages run in Chromium's sandbox; they cannot for root and where user namespaces are off. */
  readonly sandbox: boolean;
  /** Kills the browser and removes its profile. */
  stop(): Promise<void>;
}

/** What a start needs of the machine. */
export interface StartOptions {
  readonly env: Environment;
  readonly platform: string;
  /** Folder for the profile of this run. */
  readonly temporary: string;
  /** Whose profile it is: that of this process unless given. */
  readonly self?: Self;
  /** Longest wait for any answer of the browser, in milliseconds. */
  readonly timeout: number;
}

/** The first of the browsers that starts; passing over one is a warning, and an error when none is left. */
export async function startBrowser(
  programs: AsyncIterable<Outcome<BrowserProgram>>,
  options: StartOptions,
): Promise<Outcome<RunningBrowser>> {
  const passed: Diagnostic[] = [];
  for await (const { value: program, diagnostics } of programs) {
    passed.push(...diagnostics);
    if (!program) continue;
    try {
      return { value: await start(program, options), diagnostics: passed };
    } catch (problem) {
      if (problem instanceof NoProfile) return { diagnostics: [...passed, problem.diagnostic] };
      passed.push(notStarted(program, problem));
    }
  }
  if (await isFull(options.temporary)) return { diagnostics: [...passed, temporaryUnwritable(options.temporary)] };
  const hasReason = passed.some(diagnostic => diagnostic.severity === 'error');
  return { diagnostics: hasReason ? passed : [...passed, browserMissing(options.platform)] };
}

function notStarted(program: BrowserProgram, problem: unknown): Diagnostic {
  const reason = problem instanceof Error ? problem.message : String(problem);
  return {
    severity: program.kind === 'configured' ? 'error' : 'warning',
    rule: 'browser-not-started',
    message: `The browser ${program.path} does not start: ${excerpt(reason)}`,
    hints: [
      'Start it by hand with --version to see what it lacks.',
      'Or set PUPPETEER_EXECUTABLE_PATH to another one.',
    ],
  };
}

/** The browser's log is long; its last telling line says why. */
function excerpt(reason: string): string {
  const lines = reason.split('\n').map(line => line.trim());
  const telling = lines.filter(line => /error|fatal|cannot|no such/i.test(line));
  return (telling.at(-1) ?? lines[0] ?? reason).slice(0, 300);
}

async function start(program: BrowserProgram, options: StartOptions): Promise<RunningBrowser> {
  if (await isRoot()) return launch(program, options, false);
  try {
    return await launch(program, options, true);
  } catch (problem) {
    if (!(problem instanceof Error && /sandbox/i.test(problem.message))) throw problem;
    return launch(program, options, false);
  }
}

async function isRoot(): Promise<boolean> {
  const self = await stat('/proc/self').catch(() => undefined);
  return self?.uid === 0;
}

/** There is nowhere to write, so no browser will start. */
class NoProfile extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

async function profileFor({ temporary, self = describeSelf() }: StartOptions): Promise<Profile> {
  try {
    return await makeProfile({ temporary, self });
  } catch (problem) {
    throw new NoProfile(temporaryUnwritable(temporary, problem));
  }
}

async function launch(program: BrowserProgram, options: StartOptions, sandbox: boolean): Promise<RunningBrowser> {
  const [{ default: puppeteer }, profile] = await Promise.all([import('puppeteer'), profileFor(options)]);
  const args = browserArguments({ profile: join(profile.folder, 'profile'), sandbox });
  const env = { ...options.env, ...program.env, ...fixedEnvironment, ...profile.env };
  try {
    const browser = await puppeteer.launch({
      executablePath: program.path,
      ignoreDefaultArgs: true,
      args,
      pipe: true,
      env,
      protocolTimeout: options.timeout + 5000, // once it runs, the lifeline is first
      timeout: 20_000,
      defaultViewport: null,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    return running(program, browser, { profile, sandbox, lifeline: createLifeline(options.timeout) });
  } catch (problem) {
    const log = await logOf(program.path, { args, env });
    await profile.remove();
    throw new Error(log || String(problem));
  }
}

/** Puppeteer keeps the log of a browser that fails to itself, so it fails once more, without Puppeteer. */
function logOf(path: string, { args, env }: { args: readonly string[]; env: Environment }): Promise<string> {
  const alone = [...args.filter(argument => argument !== '--remote-debugging-pipe'), '--dump-dom'];
  return new Promise(resolve => {
    execFile(path, alone, { env, timeout: 5000, killSignal: 'SIGKILL' }, (problem, _, stderr) => {
      resolve(problem ? stderr || problem.message : '');
    });
  });
}

/** Dates and sorting in the browser are those of the Netherlands, wherever it runs. */
const fixedEnvironment = { TZ: 'Europe/Amsterdam', LANG: 'nl_NL.UTF-8', LANGUAGE: 'nl' };

function running(
  program: BrowserProgram,
  browser: Browser,
  { profile, sandbox, lifeline }: { profile: Profile; sandbox: boolean; lifeline: Lifeline },
): RunningBrowser {
  const child = browser.process();
  const exited = child && child.exitCode === null ? once(child, 'exit') : Promise.resolve();
  browser.on('disconnected', () => lifeline.cut('its process has ended'));
  const stop = async (): Promise<void> => {
    lifeline.cut('it was stopped');
    child?.kill('SIGKILL'); // its own way of closing takes longer and leaves nothing more behind
    await exited;
    await profile.remove();
  };
  return { program, browser, lifeline, sandbox, stop };
}
