// A composed publication → its PDF: figures moved to fill pages, headings located, numbers put in the contents, printed.

import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import { arrange } from '../document/arrange.ts';
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
  onPhase('layout');
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
  print.diagnostics.push(...(await arrangeFigures(sheet, prepared)));
  if (!hasSlots(document.html)) return printFinally(sheet, prepared, { ...print, html: document.html });
  print.onPhase('page numbers');
  const located = await sheet.locate();
  print.diagnostics.push(...located.diagnostics);
  const pages = located.value;
  if (!pages) return undefined;
  const numbers = pageNumbers(document.contents, pages);
  const lost = document.contents.filter(({ slot }) => numbers[slot] === undefined);
  print.diagnostics.push(...lost.map(({ id }) => withoutPage(id, publication.id)));
  print.diagnostics.push(...(await sheet.fill(numbers)));
  const printed = await printFinally(sheet, prepared, { ...print, html: fillSlots(document.html, numbers) });
  if (printed)
    print.diagnostics.push(
      ...checkStable(
        document.contents.map(one => one.id),
        pages,
        printed.raw,
      ),
    );
  return printed;
}

/** Moves figures that do not fit their page past the text that follows, where the kind says how high a page is. */
async function arrangeFigures(sheet: Sheet, { page }: Prepared): Promise<readonly Diagnostic[]> {
  if (page.height === undefined) return [];
  const height = page.height * pixelsPerMillimetre;
  const { value: flows, diagnostics } = await sheet.measure(`${page.width}mm`);
  if (!flows) return diagnostics;
  return [...diagnostics, ...(await sheet.reorder(flows.map(flow => arrange(flow, height))))];
}

const pixelsPerMillimetre = 96 / 25.4;

async function printFinally(
  sheet: Sheet,
  prepared: Prepared,
  { diagnostics, onPhase, html }: Print & { readonly html: string },
): Promise<(PrintedPublication & { readonly raw: Uint8Array }) | undefined> {
  onPhase('print');
  const printed = await sheet.print();
  diagnostics.push(...printed.diagnostics);
  if (!printed.value) return undefined;
  const raw = printed.value.bytes;
  const pdf = finish(raw, prepared.publication.date);
  return { prepared, raw, pdf, html, pages: countPages(pdf) };
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
