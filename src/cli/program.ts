// What the operator may type: the commands with their arguments, options and examples.

import { Command } from 'commander';
import type { ImportRequest } from '../commands/intake.ts';

/** Options of `build` as they were typed. */
export interface BuildOptions {
  readonly publication?: string[];
  readonly out?: string;
  readonly attach?: boolean;
  readonly draft?: boolean;
}

/** Options of `import` as they were typed. */
export type ImportOptions = Omit<ImportRequest, 'file'> & { dryRun?: boolean; yes?: boolean };

/** Options of `diff` as they were typed. */
export interface DiffOptions {
  readonly year?: string[];
  readonly publication?: string[];
  readonly out?: string;
  readonly json?: boolean;
}

/** What runs the commands. */
export interface Actions {
  build(years: string[], options: BuildOptions): Promise<void>;
  check(years: string[], options: { json?: boolean }): Promise<void>;
  importTable(file: string, options: ImportOptions): Promise<void>;
  inspect(file: string, options: { json?: boolean; tree?: boolean }): Promise<void>;
  makeYear(year: string, options: { from?: string; publication?: string[] }): Promise<void>;
  diff(old: string, now: string | undefined, options: DiffOptions): Promise<void>;
  release(year: string, options: { out?: string; embargoed?: boolean }): Promise<void>;
  schema(): Promise<void>;
  verify(path: string, options: { rebuild?: boolean }): Promise<void>;
}

/** The program: it parses what was typed and runs an action. */
export function createProgram(version: string, actions: Actions): Command {
  const program = new Command('jaarcijfers')
    .description('Official annual figures: YAML tables and Markdown texts become finished PDFs.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureHelp({ showGlobalOptions: false })
    .exitOverride()
    .showSuggestionAfterError()
    .addHelpText(
      'after',
      examples('', ['build', 'check', 'new 2025', 'diff HEAD', 'release 2023', 'inspect FILE.pdf', 'build --help']),
    );
  for (const add of [addBuild, addCheck, addNew, addImport, addInspect, addDiff, addRelease, addVerify, addSchema])
    add(program, actions);
  return program;
}

function addBuild(program: Command, { build }: Actions): void {
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
    .action(build);
}

function addCheck(program: Command, { check }: Actions): void {
  program
    .command('check')
    .description('check data, texts and templates, without a browser')
    .argument('[years...]', 'reporting years; all of them when none is named')
    .option('--json', 'print the diagnostics as JSON, and nothing else')
    .addHelpText('after', examples('check', ['', '2023', '--json']))
    .action(check);
}

function addNew(program: Command, { makeYear }: Actions): void {
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
    .action(makeYear);
}

function addImport(program: Command, { importTable }: Actions): void {
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
    .action(importTable);
}

function addInspect(program: Command, { inspect }: Actions): void {
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
    .action(inspect);
}

function addDiff(program: Command, { diff }: Actions): void {
  program
    .command('diff')
    .description(
      'compare two states: figures and where they reach print, texts and pages; into output/wijzigingen/, a report for reviewers',
    )
    .argument('<old>', 'a revision of git, a project, a folder like data/2023, a folder that was built, or a PDF')
    .argument('[new]', 'the same; without it the working tree')
    .option('-y, --year <year>', 'only this reporting year; may be given more than once', collect)
    .option('-p, --publication <id>', 'only this publication; may be given more than once', collect)
    .option('-o, --out <folder>', 'folder to write to (default: output/wijzigingen in the project)')
    .option('--json', 'print the comparison as JSON, and nothing else; nothing is written unless --out is given too')
    .addHelpText(
      'after',
      examples(
        'diff',
        ['HEAD', 'v2023-concept2 HEAD --year 2023', '/tmp/proof output', 'oud.pdf nieuw.pdf', 'v2023.1 --json'],
        'changes',
        'no change',
      ),
    )
    .action(diff);
}

function addRelease(program: Command, { release }: Actions): void {
  program
    .command('release')
    .description(
      'check all that a release asks for, and make output/<year>/release/: publications, data, manifest, sums, notes, ZIP',
    )
    .argument('<year>', 'the reporting year')
    .option('-o, --out <folder>', 'folder to write <year>/release to (default: output in the project)')
    .option('--embargoed', 'release before the embargo ends; the manifest and the notes say so')
    .addHelpText(
      'after',
      examples('release', ['2023', '2024 --embargoed', '2023 --out /tmp/proof'], 'a condition that is not met'),
    )
    .action(release);
}

function addVerify(program: Command, { verify }: Actions): void {
  program
    .command('verify')
    .description(
      'hold a release, a folder or a ZIP, against its sums and manifest, and against a build from its commit',
    )
    .argument('<path>', 'the folder of the release, or its ZIP')
    .option('--rebuild', 'build it again from its commit, in a clone of the project, and compare every byte')
    .addHelpText(
      'after',
      examples(
        'verify',
        ['output/2023/release', 'jaarcijfers-2023-v2023.1.zip --rebuild'],
        'a file that is not as it should be',
      ),
    )
    .action(verify);
}

function addSchema(program: Command, { schema }: Actions): void {
  program
    .command('schema')
    .description('write the JSON Schemas from which editors complete the YAML files into schema/')
    .addHelpText('after', examples('schema', ['']))
    .action(schema);
}

function collect(id: string, before: readonly string[] = []): string[] {
  return [...before, id];
}

function examples(
  command: string,
  lines: readonly string[],
  one = 'mistakes in data, texts or templates',
  none = 'fine',
): string {
  const calls = lines.map(line => `  npx jaarcijfers ${[command, line].filter(Boolean).join(' ')}`);
  return `\nExamples:\n${calls.join('\n')}\n\nExit codes: 0 ${none}, 1 ${one}, 2 wrong use, 3 a bug.`;
}
