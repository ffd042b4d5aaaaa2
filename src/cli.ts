// The shell: parse arguments, run one command, print, set the exit code; the only user of process and console.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { installation } from './browser/installation.ts';
import type { WrittenPublication } from './commands/build.ts';
import { openFiles } from './commands/files.ts';
import { loadFace, type Machine, readRevision } from './commands/machine.ts';
import { UsageError } from './commands/selection.ts';
import { type Diagnostic, hasErrors } from './diagnostics/diagnostic.ts';
import { formatReport, inOrder, toRecord } from './diagnostics/report.ts';

const exitCodes = { fine: 0, diagnostics: 1, usage: 2, bug: 3 } as const;

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
    now: () => performance.now(),
    today: () => new Date(),
    revision: () => readRevision(root),
    terminal: !quiet && process.stderr.isTTY === true && process.stdout.isTTY === true && !process.env.CI,
    say: line => {
      if (!quiet) console.error(line);
    },
  };
}

function useColour(): boolean {
  return process.stderr.isTTY === true && !process.env.NO_COLOR;
}

function reportDiagnostics(diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length > 0) console.error(`\n${formatReport(diagnostics, { colour: useColour() })}`);
  process.exitCode = hasErrors(diagnostics) ? exitCodes.diagnostics : exitCodes.fine;
}

interface BuildOptions {
  readonly publication?: string[];
  readonly out?: string;
  readonly attach?: boolean;
  readonly draft?: boolean;
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

async function runSchema(): Promise<void> {
  const { writeSchemas } = await import('./commands/schema.ts');
  for (const path of writeSchemas(createMachine({ quiet: false }))) console.log(path);
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(installation, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}

function createProgram(): Command {
  const program = new Command('jaarcijfers')
    .description('Official annual figures: YAML tables and Markdown texts become finished PDFs.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureHelp({ showGlobalOptions: false })
    .exitOverride()
    .showSuggestionAfterError()
    .addHelpText('after', examples('', ['build', 'check', 'new 2025', 'inspect FILE.pdf', 'build --help']));
  program
    .command('build')
    .description(
      'build publications into output/<year>/<publication>.pdf and .html, and their tables as .xlsx and .csv',
    )
    .argument('[years...]', 'reporting years; all of them when none is named')
    .option('-p, --publication <id>', 'only this publication; may be given more than once', collect)
    .option('-o, --out <folder>', 'folder to write to (default: output in the project)')
    .option('--attach', 'put the open data into each PDF too, which is PDF/A-3a then')
    .option('-d, --draft', 'build drafts, marked as such, into <publication>.concept.pdf and .concept.html')
    .addHelpText(
      'after',
      examples('build', [
        '',
        '2023',
        '2023 2024 --out /tmp/proof',
        '2023 --draft',
        '--publication jaarcijfers-mensenhandel-2023 --attach',
      ]),
    )
    .action(runBuild);
  program
    .command('check')
    .description('check data, texts and templates, without a browser')
    .argument('[years...]', 'reporting years; all of them when none is named')
    .option('--json', 'print the diagnostics as JSON, and nothing else')
    .addHelpText('after', examples('check', ['', '2023', '--json']))
    .action(runCheck);
  program
    .command('inspect')
    .description(
      'say what a PDF of any origin tells a screen reader and carries, and which rules of PDF/UA-1 and PDF/A it keeps',
    )
    .argument('<file>', 'the PDF')
    .option('--tree', 'print the whole structure tree in reading order too')
    .option('--json', 'print everything as JSON, and nothing else')
    .addHelpText(
      'after',
      examples(
        'inspect',
        ['output/2023/jaarcijfers-mensenhandel-2023.pdf', 'file.pdf --tree', 'file.pdf --json'],
        'a rule is broken',
      ),
    )
    .action(runInspect);
  program
    .command('new')
    .description('make the data and texts of a new reporting year from an earlier one, to be filled in and rewritten')
    .argument('<year>', 'the reporting year to make; what is there already is left as it is')
    .option('-f, --from <year>', 'the reporting year to make it from (default: the latest one before it)')
    .option('-p, --publication <id>', 'only this publication of that year; may be given more than once', collect)
    .addHelpText(
      'after',
      examples(
        'new',
        ['2025', '2025 --from 2023 --publication jaarcijfers-mensenhandel-2023'],
        'mistakes in the earlier year',
      ),
    )
    .action(runNew);
  program
    .command('schema')
    .description('write the JSON Schemas from which editors complete the YAML files into schema/')
    .addHelpText('after', examples('schema', ['']))
    .action(runSchema);
  return program;
}

function collect(id: string, before: readonly string[] = []): string[] {
  return [...before, id];
}

function examples(command: string, lines: readonly string[], one = 'mistakes in data, texts or templates'): string {
  const calls = lines.map(line => `  npx jaarcijfers ${[command, line].filter(Boolean).join(' ')}`);
  return `\nExamples:\n${calls.join('\n')}\n\nExit codes: 0 fine, 1 ${one}, 2 wrong use, 3 a bug.`;
}

async function main(): Promise<void> {
  process.once('uncaughtException', error => process.exit(exitCodeOf(error))); // also for work that nobody waits for
  try {
    await createProgram().parseAsync();
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
