// A tagged PDF as its passages are read from: what each sequence says and paints, and what the tree says of its elements.

import { sequenceKey } from '../inspect/reading.ts';
import type { PdfFile } from '../pdf/file.ts';
import { readBox } from '../pdf/pages.ts';
import {
  type ContentItem,
  elementsOf,
  type StructureElement,
  type StructureKid,
  type StructureTree,
} from '../pdf/structure.ts';
import { around, within } from './boxes.ts';
import type { PaintedPage, Saying, Shape } from './painted.ts';
import type { PlacedBox } from './passage.ts';
import { isOnNewLine } from './words.ts';

/** What a sequence says; without a page where the file has none for it. */
export interface Said {
  readonly page: PaintedPage | undefined;
  readonly sayings: readonly Saying[];
  readonly shapes: readonly Shape[];
}

/** A tagged file. */
export interface TaggedFile {
  readonly kids: readonly StructureElement[];
  /** Whether its text says the spaces at the ends of lines: many programs only begin a new line. */
  readonly tellsSpaces: boolean;
  /** The standard type of an element. */
  typeOf(element: StructureElement): string;
  sequence(item: ContentItem): Said;
  /** What all sequences in an element say, in their order. */
  all(element: StructureElement): readonly Said[];
  /** What each entry of a table of contents says, without those below it. */
  entriesOf(contents: StructureElement): readonly (readonly Said[])[];
  /** The number, from 0, of the table that a row or a caption belongs to. */
  readonly tables: ReadonlyMap<StructureElement, number>;
  /** Where a drawing stands: as it says, or where it paints. */
  boxOf(drawing: StructureElement): PlacedBox | undefined;
}

/** A file with its tree and its pages as they are painted. */
export function openTagged(file: PdfFile, tree: StructureTree, pages: readonly PaintedPage[]): TaggedFile {
  const byPage = new Map(pages.map(page => [page.page.object, { page, said: bySequence(page) }]));
  const typeOf = ({ type }: StructureElement): string => standardType(type, tree.roles);
  const sequence = ({ page: object, mcid, stream }: ContentItem): Said => {
    const found = byPage.get(object);
    return { page: found?.page, ...(found?.said.get(sequenceKey(mcid, stream)) ?? { sayings: [], shapes: [] }) };
  };
  const all = ({ kids }: StructureElement): readonly Said[] => kids.flatMap(kid => saidIn(kid, sequence));
  const isContents = (kid: StructureKid): boolean => kid.kind === 'element' && typeOf(kid) === 'TOC';
  return {
    ...{ kids: tree.kids, tellsSpaces: tellsSpaces(pages), typeOf, sequence, all, tables: numberTables(tree, typeOf) },
    entriesOf: contents =>
      [...elementsOf([contents])]
        .filter(element => typeOf(element) === 'TOCI')
        .map(entry => entry.kids.filter(kid => !isContents(kid)).flatMap(kid => saidIn(kid, sequence))),
    boxOf: drawing => boxOf(file, drawing, all(drawing)),
  };
}

/** Whether most lines that follow another in one sequence are parted from it by a space. */
function tellsSpaces(pages: readonly PaintedPage[]): boolean {
  let [told, untold] = [0, 0];
  for (const { sayings } of pages)
    for (const [index, { text, glyphs, mark }] of sayings.entries()) {
      const before = sayings[index - 1];
      const [first, last] = [glyphs[0], before?.glyphs.at(-1)];
      if (!before || !first || !last || mark.sequence === undefined || before.mark.sequence !== mark.sequence) continue;
      if (!isOnNewLine(last, first)) continue;
      if (/\s$/.test(before.text) || /^\s/.test(text)) told += 1;
      else if (/\p{L}$/u.test(before.text) && /^\p{L}/u.test(text)) untold += 1;
    }
  return told >= untold;
}

/** The standard type for which a type stands, by the role map. */
function standardType(type: string, roles: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let name = type;
  for (let role = roles.get(name); role !== undefined && !seen.has(name); role = roles.get(name)) {
    seen.add(name);
    name = role;
  }
  return name;
}

interface Sequence {
  readonly sayings: Saying[];
  readonly shapes: Shape[];
}

function bySequence({ sayings, shapes }: PaintedPage): ReadonlyMap<string, Sequence> {
  const found = new Map<string, Sequence>();
  const of = (key: string): Sequence => {
    const known = found.get(key) ?? { sayings: [], shapes: [] };
    found.set(key, known);
    return known;
  };
  for (const one of sayings) if (one.mark.sequence !== undefined) of(one.mark.sequence).sayings.push(one);
  for (const one of shapes) if (one.mark.sequence !== undefined) of(one.mark.sequence).shapes.push(one);
  return found;
}

function saidIn(kid: StructureKid, sequence: TaggedFile['sequence']): readonly Said[] {
  if (kid.kind === 'object') return [];
  return kid.kind === 'content' ? [sequence(kid)] : kid.kids.flatMap(one => saidIn(one, sequence));
}

/** The caption of a table stands in it, or in the figure beside it. */
function numberTables(tree: StructureTree, typeOf: TaggedFile['typeOf']): Map<StructureElement, number> {
  const numbers = new Map<StructureElement, number>();
  let count = 0;
  const visit = (element: Pick<StructureElement, 'kids'>): void => {
    const kids = element.kids.filter(kid => kid.kind === 'element');
    const beside = kids.filter(kid => typeOf(kid) === 'Figure').flatMap(figure => captionsOf(figure, typeOf));
    for (const kid of kids) {
      if (typeOf(kid) !== 'Table') visit(kid);
      else
        for (const part of [kid, ...elementsOf(kid.kids), ...beside]) if (!numbers.has(part)) numbers.set(part, count);
      if (typeOf(kid) === 'Table') count += 1;
    }
  };
  visit(tree);
  return numbers;
}

function captionsOf({ kids }: StructureElement, typeOf: TaggedFile['typeOf']): readonly StructureElement[] {
  return kids.filter(kid => kid.kind === 'element').filter(kid => typeOf(kid) === 'Caption');
}

function boxOf(file: PdfFile, drawing: StructureElement, said: readonly Said[]): PlacedBox | undefined {
  const page = said.find(one => one.page)?.page;
  if (!page) return undefined;
  const here = said.filter(one => one.page === page);
  const painted = here.flatMap(({ sayings, shapes }) => [
    ...sayings.flatMap(({ glyphs }) => glyphs.map(({ box }) => box)),
    ...shapes.map(({ box }) => box),
  ]);
  const own = readBox(file, drawing.attributes.get('Layout.BBox'));
  if (!own && painted.length === 0) return undefined;
  return { page: page.page.number, ...within(own ?? around(painted), page.page.box) };
}
