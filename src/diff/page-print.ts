// A short name for all that is painted on a page: pages of the same name look the same, and need not be drawn.

import { createHash } from 'node:crypto';
import { prefix } from '../draft/names.ts';
import { readPainted } from '../draft/reading.ts';
import { ownContent } from '../draft/unmarked.ts';
import { openPdf, type PdfFile } from '../pdf/file.ts';
import { decodeStream } from '../pdf/filters.ts';
import { createFontFinder } from '../pdf/fonts.ts';
import { type Box, contentOf, type PdfPage, readPages } from '../pdf/pages.ts';
import { serialise } from '../pdf/serialise.ts';
import {
  isArray,
  isDictionary,
  isReference,
  isStream,
  type PdfDictionary,
  PdfError,
  type PdfStream,
  type PdfValue,
} from '../pdf/values.ts';

/** What is known of a page by its operators alone. */
export interface PagePrint {
  /** The name of all that it paints but the marks of a draft; undefined where it cannot be told. */
  readonly name: string | undefined;
  /** Where the marks of a draft paint surfaces, such as that of its notice. */
  readonly marks: readonly Box[];
}

/** All pages of a file. */
export function printsOf(bytes: Uint8Array): PagePrint[] {
  const file = openPdf(bytes);
  const digest = createDigester(file);
  return readPages(file).map(page => {
    try {
      return printOf(file, page, digest);
    } catch (problem) {
      if (problem instanceof PdfError) return { name: undefined, marks: [] }; // it may be drawn nevertheless
      throw problem;
    }
  });
}

type Digest = (value: PdfValue) => string;

function printOf(file: PdfFile, page: PdfPage, digest: Digest): PagePrint {
  const marks = marksOf(file, page);
  const own = marks ? marks.without : page;
  const { left, bottom, right, top } = page.box;
  const { entries } = page.dictionary;
  const annotations = file.resolve(entries.get('Annots'));
  const seen = isArray(annotations) ? annotations.filter(one => isDictionary(file.get(one, 'AP'))) : [];
  const rest = ['Rotate', 'UserUnit', 'Group'].map(key => entries.get(key) ?? null);
  const name = createHash('sha256')
    .update(contentOf(file, own))
    .update([digest(own.resources), ...[...seen, ...rest].map(digest), [left, bottom, right, top].join(' ')].join('\n'))
    .digest('hex');
  return { name, marks: marks ? surfacesOf(file, page, marks.stream) : [] };
}

interface DraftMarks {
  readonly without: PdfPage;
  readonly stream: PdfStream;
}

/** A draft has the content of the final page between two streams of its own, and resources with names of their own. */
function marksOf(file: PdfFile, page: PdfPage): DraftMarks | undefined {
  const own = ownContent(file, page);
  const contents = file.resolve(page.dictionary.entries.get('Contents'));
  if (own === undefined || !isArray(contents) || !isDictionary(page.resources)) return undefined;
  const stream = file.resolve(contents[2]);
  if (!isStream(stream)) return undefined;
  const kinds = [...page.resources.entries].map(([kind, value]): [string, PdfValue] => {
    const named = file.resolve(value);
    if (!isDictionary(named) || isStream(named)) return [kind, value];
    return [kind, { entries: new Map([...named.entries].filter(([name]) => !name.startsWith(prefix))) }];
  });
  const entries = new Map([...page.dictionary.entries, ['Contents', own] as const]);
  const resources = { entries: new Map(kinds.filter(([, value]) => !isEmpty(value))) };
  return { without: { ...page, dictionary: { entries }, resources }, stream };
}

function surfacesOf(file: PdfFile, page: PdfPage, stream: PdfStream): Box[] {
  const content = decodeStream(stream, file.resolve);
  return readPainted(content, page.box, createFontFinder(file)(page.resources)).shapes.map(({ box }) => box);
}

function isEmpty(value: PdfValue): boolean {
  return isDictionary(value) && !isStream(value) && value.entries.size === 0;
}

/** What paints nothing, or leads back up. */
const silent: ReadonlySet<string> = new Set([
  'Parent',
  'StructParent',
  'StructParents',
  'Metadata',
  'ToUnicode',
  'PieceInfo',
  'LastModified',
  'P',
  'Dest',
  'A',
]);

/** Names values by all that they lead to, whatever the numbers of objects are. */
function createDigester(file: PdfFile): Digest {
  const known = new Map<number, string>();
  const digest: Digest = value => {
    if (isReference(value)) {
      const name = known.get(value.object);
      if (name !== undefined) return name;
      known.set(value.object, 'above'); // a circle ends where it began
      const made = digest(file.resolve(value));
      known.set(value.object, made);
      return made;
    }
    if (isArray(value)) return hash(`[${value.map(digest).join(' ')}]`);
    if (isDictionary(value)) return digestEntries(value, digest);
    return serialise(value);
  };
  return digest;
}

function digestEntries(value: PdfDictionary, digest: Digest): string {
  const named = [...value.entries]
    .filter(([key, one]) => !silent.has(key) && !isEmpty(one))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${key} ${digest(one)}`);
  return hash(named.join('\n'), isStream(value) ? value.raw : undefined);
}

function hash(text: string, bytes?: Uint8Array): string {
  const made = createHash('sha256').update(text);
  return (bytes ? made.update(bytes) : made).digest('hex');
}
