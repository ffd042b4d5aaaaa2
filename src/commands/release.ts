// The command `release`: all conditions checked, then everything of a reporting year's publications in one folder, or nothing.

import { isAbsolute, join } from 'node:path';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { projectPath } from '../diagnostics/report.ts';
import type { Edition } from '../edition/edition.ts';
import { readEdition } from '../edition/read.ts';
import { encodeJson, names, type ReleaseFile } from '../release/file.ts';
import type { Validation } from '../release/validation.ts';
import { outputUnwritable } from '../storage/problem.ts';
import { type CheckedCondition, runChecklist } from './checklist.ts';
import { compileRelease } from './compile.ts';
import { type OutputFile, type OutputFolder, openOutput } from './files.ts';
import type { Machine } from './machine.ts';
import { readMoments } from './moment.ts';
import { groundConditions } from './preconditions.ts';
import { readProgram } from './program.ts';
import { type Proof, proofConditions } from './proof.ts';
import { selectYears } from './selection.ts';
import { headAt, readStanding, type Standing } from './standing.ts';

/** What to release, and where to: below `out`, into `<year>/release`. */
export interface ReleaseRequest {
  readonly year: string;
  readonly out: string;
  /** Whether it may be made before its embargo ends; it says so then. */
  readonly embargoed: boolean;
  /** The version of the Node.js that runs. */
  readonly node: string;
}

/** What was checked, and what was released: nothing unless every condition is met. */
export interface ReleaseResult {
  readonly conditions: readonly CheckedCondition[];
  readonly diagnostics: readonly Diagnostic[];
  readonly released?: Released;
}

/** A release in its folder. */
export interface Released {
  /** Path of the folder, from the project where it is in it. */
  readonly folder: string;
  readonly version: string;
  /** Whether a tag names the commit by that version already. */
  readonly isTagged: boolean;
  readonly commit: string;
  /** The name of its archive. */
  readonly archive: string;
  readonly files: number;
  /** Whether veraPDF judged its PDFs. */
  readonly isValidated: boolean;
}

/** Releases a reporting year; throws a UsageError for an unknown one, or a SOURCE_DATE_EPOCH that is no moment. */
export async function release(request: ReleaseRequest, machine: Machine): Promise<ReleaseResult> {
  selectYears([request.year], machine);
  const out = isAbsolute(request.out) ? request.out : join(machine.root, request.out);
  const { value: output, diagnostics } = await openOutput(out, machine);
  if (!output) return { conditions: [], diagnostics };
  try {
    return await releaseInto(out, { request, output, machine });
  } finally {
    output.close();
  }
}

interface Room {
  readonly request: ReleaseRequest;
  readonly output: OutputFolder;
  readonly machine: Machine;
}

async function releaseInto(out: string, { request, output, machine }: Room): Promise<ReleaseResult> {
  const [year, folder] = [Number(request.year), join(out, request.year, 'release')];
  const momentOf = readMoments(machine.env);
  const standing = await readStanding(year, machine, out);
  const at = { ...machine, files: standing.files };
  const edition = editionOf(year, at);
  const diagnostics: Diagnostic[] = [];
  const program = readProgram();
  const proof: Proof = {};
  const conditions = await runChecklist(
    [
      ...groundConditions({ ...request, year, standing, edition, program, machine: at, diagnostics }),
      ...proofConditions({ year, momentOf, machine: at, diagnostics }, proof),
    ],
    machine,
  );
  const { printed, browser = '', validation } = proof;
  const head = headAt(standing, edition, { ...machine, ...request });
  const isMet = conditions.every(({ kind }) => kind !== 'failed') && !hasErrors(diagnostics);
  if (!isMet || !printed || !head || !validation || machine.stopped?.aborted) return { conditions, diagnostics };
  const { files, formerFiles } = standing;
  const made = compileRelease({ ...{ head, printed, files, formerFiles, program }, node: request.node, browser });
  try {
    output.place({ trees: [{ path: folder, files: [...made.files.map(asOutput), validationFile(validation)] }] });
  } catch (error) {
    return { conditions, diagnostics: [...diagnostics, outputUnwritable(shownPath(folder, machine), error)] };
  }
  const { archive } = made.manifest;
  const { version, commit } = head;
  const released = {
    folder: shownPath(folder, machine),
    version,
    commit,
    archive,
    ...told(standing, validation, made.files),
  };
  return { conditions, diagnostics, released };
}

/** The edition as its header says it; one that cannot be read is a draft. */
function editionOf(year: number, { files }: Machine): Edition {
  const none: Edition = { reportingYear: year, status: 'draft', tables: new Map(), publications: [] };
  return readEdition(year, files).value ?? none;
}

function shownPath(path: string, { root }: Machine): string {
  const relative = projectPath(root, path);
  return relative.startsWith('..') ? path : relative;
}

function asOutput({ path, content }: ReleaseFile): OutputFile {
  return { path, content };
}

function validationFile(validation: Validation): OutputFile {
  return { path: names.validation, content: encodeJson(validation) };
}

function told({ versions }: Standing, { validator }: Validation, files: readonly ReleaseFile[]) {
  return { isTagged: versions?.isTagged === true, isValidated: validator !== null, files: files.length + 1 };
}
