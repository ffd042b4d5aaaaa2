// The command `build`: data → documents → PDFs, with the browser starting meanwhile; nothing is written on an error.

import { dirname, isAbsolute, join } from 'node:path';
import { openPrinter, type Printer } from '../browser/print.ts';
import { loadVega } from '../charts/render.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import { projectPath } from '../diagnostics/report.ts';
import type { Publication } from '../edition/edition.ts';
import type { Ledger } from '../ledger/entry.ts';
import { csvFolder } from '../opendata/files.ts';
import { checkPrintedTwice, type StatedPublication } from '../rules/printed-twice.ts';
import { checkAgreement } from './agreement.ts';
import { checkFinal, type DraftOf, draftEnding, readDrafts } from './draft.ts';
import { type OutputFile, removeOthers, writeAll } from './files.ts';
import type { Machine } from './machine.ts';
import { type MomentOf, readMoments } from './moment.ts';
import {
  type CheckedEdition,
  type House,
  type Prepared,
  prepareEdition,
  prepareHouse,
  preparePublication,
} from './prepare.ts';
import { type PrintedPublication, printPublication } from './print.ts';
import { type Job, runJobs } from './progress.ts';
import { checkPublicationIds, selectYears } from './selection.ts';

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
  const years = selectYears(request.years, machine);
  const momentOf = readMoments(machine.env);
  const draftOf = request.draft ? await readDrafts(machine) : undefined;
  const opening = openPrinter({ env: machine.env });
  void loadVega();
  machine.stopped?.addEventListener('abort', () => void closeEarly(opening));
  try {
    return await buildWith(opening, { ...request, momentOf, draftOf, selected: years }, machine);
  } finally {
    await (await opening).value?.close();
  }
}

/** Ends the work of every publication by taking its browser away. */
async function closeEarly(opening: Promise<Outcome<Printer>>): Promise<void> {
  const opened = await opening.catch(() => undefined); // whoever prints meets the error itself
  await opened?.value?.close();
}

/** A request whose years and moments are known. */
interface Request extends BuildRequest {
  readonly selected: readonly number[];
  readonly momentOf: MomentOf;
  readonly draftOf: DraftOf | undefined;
}

async function buildWith(opening: Promise<Outcome<Printer>>, request: Request, machine: Machine): Promise<BuildResult> {
  const { selected: years, momentOf, draftOf } = request;
  const { house, diagnostics: houseDiagnostics } = prepareHouse(machine);
  const editions = years.map(year => prepareEdition(year, machine));
  checkPublicationIds(request.publications, years, machine);
  const diagnostics = [...houseDiagnostics, ...checkData(editions, request, house)];
  if (!house) return { written: [], diagnostics };
  const gate = createGate();
  const jobs = editions.flatMap(checked =>
    wanted(checked, request).map(publication =>
      job(publication, {
        ...{ checked, house, machine, opening, diagnostics, gate, momentOf, draftOf },
        attach: request.attach === true,
      }),
    ),
  );
  const made = await runJobs(jobs, machine);
  diagnostics.push(...made.flatMap(one => one.diagnostics), ...checkPrintedTwice(made.flatMap(statedBy)));
  if (hasErrors(diagnostics) || machine.stopped?.aborted) return { written: [], diagnostics };
  return write(
    made.flatMap(one => one.value ?? []),
    request,
    { machine, diagnostics },
  );
}

/** What is wrong with the data of the asked editions, and between them and all others. */
function checkData(editions: readonly CheckedEdition[], request: Request, house: House | undefined): Diagnostic[] {
  const asked = editions.filter(checked => wanted(checked, request).length > 0);
  const read = editions.map(({ edition }) => edition);
  return [
    ...editions.flatMap(({ diagnostics }) => diagnostics),
    ...(request.draftOf ? [] : asked.flatMap(({ edition }) => checkFinal(edition))),
    ...(house ? checkAgreement(read, house) : []),
  ];
}

function statedBy({ value }: Outcome<PrintedPublication>): StatedPublication[] {
  if (!value) return [];
  const { edition, publication, document } = value.prepared;
  return [{ year: edition.reportingYear, id: publication.id, occurrences: document.occurrences }];
}

function wanted({ edition }: CheckedEdition, { publications }: BuildRequest): readonly Publication[] {
  if (publications.length === 0) return edition.publications;
  return edition.publications.filter(publication => publications.includes(publication.id));
}

/** One at a time for work on this side of the browser, so that one publication prints while the next is drawn. */
interface Gate {
  run<T>(work: () => Promise<T>): Promise<T>;
}

function createGate(): Gate {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: work => {
      const next = last.then(work);
      last = next.catch(() => undefined);
      return next;
    },
  };
}

interface JobContext {
  readonly checked: CheckedEdition;
  readonly house: House;
  readonly machine: Machine;
  readonly opening: Promise<Outcome<Printer>>;
  /** What is wrong with the data; then nothing is printed. */
  readonly diagnostics: readonly Diagnostic[];
  readonly gate: Gate;
  readonly momentOf: MomentOf;
  readonly attach: boolean;
  readonly draftOf: DraftOf | undefined;
}

function job(publication: Publication, context: JobContext): Job<Outcome<PrintedPublication>> {
  const { checked, house, machine, opening, gate, momentOf, attach } = context;
  const draft = context.draftOf?.(checked.edition);
  return {
    title: `${checked.edition.reportingYear} ${publication.id}`,
    verdict: ({ diagnostics }) => (hasErrors(diagnostics) ? `stopped by ${countErrors(diagnostics)}` : undefined),
    work: async phase => {
      const workshop = { machine, house, draw: 'all', onPhase: phase, ...(draft ? { draft } : {}) } as const;
      const { prepared, diagnostics } = await gate.run(() => preparePublication(checked, publication, workshop));
      const printer = await opening;
      const before = [...diagnostics, ...printer.diagnostics];
      if (!prepared || !printer.value || hasErrors([...before, ...context.diagnostics])) return { diagnostics: before };
      const moment = draft?.moment ?? momentOf(publication.date);
      const printed = await printPublication(prepared, printer.value, { moment, attach, onPhase: phase });
      return { ...printed, diagnostics: [...before, ...printed.diagnostics] };
    },
  };
}

function countErrors(diagnostics: readonly Diagnostic[]): string {
  const count = diagnostics.filter(diagnostic => diagnostic.severity === 'error').length;
  return `${count} error${count === 1 ? '' : 's'}`;
}

interface WriteContext {
  readonly machine: Machine;
  readonly diagnostics: readonly Diagnostic[];
}

function write(
  publications: readonly PrintedPublication[],
  { out, draft }: BuildRequest,
  { machine, diagnostics }: WriteContext,
): BuildResult {
  const folder = isAbsolute(out) ? out : join(machine.root, out);
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
    writeAll(files, machine.processId);
    for (const { prepared } of draft ? [] : made)
      removeOthers(join(dirname(base(prepared)), csvFolder(prepared.publication.id)), files);
  } catch (error) {
    return { written: [], diagnostics: [...diagnostics, notWritable(folder, error, machine)] };
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

function notWritable(folder: string, error: unknown, machine: Machine): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    severity: 'error',
    rule: 'output-unwritable',
    message: `The output cannot be written: ${reason}.`,
    hints: [`Make ${shownPath(folder, machine)} a folder that you may write to, or choose another with --out.`],
  };
}
