// A PDF file → the text that it prints: what readers have, wherever the file comes from.

import { readXmp } from '../inspect/xmp.ts';
import { openPdf, type PdfFile } from '../pdf/file.ts';
import { createFontFinder } from '../pdf/fonts.ts';
import { type Box, readPages } from '../pdf/pages.ts';
import { readStructure } from '../pdf/structure.ts';
import { decodeText } from '../pdf/textstring.ts';
import { isStream } from '../pdf/values.ts';
import { drawingsOf } from './drawings.ts';
import { artifactsOf } from './furniture.ts';
import { type PaintedPage, readPainted, type Saying } from './painted.ts';
import type { PlacedBox, PrintedPage, PrintedText } from './passage.ts';
import { openTagged, type TaggedFile } from './sequences.ts';
import { readTagged } from './tagged.ts';
import { readUntagged } from './untagged.ts';

/** Reads a PDF of any origin; throws a PdfError for a file that is no PDF, is damaged or is encrypted. */
export function readPrinted(bytes: Uint8Array): PrintedText {
  const file = openPdf(bytes);
  const fontsOf = createFontFinder(file);
  const painted = readPages(file).map(page => readPainted(file, page, fontsOf));
  const tree = readStructure(file);
  const tagged = tree ? openTagged(file, tree, painted) : undefined;
  const isTagged = tagged !== undefined && holdsText(tagged, painted);
  const read = isTagged ? readTagged(tagged) : { ...readUntagged(painted), drawings: undefined };
  return {
    ...{ title: titleOf(file), passages: read.passages, isTagged },
    pages: painted.map(page => printedPage(page, read)),
  };
}

/** Whether the tags hold at least half of the text that is no artifact: else they say nothing of it. */
function holdsText(tagged: TaggedFile, painted: readonly PaintedPage[]): boolean {
  const lettersOf = (sayings: readonly Saying[]): number =>
    sayings.filter(({ mark }) => !mark.isArtifact).reduce((sum, { glyphs }) => sum + glyphs.length, 0);
  const all = painted.reduce((sum, { sayings }) => sum + lettersOf(sayings), 0);
  const held = tagged.kids.flatMap(tagged.all).reduce((sum, { sayings }) => sum + lettersOf(sayings), 0);
  return held >= all / 2;
}

interface Beside {
  readonly furniture: readonly PlacedBox[];
  /** Undefined where only the page can tell. */
  readonly drawings: readonly PlacedBox[] | undefined;
}

function printedPage(painted: PaintedPage, { drawings, furniture }: Beside): PrintedPage {
  const { box, number } = painted.page;
  const here = (boxes: readonly PlacedBox[]): readonly Box[] =>
    boxes.filter(({ page }) => page === number).map(({ page: _, ...own }) => own);
  return {
    ...{ box, furniture: here([...artifactsOf(painted), ...furniture]) },
    drawings: drawings ? here(drawings) : drawingsOf(painted),
  };
}

/** The title in its metadata, or else in its older document information; empty without either. */
function titleOf(file: PdfFile): string {
  const metadata = file.get(file.catalog, 'Metadata');
  const title = isStream(metadata) ? readXmp(file, metadata).get('dc:title') : undefined;
  const older = file.get(file.trailer.entries.get('Info'), 'Title');
  return title ?? (typeof older === 'string' ? decodeText(older) : '');
}
