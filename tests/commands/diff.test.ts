// The command `diff` in a small project with a history, as a reviewer and as CI run it.

import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Comparison } from '../../src/diff/comparison.ts';
import { commitAll, type Git, openGit } from './git.ts';
import { fillProject, type Run, run, sharedTemplates, writeFile } from './project.ts';

const table = 'data/2023/tables/oogst.yaml';
const text = 'data/2023/blad-2023/tekst.md';
const paths = [table, text, 'data/2023/edition.yaml'];

let [folder, project]: [string, string] = ['', ''];
let git: Git;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'jaarcijfers-verschil-')));
  project = join(folder, 'project');
  fillProject(project, sharedTemplates('base.css', 'changes.css', 'changes.hbs', 'draft.css', 'draft.hbs'));
  writeFile(join(project, '.gitignore'), 'output/\n');
  git = openGit(project);
  git('init', '--quiet', '--initial-branch=main');
  commitAll(git, 'Begin');
  git('tag', 'v2023.1');
  await run(project, ['build', '2023', '--out', join(folder, 'gebouwd')]);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => void git('checkout', '--quiet', 'v2023.1', '--', ...paths));

function edit(path: string, from: string, to: string): void {
  const before = readFileSync(join(project, path), 'utf8');
  expect(before).toContain(from);
  writeFile(join(project, path), before.replace(from, to));
}

function comparisonOf({ stdout }: Run): Comparison {
  return JSON.parse(stdout) as Comparison;
}

test('the same state has no changes: the report says so, and no browser starts', async () => {
  const out = join(folder, 'niets');
  const { status, stdout, stderr } = await run(project, ['diff', 'v2023.1', '--out', out]);
  expect(status, stderr).toBe(0);
  expect(stdout).toContain('No changes.');
  expect(stderr).toBe('');
  expect(readdirSync(out).sort()).toEqual(['wijzigingen.html', 'wijzigingen.json', 'wijzigingen.md']);
  expect(readFileSync(join(out, 'wijzigingen.md'), 'utf8')).toContain('Er is niets veranderd.');
});

test('a changed cell is a change: report, marked PDF, summary and data, in the place of earlier ones', async () => {
  edit(table, '1234', '1300');
  const out = join(project, 'output/wijzigingen');
  writeFile(join(out, 'blad-2019.wijzigingen.pdf'), 'van een eerdere vergelijking');
  writeFile(join(out, 'aantekeningen.txt'), 'van een lezer');
  const { status, stdout, stderr } = await run(project, ['diff', 'v2023.1']);
  expect(status, stderr).toBe(1);
  expect(stdout).toContain('figures: 1 change in 1 table\n2023 blad-2023: 0 texts changed, ');
  expect(stderr).toContain('v2023.1: 2023 blad-2023: print');
  expect(stderr).not.toContain('2022');
  expect(readdirSync(out).sort()).toEqual([
    ...['aantekeningen.txt', 'blad-2023.wijzigingen.pdf', 'wijzigingen.html', 'wijzigingen.json', 'wijzigingen.md'],
  ]);
  expect(readFileSync(join(out, 'wijzigingen.md'), 'utf8')).toContain('| 1.234 | **1.300** | +66; +5,3% |');
  const { old, tables, publications } = JSON.parse(readFileSync(join(out, 'wijzigingen.json'), 'utf8')) as Comparison;
  expect(old).toEqual({ label: 'v2023.1', kind: 'revision', commit: git('rev-parse', 'v2023.1') });
  expect(tables[0]?.cells[0]?.reach).toMatchObject([{ form: 'sentence', isChanged: true, newPage: 1 }]);
  expect(publications[0]?.texts.map(({ cause }) => cause)).toEqual(['figures']);
});

test('JSON is all that --json prints, and nothing is written', async () => {
  edit(text, 'Er zijn', 'In totaal zijn er');
  rmSync(join(project, 'output'), { recursive: true, force: true });
  const result = await run(project, ['diff', 'v2023.1', '--json']);
  expect([result.status, result.stderr]).toEqual([1, '']);
  const { tables, publications } = comparisonOf(result);
  expect(tables).toEqual([]);
  expect(publications[0]?.texts).toMatchObject([{ kind: 'changed', what: 'paragraph', cause: 'text' }]);
  expect(readdirSync(project)).not.toContain('output');
});

test('of a built PDF only the tables of its publication are compared', async () => {
  writeFile(join(project, 'data/2023/tables/extra.yaml'), readFileSync(join(project, table), 'utf8'));
  const { status, stdout } = await run(project, ['diff', join(folder, 'gebouwd/2023/blad-2023.pdf'), '.', '--json']);
  rmSync(join(project, 'data/2023/tables/extra.yaml'));
  expect(comparisonOf({ stdout } as Run).tables).toEqual([]);
  expect(status).toBe(0);
});

test('a built folder is compared with a revision, and a PDF with a PDF', async () => {
  edit(table, '1234', '1300');
  const built = join(folder, 'gebouwd');
  const one = comparisonOf(await run(project, ['diff', built, '--json']));
  expect(one.tables[0]?.cells).toMatchObject([{ row: 'Appels', old: { printed: '1.234' }, new: { printed: '1.300' } }]);
  expect(one.publications.map(({ publication }) => publication)).toEqual(['blad-2023']);
  const same = await run(project, ['diff', built, 'v2023.1', '--json']);
  expect([same.status, comparisonOf(same).tables, comparisonOf(same).warnings]).toEqual([0, [], []]);
  const pdf = join(built, '2023/blad-2023.pdf');
  rmSync(join(built, '2023/blad-2023.ledger.json'));
  const files = await run(project, ['diff', pdf, pdf, '--json']);
  expect([files.status, comparisonOf(files).hasFigures]).toEqual([0, false]);
});

test('an edition that breaks a rule is compared all the same; one that cannot be read is told with its mistakes', async () => {
  edit(text, 'kisten appels', 'kisten appels en 17 kisten peren');
  const broken = await run(project, ['diff', 'v2023.1', '--json']);
  expect(broken.status).toBe(1);
  expect(comparisonOf(broken).publications[0]?.texts[0]?.pieces.map(({ text: words }) => words)).toContain(
    'en 17 kisten peren',
  );
  edit(table, 'rows:', 'rijen:');
  const unreadable = await run(project, ['diff', 'v2023.1', '--json']);
  expect([unreadable.status, unreadable.stdout]).toEqual([2, '']);
  expect(unreadable.stderr).toContain('data/2023/tables/oogst.yaml:5');
  expect(unreadable.stderr).toContain('The two states cannot be compared.');
});

test('what is not there is wrong use, with what there is', async () => {
  for (const [words, message] of [
    [['v1999.1'], '"v1999.1" is no revision of git, no folder and no PDF file.'],
    [['v2023.1', '--year', '1999'], 'Neither state has the reporting year 1999.'],
    [['v2023.1', '--publication', 'blad-2024'], 'Neither state has the publication blad-2024.'],
  ] as const) {
    const { status, stderr } = await run(project, ['diff', ...words]);
    expect([status, stderr]).toEqual([2, expect.stringContaining(`error: ${message}\n  hint: `)]);
  }
});

test('a broken PDF and folders of different years are wrong use, not a bug', async () => {
  const broken = join(folder, 'half.pdf');
  writeFile(broken, '%PDF-1.7\n1 0 obj <<');
  const pdf = await run(project, ['diff', broken, broken.replace('half', 'gebouwd/2023/blad-2023')]);
  expect([pdf.status, pdf.stderr]).toEqual([2, expect.stringContaining('half.pdf: ')]);
  const other = join(folder, 'ander');
  writeFile(join(other, 'edition.yaml'), 'reportingYear: 2024\nstatus: final\n');
  const years = await run(project, ['diff', 'data/2023', other]);
  expect([years.status, years.stderr]).toEqual([2, expect.stringContaining('have no reporting year in common.')]);
});
