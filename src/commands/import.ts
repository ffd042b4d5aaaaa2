// The command `import`: a source agency's sheet → the cells of a table, shown before they are written.

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openTarget } from '../delivery/target.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import type { Files } from '../edition/files.ts';
import { readTable } from '../edition/read.ts';
import type { Sheet } from '../spreadsheet/grid.ts';
import { readSheets, UnreadableFile } from '../spreadsheet/workbook.ts';
import { writeAll } from './files.ts';
import { findTable, type ImportPlan, type ImportRequest, type Intake, readIntake } from './intake.ts';
import type { Machine } from './machine.ts';
import { planChanges } from './plan-changes.ts';
import { planTable } from './plan-table.ts';
import { UsageError } from './selection.ts';

/** Reads the spreadsheet and works out what changes; throws a UsageError for what is not there or not certain. */
export async function planImport(request: ImportRequest, machine: Machine): Promise<ImportPlan> {
  const { files } = machine;
  const intake = readIntake(request);
  const { year, path, isNew } = findTable(request, files);
  const sheets = await openSpreadsheet(request.file);
  const name = basename(request.file);
  if (isNew)
    return verified(planTable(sheets, path, { ...intake, name, status: statusOf(year, files) }), {
      year,
      request,
      path,
      files,
      before: [],
    });
  const { value: target, diagnostics } = openTarget(year, request.table, files);
  if (!target) return { path, lines: [], diagnostics };
  const status = statusOf(year, files);
  return verified(planChanges(sheets, target, { ...intake, name, status }), {
    year,
    request,
    path,
    files,
    before: diagnostics,
  });
}

/** Puts the new text in the place of the table's file. */
export function writeImport({ path, text }: ImportPlan, { root, processId, files }: Machine): void {
  if (text === undefined) return;
  const marked = files.read(path)?.startsWith('\ufeff') ? `\ufeff${text}` : text;
  writeAll([{ path: join(root, path), content: marked }], processId);
}

async function openSpreadsheet(path: string): Promise<Sheet[]> {
  try {
    return await readSheets(readFileSync(path), basename(path));
  } catch (error) {
    if (error instanceof UnreadableFile) throw new UsageError(`${basename(path)}: ${error.message}`, [error.hint]);
    if (isSystemError(error))
      throw new UsageError(`The file ${path} is not there, or cannot be read.`, ['Check its name and folder.']);
    throw error;
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/** A final edition has been published. */
function statusOf(year: number, files: Files): Intake['status'] {
  return /^status:\s*final\b/m.test(files.read(`data/${year}/edition.yaml`) ?? '') ? 'final' : 'draft';
}

interface Verification {
  readonly year: number;
  readonly request: ImportRequest;
  readonly path: string;
  readonly files: Files;
  /** What was wrong with the table before. */
  readonly before: readonly Diagnostic[];
}

/** The plan, held against the project's own reader: a text with mistakes that the file did not have is not written. */
function verified(plan: ImportPlan, { year, request, path, files, before }: Verification): ImportPlan {
  if (hasErrors(plan.diagnostics) || plan.text === undefined) return plan;
  const { text, lines } = plan;
  const changed: Files = { ...files, read: one => (one === path ? text : files.read(one)) };
  const after = readTable(year, request.table, changed).diagnostics;
  const known = new Set(before.map(one => `${one.rule} ${one.message}`));
  const isNew = ({ severity, rule, message }: Diagnostic): boolean =>
    severity === 'error' && !known.has(`${rule} ${message}`);
  const made = after.filter(isNew);
  return made.length > 0 ? { path, lines, diagnostics: made } : { path, lines, text, diagnostics: after };
}
