// A finished PDF → the same pages marked as a draft: marks that are artifacts, and one notice at the front.

import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { ChartTheme } from '../charts/theme.ts';
import { tiedFiles } from '../finish/attachments.ts';
import { emitTree } from '../finish/emit.ts';
import { identify, parentKeys } from '../finish/finish.ts';
import { itemsIn } from '../finish/tree.ts';
import { openPdf, type PdfFile } from '../pdf/file.ts';
import { createFontFinder } from '../pdf/fonts.ts';
import { contentOf, type PdfPage, readPages } from '../pdf/pages.ts';
import { readStructure, type StructureElement } from '../pdf/structure.ts';
import {
  damaged,
  isDictionary,
  isReference,
  PdfError,
  type PdfReference,
  type PdfStream,
  type PdfValue,
  toDictionary,
  toName,
} from '../pdf/values.ts';
import { level, writePdf } from '../pdf/write.ts';
import { type DraftLine, drawForms } from './forms.ts';
import { linesOf, type RunningText, runningText } from './lines.ts';
import { isFree, type Marking, marginsOf, markPage, numberSizeOf, type PageToMark } from './marks.ts';
import { type Notice, readNotice } from './notice.ts';
import { type Lettering, openLetters } from './outline.ts';
import { readPainted } from './reading.ts';

/** What a draft is marked with. */
export interface DraftOptions {
  /** What is said in the margin of every page. */
  readonly line: DraftLine;
  /** A finished PDF of one page, as large as the first one, with the notice on it. */
  readonly notice: Uint8Array;
  /** The upright files of the family in which the marks are drawn. */
  readonly letters: readonly Lettering[];
  readonly theme: ChartTheme;
}

/** The marked file, as accessible as it was; throws a PdfError for a file that is not tagged. */
export async function markDraft(bytes: Uint8Array, options: DraftOptions): Promise<Uint8Array> {
  const file = openPdf(bytes);
  const tree = readStructure(file);
  const root = tree?.kids[0];
  const pages = readPages(file);
  const [front] = pages;
  if (!tree || !root || !front) throw new PdfError('This PDF is not tagged.', 'Finish it before it is marked.');
  const allocate = createAllocator(file);
  const text = runningText(root);
  const notice = readNotice(options.notice, { object: front.object, mcid: freeMcid(root, front), allocate });
  const objects = new Map([
    ...notice.objects,
    ...(await markPages(pages, { ...options, file, text, notice, allocate })),
  ]);
  const titled = { ...root, kids: [...notice.elements, ...root.kids] };
  const kept = { keys: parentKeys(file, pages), roles: tree.roles, associated: tiedFiles(root, file) };
  const structure = emitTree(titled, { allocate, ...kept });
  for (const [object, value] of structure.objects) objects.set(object, value);
  return put(file, objects, structure.root);
}

/** What the pages of one file share while they are marked. */
interface Drafting extends Pick<DraftOptions, 'line' | 'letters' | 'theme'> {
  readonly file: PdfFile;
  readonly text: RunningText;
  readonly notice: Notice;
  readonly allocate: () => number;
}

/** The pages with their marks, and all that the marks are made of, by object. */
async function markPages(pages: readonly PdfPage[], drafting: Drafting): Promise<Map<number, PdfValue>> {
  const { file, notice, allocate, theme } = drafting;
  const toMark = pages.map((page, index) => readPage(page, index === 0, drafting));
  const letters = openLetters(drafting.letters);
  const forms = drawForms(drafting.line, letters, numberSizeOf(toMark, letters));
  const marking: Marking = { forms, theme, margins: marginsOf(toMark) };
  const objects = new Map<number, PdfValue>();
  const add = (value: PdfValue): PdfReference => {
    const object = allocate();
    objects.set(object, value);
    return { object };
  };
  const drawings = new Map([forms.word, forms.line, ...forms.digits].map(({ name, stream }) => [name, add(stream)]));
  const before = add({ ...toDictionary({}), raw: Buffer.from('q\n') });
  const contents = toMark.map(page => {
    const marks = Buffer.from(`Q\n${markPage(page, marking)}`, 'latin1');
    return compressed(page.isFront ? Buffer.concat([marks, laidOver(page, notice)]) : marks);
  });
  for (const [index, content] of (await Promise.all(contents)).entries()) {
    const page = pages[index];
    if (!page) continue;
    const resources = withResources(file, page, [['XObject', drawings], ...(index === 0 ? notice.resources : [])]);
    const Contents = [before, page.dictionary.entries.get('Contents') ?? null, add(content)];
    objects.set(page.object, {
      entries: new Map([...page.dictionary.entries, ['Resources', resources], ['Contents', Contents]]),
    });
  }
  return objects;
}

function readPage(page: PdfPage, isFront: boolean, { file, text }: Drafting): PageToMark {
  const painted = readPainted(contentOf(file, page), page.box, createFontFinder(file)(page.resources));
  return { box: page.box, painted, lines: linesOf(painted.pieces, text.get(page.object) ?? []), isFront };
}

/** The notice along the upper edge of the page; along the lower one where only that is free. */
function laidOver(page: PageToMark, { content, box }: Notice): Uint8Array {
  const down = { ...box, top: page.box.bottom + box.top - box.bottom, bottom: page.box.bottom };
  const shift = isFree(page, box) || !isFree(page, down) ? 0 : down.bottom - box.bottom;
  return Buffer.concat([Buffer.from(`q 1 0 0 1 0 ${shift.toFixed(2)} cm\n`), content, Buffer.from('\nQ\n')]);
}

const compress = promisify(deflate);

async function compressed(content: Uint8Array): Promise<PdfStream> {
  return { ...toDictionary({ Filter: toName('FlateDecode') }), raw: await compress(content, { level }) };
}

/** The resources of a page with more of some kinds. */
function withResources(
  file: PdfFile,
  { resources }: PdfPage,
  more: readonly (readonly [kind: string, entries: ReadonlyMap<string, PdfValue>])[],
): PdfValue {
  const entriesOf = (value: PdfValue): [string, PdfValue][] => {
    const found = file.resolve(value);
    return isDictionary(found) ? [...found.entries] : [];
  };
  const added = more.map(([kind, entries]): [string, PdfValue] => [
    kind,
    { entries: new Map([...entriesOf(file.get(resources, kind)), ...entries]) },
  ]);
  return { entries: new Map([...entriesOf(resources), ...added]) };
}

/** The first MCID behind those of a page. */
function freeMcid(root: StructureElement, { object }: PdfPage): number {
  const used = [...itemsIn(root)].filter(({ page }) => page === object).map(({ mcid }) => mcid);
  return Math.max(-1, ...used) + 1;
}

/** Numbers behind those of a file. */
function createAllocator(file: PdfFile): () => number {
  let last = file.numbers.at(-1) ?? 0;
  return () => {
    last += 1;
    return last;
  };
}

function put(file: PdfFile, objects: Map<number, PdfValue>, structure: number): Uint8Array {
  const { Root, Info } = Object.fromEntries(file.trailer.entries);
  if (!isReference(Root)) throw damaged('the catalog stands in the trailer', 0);
  objects.set(Root.object, { entries: new Map([...file.catalog.entries, ['StructTreeRoot', { object: structure }]]) });
  return writePdf({ base: file, objects, trailer: toDictionary({ Root, Info }), identify });
}
