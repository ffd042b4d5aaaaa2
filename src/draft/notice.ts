// The notice at the front of a draft: a page with one paragraph on it, laid over the first page, and read out first.

import { createEdits } from '../finish/edits.ts';
import { openContent, operatorName } from '../pdf/content.ts';
import { openPdf, type PdfFile } from '../pdf/file.ts';
import { createFontFinder } from '../pdf/fonts.ts';
import { type Box, contentOf, readPages } from '../pdf/pages.ts';
import { serialise } from '../pdf/serialise.ts';
import { readStructure, type StructureElement, type StructureKid } from '../pdf/structure.ts';
import { isArray, isDictionary, isReference, isStream, PdfError, type PdfValue } from '../pdf/values.ts';
import { noticeId, prefix } from './names.ts';
import { readPainted } from './reading.ts';

/** The page that a notice is laid over. */
export interface FrontPage {
  /** Number of its object. */
  readonly object: number;
  /** The first MCID that is free on it. */
  readonly mcid: number;
  /** Gives a number for an object more. */
  readonly allocate: () => number;
}

/** A notice ready to be laid over a page. */
export interface Notice {
  readonly content: Uint8Array;
  /** The fonts and graphics states it uses, by kind and name. */
  readonly resources: ReadonlyMap<string, ReadonlyMap<string, PdfValue>>;
  readonly objects: ReadonlyMap<number, PdfValue>;
  readonly elements: readonly StructureElement[];
  /** What it covers of its page, in points. */
  readonly box: Box;
}

/** The notice of a finished PDF of one page, its names, numbers and sequences made to fit in with those of another file. */
export function readNotice(bytes: Uint8Array, front: FrontPage): Notice {
  const file = openPdf(bytes);
  const [page] = readPages(file);
  const root = readStructure(file)?.kids[0];
  if (!page || !root) throw new PdfError('The notice of a draft has no tagged page.', 'Print it with tags.');
  const content = contentOf(file, page);
  const { shapes, pieces } = readPainted(content, page.box, createFontFinder(file)(page.resources));
  const { resources, objects } = copyResources(file, page.resources, front.allocate);
  return {
    ...{ content: renamed(content, front.mcid), resources, objects },
    elements: root.kids.filter(kid => kid.kind === 'element').map((one, index) => moved(one, front, index === 0)),
    box: around([...pieces, ...shapes].map(one => one.box).filter(one => height(one) < height(page.box) / 2)),
  };
}

function height({ bottom, top }: Box): number {
  return top - bottom;
}

function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    bottom: Math.min(...boxes.map(({ bottom }) => bottom)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.max(...boxes.map(({ top }) => top)),
  };
}

/** The content with other names of fonts and graphics states, and other MCIDs. */
function renamed(content: Uint8Array, from: number): Uint8Array {
  const edits = createEdits();
  const cursor = openContent(content);
  while (cursor.next()) {
    const name = operatorName(cursor.operator);
    if (name === 'Tf') edits.replace(cursor.start, cursor.at, `/${prefix}${cursor.name(0)} ${cursor.number(1)} `);
    if (name === 'gs') edits.replace(cursor.start, cursor.at, `/${prefix}${cursor.name(0)} `);
    if (name !== 'BDC') continue;
    const properties = cursor.value(1);
    const mcid = isDictionary(properties) ? properties.entries.get('MCID') : undefined;
    if (!isDictionary(properties) || typeof mcid !== 'number') continue;
    const entries = new Map([...properties.entries, ['MCID', mcid + from] as const]);
    edits.replace(cursor.start, cursor.at, `/${cursor.name(0)} ${serialise({ entries })} `);
  }
  return edits.apply(content);
}

/** The fonts and graphics states of a page, with all that they lead to, under new numbers. */
function copyResources(file: PdfFile, resources: PdfValue, allocate: () => number) {
  const objects = new Map<number, PdfValue>();
  const numbers = new Map<number, number>();
  const copy = (value: PdfValue): PdfValue => {
    if (isReference(value)) return copyObject(value.object);
    if (isArray(value)) return value.map(copy);
    if (!isDictionary(value)) return value;
    const entries = new Map([...value.entries].map(([key, one]) => [key, copy(one)]));
    return isStream(value) ? { entries, raw: value.raw } : { entries };
  };
  const copyObject = (object: number): PdfValue => {
    const known = numbers.get(object);
    if (known !== undefined) return { object: known };
    const own = allocate();
    numbers.set(object, own);
    objects.set(own, copy(file.resolve({ object })));
    return { object: own };
  };
  const kinds = ['Font', 'ExtGState'].map((kind): [string, Map<string, PdfValue>] => {
    const found = file.get(resources, kind);
    const entries = isDictionary(found) ? [...found.entries] : [];
    return [kind, new Map(entries.map(([name, one]) => [prefix + name, copy(one)]))];
  });
  return { resources: new Map(kinds), objects };
}

/** An element on the front page, its sequences counted from the first that is free there. */
function moved(element: StructureElement, front: FrontPage, isFirst: boolean): StructureElement {
  const kids = element.kids.flatMap((kid): StructureKid[] => {
    if (kid.kind === 'element') return [moved(kid, front, false)];
    return kid.kind === 'content' ? [{ kind: 'content', page: front.object, mcid: kid.mcid + front.mcid }] : [];
  });
  return { ...element, kids, ...(isFirst ? { id: noticeId } : {}) };
}
