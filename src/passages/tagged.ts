// The passages of a tagged PDF: its structure tree in reading order, with the words that its sequences paint.

import { noticeId } from '../draft/names.ts';
import { plainWords } from '../inspect/record.ts';
import { inlineTypes, type StructureElement, type StructureKid } from '../pdf/structure.ts';
import { around as boxAround, boxesOf } from './boxes.ts';
import { createHeadings, type Headings } from './headings.ts';
import type { Glyph } from './painted.ts';
import type { Passage, PassageKind, PlacedBox } from './passage.ts';
import { rejoined } from './rejoin.ts';
import type { Said, TaggedFile } from './sequences.ts';
import { createWords, type WordWriter } from './words.ts';

/** What the tags of a file say. */
export interface TaggedText {
  readonly passages: readonly Passage[];
  /** Boxes of drawings. */
  readonly drawings: readonly PlacedBox[];
  /** Page numbers in a table of contents, and the notice of a draft. */
  readonly furniture: readonly PlacedBox[];
}

interface Walk {
  readonly file: TaggedFile;
  readonly headings: Headings;
  readonly words: WordWriter;
  readonly passages: Passage[];
  readonly drawings: PlacedBox[];
  readonly furniture: PlacedBox[];
  /** Drawings and notes met within a text, to be visited behind it. */
  waiting: (() => void)[];
}

/** What is known of the text around an element. */
interface Around {
  readonly kind: PassageKind;
  readonly level?: number;
  readonly table?: number;
  /** Whether the block is one text, which drawings and notes do not end. */
  readonly isText: boolean;
}

/** Walks a structure tree. */
export function readTagged(file: TaggedFile): TaggedText {
  const [passages, drawings, furniture]: [Passage[], PlacedBox[], PlacedBox[]] = [[], [], []];
  const walk: Walk = {
    ...{
      file,
      headings: createHeadings(),
      words: createWords(file.tellsSpaces),
      passages,
      drawings,
      furniture,
      waiting: [],
    },
  };
  const whole: Around = { kind: 'paragraph', isText: false };
  for (const kid of file.kids) visitElement(kid, whole, walk);
  flush(whole, walk);
  return { passages: file.tellsSpaces ? passages : rejoined(passages), drawings, furniture };
}

/** The words said so far are a passage. */
function flush({ kind, level, table }: Around, walk: Walk, cells?: readonly number[]): void {
  const { headings, passages } = walk;
  const words = walk.words.take();
  if (words.length > 0) {
    const own = { ...(level === undefined ? {} : { level }), ...(table === undefined ? {} : { table }) };
    const passage = { kind, ...own, section: headings.above(level), words, ...(cells ? { cells } : {}) };
    passages.push(passage);
    if (level !== undefined) headings.enter(level, passage);
  }
  const waiting = walk.waiting;
  walk.waiting = [];
  for (const visit of waiting) visit();
}

function visit(kid: StructureKid, around: Around, walk: Walk): void {
  if (kid.kind === 'element') visitElement(kid, around, walk);
  if (kid.kind !== 'content') return;
  const { page, sayings } = walk.file.sequence(kid);
  for (const saying of sayings) if (page) walk.words.say(saying, page);
}

const drawn: ReadonlySet<string> = new Set(['Figure', 'Formula']);
const apart: ReadonlySet<string> = new Set([...drawn, 'Note', 'FENote']);

function visitElement(element: StructureElement, around: Around, walk: Walk): void {
  const { file, words } = walk;
  const type = file.typeOf(element);
  if (isLeftOut(element, type, { around, walk })) {
    if (!inlineTypes.has(type)) words.space();
    return;
  }
  if (apart.has(type) && around.isText) {
    words.space();
    walk.waiting.push(() => visitApart(element, type, walk));
    return;
  }
  if (inlineTypes.has(type)) visitKids(element, around, walk);
  else if (around.kind === 'row') visitInCell(element, around, walk);
  else visitBlock(element, type, { around, walk });
}

function visitBlock(element: StructureElement, type: string, { around, walk }: Place): void {
  flush(around, walk);
  if (drawn.has(type)) visitDrawing(element, walk);
  else if (type === 'TR') visitRow(element, walk);
  else {
    const within = aroundIn(element, type, { around, walk });
    visitKids(element, within, walk);
    flush(within, walk);
  }
}

function visitKids(element: StructureElement, around: Around, walk: Walk): void {
  if (element.actualText === undefined) for (const kid of element.kids) visit(kid, around, walk);
  else {
    const said = walk.file.all(element);
    const [first] = said;
    if (!first?.page) return;
    const glyphs = said.filter(({ page }) => page === first.page).flatMap(glyphsOf);
    walk.words.say({ text: element.actualText, glyphs }, first.page);
  }
}

function glyphsOf({ sayings }: Said): readonly Glyph[] {
  return sayings.flatMap(({ glyphs }) => glyphs);
}

function visitApart(element: StructureElement, type: string, walk: Walk): void {
  if (drawn.has(type)) visitDrawing(element, walk);
  else visitElement(element, { kind: 'note', isText: false }, walk);
}

interface Place {
  readonly around: Around;
  readonly walk: Walk;
}

/** What an element makes of the text in it. */
function aroundIn(element: StructureElement, type: string, { around, walk }: Place): Around {
  const level = /^H([1-9]\d*)?$/.exec(type);
  if (level) return { kind: 'heading', level: Number(level[1] ?? 1), isText: true };
  const table = walk.file.tables.get(element) ?? around.table;
  const isText = type === 'P' || type === 'Caption';
  const kind = kinds.get(type) ?? (around.kind === 'heading' ? 'paragraph' : around.kind);
  return { kind, isText, ...(kind === 'caption' && table !== undefined ? { table } : {}) };
}

const kinds = new Map<string, PassageKind>([
  ...[['LI', 'item'] as const, ['BlockQuote', 'quote'] as const, ['Caption', 'caption'] as const],
  ...[['Note', 'note'] as const, ['FENote', 'note'] as const],
]);

/** A row is one passage, whatever its cells are made of. */
function visitRow(row: StructureElement, walk: Walk): void {
  const table = walk.file.tables.get(row);
  const around: Around = { kind: 'row', isText: true, ...(table === undefined ? {} : { table }) };
  const cells: number[] = [];
  for (const cell of row.kids) {
    walk.words.space();
    cells.push(walk.words.count);
    visit(cell, around, walk);
  }
  flush(around, walk, cells);
}

function visitInCell(element: StructureElement, around: Around, walk: Walk): void {
  walk.words.space();
  visitKids(element, around, walk);
  walk.words.space();
}

/** The words of a drawing are those of its text alternative; its caption is a passage of its own. */
function visitDrawing(element: StructureElement, walk: Walk): void {
  const { file, headings, passages, drawings } = walk;
  const box = file.boxOf(element);
  const words = plainWords(element.alternative ?? element.actualText ?? '').split(' ');
  if (box) drawings.push(box);
  if (box && words[0] !== '')
    passages.push({ kind: 'drawing', section: headings.above(), words: words.map(text => ({ text, boxes: [box] })) });
  for (const kid of element.kids)
    if (kid.kind === 'element' && file.typeOf(kid) === 'Caption')
      visitElement(kid, { kind: 'paragraph', isText: false }, walk);
}

/** Tables of contents, labels, the notice of a draft, calls of notes, and the links back to them. */
function isLeftOut(element: StructureElement, type: string, { around, walk }: Place): boolean {
  if (type === 'TOC') leaveOutContents(element, walk);
  if (element.id === noticeId) leaveOutNotice(element, walk);
  if (type === 'TOC' || type === 'Lbl' || element.id === noticeId) return true;
  return (type === 'Reference' || type === 'Link') && isNoteLink(element, { around, walk });
}

/** All of it follows from the headings: the numbers of its pages, and as a whole what it takes of each page. */
function leaveOutContents(element: StructureElement, { file, furniture }: Walk): void {
  const pages = new Map<number, PlacedBox[]>();
  for (const entry of file.entriesOf(element)) {
    const words = createWords(file.tellsSpaces);
    for (const { page, sayings } of entry) for (const saying of sayings) if (page) words.say(saying, page);
    const taken = words.take();
    const last = taken.at(-1);
    if (last && /^\d+$/.test(last.text)) furniture.push(...last.boxes);
    for (const box of taken.flatMap(({ boxes }) => boxes)) pages.set(box.page, [...(pages.get(box.page) ?? []), box]);
  }
  for (const [page, boxes] of pages) furniture.push({ page, ...boxAround(boxes) });
}

function leaveOutNotice(element: StructureElement, { file, furniture }: Walk): void {
  const letters = file.all(element).flatMap(({ page, sayings }) => {
    const number = page?.page.number ?? 1;
    return sayings.flatMap(({ glyphs }) => glyphs.map(({ box, baseline }) => ({ box, baseline, page: number })));
  });
  const boxes = boxesOf(letters);
  const [first] = boxes;
  if (first) furniture.push({ page: first.page, ...boxAround(boxes) });
}

/** A call is a number that refers, or stands in brackets, or is smaller than the letters before it; a link back is an arrow in a note. */
function isNoteLink(element: StructureElement, { around: { kind }, walk }: Place): boolean {
  const said = walk.file.all(element);
  const text = said.flatMap(({ sayings }) => sayings.map(one => one.text)).join('');
  if (kind === 'note' && /^\s*[\u2191\u21A9\u21B5\u23CE^][\uFE0E\uFE0F]?\s*$/.test(text)) return true;
  if (!/^\s*[[(]?(?:\d{1,3}|[*†‡]{1,3})[\])]?\s*$/.test(text)) return false;
  if (/[[(]/.test(text) || walk.file.typeOf(element) === 'Reference') return true;
  const size = said.flatMap(glyphsOf)[0]?.size ?? 0;
  return size < (walk.words.last?.size ?? 0) * 0.85;
}
