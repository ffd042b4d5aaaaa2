// A PDF file → the text that it prints: what readers have, wherever the file comes from.

import { readXmp } from '../inspect/xmp.ts';
import { openPdf, type PdfFile } from '../pdf/file.ts';
import { createFontFinder } from '../pdf/fonts.ts';
import { readPages } from '../pdf/pages.ts';
import { readStructure } from '../pdf/structure.ts';
import { decodeText } from '../pdf/textstring.ts';
import { isStream } from '../pdf/values.ts';
import { artifactsOf } from './furniture.ts';
import { type PaintedPage, readPainted } from './painted.ts';
import type { PlacedBox, PrintedPage, PrintedText } from './passage.ts';
import { openTagged } from './sequences.ts';
import { readTagged } from './tagged.ts';

/** Reads a PDF of any origin; throws a PdfError for a file that is no PDF, is damaged or is encrypted. */
export function readPrinted(bytes: Uint8Array): PrintedText {
  const file = openPdf(bytes);
  const fontsOf = createFontFinder(file);
  const pages = readPages(file).map(page => readPainted(file, page, fontsOf));
  const tree = readStructure(file);
  const title = titleOf(file);
  if (!tree) return { title, pages: [], passages: [], isTagged: false };
  const { passages, drawings, furniture } = readTagged(openTagged(file, tree, pages));
  return { title, pages: pages.map(page => printedPage(page, { drawings, furniture })), passages, isTagged: true };
}

function printedPage(
  page: PaintedPage,
  { drawings, furniture }: Readonly<Record<'drawings' | 'furniture', readonly PlacedBox[]>>,
): PrintedPage {
  const { box, number } = page.page;
  const here = (boxes: readonly PlacedBox[]) =>
    boxes.filter(one => one.page === number).map(({ page: _, ...plain }) => plain);
  return { box, furniture: here([...artifactsOf(page), ...furniture]), drawings: here(drawings) };
}

/** The title in its metadata, or else in its older document information; empty without either. */
function titleOf(file: PdfFile): string {
  const metadata = file.get(file.catalog, 'Metadata');
  const title = isStream(metadata) ? readXmp(file, metadata).get('dc:title') : undefined;
  const older = file.get(file.trailer.entries.get('Info'), 'Title');
  return title ?? (typeof older === 'string' ? decodeText(older) : '');
}
