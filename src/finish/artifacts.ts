// Runs of painting outside the text, marked as artifacts of the page's layout, or as its running head or foot.

import type { Box } from '../pdf/pages.ts';
import type { Edits } from './edits.ts';

/** Marks painting as artifacts; neighbours of a kind share their mark. */
export interface Artifacts {
  /** Something painted from one offset up to another; text without a tag in a page's margin is a running head or foot. */
  paint(from: number, to: number, painted: { readonly box: Box | undefined; readonly isText: boolean }): void;
  /** Painting is clipped until the graphics state ends: Chromium clips what stands within the margins of a page. */
  clip(): void;
  /** A saved graphics state begins. */
  enter(): void;
  /** A saved graphics state ends: a mark that began in it ends with what was painted last. */
  leave(): void;
  /** Ends the mark with what was painted last. */
  close(): void;
}

const marks = {
  layout: '/Artifact <</Type /Layout>> BDC\n',
  head: '/Artifact <</Type /Pagination /Subtype /Header>> BDC\n',
  foot: '/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n',
} as const;

/** For a page of a size; nothing is marked yet. */
export function createArtifacts(edits: Edits, page: Box): Artifacts {
  let open: { kind: keyof typeof marks; depth: number; end: number } | undefined;
  let depth = 0;
  /** The outermost depth at which painting is clipped. */
  let clipped = Number.POSITIVE_INFINITY;
  const close = (): void => {
    if (open) edits.insert(open.end, '\nEMC\n');
    open = undefined;
  };
  return {
    paint(from, to, { box, isText }) {
      const kind = kindOf(page, isText && depth < clipped ? box : undefined);
      if (open?.kind !== kind || open.depth !== depth) {
        close();
        edits.insert(from, marks[kind]);
        open = { kind, depth, end: to };
      }
      open.end = to;
    },
    clip() {
      clipped = Math.min(clipped, depth);
    },
    enter() {
      depth += 1;
    },
    leave() {
      if (open && open.depth >= depth) close();
      if (depth === clipped) clipped = Number.POSITIVE_INFINITY;
      depth -= 1;
    },
    close,
  };
}

function kindOf(page: Box, text: Box | undefined): keyof typeof marks {
  if (!text) return 'layout';
  return (text.bottom + text.top) / 2 > (page.bottom + page.top) / 2 ? 'head' : 'foot';
}
