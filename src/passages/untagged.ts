// The passages of a PDF without tags, guessed from where its letters stand: a reader sees a heading by its size, too.

import { columnsOf } from './columns.ts';
import { pageNumberOf, partContents } from './contents.ts';
import { createHeadings } from './headings.ts';
import { createJoiner, type Joiner } from './hyphens.ts';
import type { PaintedPage } from './painted.ts';
import { type Block, blocksOf } from './paragraphs.ts';
import type { Passage, PlacedBox, Word } from './passage.ts';
import { commonest, label, type Row, rowsOf } from './rows.ts';
import { partRunning } from './running.ts';
import { isRaised, type Token, tokensOf } from './tokens.ts';
import { wordOf } from './unbroken.ts';

/** What the pages of a file without tags say. */
export interface UntaggedText {
  readonly passages: readonly Passage[];
  /** Running heads and feet, page numbers, also those in a table of contents. */
  readonly furniture: readonly PlacedBox[];
}

/** Reads pages without tags. */
export function readUntagged(painted: readonly PaintedPage[]): UntaggedText {
  const tokens = painted.map(tokensOf);
  const usual = commonest(tokens.flatMap(({ level }) => level.map(one => [one.size, one.text.length] as const)));
  const rows = tokens.map(({ level }) => rowsOf(level));
  const { text, running } = partRunning(rows, usual);
  const parted = text.map(page => partContents(page, painted.length));
  const blocks = blocksOf(
    parted.flatMap(page => columnsOf(page.text)),
    usual,
  );
  const turned = tokens.flatMap(page => page.turned).map(turnedBlock);
  const numbers = parted.flatMap(page => page.contents).flatMap(row => pageNumberOf(row) ?? []);
  return {
    passages: passagesOf([...blocks, ...turned], { usual, joiner: createJoiner(vocabulary(text)) }),
    furniture: [...running.flat().flatMap(boxesOfRow), ...numbers.map(({ page, box }) => ({ page, ...box }))],
  };
}

function boxesOfRow({ page, segments }: Row): PlacedBox[] {
  return segments.map(({ box }) => ({ page, ...box }));
}

/** Turned text stands beside the text of its page: it is read last. */
function turnedBlock(tokens: readonly Token[]): Block {
  return { kind: 'text', lines: [tokens], size: 0, isBold: false };
}

/** All words that are not broken at the end of a line. */
function* vocabulary(pages: readonly (readonly Row[])[]): Generator<string> {
  for (const { segments } of pages.flat())
    for (const { tokens } of segments)
      for (const [index, { text }] of tokens.entries())
        if (index < tokens.length - 1 || !/[-\u00AD\u2010]$/.test(text)) yield text;
}

/** What the passages of a file are told by. */
interface Signs {
  /** Size of the running text. */
  readonly usual: number;
  readonly joiner: Joiner;
}

function passagesOf(blocks: readonly Block[], { usual, joiner }: Signs): Passage[] {
  const headings = createHeadings();
  const kinds = blocks.map(block => kindOf(block, usual));
  const levels = levelsOf(blocks.filter((_, index) => kinds[index] === 'heading'));
  const notes = new Set(blocks.filter((_, index) => kinds[index] === 'note').map(noteNumber));
  return blocks.flatMap((block, index): Passage[] => {
    const kind = kinds[index] ?? 'paragraph';
    const level = kind === 'heading' ? levels.indexOf(lookOf(block)) + 1 : undefined;
    const words = wordsOf(withoutLabel(block, kind), { joiner, notes });
    if (words.length === 0) return [];
    const table = block.table === undefined ? {} : { table: block.table, cells: block.cells ?? [] };
    const passage = { kind, section: headings.above(level), words, ...table };
    if (level === undefined) return [passage];
    headings.enter(level, passage);
    return [{ ...passage, level }];
  });
}

function kindOf(block: Block, usual: number): Passage['kind'] {
  const [first, second] = block.lines[0] ?? [];
  const words = block.lines.flat();
  const text = words.map(one => one.text).join(' ');
  if (block.kind === 'row') return 'row';
  const isNumbered = first !== undefined && second !== undefined && /^\d{1,3}[.)]?$/.test(first.text);
  if (isNumbered && (isRaised(first, second) || block.size < usual * 0.92)) return 'note';
  const isLarge = block.size > usual * 1.08;
  const isTitle = /^[\p{Lu}\d'‘"“(]/u.test(text) && /\p{L}{2}/u.test(text) && !/[.;,:]$/.test(text);
  if (isTitle && words.length <= 30 && block.lines.length <= 4 && (isLarge || (block.isBold && words.length <= 15)))
    return 'heading';
  if (/^(?:Figuur|Tabel|Grafiek|Kaart|Figure|Table|Chart)\s\d/.test(text)) return 'caption';
  return block.kind === 'item' ? 'item' : 'paragraph';
}

/** How headings of one level look: larger ones stand above smaller ones, bold ones above others. */
function lookOf({ size, isBold }: Block): string {
  return `${Math.round(size * 2) / 2} ${isBold ? 1 : 0}`;
}

function levelsOf(headings: readonly Block[]): readonly string[] {
  return [...new Set(headings.map(lookOf))].sort((a, b) => {
    const [[sizeA = 0, boldA = 0], [sizeB = 0, boldB = 0]] = [a.split(' ').map(Number), b.split(' ').map(Number)];
    return sizeB - sizeA || boldB - boldA;
  });
}

function noteNumber({ lines }: Block): string {
  return (lines[0]?.[0]?.text ?? '').replace(/\D/g, '');
}

/** The bullet or number of an item, and the number of a note, are no words of theirs. */
function withoutLabel({ kind, lines }: Block, passage: Passage['kind']): readonly (readonly Token[])[] {
  const [[first, ...others] = [], ...rest] = lines;
  const isLabel =
    first !== undefined && (passage === 'note' || (kind === 'item' && passage === 'item' && isItemLabel(first)));
  return isLabel ? [others, ...rest] : lines;
}

function isItemLabel({ text }: Token): boolean {
  return label.test(text) || /^\d{1,3}$/.test(text);
}

interface Joining {
  readonly joiner: Joiner;
  /** The numbers of the notes that the file has. */
  readonly notes: ReadonlySet<string>;
}

/** The words of lines, those broken at the end of one put together. */
function wordsOf(lines: readonly (readonly Token[])[], { joiner, notes }: Joining): Word[] {
  const words: Word[] = [];
  let broken: Word | undefined;
  for (const tokens of lines)
    for (const [index, token] of tokens.entries()) {
      const word = wordOf(token, notes);
      const whole = index === 0 && broken ? joiner.join(broken.text, word.text) : undefined;
      if (broken && whole !== undefined)
        words[words.length - 1] = { text: whole, boxes: [...broken.boxes, ...word.boxes] };
      else words.push(word);
      broken = index === tokens.length - 1 ? words.at(-1) : undefined;
    }
  return words
    .map(({ text, boxes }) => ({ text: text.replace(/\u00AD/g, ''), boxes }))
    .filter(({ text }) => text !== '');
}
