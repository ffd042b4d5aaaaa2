// The shell: parse arguments, run one command, print, set the exit code; the only user of process and console.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { installation } from './browser/installation.ts';
import type { WrittenPublication } from './commands/build.ts';
import { openFiles } from './commands/files.ts';
import type { ImportRequest } from './commands/intake.ts';
import { loadFace, type Machine } from './commands/machine.ts';
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

async function runBuild(years: string[], options: { publication?: string[]; out?: string }): Promise<void> {
  const stopped = stopSignal();
  const { build } = await import('./commands/build.ts');
  const machine = createMachine({ quiet: false, stopped });
  const out = options.out === undefined ? 'output' : resolve(options.out);
  const { written, diagnostics } = await build({ years, publications: options.publication ?? [], out }, machine);
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

function writtenLine({ path, pages, size }: WrittenPublication): string {
  return `${path}  ${pages} page${pages === 1 ? '' : 's'}, ${Math.round(size / 1024)} kB, and its .html`;
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

async function runImport(
  file: string,
  options: Omit<ImportRequest, 'file'> & { dryRun?: boolean; yes?: boolean },
): Promise<void> {
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
    .addHelpText('after', examples('', ['build', 'check', 'inspect FILE.pdf', 'build --help']));
  program
    .command('build')
    .description('build publications into output/<year>/<publication>.pdf and .html')
    .argument('[years...]', 'reporting years; all of them when none is named')
    .option('-p, --publication <id>', 'only this publication; may be given more than once', collect)
    .option('-o, --out <folder>', 'folder to write to (default: output in the project)')
    .addHelpText(
      'after',
      examples('build', ['', '2023', '2023 2024 --out /tmp/proof', '--publication jaarcijfers-mensenhandel-2023']),
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
      'say what a PDF of any origin tells a screen reader, and which rules of PDF/UA-1 and PDF/A-2a it keeps',
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
    .command('import')
    .description(
      'type a table as a source agency delivers it (.xlsx, .ods, .csv) into its YAML; shows the changes first',
    )
    .argument('<file>', 'the spreadsheet')
    .requiredOption('-t, --table <id>', 'the table: the name of its file in data/<year>/tables/')
    .option('-y, --year <year>', 'the reporting year (default: the one that has the table, else the latest)')
    .option('-s, --sheet <name>', 'the sheet, by name or number (default: the one that has the labels of the table)')
    .option('-r, --range <cells>', 'the block that holds the table with its labels, such as A3:F12')
    .option('--omit <label>', 'a row or column to leave out; may be given more than once', collect)
    .option(
      '--read <sign=cell>',
      'what a sign of the agency means: "-=0", "x=<5", "n.v.t.=."; may be repeated',
      collect,
    )
    .option('--missing <reason>', 'why values are missing of which the sheet says so, in Dutch as it is printed')
    .option('--new', 'make the table, which is not there yet')
    .option('--title <text>', 'the title of a new table (default: the first line of the sheet)')
    .option('--unit <text>', 'the unit of a new table (default: what the sheet says behind "Eenheid:")')
    .option('--source <text>', 'the source of a new table (default: what the sheet says behind "Bron:")')
    .option('--dry-run', 'show the changes and write nothing')
    .option('--yes', 'write without asking; needed where there is no terminal')
    .addHelpText(
      'after',
      examples(
        'import',
        [
          'levering.xlsx --table vormen',
          'levering.ods -t herkomst --sheet Blad2 --dry-run',
          'ind.csv -t vergunningen --read "-=0" --yes',
        ],
        'what the sheet cannot say, or mistakes in the table',
      ),
    )
    .action(runImport);
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
