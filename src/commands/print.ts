// A composed publication → its PDF: printed once to learn the pages, and again with their numbers in the contents.

import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import { pageNumbers } from '../document/contents.ts';
import { fillSlots } from '../document/slots.ts';
import { countPages, readDestinations } from '../pdf/destinations.ts';
import { finish } from '../pdf/finish.ts';
import type { Printer } from '../pdf/print.ts';
import type { Sheet } from '../pdf/sheet.ts';
import type { Prepared } from './prepare.ts';

/** A publication's files, not yet written. */
export interface PrintedPublication {
  readonly prepared: Prepared;
  readonly pdf: Uint8Array;
  readonly html: string;
  readonly pages: number;
}

/** Prints a publication; diagnostics of the browser come with it. */
export async function printPublication(
  prepared: Prepared,
  printer: Printer,
  onPhase: (phase: string) => void,
): Promise<Outcome<PrintedPublication>> {
  onPhase('print');
  const opened = await printer.open(prepared.document.html);
  const diagnostics = [...opened.diagnostics];
  const sheet = opened.value;
  if (!sheet) return { diagnostics };
  try {
    const printed = await printNumbered(sheet, prepared, { diagnostics, onPhase });
    return printed && !hasErrors(diagnostics) ? { value: printed, diagnostics } : { diagnostics };
  } finally {
    await sheet.close();
  }
}

interface Print {
  readonly diagnostics: Diagnostic[];
  readonly onPhase: (phase: string) => void;
}

async function printNumbered(sheet: Sheet, prepared: Prepared, print: Print): Promise<PrintedPublication | undefined> {
  const { document, publication } = prepared;
  const first = await printOnce(sheet, print);
  if (!first) return undefined;
  if (!hasSlots(document.html)) return result(prepared, { pdf: first, html: document.html });
  const pages = readDestinations(first);
  const numbers = pageNumbers(document.contents, pages);
  const lost = document.contents.filter(({ slot }) => numbers[slot] === undefined);
  print.diagnostics.push(...lost.map(({ id }) => withoutPage(id, publication.id)));
  print.onPhase('page numbers');
  print.diagnostics.push(...(await sheet.fill(numbers)));
  const second = await printOnce(sheet, print);
  if (!second) return undefined;
  print.diagnostics.push(...checkStable(document.contents.map(one => one.id), pages, second));
  return result(prepared, { pdf: second, html: fillSlots(document.html, numbers) });
}

function hasSlots(html: string): boolean {
  return html.includes('id="pagina-');
}

function result(prepared: Prepared, { pdf, html }: { pdf: Uint8Array; html: string }): PrintedPublication {
  const finished = finish(pdf, prepared.publication.date);
  return { prepared, pdf: finished, html, pages: countPages(finished) };
}

async function printOnce(sheet: Sheet, { diagnostics }: Print): Promise<Uint8Array | undefined> {
  const printed = await sheet.print();
  diagnostics.push(...printed.diagnostics);
  return printed.value?.bytes;
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
