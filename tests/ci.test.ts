// The workflows for GitHub and GitLab: they run what a person can run, and hold no more rights than they need.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Actions, createProgram } from '../src/cli/program.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Step {
  readonly run?: string;
  readonly uses?: string;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
  readonly script?: readonly string[];
  readonly image?: string;
}

const folder = '.github/workflows';
const workflows = readdirSync(join(root, folder)).map(name => {
  const text = read(`${folder}/${name}`);
  const { permissions, jobs } = parse(text) as { permissions: unknown; jobs: Record<string, Job> };
  return { name, text, permissions, jobs: Object.values(jobs) };
});
const gitlab = Object.values(parse(read('.gitlab-ci.yml')) as Record<string, Job>);

const scripts = [
  ...workflows.flatMap(({ jobs }) => jobs.flatMap(({ steps = [] }) => steps.flatMap(({ run }) => run ?? []))),
  ...gitlab.flatMap(job => job?.script ?? []),
];

/** The commands of these lines that begin so, each as words; what only the shell knows is `x`, a year where one is meant. */
function commands(beginning: string): string[][] {
  return scripts
    .flatMap(script => script.split('\n'))
    .filter(line => line.trim().startsWith(beginning))
    .map(
      line =>
        line
          .trim()
          .slice(beginning.length)
          .split(/\s(?:\|\||&&|[|>])/)[0] ?? '',
    )
    .map(line => line.replace(/"\$\{year[^"]*"/g, '2023').replace(/"[^"]*"/g, 'x'))
    .map(line => line.trim().split(/\s+/));
}

test('every command of the program is one that it knows, with its options', async () => {
  const ran: string[] = [];
  const note = (name: string) => async (): Promise<void> => void ran.push(name);
  const names = [
    'build',
    'check',
    'importTable',
    'inspect',
    'makeYear',
    'diff',
    'release',
    'schema',
    'verify',
  ] as const;
  const actions: Actions = Object.assign({}, ...names.map(name => ({ [name]: note(name) })));
  for (const words of commands('npx jaarcijfers')) {
    const program = createProgram('0', actions);
    for (const command of [program, ...program.commands])
      command.exitOverride().configureOutput({ writeErr: () => {} });
    await program.parseAsync(words, { from: 'user' });
  }
  expect([...new Set(ran)].sort()).toEqual(['build', 'check', 'diff', 'release', 'verify']);
  expect(ran.length).toBe(commands('npx jaarcijfers').length);
  expect(ran.filter(name => name === 'release')).toHaveLength(2);
});

test('every script of npm is in package.json', () => {
  const known = Object.keys(JSON.parse(read('package.json')).scripts);
  const named = commands('npm run').map(([name = '']) => name);
  expect(named.length).toBeGreaterThan(1);
  expect(named.filter(name => !known.includes(name))).toEqual([]);
});

test('changes are no failure of a job, and all else is', () => {
  const lines = scripts.flatMap(script => script.split('\n')).filter(line => line.includes('jaarcijfers diff'));
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line).toMatch(/ \|\| \[ \$\? -eq 1 \]$/);
});

test('actions are pinned by commit, with the version beside it', () => {
  const uses = workflows.flatMap(({ text }) => text.match(/uses: .*/g) ?? []);
  expect(uses.length).toBeGreaterThan(8);
  expect(uses.filter(one => !/^uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(one))).toEqual([]);
});

test('what may write runs nothing of the project', () => {
  expect(workflows.map(({ permissions }) => permissions)).toEqual(workflows.map(() => ({ contents: 'read' })));
  const jobs = workflows.flatMap(workflow => workflow.jobs);
  const writers = jobs.filter(({ permissions = {} }) => Object.values(permissions).includes('write'));
  expect(writers.map(({ permissions }) => permissions)).toEqual([{ 'pull-requests': 'write' }, { contents: 'write' }]);
  for (const { steps = [] } of writers) {
    expect(steps.some(({ uses }) => uses?.startsWith('actions/checkout'))).toBe(false);
    expect(steps.some(({ run }) => /\bnp[mx]\b/.test(run ?? ''))).toBe(false);
  }
});

test('no text of a pull request gets into a script', () => {
  const runs = workflows.flatMap(({ jobs }) => jobs.flatMap(({ steps = [] }) => steps.flatMap(({ run }) => run ?? [])));
  expect(runs.filter(run => run.includes('${{'))).toEqual([]);
});

test('tags of releases are those that the program gives', () => {
  const release = workflows.find(({ name }) => name === 'release.yml');
  const on = (parse(release?.text ?? '') as { on: { push: { tags: string[] } } }).on.push.tags;
  expect(on).toEqual(['v[0-9][0-9][0-9][0-9].[0-9]+']);
});
