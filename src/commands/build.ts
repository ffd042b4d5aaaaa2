// The command `build`: publications made, and written only when nothing is wrong with any of them.

import { dirname, isAbsolute, join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { projectPath } from '../diagnostics/report.ts';
import type { Ledger } from '../ledger/entry.ts';
import { csvFolder } from '../opendata/files.ts';
import { outputUnwritable } from '../storage/problem.ts';
import { draftEnding, readDrafts } from './draft.ts';
import { type OutputFile, type OutputFolder, openOutput, othersIn } from './files.ts';
import type { Machine } from './machine.ts';
import { make } from './make.ts';
import { readMoments } from './moment.ts';
import type { Prepared } from './prepare.ts';
import type { PrintedPublication } from './print.ts';
import { selectYears } from './selection.ts';

/** What to build: years (all when none), publications (all when none), and the folder to write to. */
export interface BuildRequest {
  readonly years: readonly string[];
  readonly publications: readonly string[];
  readonly out: string;
  /** Whether each PDF carries the open data of its publication, as PDF/A-3a. */
  readonly attach?: boolean;
  /** Whether drafts are built, under names of their own; else an edition that is not final is an error. */
  readonly draft?: boolean;
}

/** What a build made, and what is wrong; with errors nothing was written. */
export interface BuildResult {
  readonly written: readonly WrittenPublication[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A publication in the output folder. */
export interface WrittenPublication {
  /** Path of the PDF relative to the project. */
  readonly path: string;
  readonly pages: number;
  /** Size of the PDF in bytes. */
  readonly size: number;
  /** Whether its tables are beside it as open data. */
  readonly hasData: boolean;
  readonly coverage: Ledger['coverage'];
}

/** Builds the asked publications; throws a UsageError for an unknown year or publication. */
export async function build(request: BuildRequest, machine: Machine): Promise<BuildResult> {
  selectYears(request.years, machine);
  const momentOf = readMoments(machine.env);
  const draftOf = request.draft ? await readDrafts(machine) : undefined;
  const opened = await openOutput(folderOf(request, machine), machine);
  if (!opened.value) return { written: [], diagnostics: opened.diagnostics };
  try {
    const asked = { ...request, attach: request.attach === true, momentOf, draftOf };
    const { value, diagnostics } = await make(asked, machine);
    return value ? write(value, request, { output: opened.value, machine, diagnostics }) : { written: [], diagnostics };
  } finally {
    opened.value.close();
  }
}

function folderOf({ out }: BuildRequest, { root }: Machine): string {
  return isAbsolute(out) ? out : join(root, out);
}

interface WriteContext {
  readonly output: OutputFolder;
  readonly machine: Machine;
  readonly diagnostics: readonly Diagnostic[];
}

function write(
  publications: readonly PrintedPublication[],
  request: BuildRequest,
  { output, machine, diagnostics }: WriteContext,
): BuildResult {
  const { draft } = request;
  const folder = folderOf(request, machine);
  const ending = draft ? draftEnding : '';
  const base = (one: Prepared): string => join(folder, String(one.edition.reportingYear), one.publication.id + ending);
  const made = publications.map(one => (draft ? { ...one, data: [] } : one)); // open data are of what is published
  const files = made.flatMap(({ prepared, pdf, html, ledgerJson, ledgerCsv, data }): OutputFile[] => [
    { path: `${base(prepared)}.pdf`, content: pdf },
    { path: `${base(prepared)}.html`, content: html },
    { path: `${base(prepared)}.ledger.json`, content: ledgerJson },
    { path: `${base(prepared)}.ledger.csv`, content: ledgerCsv },
    ...data.map(({ path, content }) => ({ path: join(dirname(base(prepared)), path), content })),
  ]);
  try {
    const csvFolders = (draft ? [] : made).map(({ prepared }) =>
      join(dirname(base(prepared)), csvFolder(prepared.publication.id)),
    );
    output.place({ files, removed: csvFolders.flatMap(one => othersIn(one, files)) });
  } catch (error) {
    return { written: [], diagnostics: [...diagnostics, outputUnwritable(shownPath(folder, machine), error)] };
  }
  const written = made.map(({ prepared, pdf, pages, coverage, data }) => {
    const hasData = data.length > 0;
    return { path: shownPath(`${base(prepared)}.pdf`, machine), pages, size: pdf.length, hasData, coverage };
  });
  return { written, diagnostics };
}

function shownPath(path: string, { root }: Machine): string {
  const relative = projectPath(root, path);
  return relative.startsWith('..') ? path : relative;
}
