// A release made again by the program of its own commit, in a clone in a temporary folder that is removed whatever happens.

import { execFile } from 'node:child_process';
import { appendFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Contents, names } from '../release/file.ts';
import type { Manifest } from '../release/manifest.ts';
import { describeSelf } from '../storage/owner.ts';
import { makeTemporary, removeTemporary, sweepBeside } from '../storage/temporary.ts';
import { readContents } from './contents.ts';
import type { Machine } from './machine.ts';
import { UsageError } from './selection.ts';

/** What came of it: the files, or what the program said. */
export interface Elsewhere {
  readonly contents: Contents;
  readonly problem?: string;
}

/** What a checkout is made with: the packages of this program when it needs the same ones. */
export interface CheckoutOptions {
  readonly machine: Machine;
  readonly modules: string | undefined;
}

const prefix = 'jaarcijfers-verify-';

/** Checks the commit out, installs what it needs and runs its own `release`; throws a UsageError when it cannot be checked out. */
export async function rebuildElsewhere(manifest: Manifest, { machine, modules }: CheckoutOptions): Promise<Elsewhere> {
  const self = describeSelf(machine.processId, machine.isRunning);
  const folder = await makeTemporary(tmpdir(), prefix, self);
  try {
    await sweepBeside(folder, { prefix, self });
    machine.say(`checking out ${manifest.commit.slice(0, 7)}`);
    const project = await machine.repository.checkOut(manifest.commit, join(folder, 'clone'));
    if (project === undefined)
      throw new UsageError(`The commit ${manifest.commit} cannot be checked out.`, [
        'Look whether git works in this clone.',
      ]);
    const installed = await install(project, { machine, modules, clone: join(folder, 'clone') });
    return installed ?? (await run(manifest, { project, out: join(folder, 'out'), machine }));
  } finally {
    await removeTemporary(folder);
  }
}

/** The packages, which git must not take for changes; the problem, if there is one. */
async function install(
  project: string,
  { machine, modules, clone }: CheckoutOptions & { readonly clone: string },
): Promise<Elsewhere | undefined> {
  appendFileSync(join(clone, '.git', 'info', 'exclude'), 'node_modules\n');
  if (modules !== undefined) {
    symlinkSync(modules, join(project, 'node_modules'));
    return undefined;
  }
  machine.say('installing the packages of that commit: npm ci');
  const { code, output } = await execute('npm', ['ci', '--no-audit', '--no-fund'], { cwd: project, env: machine.env });
  return code === 0 ? undefined : { contents: new Map(), problem: `npm ci failed:\n${output}` };
}

interface Running {
  readonly project: string;
  readonly out: string;
  readonly machine: Machine;
}

async function run(manifest: Manifest, { project, out, machine }: Running): Promise<Elsewhere> {
  const { reportingYear, embargo, sourceDateEpoch } = manifest;
  const { SOURCE_DATE_EPOCH: _, ...inherited } = machine.env;
  const env = { ...inherited, ...(sourceDateEpoch === null ? {} : { SOURCE_DATE_EPOCH: String(sourceDateEpoch) }) };
  const words = ['release', String(reportingYear), '--out', out, ...(embargo ? ['--embargoed'] : [])];
  const node = join(project, 'node_modules', 'node', 'bin', 'node');
  machine.say('releasing it again there');
  const { code, output } = await execute(node, [join('src', 'launch.cjs'), ...words], { cwd: project, env });
  if (code !== 0) return { contents: new Map(), problem: output };
  const { contents } = readContents(join(out, String(reportingYear), 'release'));
  return { contents: new Map([...contents].filter(([path]) => path !== names.validation)) };
}

interface Ended {
  readonly code: number;
  /** The last of what it printed. */
  readonly output: string;
}

function execute(
  program: string,
  words: readonly string[],
  options: { cwd: string; env: Machine['env'] },
): Promise<Ended> {
  const path = [dirname(program) === '.' ? '' : dirname(program), options.env['PATH'] ?? ''].filter(Boolean).join(':');
  const settings = { cwd: options.cwd, env: { ...options.env, PATH: path }, maxBuffer: 2 ** 28 };
  return new Promise(resolve => {
    execFile(program, [...words], settings, (problem, stdout, stderr) => {
      const code = problem === null ? 0 : typeof problem.code === 'number' ? problem.code : 1;
      const said = `${stdout}\n${stderr}\n${problem && typeof problem.code !== 'number' ? problem.message : ''}`;
      resolve({ code, output: said.trim().split('\n').slice(-30).join('\n') });
    });
  });
}
