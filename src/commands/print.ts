// A composed publication → its PDF, HTML edition and ledger: figures moved to fill pages, everything located, printed.

import type { Printer } from '../browser/print.ts';
import type { Sheet } from '../browser/sheet.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import { pageNumbers } from '../document/contents.ts';
import { draftLine, draftVersion } from '../document/draft.ts';
import { statementAttribute } from '../document/restore.ts';
import { fillSlots } from '../document/slots.ts';
import { markDraft } from '../draft/draft.ts';
import { type FinishOptions, finish } from '../finish/finish.ts';
import { diagnose } from '../inspect/diagnose.ts';
import type { DocumentRecord } from '../inspect/record.ts';
import { ledgerCsv } from '../ledger/csv.ts';
import type { Ledger } from '../ledger/entry.ts';
import { withGrounds, withPlaces } from '../ledger/grounds.ts';
import { ledgerJson } from '../ledger/json.ts';
import { keepLedger } from '../ledger/keep.ts';
import type { DataFile } from '../opendata/dataset.ts';
import { dataFiles } from '../opendata/files.ts';
import { type Places, readPlaces } from '../pdf/destinations.ts';
import { openPdf } from '../pdf/file.ts';
import { readPages } from '../pdf/pages.ts';
import { attachmentsOf } from './attachments.ts';
import { layOut, locate } from './layout.ts';
import type { Prepared } from './prepare.ts';
import { checkScale } from './scale.ts';

/** A publication's files, not yet written. */
export interface PrintedPublication {
  readonly prepared: Prepared;
  readonly pdf: Uint8Array;
  readonly html: string;
  readonly ledgerJson: string;
  readonly ledgerCsv: string;
  /** The tables as open data. */
  readonly data: readonly DataFile[];
  readonly coverage: Ledger['coverage'];
  readonly pages: number;
}

/** Prints a publication; diagnostics of the browser come with it. */
export async function printPublication(
  prepared: Prepared,
  printer: Printer,
  { moment, attach, onPhase }: PrintOptions,
): Promise<Outcome<PrintedPublication>> {
  onPhase('layout');
  const opened = await printer.open(prepared.document.html);
  const diagnostics = [...opened.diagnostics];
  const sheet = opened.value;
  if (!sheet) return { diagnostics };
  try {
    const printed = await printNumbered(sheet, prepared, { diagnostics, onPhase, moment, attach, printer });
    return printed && !hasErrors(diagnostics) ? { value: printed, diagnostics } : { diagnostics };
  } finally {
    await sheet.close();
  }
}

interface Print {
  readonly diagnostics: Diagnostic[];
  readonly onPhase: (phase: string) => void;
  readonly moment: Date;
  readonly attach: boolean;
  readonly printer: Printer;
}

/** How a publication is printed. */
export interface PrintOptions {
  /** The moment that its files carry. */
  readonly moment: Date;
  /** Whether the PDF carries the files of open data too. */
  readonly attach: boolean;
  readonly onPhase: (phase: string) => void;
}

async function printNumbered(sheet: Sheet, prepared: Prepared, print: Print): Promise<PrintedPublication | undefined> {
  const { document } = prepared;
  const laidOut = await layOut(sheet, prepared.page);
  print.diagnostics.push(...laidOut.diagnostics);
  print.onPhase('page numbers');
  const meanwhile = (): void => void print.diagnostics.push(...prepared.examine().diagnostics);
  const located = await locate(sheet, idsToLocate(prepared), { notes: laidOut.value ?? [], meanwhile });
  print.diagnostics.push(...located.diagnostics);
  const places = located.value;
  if (!places || hasErrors(print.diagnostics)) return undefined;
  const numbers = numbersOf(prepared, places.pages, print.diagnostics);
  print.diagnostics.push(...(await sheet.fill(numbers)), ...(await sheet.unwrap(statementAttribute)));
  print.onPhase('print');
  const made = await printTagged(sheet, prepared, { ...print, places, numbers });
  if (!made) return undefined;
  const { raw, record, files } = made;
  const ids = hasSlots(document.html) ? document.contents.map(one => one.id) : [];
  print.diagnostics.push(...checkStable(ids, places, readPlaces(raw)));
  print.diagnostics.push(...checkScale(raw, prepared.publication.id));
  print.onPhase('finish');
  const attachments = print.attach ? attachmentsOf(files.data, { ...prepared, tables: record.tables }) : [];
  const finished = await finish(raw, { record, metadata: metadataOf(prepared, record, print.moment), attachments });
  const { pdf, said } = await asDraft(finished, prepared, { ...print, record });
  print.onPhase('inspect');
  print.diagnostics.push(...diagnose(pdf, { ...record, text: said, attachments }, prepared.publication.id));
  return { ...files, prepared, pdf };
}

interface Finished extends Print {
  readonly record: DocumentRecord;
}

/** The file with the marks of a draft, if it is one, and all that it says then. */
async function asDraft(pdf: Uint8Array, { draft }: Prepared, { printer, record, ...print }: Finished) {
  const [front] = draft ? readPages(openPdf(pdf)) : [];
  if (!draft || !front) return { pdf, said: record.text };
  print.onPhase('marks');
  const { left, right, bottom, top } = front.box;
  const notice = await printNotice(draft.notice.sheet({ width: right - left, height: top - bottom }), {
    printer,
    ...print,
  });
  if (!notice) return { pdf, said: record.text };
  const { letters, theme } = draft;
  const marked = await markDraft(pdf, { line: draftLine(draft.draft), notice: notice.pdf, letters, theme });
  return { pdf: marked, said: `${notice.said} ${record.text}` };
}

/** What a document that is put to a publication is printed with. */
export type NoticePrint = Pick<Print, 'printer' | 'diagnostics' | 'moment'>;

/** The finished PDF of a notice or a list, and its words; what goes wrong is reported. */
export async function printNotice(html: string, { printer, diagnostics, moment }: NoticePrint) {
  const { value: sheet, diagnostics: opened } = await printer.open(html);
  diagnostics.push(...opened);
  if (!sheet) return undefined;
  try {
    const recorded = await sheet.record();
    const printed = await sheet.print();
    diagnostics.push(...recorded.diagnostics, ...printed.diagnostics);
    const [record, raw] = [recorded.value, printed.value?.bytes];
    if (!record || !raw) return undefined;
    const metadata = { title: record.title, author: '', description: '', keywords: [], moment };
    return { pdf: await finish(raw, { record, metadata }), said: record.text };
  } finally {
    await sheet.close();
  }
}

interface Located extends Print {
  readonly places: Places;
  readonly numbers: Readonly<Record<string, string>>;
}

/** The print and the record of its page; while the browser prints, all other files are made. */
async function printTagged(sheet: Sheet, prepared: Prepared, located: Located) {
  const recorded = await sheet.record();
  const files: OtherFiles[] = [];
  const printed = await sheet.print(() => {
    if (recorded.value) files.push(otherFiles(prepared, located, recorded.value));
  });
  located.diagnostics.push(...recorded.diagnostics, ...printed.diagnostics);
  const [made] = files;
  return printed.value && recorded.value && made
    ? { raw: printed.value.bytes, record: recorded.value, files: made }
    : undefined;
}

function metadataOf(
  { publication, draft }: Prepared,
  { title, description }: DocumentRecord,
  moment: Date,
): FinishOptions['metadata'] {
  const { publisher: author, keywords } = publication;
  return { title, author, description, keywords, moment, ...(draft ? { draft: draftVersion(draft.draft) } : {}) };
}

type OtherFiles = Omit<PrintedPublication, 'prepared' | 'pdf'>;

/** The HTML edition, the ledgers and the open data. */
function otherFiles(prepared: Prepared, { places, numbers, moment }: Located, record: DocumentRecord): OtherFiles {
  const { title, description } = record;
  const asDraft = prepared.draft ? { asDraft: prepared.draft.draft } : {};
  const kept = keepLedger({ ...prepared, ...places, references: numbers, ...asDraft });
  const html = withGrounds(fillSlots(prepared.document.html, numbers), kept);
  const ledger = withPlaces(kept, html);
  return {
    html,
    ledgerJson: ledgerJson(ledger),
    ledgerCsv: ledgerCsv(ledger),
    data: dataFiles({ ...prepared, title, description, moment }),
    coverage: ledger.coverage,
    pages: places.pageCount,
  };
}

/** The headings of the contents, the figures, and every number and judgement. */
function idsToLocate({ document, publication }: Prepared): string[] {
  const numbers = document.occurrences.map(({ id }) => id).filter(id => id !== '');
  const figures = [...publication.figures.keys()].map(id => `figuur-${id}`);
  const headings = document.contents.flatMap(({ id, slot }) => [id, slot]);
  return [...headings, ...figures, ...numbers];
}

/** The page numbers of the contents; a heading without a page is reported. */
function numbersOf(
  { document, publication }: Prepared,
  pages: ReadonlyMap<string, number>,
  diagnostics: Diagnostic[],
): Record<string, string> {
  if (!hasSlots(document.html)) return {};
  const numbers = pageNumbers(document.contents, pages);
  const lost = document.contents.filter(({ slot }) => numbers[slot] === undefined);
  diagnostics.push(...lost.map(({ id }) => withoutPage(id, publication.id)));
  return numbers;
}

function hasSlots(html: string): boolean {
  return html.includes('id="pagina-');
}

function withoutPage(id: string, publication: string): Diagnostic {
  return {
    severity: 'error',
    rule: 'contents-page',
    message: `The heading "${id}" of ${publication} was not found in the printed pages.`,
    hints: ['Check that the template prints every heading of the contents with its id.'],
  };
}

/** What was filled in must not move what it says. */
function checkStable(ids: readonly string[], before: Places, after: Places): Diagnostic[] {
  const moved = ids.filter(id => before.pages.get(id) !== after.pages.get(id));
  const hint = 'Give the page numbers in the contents a fixed width in the style sheet.';
  const wrong = moved.map(
    id =>
      `The heading "${id}" moved from page ${before.pages.get(id)} to ${after.pages.get(id)} when the contents got their page numbers.`,
  );
  if (before.pageCount !== after.pageCount)
    wrong.push(`The document had ${before.pageCount} pages and has ${after.pageCount} with its page numbers.`);
  return wrong.map(message => ({ severity: 'error', rule: 'contents-page', message, hints: [hint] }));
}
