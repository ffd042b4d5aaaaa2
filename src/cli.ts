// The shell: parse arguments, run one command, print, set the exit code; the only user of process and console.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CommanderError } from 'commander';
import { installation } from './browser/installation.ts';
import { type Actions, type BuildOptions, createProgram, type DiffOptions, type ImportOptions } from './cli/program.ts';
import type { WrittenPublication } from './commands/build.ts';
import { openFiles } from './commands/files.ts';
import { loadFace, type Machine } from './commands/machine.ts';
import { openRepository } from './commands/repository.ts';
import { UsageError } from './commands/selection.ts';
import { type Diagnostic, hasErrors } from './diagnostics/diagnostic.ts';
import { formatReport, inOrder, toRecord } from './diagnostics/report.ts';

const exitCodes = { fine: 0, changes: 1, diagnostics: 1, usage: 2, bug: 3 } as const;

/** The nearest folder, from here upwards, that holds data/ and templates/. */
function findRoot(from: string): string {
  if (existsSync(join(from, 'data')) && existsSync(join(from, 'templates'))) return from;
  const parent = dirname(from);
  if (parent !== from) return findRoot(parent);
  throw new UsageError('This is no jaarcijfers project: there is no folder with data/ and templates/ here or above.', [
    'Go to the folder that holds data/ and templates/, and run the command again.',
  ]);
}

function createMachine({ quiet, stopped }: { quiet: boolean; stopped?: AbortSignal }): Machine {
  const root = findRoot(process.cwd());
  return {
    ...(stopped ? { stopped } : {}),
    ...{ root, files: openFiles(root), env: process.env, processId: process.pid, loadFace },
    isRunning,
    now: () => performance.now(),
    today: () => new Date(),
    repository: openRepository(root),
    terminal: !quiet && process.stderr.isTTY === true && process.stdout.isTTY === true && !process.env.CI,
    say: line => {
      if (!quiet) console.error(line);
    },
  };
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function useColour(): boolean {
  return process.stderr.isTTY === true && !process.env.NO_COLOR;
}

function reportDiagnostics(diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length > 0) console.error(`\n${formatReport(diagnostics, { colour: useColour() })}`);
  process.exitCode = hasErrors(diagnostics) ? exitCodes.diagnostics : exitCodes.fine;
}

async function runBuild(years: string[], options: BuildOptions): Promise<void> {
  const stopped = stopSignal();
  const { build } = await import('./commands/build.ts');
  const machine = createMachine({ quiet: false, stopped });
  const out = options.out === undefined ? 'output' : resolve(options.out);
  const { publication: publications = [], attach = false, draft = false } = options;
  const { written, diagnostics } = await build({ years, publications, out, attach, draft }, machine);
  if (stopped.aborted && written.length === 0) return endBy(stopped.reason);
  for (const line of written.map(writtenLine)) console.log(line);
  if (hasErrors(diagnostics)) console.error('\nNothing was written: the output is as it was before.');
  reportDiagnostics(diagnostics);
}

/** Aborted by the first signal to stop, with its name as the reason; a second one ends the program at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => controller.abort(name));
  return controller.signal;
}

/** Ends as a program ends that does not listen to the signal. */
function endBy(signal: NodeJS.Signals): void {
  console.error('\nStopped. Nothing was written: the output is as it was before.');
  process.kill(process.pid, signal);
}

function writtenLine({ path, pages, size, hasData }: WrittenPublication): string {
  const others = hasData ? '.html, .xlsx and .csv' : '.html';
  return `${path}  ${pages} page${pages === 1 ? '' : 's'}, ${Math.round(size / 1024)} kB, and its ${others}`;
}

async function runCheck(years: string[], options: { json?: boolean }): Promise<void> {
  const machine = createMachine({ quiet: options.json === true });
  const { check, coverageLine } = await import('./commands/check.ts');
  const { diagnostics, publications } = await check(years, machine);
  if (options.json) {
    console.log(JSON.stringify(inOrder(diagnostics).map(toRecord), null, 2));
    process.exitCode = hasErrors(diagnostics) ? exitCodes.diagnostics : exitCodes.fine;
    return;
  }
  reportDiagnostics(diagnostics);
  for (const { year, id, coverage } of publications) {
    console.log(`${year} ${id}`);
    console.log(`  numbers in texts    ${coverageLine(coverage.numbers)}`);
    console.log(`  numbers in figures  ${coverageLine(coverage.figures)}`);
    console.log(`  words of judgement  ${coverageLine(coverage.words)}`);
  }
  if (diagnostics.length === 0) console.log('No problems found.');
}

async function runInspect(path: string, options: { json?: boolean; tree?: boolean }): Promise<void> {
  const { inspect } = await import('./commands/inspect.ts');
  const summary = inspect(path);
  if (options.json) console.log(JSON.stringify(summary, null, 2));
  else {
    const { report } = await import('./inspect/report.ts');
    console.log(report(summary, { tree: options.tree === true }));
  }
  process.exitCode = summary.rules.every(({ passed }) => passed) ? exitCodes.fine : exitCodes.diagnostics;
}

async function runNew(year: string, options: { from?: string; publication?: string[] }): Promise<void> {
  const machine = createMachine({ quiet: false });
  const { makeYear } = await import('./commands/new.ts');
  const made = makeYear({ year, publications: options.publication ?? [], ...pick(options.from) }, machine);
  const { newYearLines } = await import('./renewal/report.ts');
  if (!hasErrors(made.diagnostics)) for (const line of newYearLines(made)) console.log(line);
  else console.error(`\nNothing was made: put the year ${made.from} right first.`);
  reportDiagnostics(made.diagnostics);
}

function pick(from: string | undefined): { from?: string } {
  return from === undefined ? {} : { from };
}

async function runImport(file: string, options: ImportOptions): Promise<void> {
  const machine = createMachine({ quiet: false });
  const { planImport, writeImport } = await import('./commands/import.ts');
  const plan = await planImport({ ...options, file: resolve(file) }, machine);
  for (const line of plan.lines) console.log(line);
  if (plan.text === undefined) {
    if (hasErrors(plan.diagnostics)) console.error('\nNothing was written.');
    return reportDiagnostics(plan.diagnostics);
  }
  if (options.dryRun) return console.log('Nothing was written: this was a dry run.');
  if (!options.yes && !isAsking())
    throw new UsageError('Nothing was written: there is no terminal to ask on.', [
      'Look at the changes above, and add --yes to write them, or --dry-run to see them only.',
    ]);
  if (!options.yes && !(await confirm(`Write this to ${plan.path}? [y/N] `)))
    return console.log('Nothing was written.');
  writeImport(plan, machine);
  console.log(`Written: ${plan.path}`);
  reportDiagnostics(plan.diagnostics);
}

function isAsking(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true && !process.env.CI;
}

/** Whether the operator says yes, or ja; an end of input is no. */
async function confirm(question: string): Promise<boolean> {
  const { createInterface } = await import('node:readline/promises');
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new Promise<string>(end => asking.once('close', () => end('')));
  const answer = await Promise.race([asking.question(question), closed]);
  asking.close();
  return /^\s*(?:y|yes|j|ja)\s*$/i.test(answer);
}

async function runDiff(old: string, now: string | undefined, options: DiffOptions): Promise<void> {
  const stopped = stopSignal();
  const machine = createMachine({ quiet: options.json === true, stopped });
  const { diff } = await import('./commands/diff.ts');
  const { publicationLines, writeReview } = await import('./commands/review.ts');
  const { year: years = [], publication: publications = [] } = options;
  const { value: compared, diagnostics } = await diff({ old, new: now, years, publications }, machine);
  if (stopped.aborted) return endBy(stopped.reason);
  if (!compared) return notCompared('The two states cannot be compared.', diagnostics);
  const { comparison } = compared;
  const isWritten = options.json !== true || options.out !== undefined;
  const folder = resolve(options.out ?? join(machine.root, 'output', 'wijzigingen'));
  const written = isWritten ? await writeReview(compared, folder, machine) : { value: [], diagnostics: [] };
  if (!written.value && stopped.aborted) return endBy(stopped.reason);
  if (!written.value) return notCompared('The report was not written.', written.diagnostics);
  if (options.json) console.log((await import('./review/json.ts')).reviewJson(comparison));
  else for (const line of [...publicationLines(comparison), ...written.value]) console.log(line);
  const { hasChanges } = await import('./diff/compare.ts');
  process.exitCode = hasChanges(comparison) ? exitCodes.changes : exitCodes.fine;
}

/** Mistakes that keep two states from being compared are no changes. */
function notCompared(message: string, diagnostics: readonly Diagnostic[]): void {
  reportDiagnostics(diagnostics.filter(({ severity }) => severity === 'error'));
  console.error(`\n${message}`);
  process.exitCode = exitCodes.usage;
}

async function runRelease(year: string, options: { out?: string; embargoed?: boolean }): Promise<void> {
  const stopped = stopSignal();
  const machine = createMachine({ quiet: false, stopped });
  const { release } = await import('./commands/release.ts');
  const { conditionHints, releasedLines } = await import('./commands/told.ts');
  const out = options.out === undefined ? 'output' : resolve(options.out);
  const request = { year, out, embargoed: options.embargoed === true, node: process.versions.node };
  const { conditions, diagnostics, released } = await release(request, machine);
  if (stopped.aborted && !released) return endBy(stopped.reason);
  for (const line of conditionHints(conditions)) console.error(line);
  for (const line of released ? releasedLines(released) : []) console.log(line);
  if (!released) console.error('\nNothing was released: what stood there before is as it was.');
  reportDiagnostics(diagnostics);
  if (!released) process.exitCode = exitCodes.diagnostics;
}

async function runVerify(path: string, options: { rebuild?: boolean }): Promise<void> {
  const { verify } = await import('./commands/verify.ts');
  const { verifiedLines } = await import('./commands/told.ts');
  const stopped = stopSignal();
  const room = () => ({ machine: createMachine({ quiet: false, stopped }), node: process.versions.node });
  const verified = await verify({ path: resolve(path), ...(options.rebuild ? { rebuilding: room() } : {}) });
  if (stopped.aborted) return endBy(stopped.reason);
  for (const line of verifiedLines(verified)) console.log(line);
  process.exitCode = verified.faults.length > 0 ? exitCodes.diagnostics : exitCodes.fine;
}

async function runSchema(): Promise<void> {
  const { writeSchemas } = await import('./commands/schema.ts');
  for (const path of writeSchemas(createMachine({ quiet: false }))) console.log(path);
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(installation, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}

const actions: Actions = {
  ...{ build: runBuild, check: runCheck, importTable: runImport },
  ...{
    inspect: runInspect,
    makeYear: runNew,
    schema: runSchema,
    diff: runDiff,
    release: runRelease,
    verify: runVerify,
  },
};

async function main(): Promise<void> {
  process.once('uncaughtException', error => process.exit(exitCodeOf(error))); // also for work that nobody waits for
  try {
    await createProgram(version(), actions).parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
  if (error instanceof UsageError) {
    console.error(`error: ${error.message}`);
    for (const hint of error.hints) console.error(`  hint: ${hint}`);
    return exitCodes.usage;
  }
  console.error('This is a bug in jaarcijfers, not a mistake of yours. Please report it with the lines below.');
  console.error(error);
  return exitCodes.bug;
}

await main();
