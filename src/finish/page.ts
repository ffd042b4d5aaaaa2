// A page while its content is rewritten: what the structure tree says of it, what is noted, and where reading has come.

import type { FontOf } from '../pdf/fonts.ts';
import type { Box } from '../pdf/pages.ts';
import { followGraphics } from '../pdf/painting.ts';
import { type Artifacts, createArtifacts } from './artifacts.ts';
import { createEdits, type Edits } from './edits.ts';
import { createPathExtent, type PathExtent } from './extent.ts';
import { createWords, type Transcript, type Words } from './hyphens.ts';
import type { Does } from './steps.ts';

/** What the structure tree says of the marked-content sequences of a page, by their MCIDs. */
export interface PagePlan {
  /** Drawings of figures and bullets of lists: kept, though they may be paths alone. */
  readonly drawn: ReadonlySet<number>;
  /** Figures, whose box is wanted. */
  readonly figures: ReadonlySet<number>;
  /** Heads of tables that were said on a page before. */
  readonly repeated: ReadonlySet<number>;
}

/** A page's content with the changes to it, and what became of its sequences. */
export interface Rewritten {
  readonly bytes: Uint8Array;
  readonly edits: Edits;
  /** What the sequences of text say, by old MCID. */
  readonly transcripts: ReadonlyMap<number, Transcript>;
  /** The new MCIDs by the old ones, counted in the order of painting; those that are artifacts now are left out. */
  readonly mcids: ReadonlyMap<number, number>;
  /** Boxes on the page, by old MCID. */
  readonly boxes: ReadonlyMap<number, Box>;
}

/** What a page is rewritten with. */
export interface RewriteOptions {
  readonly plan: PagePlan;
  readonly fontOf: FontOf;
  readonly page: Box;
  readonly does: Does;
}

/** A marked-content sequence with an MCID, while it is read. */
export interface Sequence {
  readonly tag: string;
  readonly mcid: number;
  readonly isFigure: boolean;
  readonly start: number;
  readonly end: number;
  painted: boolean;
  shown: boolean;
  box: Box | undefined;
}

/** The work on a page. */
export interface Work extends RewriteOptions {
  /** The content as text in which every character is a byte. */
  readonly content: string;
  readonly edits: Edits;
  readonly artifacts: Artifacts;
  readonly words: Words;
  readonly graphics: ReturnType<typeof followGraphics>;
  readonly mcids: Map<number, number>;
  readonly transcripts: Map<number, Transcript>;
  readonly boxes: Map<number, Box>;
  /** The marked content that is open: a sequence with an MCID, or anything else. */
  readonly open: (Sequence | 'other')[];
  sequence: Sequence | undefined;
  readonly extent: PathExtent;
  /** Where the path begins that is being built. */
  pathStart: number | undefined;
  text: { start: number; box: Box | undefined } | undefined;
}

/** The work on a page before its first operator. */
export function createWork(content: string, options: RewriteOptions): Work {
  const edits = createEdits();
  return {
    ...options,
    content,
    edits,
    artifacts: createArtifacts(edits, options.page),
    words: createWords(edits),
    graphics: followGraphics(options.fontOf),
    mcids: new Map(),
    transcripts: new Map(),
    boxes: new Map(),
    open: [],
    sequence: undefined,
    extent: createPathExtent(),
    pathStart: undefined,
    text: undefined,
  };
}
