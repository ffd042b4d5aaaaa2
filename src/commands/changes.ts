// A PDF with what changed in it marked: bars in its margins, and the list of changes, printed, behind its pages.

import type { Printer } from '../browser/print.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import { type ChangeListOptions, changeListDocument, type ListedChange } from '../document/changes.ts';
import { markChanges } from '../marking/changes.ts';
import type { PlacedBox } from '../passages/passage.ts';
import { openPdf } from '../pdf/file.ts';
import { readPages } from '../pdf/pages.ts';
import { printNotice } from './print.ts';

/** What is marked in a PDF, and everything that it takes. */
export interface MarkedChanges extends ChangeListOptions {
  readonly printer: Printer;
  /** The moment that the list carries in its metadata; the marked file keeps its own. */
  readonly moment: Date;
  /** The old version, as its readers know it. */
  readonly old: string;
  readonly changes: readonly ListedChange[];
  /** Where the words, rows and drawings stand that changed, on the pages of this PDF. */
  readonly bars: readonly PlacedBox[];
}

/** The marked PDF; throws a PdfError for one that cannot be read. */
export async function printChanges(
  pdf: Uint8Array,
  { printer, moment, old, changes, bars, ...options }: MarkedChanges,
): Promise<Outcome<Uint8Array>> {
  const pages = readPages(openPdf(pdf));
  const { left, right, bottom, top } = pages[0]?.box ?? { left: 0, right: 595.28, bottom: 0, top: 841.89 };
  const page = { width: right - left, height: top - bottom };
  const list = changeListDocument({ old, changes, page, pagesBefore: pages.length }, options);
  const diagnostics: Diagnostic[] = [...list.diagnostics];
  const appendix = hasErrors(diagnostics) ? undefined : await printNotice(list.html, { printer, diagnostics, moment });
  if (!appendix || hasErrors(diagnostics)) return { diagnostics };
  return { value: await markChanges(pdf, { bars, appendix: appendix.pdf, theme: options.theme }), diagnostics };
}
