// Lines without tags put together to paragraphs: by their distances, sizes, indents and the ends of sentences.

import type { Column } from './columns.ts';
import { commonest, label, type Row, tokensIn } from './rows.ts';
import { isRaised, type Token } from './tokens.ts';

/** Lines that belong together. */
export interface Block {
  readonly kind: 'text' | 'item' | 'row';
  readonly lines: readonly (readonly Token[])[];
  readonly size: number;
  readonly isBold: boolean;
  /** Of a row: how many words stand before each cell; and a number for its table. */
  readonly cells?: readonly number[];
  readonly table?: number;
}

/** A block while its lines are gathered. */
interface Draft {
  readonly kind: Block['kind'];
  readonly rows: Row[];
}

/** The blocks of columns in reading order; `usual` is the size of the running text. */
export function blocksOf(columns: readonly Column[], usual: number): Block[] {
  const blocks: Block[] = [];
  let tables = 0;
  for (const { kind, rows } of columns) {
    if (kind === 'table') {
      blocks.push(...rows.map(row => rowBlock(row, tables)));
      tables += 1;
      continue;
    }
    for (const draft of draftsOf(rows)) addBlock(blockOf(draft), blocks, usual);
  }
  return blocks;
}

function rowBlock(row: Row, table: number): Block {
  let count = 0;
  const cells = row.segments.map(({ tokens }) => {
    count += tokens.length;
    return count - tokens.length;
  });
  const tokens = tokensIn(row);
  return { kind: 'row', lines: [tokens], size: row.size, isBold: tokens.every(one => one.isBold), cells, table };
}

function draftsOf(rows: readonly Row[]): Draft[] {
  const drafts: Draft[] = [];
  const leading = leadingOf(rows);
  for (const row of rows) {
    const draft = drafts.at(-1);
    const kind = isLabelled(row) ? 'item' : 'text';
    if (draft && kind === 'text' && goesOn(draft, row, { rows, leading })) draft.rows.push(row);
    else drafts.push({ kind, rows: [row] });
  }
  return drafts;
}

function isLabelled(row: Row): boolean {
  const [first, second] = tokensIn(row);
  if (!first || !second) return false;
  if (/^\d{1,3}$/.test(first.text) && isRaised(first, second)) return true;
  const gap = second.box.left - first.box.right;
  if (/^\d{1,3}$/.test(first.text)) return gap > first.size * 0.6;
  return label.test(first.text) && (!/\d/.test(first.text) || gap > first.size * 0.35);
}

/** The commonest distance of lines, in sizes of their letters. */
function leadingOf(rows: readonly Row[]): number {
  const steps = rows.slice(1).flatMap((row, index): [number, number][] => {
    const step = ((rows[index]?.baseline ?? 0) - row.baseline) / row.size;
    return step > 0.8 && step < 2.2 ? [[Math.round(step * 20) / 20, 1]] : [];
  });
  return steps.length > 0 ? commonest(steps) : 1.4;
}

interface Setting {
  readonly rows: readonly Row[];
  readonly leading: number;
}

/** Whether a line goes on with the paragraph above it. */
function goesOn({ kind, rows: above }: Draft, row: Row, { rows, leading }: Setting): boolean {
  const [last, first] = [above.at(-1), above[0]];
  if (!last || !first) return false;
  const step = (last.baseline - row.baseline) / row.size;
  const isOther = Math.abs(last.size - row.size) > row.size * 0.06 || weightOf(last) !== weightOf(row);
  if (isOther || step <= 0 || step > leading * 1.2) return false;
  const left = Math.min(...rows.map(({ box }) => box.left));
  const right = Math.max(...rows.map(({ box }) => box.right));
  const isIndented = row.box.left > last.box.left + row.size * 0.7 && above.length > 1;
  const isHanging = kind === 'item' && row.box.left < first.box.left + row.size * 0.3 && row.box.left < left + row.size;
  const isShort = last.box.right < right - (right - left) * 0.2;
  return !isIndented && !(isHanging && above.length > 1) && !(isShort && endsSentence(tokensIn(last)));
}

/** Whether all letters of a line are bold: such a line is a heading. */
function weightOf(row: Row): boolean {
  return tokensIn(row).every(({ isBold }) => isBold);
}

function endsSentence(tokens: readonly Token[]): boolean {
  return /[.!?:;]["'”’)\]]*$/.test(tokens.at(-1)?.text ?? '');
}

function blockOf({ kind, rows }: Draft): Block {
  const lines = rows.map(tokensIn);
  const isBold = rows.every(weightOf);
  return { kind, lines, size: commonest(rows.map(({ size, box }) => [size, box.right - box.left])), isBold };
}

/** A paragraph that breaks off within a sentence at the end of a column goes on in the next one, behind notes and figures. */
function addBlock(block: Block, blocks: Block[], usual: number): void {
  const isPlain = (one: Block): boolean =>
    one.kind !== 'row' && Math.abs(one.size - usual) < usual * 0.06 && !one.isBold;
  const at = blocks.findLastIndex(isPlain);
  const before = blocks[at];
  const isBroken = before && blocks.length - at <= farthest && !endsSentence(before.lines.at(-1) ?? []);
  const isRest = block.kind === 'text' && isPlain(block) && /^[\p{Ll}\d]/u.test(block.lines[0]?.[0]?.text ?? '');
  if (isBroken && isRest) blocks[at] = { ...before, lines: [...before.lines, ...block.lines] };
  else blocks.push(block);
}

/** How many blocks back a paragraph may have broken off. */
const farthest = 12;
