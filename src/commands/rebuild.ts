// A release built again from its commit: in this program when it is the one that made it, else in a checkout of the commit.

import { join } from 'node:path';
import { installation } from '../browser/installation.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { formatReport } from '../diagnostics/report.ts';
import type { Fault } from '../release/check.ts';
import { type Contents, names } from '../release/file.ts';
import { headOf, type Manifest } from '../release/manifest.ts';
import { rebuildElsewhere } from './checkout.ts';
import { compileRelease } from './compile.ts';
import type { Machine } from './machine.ts';
import { make } from './make.ts';
import { readMoments } from './moment.ts';
import { type Program, readProgram } from './program.ts';
import { UsageError } from './selection.ts';

/** Where to build again. */
export interface RebuildRoom {
  readonly machine: Machine;
  /** The version of the Node.js that runs. */
  readonly node: string;
}

/** A release built again: all of its files, or none and why. */
export interface Rebuilt {
  readonly contents: Contents;
  readonly faults: readonly Fault[];
  /** Where it was built: `with this program, from the files of the commit`. */
  readonly how: string;
}

/** Builds a release again; throws a UsageError when this clone cannot. */
export async function rebuild(manifest: Manifest, room: RebuildRoom): Promise<Rebuilt> {
  const { machine, node } = room;
  await refuseWithoutCommit(manifest, machine);
  const tag = await machine.repository.resolve(`refs/tags/${manifest.version}`);
  const strange = tag !== undefined && tag !== manifest.commit;
  const faults = strange
    ? [
        {
          file: names.manifest,
          message: `says that ${manifest.version} is commit ${manifest.commit.slice(0, 7)}, and the tag names ${tag.slice(0, 7)}`,
        },
      ]
    : [];
  const program = readProgram();
  const rebuilt = isSameProgram(program, manifest)
    ? await rebuildHere(manifest, { ...room, program })
    : await rebuildThere(manifest, { ...room, program });
  const other = node === manifest.tools.node || rebuilt.contents.size === 0 ? [] : [otherNode(manifest, node)];
  return { ...rebuilt, faults: [...faults, ...other, ...rebuilt.faults] };
}

function otherNode({ tools }: Manifest, node: string): Fault {
  const message = `was made on Node.js ${tools.node}, and this is ${node}: run npx node src/launch.cjs verify … in a clone after npm ci`;
  return { file: names.manifest, message };
}

async function refuseWithoutCommit({ commit, previous }: Manifest, { repository }: Machine): Promise<void> {
  const fetching =
    'Fetch it: git fetch --tags --unshallow, or git fetch --tags where all history is there; else name a clone of the project that published it.';
  if ((await repository.resolve(commit)) === undefined)
    throw new UsageError(`The commit ${commit} that this release says it is made from is not in this clone.`, [
      fetching,
    ]);
  if (previous && (await repository.resolve(previous.commit)) === undefined)
    throw new UsageError(`The commit of the release before it, ${previous.version}, is not in this clone.`, [fetching]);
}

function isSameProgram({ digests }: Program, { program }: Manifest): boolean {
  return (['sources', 'package.json', 'package-lock.json'] as const).every(name => digests[name] === program[name]);
}

interface Bench extends RebuildRoom {
  readonly program: Program;
}

async function rebuildHere(manifest: Manifest, { machine, node, program }: Bench): Promise<Rebuilt> {
  const { reportingYear, commit, previous, sourceDateEpoch } = manifest;
  const how = 'with this program, from the files of the commit';
  const files = await machine.repository.filesAt(commit);
  if (!files?.list('data').includes(`${reportingYear}/`))
    return { contents: new Map(), faults: [noYear(manifest)], how };
  const env = sourceDateEpoch === null ? {} : { SOURCE_DATE_EPOCH: String(sourceDateEpoch) };
  let browser = '';
  const { value: printed, diagnostics } = await make(
    {
      ...{ years: [String(reportingYear)], publications: [], attach: false, momentOf: readMoments(env) },
      onBrowser: version => {
        browser = version;
      },
    },
    { ...machine, files },
  );
  if (!printed) return { contents: new Map(), faults: [notBuilt(diagnostics)], how };
  const formerFiles = previous ? await machine.repository.filesAt(previous.commit) : undefined;
  const release = compileRelease({ head: headOf(manifest), printed, files, formerFiles, program, node, browser });
  return { contents: new Map(release.files.map(({ path, content }) => [path, content])), faults: [], how };
}

function noYear({ reportingYear }: Manifest): Fault {
  return { file: names.manifest, message: `says that it is of ${reportingYear}, which its commit has no data of` };
}

function notBuilt(diagnostics: readonly Diagnostic[]): Fault {
  const errors = diagnostics.filter(one => hasErrors([one]));
  const report = formatReport(errors, { colour: false });
  return { file: names.manifest, message: `names a commit that does not build:\n${report}` };
}

/** Built by the program of the commit itself, which must be in the same folder as the project. */
async function rebuildThere(manifest: Manifest, { machine, program }: Bench): Promise<Rebuilt> {
  const isOwn = (await machine.repository.resolve('HEAD')) !== undefined && machine.root === installation;
  if (!isOwn)
    throw new UsageError('This release was made by another version of the program than this one.', [
      `Install the version that made it, ${manifest.program.name} ${manifest.program.version}, and run verify with that.`,
    ]);
  const lock = 'package-lock.json';
  const modules = program.digests[lock] === manifest.program[lock] ? join(installation, 'node_modules') : undefined;
  const { contents, problem } = await rebuildElsewhere(manifest, { machine, modules });
  const how = modules === undefined ? 'in a checkout of the commit, with npm ci' : 'in a checkout of the commit';
  const faults =
    problem === undefined
      ? []
      : [{ file: names.manifest, message: `names a commit that does not release:\n${problem}` }];
  return { contents, faults, how };
}
