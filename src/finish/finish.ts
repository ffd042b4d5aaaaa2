// A printed PDF → the same pages as PDF/UA-1 and PDF/A-2a, or PDF/A-3a with files attached: one pass over every stream, and a structure tree made anew.

import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { Attachment, DocumentRecord } from '../inspect/record.ts';
import { leadsInside } from '../pdf/destinations.ts';
import { listOf, openPdf, type PdfFile } from '../pdf/file.ts';
import { createFontFinder } from '../pdf/fonts.ts';
import { contentOf, type PdfPage, readPages } from '../pdf/pages.ts';
import { elementsOf, readStructure, type StructureElement } from '../pdf/structure.ts';
import { decodeText } from '../pdf/textstring.ts';
import { damaged, isReference, PdfError, type PdfValue, toDictionary, toName } from '../pdf/values.ts';
import { level, writePdf } from '../pdf/write.ts';
import { type Attached, attach, ofTables, withAttachedNames } from './attachments.ts';
import { plainBookmarks } from './bookmarks.ts';
import { outputIntent, profileStream } from './colour.ts';
import { emitTree } from './emit.ts';
import { withOrderedIds } from './identifiers.ts';
import { describedLinks, emptyLinks, withoutAnnotations } from './links.ts';
import { information, type Metadata, metadataStream } from './metadata.ts';
import type { Rewritten } from './page.ts';
import { planPages, withRewritten } from './plan.ts';
import { withContents, withNotes } from './references.ts';
import { rewritePage } from './rewrite.ts';
import { flatten, roles, withCaptions, withListBodies, withoutEmpty, withTableParts } from './shape.ts';
import { addSpaces } from './spaces.ts';
import type { Does, Step } from './steps.ts';

/** What a file is finished with. */
export interface FinishOptions {
  /** What the document was before it was printed. */
  readonly record: DocumentRecord;
  readonly metadata: Omit<Metadata, 'producer' | 'language'>;
  /** Files to carry; with them the file is PDF/A-3a, without any PDF/A-2a. */
  readonly attachments?: readonly Attachment[];
  /** Steps to leave out, to see what they are for. */
  readonly without?: readonly Step[];
}

/** The finished file; throws a PdfError for a file without a structure tree. The same print gives the same bytes. */
export async function finish(
  bytes: Uint8Array,
  { record, metadata, attachments = [], without = [] }: FinishOptions,
): Promise<Uint8Array> {
  const does: Does = step => !without.includes(step);
  const file = openPdf(bytes);
  const printed = readDocument(file);
  const pages = readPages(file);
  const rewritten = rewriteAll(file, pages, { root: printed, does });
  if (does('spaces')) addSpaces(printed, rewritten, record.text);
  const contents = compressAll(pages, rewritten);
  const gone = does('empty-links') ? emptyLinks(file, pages) : new Set<number>();
  const root = shapeTree(withRewritten(printed, rewritten, { does, gone }), { file, record, does });
  const objects = new Map<number, PdfValue>();
  const allocate = createAllocator(file, printed);
  const { moment } = metadata;
  const attached = does('attachments') ? await attach(attachments, { allocate, moment }) : undefined;
  if (attached) add(objects, attached.objects);
  const associated = does('associated-files') ? ofTables(root, attachments, attached) : new Map();
  const keys = parentKeys(file, pages);
  const tree = emitTree(root, { allocate, keys, associated, roles: does('role-map') ? roles : new Map() });
  add(objects, tree.objects);
  add(objects, withoutAnnotations(file, pages, gone));
  if (does('link-descriptions')) add(objects, describedLinks(file, root, record.links));
  if (does('bookmarks')) add(objects, plainBookmarks(file, record.headings));
  add(objects, await contents);
  const said = { ...metadata, language: record.language, producer: producerOf(file) };
  return put(file, { objects, allocate, structure: tree.root, attached, said, does });
}

function add(to: Map<number, PdfValue>, from: ReadonlyMap<number, PdfValue>): void {
  for (const [object, value] of from) to.set(object, value);
}

/** The element of the whole document; Chromium makes one. */
function readDocument(file: PdfFile): StructureElement {
  const tree = readStructure(file);
  if (!tree) throw new PdfError('This PDF is not tagged, so it cannot be made accessible.', 'Print it with tags.');
  const [only] = tree.kids;
  if (only && tree.kids.length === 1 && only.type === 'Document') return only;
  return { kind: 'element', type: 'Document', kids: tree.kids, attributes: new Map() };
}

interface Rewriting {
  readonly root: StructureElement;
  readonly does: Does;
}

/** The content of every page once more, by the number of the page's object. */
function rewriteAll(file: PdfFile, pages: readonly PdfPage[], { root, does }: Rewriting): Map<number, Rewritten> {
  const plans = planPages(root, does);
  const fonts = createFontFinder(file);
  const empty = { drawn: new Set<number>(), figures: new Set<number>(), repeated: new Set<number>() };
  return new Map(
    pages.map(page => {
      const options = { plan: plans.get(page.object) ?? empty, fontOf: fonts(page.resources), page: page.box, does };
      return [page.object, rewritePage(contentOf(file, page), options)];
    }),
  );
}

const compress = promisify(deflate);

/** The content streams, compressed side by side, by the numbers of their objects. */
async function compressAll(
  pages: readonly PdfPage[],
  rewritten: ReadonlyMap<number, Rewritten>,
): Promise<Map<number, PdfValue>> {
  const streams = pages.map(async ({ object, dictionary }): Promise<[number, PdfValue][]> => {
    const contents = dictionary.entries.get('Contents');
    const page = rewritten.get(object);
    if (!isReference(contents) || !page) return [];
    const raw = await compress(page.edits.apply(page.bytes), { level });
    return [[contents.object, { ...toDictionary({ Filter: toName('FlateDecode') }), raw }]];
  });
  return new Map((await Promise.all(streams)).flat());
}

interface Shaping {
  readonly file: PdfFile;
  readonly record: DocumentRecord;
  readonly does: Does;
}

/** The tree as PDF/UA wants it. */
function shapeTree(printed: StructureElement, { file, record, does }: Shaping): StructureElement {
  const notes = record.links.map(({ note }) => note ?? undefined);
  const changes: readonly (readonly [Step, (root: StructureElement) => StructureElement])[] = [
    ['flat-structure', flatten],
    ['list-bodies', withListBodies],
    ['table-parts', withTableParts],
    ['captions', withCaptions],
    ['contents', root => withContents(root, object => leadsInside(file, file.resolve({ object })))],
    ['notes', root => withNotes(root, notes)],
    ['structure-ids', withOrderedIds],
  ];
  return changes.reduce((root, [step, change]) => (does(step) ? change(root) : root), withoutEmpty(printed));
}

/** Numbers for new objects: those of the printed tree first, then new ones. */
function createAllocator(file: PdfFile, printed: StructureElement): () => number {
  const free = [...elementsOf([printed])].flatMap(({ object }) => object ?? []).sort((a, b) => b - a);
  let last = file.numbers.at(-1) ?? 0;
  return () => {
    const next = free.pop();
    if (next !== undefined) return next;
    last += 1;
    return last;
  };
}

/** The keys that pages and annotations have in the parent tree, by the numbers of their objects. */
export function parentKeys(file: PdfFile, pages: readonly PdfPage[]): Map<number, number> {
  const keys = new Map<number, number>();
  const note = (object: number, key: PdfValue): void => {
    if (typeof key === 'number') keys.set(object, key);
  };
  for (const { object, dictionary } of pages) {
    note(object, file.get(dictionary, 'StructParents'));
    for (const annotation of listOf(file, dictionary.entries.get('Annots')))
      if (isReference(annotation)) note(annotation.object, file.get(annotation, 'StructParent'));
  }
  return keys;
}

function producerOf(file: PdfFile): string {
  const producer = file.get(file.trailer.entries.get('Info'), 'Producer');
  return typeof producer === 'string' ? decodeText(producer) : '';
}

interface Assembly {
  readonly objects: Map<number, PdfValue>;
  readonly allocate: () => number;
  /** Number of the root of the structure tree. */
  readonly structure: number;
  readonly attached: Attached | undefined;
  readonly said: Metadata;
  readonly does: Does;
}

/** The file with its catalog and document information. */
function put(file: PdfFile, { objects, allocate, structure, attached, said, does }: Assembly): Uint8Array {
  const catalog = file.trailer.entries.get('Root');
  const info = isReference(file.trailer.entries.get('Info')) ? file.trailer.entries.get('Info') : undefined;
  const infoObject = isReference(info) ? info : { object: allocate() };
  if (!isReference(catalog)) throw damaged('the catalog stands in the trailer', 0);
  const extra: Record<string, PdfValue> = { StructTreeRoot: { object: structure } };
  if (attached) extra.Names = withAttachedNames(file.get(file.catalog, 'Names'), attached);
  if (attached && does('associated-files')) extra.AF = attached.files;
  if (does('metadata')) {
    const stream = { object: allocate() };
    objects.set(stream.object, metadataStream(said, attached ? 3 : 2));
    extra.Metadata = stream;
  }
  if (does('output-intent')) {
    const profile = allocate();
    objects.set(profile, profileStream());
    extra.OutputIntents = [outputIntent(profile)];
  }
  objects.set(catalog.object, { entries: new Map([...file.catalog.entries, ...Object.entries(extra)]) });
  objects.set(infoObject.object, information(said));
  return writePdf({
    ...{ base: file, objects, trailer: toDictionary({ Root: catalog, Info: infoObject }) },
    ...(does('identifier') ? { identify } : {}),
  });
}

/** The identifier of a file: the first half of a SHA-256 of all that stands before it. */
export function identify(body: Uint8Array): string {
  return createHash('sha256').update(body).digest().subarray(0, 16).toString('latin1');
}
