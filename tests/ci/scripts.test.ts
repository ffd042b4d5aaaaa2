// The scripts of the CI, run against a clone and a GitLab of their own.

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { createFolder, writeFile } from '../commands/project.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A clone that is two commits beside origin/main, with the scripts and an npx that answers as it is told. */
function createClone(npx: string): string {
  const folder = createFolder();
  for (const name of ['compare', 'summary']) {
    mkdirSync(join(folder, '.ci'), { recursive: true });
    copyFileSync(join(root, '.ci', name), join(folder, '.ci', name));
  }
  writeFile(join(folder, 'bin', 'npx'), `#!/bin/sh\n${npx}\n`);
  execFileSync('chmod', ['+x', join(folder, 'bin', 'npx')]);
  const git = (...words: string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
  git('init', '--quiet', '--initial-branch=main');
  for (const message of ['base', 'main moves on']) git('commit', '--quiet', '--allow-empty', '-m', message);
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  git('checkout', '--quiet', '--detach', 'HEAD~1');
  git('tag', 'base');
  git('commit', '--quiet', '--allow-empty', '-m', 'own');
  return folder;
}

function runIn(folder: string, words: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const [program = '', ...args] = words;
  const env = {
    ...process.env,
    PATH: `${join(folder, 'bin')}:${process.env['PATH']}`,
    REPORT_URL: 'https://a.example/r',
  };
  const { status, stdout, stderr } = spawnSync(join(folder, '.ci', program), args, { encoding: 'utf8', env });
  return { status, stdout, stderr };
}

test.each([
  [0, 0],
  [1, 0],
  [2, 2],
  [3, 3],
])('a comparison that ends in %i ends the job in %i', (ends, expected) => {
  const folder = createClone(`echo "$@"; exit ${ends}`);
  const { status, stdout } = runIn(folder, ['compare', 'origin/main']);
  const short = (name: string): string =>
    execFileSync('git', ['rev-parse', '--short', name], { cwd: folder, encoding: 'utf8' }).trim();
  expect(status).toBe(expected);
  expect(stdout).toBe(`jaarcijfers diff ${short('base')} ${short('HEAD')}\n`);
});

test('without a common commit there is nothing to compare, which is no empty comparison', () => {
  const { status, stderr } = runIn(createClone('exit 0'), ['compare', 'origin/nergens']);
  expect(status).toBe(2);
  expect(stderr).toContain('fetch-depth: 0');
});

test('the comment has the mark, the changes, and where to find the rest', () => {
  const folder = createClone('exit 3');
  writeFile(join(folder, 'output', 'wijzigingen', 'wijzigingen.md'), '## Wijzigingen: a → b\n');
  const { status, stdout } = runIn(folder, ['summary']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^<!-- jaarcijfers -->\n## Wijzigingen: a → b\n/);
  expect(stdout).toMatch(
    /Commit [0-9a-f]{7,}: \[het verslag met de bladzijden naast elkaar\]\(https:\/\/a\.example\/r\) en de concepten\.\n$/,
  );
});

test.each([
  ['echo "error: Vormen" >&2; exit 1', /De controle vindt fouten.*~~~~~~text\nerror: Vormen\n~~~~~~/s],
  ['echo kapot >&2; exit 3', /niet gelukt: zie het verloop van de taak\./],
])('without a comparison the comment says why: %s', (npx, expected) => {
  const { status, stdout } = runIn(createClone(npx), ['summary']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^<!-- jaarcijfers -->\n## Geen vergelijking van [0-9a-f]{7,}\n/);
  expect(stdout).toMatch(expected);
});

interface Request {
  readonly method: string;
  readonly url: string;
  readonly token: string;
  readonly body: string;
}

/** A GitLab that answers from a list and takes down what it was asked. */
async function listen(answers: Readonly<Record<string, unknown>>): Promise<{ address: string; asked: Request[] }> {
  const asked: Request[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const { method = '', url = '', headers } = request;
    asked.push({ method, url, token: String(headers['job-token'] ?? headers['private-token']), body });
    const answer = answers[`${method} ${url}`];
    response.statusCode = answer === undefined ? 404 : 200;
    response.end(JSON.stringify(answer ?? { message: '404 Not Found' }));
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const bound = server.address();
  return { address: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`, asked };
}

async function gitlab(words: readonly string[], env: NodeJS.ProcessEnv): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [join(root, '.ci', 'gitlab.mjs'), ...words], { env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', part => (said += part));
  const code = await new Promise<number>(done => child.on('close', done));
  return { code, said };
}

const notes = '/projects/5/merge_requests/7/notes';
const listed = `GET ${notes}?per_page=100&page=1`;
const others = [
  { id: 1, author: { id: 8 }, body: '<!-- jaarcijfers --> van een ander' },
  { id: 2, author: { id: 9 }, body: 'iets anders' },
];

test.each([
  ['written', others, 'POST', notes],
  ['rewritten', [...others, { id: 3, author: { id: 9 }, body: '<!-- jaarcijfers -->\noud' }], 'PUT', `${notes}/3`],
])('the comment on a merge request is %s', async (_, found, method, url) => {
  const { address, asked } = await listen({ 'GET /user': { id: 9 }, [listed]: found, [`${method} ${url}`]: {} });
  const file = join(createFolder(), 'samenvatting.md');
  writeFile(file, '<!-- jaarcijfers -->\nnieuw');
  const where = { CI_API_V4_URL: address, CI_MERGE_REQUEST_PROJECT_ID: '5', CI_MERGE_REQUEST_IID: '7' };
  expect(await gitlab(['comment', file], { ...where, REVIEW_TOKEN: 'geheim' })).toMatchObject({ code: 0 });
  const body = '{"body":"<!-- jaarcijfers -->\\nnieuw"}';
  expect(asked.at(-1)).toEqual({ method, url, token: 'geheim', body });
});

test('what GitLab refuses is said, and fails the job', async () => {
  const { address } = await listen({ 'GET /user': { id: 9 } });
  const where = { CI_API_V4_URL: address, CI_MERGE_REQUEST_PROJECT_ID: '5', CI_MERGE_REQUEST_IID: '7' };
  expect(await gitlab(['comment', 'x.md'], { ...where, REVIEW_TOKEN: 'geheim' })).toEqual({
    code: 1,
    said: `error: GET ${notes.slice(1)}?per_page=100&page=1: 404 {"message":"404 Not Found"}\n`,
  });
});

test('without a token there is no comment, and no failure', async () => {
  expect(await gitlab(['comment', 'samenvatting.md'], {})).toEqual({
    code: 0,
    said: expect.stringContaining('There is no REVIEW_TOKEN'),
  });
});

test('a release on GitLab has its files as a package, its notes as text, and is never made twice', async () => {
  const folder = createFolder();
  for (const [name, content] of Object.entries({ 'notes.md': '# Nieuw', 'a.zip': 'zip', SHA256SUMS: 'sums' }))
    writeFile(join(folder, name), content);
  const packages = '/projects/5/packages/generic/jaarcijfers/v2023.1';
  const uploaded = { [`PUT ${packages}/a.zip`]: {}, [`PUT ${packages}/SHA256SUMS`]: {} };
  const words = ['release', ...['notes.md', 'a.zip', 'SHA256SUMS'].map(name => join(folder, name))];
  const { address, asked } = await listen({ ...uploaded, 'POST /projects/5/releases': {} });
  const env = { CI_API_V4_URL: address, CI_PROJECT_ID: '5', CI_COMMIT_TAG: 'v2023.1', CI_JOB_TOKEN: 'taak' };
  expect(await gitlab(words, env)).toMatchObject({ code: 0, said: expect.stringContaining('Released v2023.1') });
  expect(asked.map(({ body }) => body).slice(1, 3)).toEqual(['zip', 'sums']);
  expect(new Set(asked.map(({ token }) => token))).toEqual(new Set(['taak']));
  expect(JSON.parse(asked.at(-1)?.body ?? '')).toMatchObject({
    ...{ tag_name: 'v2023.1', name: 'Jaarcijfers 2023, uitgave v2023.1', description: '# Nieuw' },
    assets: { links: [{ name: 'a.zip', url: `${address}${packages}/a.zip` }, { name: 'SHA256SUMS' }] },
  });
  const second = await listen({ ...uploaded, 'GET /projects/5/releases/v2023.1': {} });
  const refused = await gitlab(words, { ...env, CI_API_V4_URL: second.address });
  expect(refused).toEqual({ code: 1, said: 'error: v2023.1 is released already.\n' });
  expect(second.asked).toHaveLength(1);
});
