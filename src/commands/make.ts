// Publications made from the project's files, in memory: data → documents → PDFs, with the browser starting meanwhile.

import { openPrinter, type Printer } from '../browser/print.ts';
import { loadVega } from '../charts/render.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import type { Publication } from '../edition/edition.ts';
import { checkPrintedTwice, type StatedPublication } from '../rules/printed-twice.ts';
import { checkAgreement } from './agreement.ts';
import { checkFinal, type DraftOf } from './draft.ts';
import type { Machine } from './machine.ts';
import type { MomentOf } from './moment.ts';
import { type CheckedEdition, type House, prepareEdition, prepareHouse, preparePublication } from './prepare.ts';
import { type PrintedPublication, printPublication } from './print.ts';
import { type Job, runJobs } from './progress.ts';
import { checkPublicationIds, selectYears } from './selection.ts';

/** What to make: years (all when none) and publications (all when none). */
export interface MakeRequest {
  readonly years: readonly string[];
  readonly publications: readonly string[];
  /** Whether each PDF carries the open data of its publication, as PDF/A-3a. */
  readonly attach: boolean;
  /** The moment that the files of a final publication carry. */
  readonly momentOf: MomentOf;
  /** Given when drafts are made. */
  readonly draftOf?: DraftOf | undefined;
  /** Whether publications of an edition that is not final may be made without the marks of a draft. */
  readonly unfinished?: boolean;
  /** Told of the browser that prints, once it runs. */
  readonly onBrowser?: (browser: Pick<Printer, 'program' | 'version'>) => void;
}

/** Makes the asked publications; none when anything is wrong. Throws a UsageError for an unknown year or publication. */
export async function make(request: MakeRequest, machine: Machine): Promise<Outcome<readonly PrintedPublication[]>> {
  const years = selectYears(request.years, machine);
  const opening = openPrinter({ env: machine.env });
  void loadVega();
  machine.stopped?.addEventListener('abort', () => void closeEarly(opening));
  try {
    const made = await makeWith(opening, { ...request, selected: years }, machine);
    const { value: browser } = await opening;
    if (browser) request.onBrowser?.(browser);
    return made;
  } finally {
    await (await opening).value?.close();
  }
}

/** Ends the work of every publication by taking its browser away. */
async function closeEarly(opening: Promise<Outcome<Printer>>): Promise<void> {
  const opened = await opening.catch(() => undefined); // whoever prints meets the error itself
  await opened?.value?.close();
}

/** A request whose years are known. */
interface Request extends MakeRequest {
  readonly selected: readonly number[];
}

async function makeWith(
  opening: Promise<Outcome<Printer>>,
  request: Request,
  machine: Machine,
): Promise<Outcome<readonly PrintedPublication[]>> {
  const { selected: years, momentOf, draftOf, attach } = request;
  const { house, diagnostics: houseDiagnostics } = prepareHouse(machine);
  const editions = years.map(year => prepareEdition(year, machine));
  checkPublicationIds(request.publications, years, machine);
  const diagnostics = [...houseDiagnostics, ...checkData(editions, request, house)];
  if (!house) return { diagnostics };
  const gate = createGate();
  const jobs = editions.flatMap(checked =>
    wanted(checked, request).map(publication =>
      job(publication, { checked, house, machine, opening, diagnostics, gate, momentOf, draftOf, attach }),
    ),
  );
  const made = await runJobs(jobs, machine);
  diagnostics.push(...made.flatMap(one => one.diagnostics), ...checkPrintedTwice(made.flatMap(statedBy)));
  if (hasErrors(diagnostics) || machine.stopped?.aborted) return { diagnostics };
  return { value: made.flatMap(one => one.value ?? []), diagnostics };
}

/** What is wrong with the data of the asked editions, and between them and all others. */
function checkData(editions: readonly CheckedEdition[], request: Request, house: House | undefined): Diagnostic[] {
  const asked = editions.filter(checked => wanted(checked, request).length > 0);
  const read = editions.map(({ edition }) => edition);
  return [
    ...editions.flatMap(({ diagnostics }) => diagnostics),
    ...(request.draftOf || request.unfinished ? [] : asked.flatMap(({ edition }) => checkFinal(edition))),
    ...(house ? checkAgreement(read, house) : []),
  ];
}

function statedBy({ value }: Outcome<PrintedPublication>): StatedPublication[] {
  if (!value) return [];
  const { edition, publication, document } = value.prepared;
  return [{ year: edition.reportingYear, id: publication.id, occurrences: document.occurrences }];
}

function wanted({ edition }: CheckedEdition, { publications }: MakeRequest): readonly Publication[] {
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
