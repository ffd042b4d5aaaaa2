// Small whole projects in temporary folders, and the program run in them as an author runs it.

import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const own = fileURLToPath(new URL('../..', import.meta.url));
const launcher = join(own, 'src', 'launch.cjs');

/** A project with one table, two publications in two years, and a layout of a few lines. */
const sound: Readonly<Record<string, string>> = {
  'data/2022/edition.yaml': 'reportingYear: 2022\nstatus: final\n',
  'data/2022/tables/oogst.yaml': oogst(2022),
  'data/2022/blad-2022/publication.yaml': publication(2022),
  'data/2022/blad-2022/tekst.md': '# Oogst\n\nEr zijn {{oogst "Appels"}} kisten appels geplukt.\n',
  'data/2023/edition.yaml': 'reportingYear: 2023\nstatus: final\n',
  'data/2023/tables/oogst.yaml': oogst(2023),
  'data/2023/blad-2023/publication.yaml': publication(2023),
  'data/2023/blad-2023/tekst.md': '# Oogst\n\nEr zijn {{oogst "Appels"}} kisten appels geplukt.\n',
  'templates/leaflet/kind.yaml':
    'figure: { width: 100, labels: 30 }\nfaces:\n  - { family: Source Sans 3, package: source-sans-3, weight: 400, style: normal }\n  - { family: Source Sans 3, package: source-sans-3, weight: 600, style: normal }\n',
  'templates/leaflet/style.css': '@page { size: A5; margin: 15mm } body { font: 400 10pt "Source Sans 3" }\n',
  'templates/leaflet/publication.hbs':
    '<!doctype html>\n<html lang="nl"><head><meta charset="utf-8"><title>{{publication.title}}</title><meta name="description" content="{{publication.description}}"><style>{{{style}}}</style></head>\n<body><main><h1>{{publication.title}}</h1>\n{{#each chapters}}<section>{{{html}}}</section>{{/each}}\n</main></body></html>\n',
};

function oogst(year: number): string {
  return `title: Geplukte kisten\nunit: kisten\nsource: Boomgaard De Proef\ncolumns: [${year}]\nrows:\n  Appels: [1234]\n  Peren: [<5]\n`;
}

function publication(year: number): string {
  return `kind: leaflet\ntitle: Oogst ${year}\ndescription: De oogst van de boomgaard.\npublisher: Boomgaard De Proef\ndate: ${year + 1}-05-01\nkeywords: [oogst]\npercentage: sign\ntables: [oogst]\ncontents:\n  - text: tekst\n`;
}

/** A sound project in a folder of its own, removed after the test; `changes` replace its files, or take them out. */
export function createProject(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const root = createFolder();
  fillProject(root, changes);
  return root;
}

/** Puts a sound project into a folder. */
export function fillProject(root: string, changes: Readonly<Record<string, string | undefined>> = {}): void {
  for (const [path, content] of Object.entries({ ...sound, ...changes }))
    if (content !== undefined) writeFile(join(root, path), content);
  copyFileSync(join(own, 'templates', 'theme.yaml'), join(root, 'templates', 'theme.yaml'));
  copyFileSync(join(own, 'data', 'woorden.yaml'), join(root, 'data', 'woorden.yaml'));
}

/** Files of templates/shared as the repository has them, by their paths in a project. */
export function sharedTemplates(...names: readonly string[]): Record<string, string> {
  const paths = names.map(name => `templates/shared/${name}`);
  return Object.fromEntries(paths.map(path => [path, readFileSync(join(own, path), 'utf8')]));
}

/** An empty folder, removed after the test. */
export function createFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'jaarcijfers-proef-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file and the folders above it. */
export function writeFile(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Every file in a folder, hidden ones too, with its text or, when that is long, its digest; empty without a folder. */
export function filesIn(folder: string): Record<string, string> {
  const names = statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(folder, { recursive: true })
    : [];
  const paths = names.map(String).filter(name => statSync(join(folder, name)).isFile());
  return Object.fromEntries(paths.sort().map(name => [name, contentOf(join(folder, name))]));
}

function contentOf(path: string): string {
  const bytes = readFileSync(path);
  return bytes.length < 2000 ? bytes.toString('utf8') : createHash('sha256').update(bytes).digest('hex');
}

/** How a run of the program ended. */
export interface Run {
  readonly status: number | null;
  /** The signal that ended it, if one did. */
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program with these arguments, in a folder, without a terminal. */
export function run(
  folder: string,
  words: readonly string[],
  env: Record<string, string> = {},
  watch: (child: ChildProcessByStdio<null, Readable, Readable>) => void = () => {},
): Promise<Run> {
  const { FORCE_COLOR: _, CI: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [launcher, ...words], {
    cwd: folder,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', text => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', text => {
    stderr += text;
  });
  watch(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr }));
  });
}
