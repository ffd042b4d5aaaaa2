// The command `import`: a source agency's sheet → the cells of a table, shown before they are written.

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openTarget } from '../delivery/target.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import type { Files } from '../edition/files.ts';
import { readTable } from '../edition/read.ts';
import type { Sheet } from '../spreadsheet/grid.ts';
import { readSheets, UnreadableFile } from '../spreadsheet/workbook.ts';
import { holding } from './files.ts';
import { findTable, type ImportPlan, type ImportRequest, type Intake, readIntake } from './intake.ts';
import type { Machine } from './machine.ts';
import { planChanges } from './plan-changes.ts';
import { planTable } from './plan-table.ts';
import { UsageError } from './selection.ts';

/** Reads the spreadsheet and works out what changes; throws a UsageError for what is not there or not certain. */
export async function planImport(request: ImportRequest, machine: Machine): Promise<ImportPlan> {
  const { files } = machine;
  const intake = readIntake(request);
  const found = findTable(request, files);
  const sheets = await openSpreadsheet(request.file);
  const former = files.read(found.path);
  return { ...planFor(sheets, { request, files, ...found, intake }), former };
}

interface Planning {
  readonly request: ImportRequest;
  readonly files: Files;
  readonly year: number;
  readonly path: string;
  readonly isNew: boolean;
  readonly intake: Omit<Intake, 'name' | 'status'>;
}

function planFor(sheets: readonly Sheet[], { request, files, year, path, isNew, intake }: Planning): ImportPlan {
  const verification = { year, request, path, files };
  const named = { ...intake, name: basename(request.file), status: statusOf(year, files) };
  if (isNew) return verified(planTable(sheets, path, named), { ...verification, before: [] });
  const { value: target, diagnostics } = openTarget(year, request.table, files);
  if (!target) return { path, lines: [], diagnostics };
  return verified(planChanges(sheets, target, named), { ...verification, before: diagnostics });
}

/** Puts the new text in the place of the table's file; throws a UsageError when that is no longer what was read. */
export function writeImport({ path, text, former }: ImportPlan, { root, processId, files }: Machine): void {
  if (text === undefined) return;
  holding(join(root, 'data'), processId, folder => {
    const found = files.read(path);
    if (found !== former)
      throw new UsageError(`Nothing was written: ${path} has changed since it was read.`, [
        'Run the command again, and look at the changes anew.',
      ]);
    const marked = found?.startsWith('\ufeff') ? `\ufeff${text}` : text;
    folder.place({ files: [{ path: join(root, path), content: marked }] });
  });
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
