// Publications made from the project's files, in memory: data → documents → PDFs, with the browser starting meanwhile.

import { checkRoom, openPrinter } from '../browser/print.ts';
import { loadVega } from '../charts/render.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import type { Publication } from '../edition/edition.ts';
import { checkPrintedTwice, type StatedPublication } from '../rules/printed-twice.ts';
import { describeSelf } from '../storage/owner.ts';
import { checkAgreement } from './agreement.ts';
import { checkFinal, type DraftOf } from './draft.ts';
import { createGate, type Gate } from './gate.ts';
import type { Machine } from './machine.ts';
import type { MomentOf } from './moment.ts';
import { type CheckedEdition, type House, prepareEdition, prepareHouse, preparePublication } from './prepare.ts';
import { openPress, type Press } from './press.ts';
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
  /** Whether what breaks a rule is made all the same, with warnings, as long as it can be read and composed. */
  readonly tolerant?: boolean;
  /** Told of each browser that prints: what it says that it is. */
  readonly onBrowser?: (version: string) => void;
}

/** Makes the asked publications; none when anything is wrong. Throws a UsageError for an unknown year or publication. */
export async function make(request: MakeRequest, machine: Machine): Promise<Outcome<readonly PrintedPublication[]>> {
  const years = selectYears(request.years, machine);
  const self = describeSelf(machine.processId, machine.isRunning);
  const press = openPress(async () => {
    const opened = await openPrinter({ env: machine.env, self });
    if (opened.value) request.onBrowser?.(opened.value.version);
    return opened;
  });
  void loadVega();
  machine.stopped?.addEventListener('abort', () => void press.close()); // ends the work of every publication
  try {
    return await makeWith(press, { ...request, selected: years }, machine);
  } finally {
    await press.close();
  }
}

/** A request whose years are known. */
interface Request extends MakeRequest {
  readonly selected: readonly number[];
}

async function makeWith(
  press: Press,
  request: Request,
  machine: Machine,
): Promise<Outcome<readonly PrintedPublication[]>> {
  const { selected: years, momentOf, draftOf, attach } = request;
  const { house, diagnostics: houseDiagnostics } = prepareHouse(machine);
  const editions = years.map(year => prepareEdition(year, machine));
  checkPublicationIds(request.publications, years, machine);
  const diagnostics = [...houseDiagnostics, ...checkData(editions, request, house)];
  if (!house) return { diagnostics };
  if (request.tolerant && editions.every(({ isWhole }) => isWhole))
    diagnostics.splice(0, Infinity, ...asWarnings(diagnostics));
  const [gate, seats] = [createGate(), createGate(mostAtOnce)];
  const jobs = editions.flatMap(checked =>
    wanted(checked, request).map(publication =>
      job(publication, {
        ...{ checked, house, machine, press, diagnostics, gate, seats, momentOf, draftOf, attach },
        tolerant: request.tolerant === true,
      }),
    ),
  );
  const made = await runJobs(jobs, machine);
  const twice = checkPrintedTwice(made.flatMap(statedBy));
  diagnostics.push(...made.flatMap(one => one.diagnostics), ...(request.tolerant ? asWarnings(twice) : twice));
  if (diagnostics.some(({ rule }) => rule === 'browser-died')) diagnostics.push(...(await checkRoom()));
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

/** How many publications are in hand at a time, each with a page of its own in the browser. */
const mostAtOnce = 2;

interface JobContext {
  readonly checked: CheckedEdition;
  readonly house: House;
  readonly machine: Machine;
  readonly press: Press;
  /** What is wrong with the data; then nothing is printed. */
  readonly diagnostics: readonly Diagnostic[];
  /** For work on this side of the browser: one at a time, so that one publication prints while the next is drawn. */
  readonly gate: Gate;
  /** For the whole work on a publication. */
  readonly seats: Gate;
  readonly momentOf: MomentOf;
  readonly attach: boolean;
  readonly draftOf: DraftOf | undefined;
  readonly tolerant: boolean;
}

function job(publication: Publication, context: JobContext): Job<Outcome<PrintedPublication>> {
  const { checked, machine, seats } = context;
  const title = `${checked.edition.reportingYear} ${publication.id}`;
  return {
    title,
    verdict: ({ diagnostics }) => (hasErrors(diagnostics) ? `stopped by ${countErrors(diagnostics)}` : undefined),
    work: phase =>
      seats.run(async () => {
        if (machine.stopped?.aborted) return { diagnostics: [] };
        return makeOne(publication, context, { title, phase });
      }),
  };
}

/** A job as the operator follows it. */
interface Telling {
  readonly title: string;
  readonly phase: (name: string) => void;
}

async function makeOne(
  publication: Publication,
  { checked, house, machine, press, gate, momentOf, attach, ...context }: JobContext,
  { title, phase }: Telling,
): Promise<Outcome<PrintedPublication>> {
  const draft = context.draftOf?.(checked.edition);
  const workshop = { machine, house, draw: 'all', onPhase: phase, ...(draft ? { draft } : {}) } as const;
  const made = await gate.run(() => preparePublication(checked, publication, workshop));
  const { prepared, diagnostics: ofPreparation } = context.tolerant ? tolerated(made) : made;
  const diagnostics = [...ofPreparation, ...(await press.opened())];
  if (!prepared || hasErrors([...diagnostics, ...context.diagnostics])) return { diagnostics };
  const moment = draft?.moment ?? momentOf(publication.date);
  let current = '';
  const onPhase = (name: string): void => {
    current = name;
    phase(name);
  };
  const printed = await press.use({
    title,
    phase: () => current,
    onRetry: () => phase(`the browser stopped (${current}), once more in a new one`),
    work: printer => printPublication(prepared, printer, { moment, attach, onPhase }),
  });
  return { ...printed, diagnostics: [...diagnostics, ...printed.diagnostics] };
}

type Made = Awaited<ReturnType<typeof preparePublication>>;

/** A publication that could be composed, its mistakes as warnings. */
function tolerated(made: Made): Made {
  const { prepared, diagnostics } = made;
  if (!prepared) return made;
  const examine = (): ReturnType<typeof prepared.examine> => {
    const examined = prepared.examine();
    return { ...examined, diagnostics: asWarnings(examined.diagnostics) };
  };
  return { prepared: { ...prepared, examine }, diagnostics: asWarnings(diagnostics) };
}

function asWarnings(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.map(diagnostic => ({ ...diagnostic, severity: 'warning' }));
}

function countErrors(diagnostics: readonly Diagnostic[]): string {
  const count = diagnostics.filter(diagnostic => diagnostic.severity === 'error').length;
  return `${count} error${count === 1 ? '' : 's'}`;
}
