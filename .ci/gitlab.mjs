// Writes to GitLab what a job made: the comment on a merge request, or the release of a tag with its files.
// Usage: node .ci/gitlab.mjs comment <file.md>
//        node .ci/gitlab.mjs release <notes.md> <file>…
// What and where comes from the variables of the job; a person never needs this.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

const mark = '<!-- jaarcijfers -->';
const { env } = process;

/** Asks the API; gives the answer, and throws with what the server said when it refuses. */
async function ask(method, path, { headers, body }) {
  const json = body === undefined || body instanceof Uint8Array ? {} : { 'content-type': 'application/json' };
  const response = await fetch(`${env.CI_API_V4_URL}/${path}`, {
    method,
    headers: { ...headers, ...json },
    ...(body === undefined ? {} : { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 300)}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** One comment a merge request: written the first time, rewritten after that. */
async function comment([file]) {
  const token = env.REVIEW_TOKEN;
  if (!token)
    return say('There is no REVIEW_TOKEN here (see docs/ci.md): the summary is only among the files of the job.');
  const headers = { 'private-token': token };
  const notes = `projects/${env.CI_MERGE_REQUEST_PROJECT_ID}/merge_requests/${env.CI_MERGE_REQUEST_IID}/notes`;
  const { id: self } = await ask('GET', 'user', { headers });
  const own = await findNote(notes, { headers, self });
  const body = { body: readFileSync(file, 'utf8') };
  if (own) await ask('PUT', `${notes}/${own.id}`, { headers, body });
  else await ask('POST', notes, { headers, body });
  say(own ? 'The comment was brought up to date.' : 'The comment was written.');
}

const pageLength = 100;

async function findNote(notes, { headers, self }) {
  for (let page = 1; ; page += 1) {
    const found = await ask('GET', `${notes}?per_page=${pageLength}&page=${page}`, { headers });
    const own = found.find(({ author, body }) => author.id === self && body.startsWith(mark));
    if (own || found.length < pageLength) return own;
  }
}

/** The files as a generic package, and the release that links to them; of a tag that is released not a file is replaced. */
async function release([notes, ...paths]) {
  const headers = { 'job-token': env.CI_JOB_TOKEN };
  const tag = env.CI_COMMIT_TAG;
  const project = `projects/${env.CI_PROJECT_ID}`;
  if (await isThere(`${project}/releases/${tag}`, headers)) throw new Error(`${tag} is released already.`);
  const links = [];
  for (const path of paths) {
    const name = basename(path);
    const address = `${project}/packages/generic/jaarcijfers/${tag}/${name}`;
    await ask('PUT', address, { headers, body: readFileSync(path) });
    links.push({ name, url: `${env.CI_API_V4_URL}/${address}`, direct_asset_path: `/${name}`, link_type: 'package' });
    say(name);
  }
  const name = `Jaarcijfers ${tag.slice(1, 5)}, uitgave ${tag}`;
  const description = readFileSync(notes, 'utf8');
  await ask('POST', `${project}/releases`, { headers, body: { tag_name: tag, name, description, assets: { links } } });
  say(`Released ${tag} with ${links.length} files.`);
}

async function isThere(path, headers) {
  const { ok, status } = await fetch(`${env.CI_API_V4_URL}/${path}`, { headers });
  if (!ok && status !== 404) throw new Error(`GET ${path}: ${status}`);
  return ok;
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

const [command, ...files] = process.argv.slice(2);
const commands = { comment, release };
if (!Object.hasOwn(commands, command ?? '') || files.length === 0) {
  process.stderr.write('Usage: node .ci/gitlab.mjs comment <file.md>, or release <notes.md> <file>…\n');
  process.exitCode = 2;
} else {
  try {
    await commands[command](files);
  } catch (problem) {
    process.stderr.write(`error: ${problem instanceof Error ? problem.message : problem}\n`);
    process.exitCode = 1;
  }
}
