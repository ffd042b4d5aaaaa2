// Where figures and boxes go when they do not fit: past the text that follows, to the top of the next page.

/** A block of running text as the browser laid it out; lengths in CSS px. */
export interface Block {
  /** `float` may move down past later blocks; a `heading` stays with what follows it. */
  readonly kind: 'text' | 'heading' | 'float' | 'aside';
  readonly height: number;
  readonly marginTop: number;
  readonly marginBottom: number;
  /** Height of the notes that it calls, which stand at the foot of its page. */
  readonly notes?: number;
}

/** A flow of blocks that begins a new page, below `start` px of title. */
export interface Flow {
  readonly start: number;
  readonly blocks: readonly Block[];
}

/** Space at the foot of a page that is not worth moving a figure for. */
const tolerance = 40;
/** Room that a heading needs below it: two lines of text. */
const afterHeading = 60;
/** White and a rule above the notes of a page. */
const aboveNotes = 27;
/** Layout on pages differs a little from layout without pages. */
const margin = 6;

interface Page {
  /** Height of the page less its notes. */
  height: number;
  readonly whole: number;
  used: number;
  /** Margin below the last block, not yet collapsed with the next one's. */
  pending: number;
  /** Where the lowest margin note ends. */
  aside: number;
}

/**
 * The order in which to set a flow's blocks on pages of a height: the text keeps its order, floats keep theirs, and a
 * float that does not fit lets later text go first until the page is full, as a typesetter does.
 */
export function arrange(flow: Flow, pageHeight: number): number[] {
  const whole = pageHeight - margin;
  const page: Page = { height: whole, whole, used: flow.start, pending: 0, aside: 0 };
  const order: number[] = [];
  const waiting: number[] = [];
  const put = (index: number): void => {
    place(page, flow.blocks[index]);
    order.push(index);
  };
  const settle = (): void => {
    while (waiting[0] !== undefined && fits(page, flow.blocks[waiting[0]])) put(waiting.shift() ?? 0);
  };
  flow.blocks.forEach((block, index) => {
    if (block.kind === 'float') {
      if (waiting.length === 0 && (fits(page, block) || page.height - page.used < tolerance)) put(index);
      else waiting.push(index);
      return;
    }
    if (block.kind !== 'text' && !fitsWithNext(page, flow.blocks, index)) {
      startPage(page);
      settle();
    }
    const before = page.used;
    put(index);
    if (page.used < before) settle();
  });
  for (const index of waiting) put(index);
  return order;
}

function startPage(page: Page): void {
  page.height = page.whole;
  page.used = 0;
  page.pending = 0;
  page.aside = 0;
}

function offset(page: Page, block: Block): number {
  if (page.used === 0) return 0;
  const below = page.used + Math.max(page.pending, block.marginTop);
  return block.kind === 'float' ? Math.max(below, page.aside + block.marginTop) : below;
}

function fits(page: Page, block: Block | undefined): boolean {
  return block !== undefined && offset(page, block) + block.height <= page.height;
}

/** A heading or margin note must have the first lines of what follows on its page. */
function fitsWithNext(page: Page, blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  if (!block) return true;
  if (block.kind === 'aside') return page.used + Math.max(block.height, afterHeading) <= page.height;
  return offset(page, block) + block.height + block.marginBottom + afterHeading <= page.height;
}

/** Puts a block below what is there; text runs on to the next page, all else begins one when it does not fit. */
function place(page: Page, block: Block | undefined): void {
  if (!block) return;
  if (block.kind === 'aside') {
    page.aside = page.used + page.pending + block.height;
    return;
  }
  if (block.kind !== 'text' && !fits(page, block)) startPage(page);
  const notes = block.notes ?? 0;
  const from = offset(page, block);
  const room = roomFor(page, notes) + notes - from;
  const overflow = block.height + notes - room;
  if (overflow > 0 && block.kind === 'text') {
    // Its lines and their notes go to the next page together.
    const share = notes > 0 ? Math.min(1, overflow / (block.height + notes)) : overflow / block.height;
    startPage(page);
    page.used = block.height * share;
    page.height = roomFor(page, notes * share);
  } else {
    page.used = from + block.height;
    page.height = roomFor(page, notes);
  }
  page.pending = block.marginBottom;
}

/** The height of a page with more notes at its foot. */
function roomFor(page: Page, notes: number): number {
  if (notes === 0) return page.height;
  return page.height - notes - (page.height === page.whole ? aboveNotes : 0);
}
