// One document on one page of the browser: scripts off, nothing fetched, printed as often as needed.

import { setImmediate } from 'node:timers/promises';
import type { Page, PDFOptions } from 'puppeteer';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import type { NotePlan } from '../document/footnotes.ts';
import type { DocumentRecord } from '../inspect/record.ts';
import { type Places, readPlaces } from '../pdf/destinations.ts';
import { type MeasuredFlow, measureFlows, reorderFlows } from './flow.ts';
import { addLinks, fillSlots, hideAll, loadFonts, removeLinks, showAll, unwrapAll } from './inside.ts';
import type { Lifeline } from './lifeline.ts';
import { type MeasuredNotes, measureNotes, setNotes } from './notes.ts';
import { plainRecord, takeRecord } from './record.ts';
import { type Refusals, refuseRequests } from './requests.ts';

/** A printed document. */
export interface PrintedPdf {
  /** The file as Chromium wrote it. */
  readonly bytes: Uint8Array;
}

/** A document laid out by the browser. */
export interface Sheet {
  /** The PDF of the document as it is now, with the requests that printing made; `meanwhile` is done while it prints. */
  print(meanwhile?: () => void): Promise<Outcome<PrintedPdf>>;
  /** The pages of these ids; three times as fast as a print. */
  locate(ids: readonly string[], meanwhile?: () => void): Promise<Outcome<Places>>;
  /** Takes the elements with an attribute away from around their contents. */
  unwrap(attribute: string): Promise<readonly Diagnostic[]>;
  /** Replaces the text of the elements with these ids; an unknown id is an error. */
  fill(slots: Readonly<Record<string, string>>): Promise<readonly Diagnostic[]>;
  /** What the running texts measure on an endless page of a width (a CSS length). */
  measure(width: string): Promise<Outcome<readonly MeasuredFlow[]>>;
  /** Sets the blocks of the running texts in other orders, one for each that `measure` gave. */
  reorder(orders: readonly (readonly number[])[]): Promise<readonly Diagnostic[]>;
  /** What the document says of itself as it is now. */
  record(): Promise<Outcome<DocumentRecord>>;
  /** The lines and notes of the running texts on such a page; lines of `torn` elements are filled one by one. */
  measureNotes(width: string, torn: readonly string[]): Promise<Outcome<readonly (MeasuredNotes | null)[]>>;
  /** Sets the notes of the running texts at the foot of their pages, as planned for each that `measureNotes` gave. */
  setNotes(plans: readonly (NotePlan | null)[]): Promise<readonly Diagnostic[]>;
  close(): Promise<void>;
}

/** The document on the page, with a diagnostic for every request refused and every font that could not be read. */
export async function openSheet(page: Page, html: string, lifeline: Lifeline): Promise<Outcome<Sheet>> {
  page.on('error', () => lifeline.cut('the page crashed, perhaps for lack of memory'));
  const prepared = await lifeline.wait(prepare(page, html));
  if (!prepared.value) return { diagnostics: prepared.diagnostics };
  const { refusals, brokenFonts } = prepared.value;
  const diagnostics = [...refusals.take(), ...brokenFonts.map(fontNotLoaded)];
  return { value: createSheet(page, refusals, lifeline), diagnostics };
}

async function prepare(page: Page, html: string): Promise<{ refusals: Refusals; brokenFonts: string[] }> {
  const [refusals] = await Promise.all([refuseRequests(page), page.setJavaScriptEnabled(false)]);
  await page.setContent(withoutScreen(html));
  return { refusals, brokenFonts: await page.evaluate(loadFonts) };
}

/** Laying a document out for a screen that nobody sees takes longer than printing it; the PDF stays the same. */
function withoutScreen(html: string): string {
  const style = '<style media="screen">html{display:none!important}</style>';
  const found = /<head\b[^>]*>/i.exec(html) ?? /<html\b[^>]*>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  const at = found ? found.index + found[0].length : 0;
  return html.slice(0, at) + style + html.slice(at);
}

function createSheet(page: Page, refusals: Refusals, lifeline: Lifeline): Sheet {
  const printWith = async (options: PDFOptions, meanwhile?: () => void): Promise<Outcome<Uint8Array>> => {
    const printing = lifeline.wait(page.pdf({ ...paper, ...options }));
    if (meanwhile) {
      await setImmediate(); // by then the browser has been told
      meanwhile();
    }
    const printed = await printing;
    return { ...printed, diagnostics: [...printed.diagnostics, ...refusals.take()] };
  };
  const asPrinted = async <T>(measure: () => Promise<T>): Promise<Outcome<T>> => {
    const emulated = await lifeline.wait(page.emulateMediaType('print'));
    const measured = await lifeline.wait(measure());
    const restored = await lifeline.wait(page.emulateMediaType());
    const diagnostics = [...emulated.diagnostics, ...measured.diagnostics, ...restored.diagnostics];
    return measured.value !== undefined && !hasErrors(diagnostics)
      ? { value: measured.value, diagnostics }
      : { diagnostics };
  };
  return {
    async print(meanwhile) {
      const { value: bytes, diagnostics } = await printWith(tags, meanwhile);
      return bytes ? { value: { bytes }, diagnostics } : { diagnostics };
    },
    async locate(ids, meanwhile) {
      const linked = await lifeline.wait(page.evaluate(addLinks, ids));
      const hidden = await lifeline.wait(page.evaluate(hideAll));
      const { value: bytes, diagnostics } = await printWith({ tagged: false, outline: false }, meanwhile);
      const shown = await lifeline.wait(page.evaluate(showAll));
      const unlinked = await lifeline.wait(page.evaluate(removeLinks));
      const all = [linked, hidden, { diagnostics }, shown, unlinked].flatMap(one => one.diagnostics);
      return bytes && !hasErrors(all) ? { value: readPlaces(bytes), diagnostics: all } : { diagnostics: all };
    },
    async unwrap(attribute) {
      return (await lifeline.wait(page.evaluate(unwrapAll, attribute))).diagnostics;
    },
    async fill(slots) {
      const unknown = await lifeline.wait(page.evaluate(fillSlots, slots));
      return [...unknown.diagnostics, ...(unknown.value ?? []).map(slotMissing)];
    },
    measure: width => asPrinted(() => page.evaluate(measureFlows, width)),
    measureNotes: (width, torn) => asPrinted(() => page.evaluate(measureNotes, width, torn)),
    async setNotes(plans) {
      return (await lifeline.wait(page.evaluate(setNotes, plans))).diagnostics;
    },
    record: () => asPrinted(async () => plainRecord(await page.evaluate(takeRecord))),
    async reorder(orders) {
      return (await lifeline.wait(page.evaluate(reorderFlows, orders))).diagnostics;
    },
    async close() {
      if (!lifeline.isCut) await lifeline.wait(page.close());
    },
  };
}

const tags = { tagged: true, outline: true, printBackground: true } as const;

const paper = {
  preferCSSPageSize: true,
  format: 'A4', // for a style sheet that names no page size
  timeout: 0, // the lifeline keeps the time
  waitForFonts: false, // they were loaded when the document was
} as const;

function fontNotLoaded(font: string): Diagnostic {
  return {
    severity: 'error',
    rule: 'font-not-loaded',
    message: `The browser could not read the font ${font}.`,
    hints: ['Embed a static woff2 file of this font as a data: URL in the style sheet.'],
  };
}

function slotMissing(id: string): Diagnostic {
  return {
    severity: 'error',
    rule: 'slot-missing',
    message: `The document has no element with the id "${id}" to fill in.`,
    hints: [`Add an element with id="${id}" to the template.`],
  };
}
