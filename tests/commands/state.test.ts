// What may be named as a state, and which years of two projects differ.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openFiles } from '../../src/commands/files.ts';
import type { Machine } from '../../src/commands/machine.ts';
import { openRepository } from '../../src/commands/repository.ts';
import { differingYears } from '../../src/commands/side.ts';
import { findState } from '../../src/commands/state.ts';
import { commitAll, type Git, openGit } from './git.ts';
import { machineAt } from './machine.ts';
import { createFolder, createProject, writeFile } from './project.ts';

let project: string;
let git: Git;
let machine: Machine;

beforeEach(() => {
  project = createProject();
  git = openGit(project);
  git('init', '--quiet', '--initial-branch=main');
  machine = machineAt(project, [], { repository: openRepository(project) });
});

test('a revision is a project as it was; no name is the working tree', async () => {
  const commit = commitAll(git, 'Begin');
  writeFile(join(project, 'data/2023/blad-2023/tekst.md'), '# Anders\n');
  const old = await findState('main', 'old', machine);
  expect(old).toMatchObject({ kind: 'project', head: { label: 'main', kind: 'revision', commit } });
  expect(old.kind === 'project' && old.files.read('data/2023/blad-2023/tekst.md')).toContain('# Oogst');
  const now = await findState(undefined, 'new', machine);
  expect(now.head).toEqual({ label: 'werkmap', kind: 'working-tree' });
  expect(now.kind === 'project' && now.files.read('data/2023/blad-2023/tekst.md')).toContain('# Anders');
  expect((await findState(project, 'new', machine)).head.kind).toBe('working-tree');
});

test('what is there twice, or nowhere, is refused with what to do', async () => {
  commitAll(git, 'Begin');
  const name = 'jaarcijfers-dubbel';
  git('branch', name);
  const message = async (typed: string): Promise<string> => {
    const { message, hints } = await findState(typed, 'old', machine).then(
      () => ({ message: '', hints: [] }),
      (error: { message: string; hints: readonly string[] }) => error,
    );
    return [message, ...hints].join('\n');
  };
  expect(await message('')).toBe(
    'The old state has an empty name.\nName a revision, a folder or a PDF; in a script, look whether the variable is set.',
  );
  expect(await message('v1999.1')).toMatch(/^"v1999.1" is no revision of git, no folder and no PDF file\.\nName a tag/);
  expect(await message(createFolder())).toMatch(/there is nothing to compare\.\nName a folder that jaarcijfers built/);
  const path = join(createFolder(), 'brief.pdf');
  writeFileSync(path, 'Geachte heer');
  expect(await message(path)).toMatch(/is no PDF/);
  const cwd = process.cwd();
  process.chdir(createFolder());
  try {
    mkdirSync(name);
    expect(await message(name)).toMatch(/is both a revision and a file or folder\.\nWrite \.\/jaarcijfers-dubbel for/);
    expect(await message(`./${name}`)).toMatch(/nothing to compare/);
  } finally {
    process.chdir(cwd);
  }
});

test('a revision without data is refused', async () => {
  writeFile(join(createFolder(), 'los.txt'), '');
  git('switch', '--quiet', '--orphan', 'leeg');
  git('commit', '--quiet', '--allow-empty', '--message', 'Leeg');
  await expect(findState('leeg', 'old', machine)).rejects.toThrow('has no data/ and templates/');
});

test('a folder like those of data/ stands in the place of its year', async () => {
  const folder = join(createFolder(), 'aangeleverd');
  writeFile(join(folder, 'edition.yaml'), 'reportingYear: 2023\nstatus: draft\n');
  writeFile(join(folder, 'tables/oogst.yaml'), 'title: Oogst van elders\n');
  const state = await findState(folder, 'new', machine);
  expect(state).toMatchObject({ kind: 'project', head: { kind: 'edition' }, years: [2023] });
  if (state.kind !== 'project') return;
  expect(state.files.read('data/2023/tables/oogst.yaml')).toContain('van elders');
  expect(state.files.list('data/2023')).toEqual(['edition.yaml', 'tables/']);
  expect(state.files.read('data/2022/edition.yaml')).toContain('2022');
  expect(state.files.list('data')).toContain('2023/');
  expect(state.files.read('templates/theme.yaml')).toBeDefined();
});

test('only years whose files differ are built, and all of them when they share what differs', () => {
  const other = createProject({ 'data/2022/blad-2022/tekst.md': '# Anders\n' });
  const [a, b] = [openFiles(project), openFiles(other)];
  expect(differingYears(a, a)).toEqual([]);
  expect(differingYears(a, b)).toEqual([2022]);
  const styled = openFiles(createProject({ 'templates/leaflet/style.css': 'body { color: red }\n' }));
  expect(differingYears(a, styled)).toEqual([2022, 2023]);
  const added = openFiles(createProject({ 'data/2024/edition.yaml': 'reportingYear: 2024\nstatus: draft\n' }));
  expect(differingYears(a, added)).toEqual([2024]);
  expect(differingYears(added, a)).toEqual([2024]);
  const concepts = openFiles(createProject({ 'data/begrippen.yaml': 'groepen: {}\n' }));
  expect(differingYears(a, concepts)).toEqual([2022, 2023]);
});
