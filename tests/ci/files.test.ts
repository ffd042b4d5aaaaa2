// The ready-made CI: what its files call exists, and no job may do more than it must.

import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Actions, createProgram } from '../../src/cli/program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const workflows = '.github/workflows';

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly name: string;
  readonly isGithub: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly steps: readonly Step[];
}

const jobs = [...readdirSync(join(root, workflows)).flatMap(githubJobs), ...gitlabJobs()];
const github = jobs.filter(({ isGithub }) => isGithub);
const scripts = jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function githubJobs(file: string): Job[] {
  const { jobs: found } = parse(read(`${workflows}/${file}`)) as { jobs: Record<string, { steps: Step[] }> };
  return Object.entries(found).map(([name, settings]) => {
    return { name: `${file} ${name}`, isGithub: true, settings: { ...settings }, steps: settings.steps };
  });
}

function gitlabJobs(): Job[] {
  const all = parse(read('.gitlab-ci.yml')) as Record<string, Record<string, unknown>>;
  return Object.entries(all).flatMap(([name, settings]) => {
    if (!('script' in settings)) return [];
    const lines = ['before_script', 'script', 'after_script'].flatMap(part => settings[part] ?? []);
    const steps = lines.map(line => ({ run: String(line) }));
    return [{ name: `gitlab ${name}`, isGithub: false, settings, steps }];
  });
}

test('there are jobs for tests, reviews and releases, on both services', () => {
  expect(github.map(({ name }) => name)).toEqual([
    ...['release.yml release', 'release.yml verify', 'release.yml publish', 'review.yml drafts', 'review.yml comment'],
    'tests.yml tests',
  ]);
  expect(jobs.filter(job => !job.isGithub).map(({ name }) => name)).toEqual(
    ['tests', 'drafts', 'comment', 'release', 'verify', 'publish'].map(name => `gitlab ${name}`),
  );
});

test.each(jobs)('$name ends in time', ({ settings }) => {
  const minutes = Number.parseInt(String(settings['timeout-minutes'] ?? settings['timeout']), 10);
  expect(minutes).toBeGreaterThan(0);
  expect(minutes).toBeLessThanOrEqual(60);
});

/** The commands of the program that a script calls, as words, with a tag in the place of its variables. */
function calls(script: string): string[][] {
  const filled = script
    .replace(/\$\{(?:CI_COMMIT_)?TAG:1:4\}/g, '2023')
    .replace(/\$(?:CI_COMMIT_)?TAG\b/g, 'v2023.1')
    .replace(/"\$(?:old|new)"/g, 'HEAD');
  return [...filled.matchAll(/npx jaarcijfers ([^|&;>)\n]*)/g)].map(([, words = '']) =>
    words
      .replace(/ 2$/, '')
      .trim()
      .split(/\s+/)
      .map(word => word.replaceAll('"', '')),
  );
}

const localScripts = ['compare', 'summary'].map(name => read(`.ci/${name}`));
const called = [...scripts, ...localScripts].flatMap(calls);

test.each(called)('jaarcijfers %s is a command, with arguments and options that it takes', async (...words) => {
  const run: string[] = [];
  const record = (name: string) => async (): Promise<void> => void run.push(name);
  const actions: Actions = {
    ...{ build: record('build'), check: record('check'), importTable: record('import'), inspect: record('inspect') },
    ...{ makeYear: record('new'), diff: record('diff'), release: record('release'), schema: record('schema') },
    verify: record('verify'),
  };
  const program = createProgram('1', actions);
  for (const command of [program, ...program.commands]) command.exitOverride().configureOutput({ writeErr: () => {} });
  await program.parseAsync(words, { from: 'user' });
  expect(run).toEqual([words[0]]);
  expect(words.join(' ')).not.toContain('$');
});

test('a review checks, drafts and compares; a release is made, verified, and built again', () => {
  const of = (name: string): string[] =>
    jobs
      .filter(job => job.name.endsWith(name))
      .map(({ steps }) => steps.flatMap(({ run = '' }) => [...calls(run)]).join('|'));
  expect(of(' drafts')).toEqual(['check|build,--draft', 'check|build,--draft']);
  expect(of(' release')).toEqual(Array(2).fill('release,2023|verify,output/2023/release'));
  const zip = 'output/2023/release/jaarcijfers-2023-v2023.1.zip';
  expect(of(' verify')).toEqual(Array(2).fill(`verify,output/2023/release|verify,${zip},--rebuild`));
});

test('every script of the project that a job calls is there, and runs', () => {
  const named = scripts.flatMap(script => script.match(/\.ci\/[\w.-]+/g) ?? []);
  expect(new Set(named)).toEqual(new Set(['.ci/run', '.ci/compare', '.ci/summary', '.ci/gitlab.mjs']));
  for (const path of new Set(named))
    accessSync(join(root, path), path.endsWith('.mjs') ? constants.R_OK : constants.X_OK);
  const packed = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  for (const [, name = ''] of scripts.join('\n').matchAll(/npm run (\S+)/g))
    expect(packed.scripts).toHaveProperty(name);
});

test('actions are pinned to a commit, with the version beside it', () => {
  const lines = readdirSync(join(root, workflows)).flatMap(file => read(`${workflows}/${file}`).split('\n'));
  const uses = lines.filter(line => /^\s*-? *uses:/.test(line));
  expect(uses.length).toBeGreaterThan(10);
  for (const line of uses) expect(line).toMatch(/uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('what others typed reaches no script but as a variable', () => {
  for (const { steps } of github) for (const { run = '' } of steps) expect(run).not.toContain('${{');
  expect(scripts.join('\n')).not.toMatch(/\$\{?CI_(?:MERGE_REQUEST|COMMIT)_(?:TITLE|DESCRIPTION|MESSAGE)/);
  for (const file of readdirSync(join(root, workflows)))
    expect(read(`${workflows}/${file}`)).not.toMatch(/pull_request_target|workflow_run/);
});

test('a job that may write runs nothing of the project', () => {
  const mayWrite = github.filter(({ settings }) => JSON.stringify(settings['permissions']).includes('write'));
  expect(mayWrite.map(({ name, settings }) => [name, settings['permissions']])).toEqual([
    ['release.yml publish', { contents: 'write' }],
    ['review.yml comment', { 'pull-requests': 'write' }],
  ]);
  for (const { steps } of mayWrite) {
    expect(steps.map(({ uses = '' }) => uses).join()).not.toContain('checkout');
    for (const { run = '' } of steps) expect(run).not.toMatch(/npm |npx |\.ci\//);
  }
  for (const file of readdirSync(join(root, workflows)))
    expect(parse(read(`${workflows}/${file}`))).toMatchObject({ permissions: {} });
  for (const { settings } of github) expect(settings).toHaveProperty('permissions');
});

test('every checkout has the whole history, and leaves no token behind', () => {
  const checkouts = github.flatMap(({ steps }) => steps.filter(({ uses }) => uses?.includes('checkout')));
  expect(checkouts).toHaveLength(4);
  for (const { with: options } of checkouts)
    expect(options).toMatchObject({ 'fetch-depth': 0, 'persist-credentials': false });
  expect(parse(read('.gitlab-ci.yml'))).toMatchObject({ variables: { GIT_DEPTH: 0 } });
});

test('the document names every workflow', () => {
  expect(existsSync(join(root, 'docs', 'ci.md'))).toBe(true);
  for (const file of readdirSync(join(root, workflows))) expect(read('docs/ci.md')).toContain(file);
});
