// The lines of running text on a page: headings, paragraphs, list items, boxes, captions, notes; not charts and tables.

import type { Box } from '../pdf/pages.ts';
import { inlineTypes, type StructureElement } from '../pdf/structure.ts';
import type { Piece } from './reading.ts';

/** A line as it is set. */
export interface Line {
  readonly box: Box;
  /** How far it stands above the foot of the page. */
  readonly baseline: number;
}

/** The sequences of each page that are running text, in reading order, with the block that each belongs to. */
export type RunningText = ReadonlyMap<number, readonly { readonly mcid: number; readonly block: number }[]>;

/** Elements whose content is no running text; the caption of a figure is. */
const apart = new Set(['Figure', 'Formula', 'Table', 'TOC', 'Lbl']);

/** The running text of a document, by the numbers of its pages' objects. */
export function runningText(root: StructureElement): RunningText {
  const found = new Map<number, { mcid: number; block: number }[]>();
  let blocks = 0;
  const visit = (element: StructureElement, above: { readonly block: number; readonly isText: boolean }): void => {
    const isBlock = !inlineTypes.has(element.type);
    const block = isBlock ? ++blocks : above.block;
    const isText = element.type === 'Caption' || (above.isText && !apart.has(element.type));
    for (const kid of element.kids) {
      if (kid.kind === 'element') visit(kid, { block, isText });
      else if (kid.kind === 'content' && isText)
        found.set(kid.page, [...(found.get(kid.page) ?? []), { mcid: kid.mcid, block }]);
    }
  };
  visit(root, { block: 0, isText: true });
  return found;
}

/** A line while its pieces are gathered. */
interface Gathered {
  left: number;
  bottom: number;
  right: number;
  top: number;
  baseline: number;
}

/** The lines of the sequences of a page, in reading order. */
export function linesOf(
  pieces: readonly Piece[],
  text: RunningText extends ReadonlyMap<number, infer T> ? T : never,
): Line[] {
  const bySequence = Map.groupBy(pieces, ({ mcid }) => mcid);
  const lines: Gathered[] = [];
  const last = new Map<number, Gathered>();
  for (const { mcid, block } of text)
    for (const piece of bySequence.get(mcid) ?? []) {
      const line = last.get(block);
      if (line && isOn(line, piece)) extend(line, piece);
      else {
        const begun = { ...piece.box, baseline: piece.baseline };
        last.set(block, begun);
        lines.push(begun);
      }
    }
  return lines.map(({ baseline, ...box }) => ({ box, baseline }));
}

/** Whether a piece goes on with a line: raised and lowered signs stand less than their own height from its baseline. */
function isOn(line: Gathered, { box, baseline }: Piece): boolean {
  const size = Math.min(line.top - line.bottom, box.top - box.bottom);
  return Math.abs(line.baseline - baseline) < size * 0.75;
}

/** The largest letters carry the baseline. */
function extend(line: Gathered, { box, baseline }: Piece): void {
  if (box.top - box.bottom > line.top - line.bottom) line.baseline = baseline;
  line.left = Math.min(line.left, box.left);
  line.right = Math.max(line.right, box.right);
  line.bottom = Math.min(line.bottom, box.bottom);
  line.top = Math.max(line.top, box.top);
}
