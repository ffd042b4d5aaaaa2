// A finished PDF → the same pages with bars beside what changed, and the list of changes behind them.

import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { ChartTheme } from '../charts/theme.ts';
import { identify } from '../finish/finish.ts';
import type { PlacedBox } from '../passages/passage.ts';
import { openPdf, type PdfFile } from '../pdf/file.ts';
import { createFontFinder } from '../pdf/fonts.ts';
import { type PdfPage, readPages } from '../pdf/pages.ts';
import { readStructure } from '../pdf/structure.ts';
import {
  damaged,
  isReference,
  type PdfReference,
  type PdfStream,
  type PdfValue,
  toDictionary,
  toName,
} from '../pdf/values.ts';
import { level, writePdf } from '../pdf/write.ts';
import { type Appended, appendPages, topOf } from './append.ts';
import { appendBookmark } from './bookmark.ts';
import { keptMetadata } from './metadata.ts';
import { paintBars } from './page.ts';
import { appendTags } from './tags.ts';

/** What a file is marked with. */
export interface ChangeMarks {
  /** What changed: a bar stands beside each. */
  readonly bars: readonly PlacedBox[];
  /** A finished PDF with the list of changes, of one page or more. */
  readonly appendix: Uint8Array;
  readonly theme: ChartTheme;
}

/**
 * The marked file: what stands on its pages stays as it is, and their numbers too. A tagged file is as accessible as it
 * was; one without tags stays so, and no longer says that it follows a standard. Throws a PdfError for a file that cannot
 * be read.
 */
export async function markChanges(bytes: Uint8Array, { bars, appendix, theme }: ChangeMarks): Promise<Uint8Array> {
  const file = openPdf(bytes);
  const pages = readPages(file);
  const allocate = createAllocator(file);
  const appended = appendPages(appendix, { file, pages, allocate });
  const objects = new Map([...appended.objects, ...(await barPages(pages, bars, { file, theme, allocate }))]);
  const tags = readStructure(file) ? appendTags(file, appended, allocate) : new Map<number, PdfValue>();
  for (const [object, value] of tags) objects.set(object, value);
  const bookmark = appendBookmark(file, { title: 'Wijzigingen', destination: firstOf(appended) }, allocate);
  for (const [object, value] of bookmark.objects) objects.set(object, value);
  const metadata = keptMetadata(file, tags.size > 0);
  const isNew = metadata !== undefined && !isReference(metadata);
  const said = isNew ? { object: allocate() } : metadata;
  if (isNew && said) objects.set(said.object, metadata);
  return put(file, objects, { Outlines: bookmark.outline, Metadata: said });
}

function firstOf({ file, pages }: Appended): PdfValue {
  const [first] = readPages(file);
  const object = first ? pages.get(first.object)?.object : undefined;
  return first && object !== undefined ? topOf({ ...first, object }) : null;
}

interface Barring {
  readonly file: PdfFile;
  readonly theme: ChartTheme;
  readonly allocate: () => number;
}

const compress = promisify(deflate);

/** The pages on which something changed, each with a stream more behind its content. */
async function barPages(
  pages: readonly PdfPage[],
  bars: readonly PlacedBox[],
  { file, theme, allocate }: Barring,
): Promise<Map<number, PdfValue>> {
  const fontsOf = createFontFinder(file);
  const objects = new Map<number, PdfValue>();
  const add = (stream: PdfStream): PdfReference => {
    const object = allocate();
    objects.set(object, stream);
    return { object };
  };
  let before: PdfReference | undefined;
  for (const page of pages) {
    const changed = bars.filter(one => one.page === page.number);
    const painting = changed.length > 0 ? paintBars(page, changed, { file, fontsOf, theme }) : '';
    if (painting === '') continue;
    before ??= add({ ...toDictionary({}), raw: Buffer.from('q\n') });
    const raw = await compress(Buffer.from(`\nQ\n${painting}`, 'latin1'), { level });
    const behind = add({ ...toDictionary({ Filter: toName('FlateDecode') }), raw });
    const Contents = [before, ...contentsOf(file, page), behind];
    objects.set(page.object, {
      entries: new Map<string, PdfValue>([...page.dictionary.entries, ['Contents', Contents]]),
    });
  }
  return objects;
}

function contentsOf(file: PdfFile, { dictionary }: PdfPage): readonly PdfValue[] {
  const value = dictionary.entries.get('Contents') ?? null;
  const resolved = file.resolve(value);
  if (Array.isArray(resolved)) return resolved;
  return resolved === null ? [] : [value];
}

/** Numbers behind those of a file. */
function createAllocator(file: PdfFile): () => number {
  let last = file.numbers.at(-1) ?? 0;
  return () => {
    last += 1;
    return last;
  };
}

function put(
  file: PdfFile,
  objects: Map<number, PdfValue>,
  named: Readonly<Record<'Outlines' | 'Metadata', PdfReference | undefined>>,
): Uint8Array {
  const { Root, Info } = Object.fromEntries(file.trailer.entries);
  if (!isReference(Root)) throw damaged('the catalog stands in the trailer', 0);
  const { entries } = toDictionary({ ...Object.fromEntries(file.catalog.entries), ...named });
  objects.set(Root.object, { entries });
  return writePdf({ base: file, objects, trailer: toDictionary({ Root, Info }), identify });
}
