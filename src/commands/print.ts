// A composed publication → its PDF, HTML edition and ledger: figures moved to fill pages, everything located, printed.

import type { Printer } from '../browser/print.ts';
import type { Sheet } from '../browser/sheet.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import { pageNumbers } from '../document/contents.ts';
import { statementAttribute } from '../document/restore.ts';
import { fillSlots } from '../document/slots.ts';
import { type FinishOptions, finish } from '../finish/finish.ts';
import { diagnose } from '../inspect/diagnose.ts';
import type { DocumentRecord } from '../inspect/record.ts';
import type { Ledger } from '../ledger/entry.ts';
import { withGrounds, withPlaces } from '../ledger/grounds.ts';
import { keepLedger } from '../ledger/keep.ts';
import { countPages, readDestinations } from '../pdf/destinations.ts';
import { layOut, locate } from './layout.ts';
import type { Prepared } from './prepare.ts';

/** A publication's files, not yet written. */
export interface PrintedPublication {
  readonly prepared: Prepared;
  readonly pdf: Uint8Array;
  readonly html: string;
  readonly ledger: Ledger;
  readonly pages: number;
}

/** Prints a publication; diagnostics of the browser come with it. */
export async function printPublication(
  prepared: Prepared,
  printer: Printer,
  { moment, onPhase }: PrintOptions,
): Promise<Outcome<PrintedPublication>> {
  onPhase('layout');
  const opened = await printer.open(prepared.document.html);
  const diagnostics = [...opened.diagnostics];
  const sheet = opened.value;
  if (!sheet) return { diagnostics };
  try {
    const printed = await printNumbered(sheet, prepared, { diagnostics, onPhase, moment });
    return printed && !hasErrors(diagnostics) ? { value: printed, diagnostics } : { diagnostics };
  } finally {
    await sheet.close();
  }
}

interface Print {
  readonly diagnostics: Diagnostic[];
  readonly onPhase: (phase: string) => void;
  readonly moment: Date;
}

/** How a publication is printed. */
export interface PrintOptions {
  /** The moment that its files carry. */
  readonly moment: Date;
  readonly onPhase: (phase: string) => void;
}

async function printNumbered(sheet: Sheet, prepared: Prepared, print: Print): Promise<PrintedPublication | undefined> {
  const { document } = prepared;
  const laidOut = await layOut(sheet, prepared.page);
  print.diagnostics.push(...laidOut.diagnostics);
  print.onPhase('page numbers');
  const located = await locate(sheet, idsToLocate(prepared), laidOut.value ?? []);
  print.diagnostics.push(...located.diagnostics);
  const pages = located.value;
  if (!pages) return undefined;
  const numbers = numbersOf(prepared, pages, print.diagnostics);
  print.diagnostics.push(...(await sheet.fill(numbers)), ...(await sheet.unwrap(statementAttribute)));
  print.onPhase('print');
  const recorded = await sheet.record();
  const printed = await sheet.print();
  print.diagnostics.push(...recorded.diagnostics, ...printed.diagnostics);
  if (!printed.value || !recorded.value) return undefined;
  const raw = printed.value.bytes;
  const ids = document.contents.map(one => one.id);
  if (hasSlots(document.html)) print.diagnostics.push(...checkStable(ids, pages, raw));
  print.onPhase('finish');
  const pdf = await finish(raw, {
    record: recorded.value,
    metadata: metadataOf(prepared, recorded.value, print.moment),
  });
  print.onPhase('inspect');
  print.diagnostics.push(...diagnose(pdf, recorded.value, prepared.publication.id));
  return publish(prepared, { pdf, pages, numbers });
}

function metadataOf(
  { publication }: Prepared,
  { title, description }: DocumentRecord,
  moment: Date,
): FinishOptions['metadata'] {
  const { publisher: author, keywords } = publication;
  return { title, author, description, keywords, moment };
}

interface Finished {
  readonly pdf: Uint8Array;
  readonly pages: ReadonlyMap<string, number>;
  readonly numbers: Readonly<Record<string, string>>;
}

function publish(prepared: Prepared, { pdf, pages, numbers }: Finished): PrintedPublication {
  const pageCount = countPages(pdf);
  const ledger = keepLedger({ ...prepared, pages, pageCount, references: numbers });
  const html = withGrounds(fillSlots(prepared.document.html, numbers), ledger);
  return { prepared, pdf, html, ledger: withPlaces(ledger, html), pages: pageCount };
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

/** The numbers must not move what they number. */
function checkStable(ids: readonly string[], before: ReadonlyMap<string, number>, pdf: Uint8Array): Diagnostic[] {
  const after = readDestinations(pdf);
  return ids
    .filter(id => before.get(id) !== after.get(id))
    .map(id => ({
      severity: 'error',
      rule: 'contents-page',
      message: `The heading "${id}" moved from page ${before.get(id)} to ${after.get(id)} when the contents got their page numbers.`,
      hints: ['Give the page numbers in the contents a fixed width in the style sheet.'],
    }));
}
