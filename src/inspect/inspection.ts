// A PDF as its readers have it: the structure tree with its text, and all that stands beside it.

import { type EmbeddedFile, readAttachments } from '../pdf/attachments.ts';
import { listOf, openPdf, type PdfFile } from '../pdf/file.ts';
import { createFontFinder, type PdfFont } from '../pdf/fonts.ts';
import { type OptionalContent, readOptionalContent } from '../pdf/optionalcontent.ts';
import { type PdfPage, readPages } from '../pdf/pages.ts';
import { readStructure, type StructureElement, type StructureTree } from '../pdf/structure.ts';
import { decodeText } from '../pdf/textstring.ts';
import { isDictionary, isReference, isStream, nameOf, type PdfDictionary, type PdfValue } from '../pdf/values.ts';
import { type PageReading, readPage } from './reading.ts';
import { type Words, wordsOf } from './words.ts';
import { readXmp, type Xmp } from './xmp.ts';

/** An annotation on a page, with the element that holds it. */
export interface Annotation {
  readonly object: number;
  readonly page: PdfPage;
  /** Link, Widget, Popup and the like. */
  readonly type: string;
  readonly dictionary: PdfDictionary;
  readonly contents: string;
}

/** A bookmark. */
export interface Bookmark {
  readonly title: string;
  readonly depth: number;
}

/** Everything that is known of a file. */
export interface Inspection {
  readonly file: PdfFile;
  readonly pages: readonly PageReading[];
  /** The numbers of pages by those of their objects. */
  readonly pageNumbers: ReadonlyMap<number, number>;
  readonly tree: StructureTree | undefined;
  /** The elements in reading order, each before those in it. */
  readonly elements: readonly StructureElement[];
  /** The element in which each element stands. */
  readonly parents: ReadonlyMap<StructureElement, StructureElement>;
  readonly words: Words;
  readonly annotations: readonly Annotation[];
  readonly bookmarks: readonly Bookmark[];
  readonly fonts: readonly PdfFont[];
  /** The older document information. */
  readonly information: ReadonlyMap<string, string>;
  readonly xmp: Xmp | undefined;
  /** The files that it carries. */
  readonly attachments: readonly EmbeddedFile[];
  readonly optionalContent: OptionalContent | undefined;
}

/** Reads a whole file; throws a PdfError for one that cannot be read. */
export function inspect(bytes: Uint8Array): Inspection {
  const file = openPdf(bytes);
  const fontsOf = createFontFinder(file);
  const pages = readPages(file).map(page => readPage(file, page, fontsOf));
  const tree = readStructure(file);
  const parents = new Map<StructureElement, StructureElement>();
  const elements = listElements(tree?.kids ?? [], parents);
  const metadata = file.get(file.catalog, 'Metadata');
  return {
    ...{ file, pages, tree, elements, parents },
    pageNumbers: new Map(pages.map(({ page }) => [page.object, page.number])),
    words: wordsOf(pages),
    annotations: pages.flatMap(({ page }) => annotationsOf(file, page)),
    bookmarks: bookmarksOf(file),
    fonts: [...new Set(pages.flatMap(({ fonts }) => [...fonts]))],
    information: informationOf(file),
    xmp: isStream(metadata) ? readXmp(file, metadata) : undefined,
    attachments: readAttachments(file),
    optionalContent: readOptionalContent(file),
  };
}

/** All elements, and where each stands. */
function listElements(
  kids: readonly StructureElement[],
  parents: Map<StructureElement, StructureElement>,
): StructureElement[] {
  const elements: StructureElement[] = [];
  const visit = (element: StructureElement, parent: StructureElement | undefined): void => {
    elements.push(element);
    if (parent) parents.set(element, parent);
    for (const kid of element.kids) if (kid.kind === 'element') visit(kid, element);
  };
  for (const kid of kids) visit(kid, undefined);
  return elements;
}

function annotationsOf(file: PdfFile, page: PdfPage): Annotation[] {
  return listOf(file, page.dictionary.entries.get('Annots')).flatMap(reference => {
    const dictionary = file.resolve(reference);
    if (!isDictionary(dictionary)) return [];
    const contents = file.get(dictionary, 'Contents');
    return [
      {
        ...{ object: isReference(reference) ? reference.object : -1, page, dictionary },
        type: nameOf(file.get(dictionary, 'Subtype')) ?? '',
        contents: typeof contents === 'string' ? decodeText(contents) : '',
      },
    ];
  });
}

function bookmarksOf(file: PdfFile): Bookmark[] {
  const found: Bookmark[] = [];
  const visited = new Set<number>();
  const visit = (first: PdfValue | undefined, depth: number): void => {
    let item = first;
    while (isReference(item) && !visited.has(item.object)) {
      visited.add(item.object);
      const dictionary = file.resolve(item);
      if (!isDictionary(dictionary)) return;
      const title = file.get(dictionary, 'Title');
      found.push({ title: typeof title === 'string' ? decodeText(title) : '', depth });
      visit(dictionary.entries.get('First'), depth + 1);
      item = dictionary.entries.get('Next');
    }
  };
  const outlines = file.get(file.catalog, 'Outlines');
  if (isDictionary(outlines)) visit(outlines.entries.get('First'), 0);
  return found;
}

function informationOf(file: PdfFile): Map<string, string> {
  const info = file.resolve(file.trailer.entries.get('Info'));
  const entries = isDictionary(info) ? [...info.entries] : [];
  return new Map(
    entries.flatMap(([key, value]): [string, string][] => {
      const text = file.resolve(value);
      return typeof text === 'string' ? [[key, decodeText(text)]] : [];
    }),
  );
}
