// The shape of the source: arrows between rooms point one way, and only the shell touches the process.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));

/** The rooms, lowest first: a room imports from itself and from lower rooms. */
const rooms = [
  ...['diagnostics', 'statistics', 'locale', 'edition', 'spreadsheet', 'delivery', 'language', 'concepts', 'claims'],
  ...['prose', 'renewal', 'charts', 'document', 'ledger', 'workbook', 'opendata', 'rules', 'pdf', 'inspect'],
  ...['finish', 'draft', 'verapdf', 'passages', 'marking', 'raster', 'diff', 'review', 'release', 'storage', 'browser'],
  ...['commands', 'cli'],
];

const mostLines = 300;

/** What runs as a program of its own. */
const programs = ['cli.ts', 'launch.cjs', 'pack.mjs', 'commands/schema.ts'];

/** Files beside the rooms that belong to the shell. */
const shell = ['launch', 'pack', 'packed'];

interface File {
  /** Path within src, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Text without comments and without what stands between quotes. */
  readonly code: string;
  readonly imports: readonly string[];
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => /\.(ts|cjs|mjs)$/.test(path))
  .map(readSource);

function readSource(path: string): File {
  const text = readFileSync(join(src, path), 'utf8');
  const imports = [...text.matchAll(/(?:from|import\()\s*'(\.[^']*)'/g)].map(match => match[1] ?? '');
  return {
    path,
    text,
    code: codeOf(text),
    imports: imports.map(one => normalize(join(dirname(path), one)).replaceAll('\\', '/')),
  };
}

function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, "''")
    .replace(/`(?:\\.|\$\{[^}]*\}|[^`\\])*`/g, found =>
      [...found.matchAll(/\$\{([^}]*)\}/g)].map(match => match[1]).join(' '),
    )
    .replace(/\/\/.*$/gm, '');
}

function roomOf(path: string): string {
  if (path.includes('/')) return path.slice(0, path.indexOf('/'));
  const name = path.replace(/\.\w+$/, '');
  return shell.includes(name) ? 'cli' : name;
}

test('the source was found', () => {
  expect(files.length).toBeGreaterThan(80);
});

test('every room has its place in the order', () => {
  expect([...new Set(files.map(({ path }) => roomOf(path)))].filter(room => !rooms.includes(room))).toEqual([]);
});

test('no room imports from a higher one', () => {
  const upward = files.flatMap(({ path, imports }) =>
    imports
      .filter(target => rooms.indexOf(roomOf(target)) > rooms.indexOf(roomOf(path)))
      .map(target => `${path} → ${target}`),
  );
  expect(upward).toEqual([]);
});

test('what is imported is there', () => {
  const known = files.map(({ path }) => path);
  const lost = files.flatMap(({ path, imports }) =>
    imports.filter(target => target.endsWith('.ts') && !known.includes(target)).map(target => `${path} → ${target}`),
  );
  expect(lost).toEqual([]);
});

test('no file leads back to itself', () => {
  const byPath = new Map(files.map(file => [file.path, file]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (done.has(path) || trail.includes(path)) return;
    for (const next of byPath.get(path)?.imports ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  expect(circles).toEqual([]);
});

test('nothing is exported by default', () => {
  const isDeclaration = (path: string): boolean => path.endsWith('modules.d.ts');
  const found = files.filter(
    ({ path, code }) => !isDeclaration(path) && /export default|export\s*\{[^}]*\bdefault\b/.test(code),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});

test('process and console are for programs only', () => {
  const found = files.filter(
    ({ path, code }) => !programs.includes(path) && /(?<![.\w])(?:process|console)\s*[.[]/.test(code),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});

test('the clock and chance are for programs only', () => {
  const found = files.filter(
    ({ path, code }) => !programs.includes(path) && /Math\.random|Date\.now|new Date\(\)|performance\.now/.test(code),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});

test('files are short', () => {
  expect(files.filter(({ text }) => text.split('\n').length > mostLines + 1).map(({ path }) => path)).toEqual([]);
});

test('every file opens with one line on its idea', () => {
  const nameless = files.filter(({ text }) => !/^(#!.*\n)?\/\/ \S/.test(text));
  expect(nameless.map(({ path }) => path)).toEqual([]);
});
