import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openRepository } from '../../src/commands/repository.ts';
import { commitAll, type Git, openGit } from './git.ts';
import { createFolder, createProject, writeFile } from './project.ts';

let project: string;
let git: Git;

beforeEach(() => {
  project = createProject();
  git = openGit(project);
});

const commit = (message: string): string => commitAll(git, message);

test('git says which commit it is, and whether data or templates differ from it', async () => {
  const { head } = openRepository(project);
  expect(await head()).toBe(undefined);
  git('init', '--quiet');
  expect(await head()).toBe(undefined);
  const first = commit('Begin');
  expect(await head()).toEqual({ commit: first, changed: false });
  writeFile(join(project, 'notities.txt'), 'buiten data en templates\n');
  expect(await head()).toEqual({ commit: first, changed: false });
  writeFile(join(project, 'data/2023/blad-2023/nieuw.md'), '# Nieuw\n');
  expect(await head()).toEqual({ commit: first, changed: true });
  commit('Verder');
  writeFile(join(project, 'templates/leaflet/style.css'), 'body { color: red }\n');
  expect((await head())?.changed).toBe(true);
});

test('a commit is found by any of its names, and no option of git is', async () => {
  git('init', '--quiet', '--initial-branch=main');
  const { resolve } = openRepository(project);
  expect(await resolve('HEAD')).toBe(undefined);
  const first = commit('Begin');
  git('tag', '--annotate', 'v2023-concept1', '--message', 'Eerste concept');
  writeFile(join(project, 'notities.txt'), 'later\n');
  const second = commit('Verder');
  expect(await resolve('HEAD')).toBe(second);
  expect(await resolve('HEAD~1')).toBe(first);
  expect(await resolve('v2023-concept1')).toBe(first);
  expect(await resolve(first.slice(0, 8))).toBe(first);
  for (const stray of ['v2022', '--all', '', 'HEAD..main']) expect(await resolve(stray), stray).toBe(undefined);
});

test('the files of a commit are read as if they were on disk, without a checkout', async () => {
  git('init', '--quiet');
  const written = '\uFEFFtitle: Coördinatie\n';
  writeFileSync(join(project, 'data/2023/tables/wijd.yaml'), Buffer.from(written, 'utf16le'));
  const first = commit('Begin');
  writeFile(join(project, 'data/2023/tables/oogst.yaml'), 'title: anders\n');
  writeFile(join(project, 'data/2024/edition.yaml'), 'reportingYear: 2024\n');
  const files = await openRepository(project).filesAt(first);
  expect(files?.list('data')).toEqual(['2022/', '2023/', 'woorden.yaml']);
  expect(files?.list('data/2023')).toEqual(['blad-2023/', 'edition.yaml', 'tables/']);
  expect(files?.list('data/1999')).toEqual([]);
  expect(files?.read('data/2023/tables/oogst.yaml')).toContain('title: Geplukte kisten');
  expect(files?.read('data/2023/tables/wijd.yaml')).toBe('title: Coördinatie\n');
  expect(files?.read('data/2024/edition.yaml')).toBe(undefined);
  expect(files?.readBytes('data/2023/edition.yaml')?.length).toBeGreaterThan(10);
});

test('a project in a folder of a repository sees its own files only', async () => {
  git('init', '--quiet');
  writeFile(join(project, 'binnen/data/2021/edition.yaml'), 'reportingYear: 2021\n');
  const first = commit('Begin');
  const inner = openRepository(join(project, 'binnen'));
  expect((await inner.filesAt(first))?.list('data')).toEqual(['2021/']);
  writeFile(join(project, 'data/2023/edition.yaml'), 'reportingYear: 2023\nstatus: draft\n');
  expect(await inner.changes()).toEqual([]);
  writeFile(join(project, 'binnen/data/2021/edition.yaml'), 'reportingYear: 2021\nstatus: draft\n');
  expect(await inner.changes()).toEqual(['data/2021/edition.yaml']);
  expect(await openRepository(join(project, 'templates')).filesAt(first)).toBe(undefined);
});

test('tags are those on the way here, the nearest first; changes are all that a commit would not hold', async () => {
  git('init', '--quiet', '--initial-branch=main');
  const { tags, changes } = openRepository(project);
  const first = commit('Begin');
  git('tag', 'v2023.1');
  git('switch', '--quiet', '--create', 'elders');
  writeFile(join(project, 'notities.txt'), 'elders\n');
  commit('Elders');
  git('tag', 'v2023.9');
  git('switch', '--quiet', 'main');
  expect(await tags()).toEqual([{ name: 'v2023.1', commit: first }]);
  expect(await changes()).toEqual([]);
  writeFile(join(project, 'naïef.txt'), 'los\n');
  writeFile(join(project, 'data/2023/edition.yaml'), 'reportingYear: 2023\nstatus: draft\n');
  expect(await changes()).toEqual(['data/2023/edition.yaml', 'naïef.txt']);
});

test('a commit has a moment, and can be put elsewhere as a whole, with what stands beside data', async () => {
  git('init', '--quiet', '--initial-branch=main');
  writeFile(join(project, 'binnen/notities.txt'), 'toen\n');
  const first = commit('Begin');
  writeFile(join(project, 'binnen/notities.txt'), 'nu\n');
  commit('Verder');
  const { momentOf, checkOut, isShallow } = openRepository(join(project, 'binnen'));
  expect((await momentOf(first))?.getTime()).toBe(Number(git('show', '--no-patch', '--format=%ct', first)) * 1000);
  expect(await momentOf('0'.repeat(40))).toBe(undefined);
  const folder = createFolder();
  expect(await checkOut(first, join(folder, 'een kloon'))).toBe(join(folder, 'een kloon', 'binnen', '/'));
  expect(readFileSync(join(folder, 'een kloon/binnen/notities.txt'), 'utf8')).toBe('toen\n');
  expect(await checkOut('0'.repeat(40), join(folder, 'niets'))).toBe(undefined);
  expect(await isShallow()).toBe(false);
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${project}`, join(folder, 'ondiep')]);
  expect(await openRepository(join(folder, 'ondiep')).isShallow()).toBe(true);
});
