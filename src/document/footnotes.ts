// Where notes stand at the foot of pages: a running text cut into pages, each with room below for the notes it calls.

/** A line of running text, or something that is never broken; px below the top of the first page, on an endless page. */
export interface Piece {
  readonly top: number;
  readonly bottom: number;
  /** Number of the element that it is, or is a line of. */
  readonly leaf: number;
  /** Its number among the lines of that element, from 0. */
  readonly line: number;
  /** Whether a page may begin with it. */
  readonly breaks: boolean;
  /** Where what stands beside it in the margin ends: a key figure that begins with it. */
  readonly reach: number;
  /** Indexes of the notes that are called in it for the first time. */
  readonly calls: readonly number[];
}

/** A note as measured at the foot of a page, and in the list at the end of its text; heights in CSS px. */
export interface MeasuredNote {
  readonly height: number;
  readonly listed: number;
}

/** A running text with notes that begins a page. */
export interface NotedFlow {
  readonly pieces: readonly Piece[];
  readonly notes: readonly MeasuredNote[];
  /** Height of what stands above the first note of a page: white space and a rule. */
  readonly opening: number;
}

/** The end of a page within a running text. */
export interface Cut {
  readonly leaf: number;
  /** The line that begins the next page; 0 when the element itself does. */
  readonly line: number;
  /** Height beside which the lines above the cut stand, counted from the cut before in the same element, if any. */
  readonly pushed: number;
  /** Height to keep free below them; 0 when there is no room for a line anyway. */
  readonly filled: number;
}

/** A note at the foot of a page of its text, from 0; `top` is the height of all pages and lines above it, in px. */
export interface PlacedNote {
  readonly note: number;
  readonly page: number;
  readonly top: number;
  readonly isFirst: boolean;
}

/** Where the notes of one running text stand; those that are not placed stay in the list at its end. */
export interface NotePlan {
  readonly notes: readonly PlacedNote[];
  /** The ends of its pages, one for each from the first; what follows the last is left to the browser. */
  readonly cuts: readonly Cut[];
}

/** Part of a page that one note may take; a longer one stays in the list at the end. */
const longest = 0.4;
/** Layout on pages differs a little from layout without pages. */
const margin = 2;
/** Notes end this much above the foot: baselines are rounded to whole px, and so on all pages to the same. */
const lift = 0.4;

/**
 * The pages of a running text, cut so that all notes of a page fit at its foot. A line whose notes do not fit goes to the
 * next page with them, and the room above stays white; so each page follows from the pages before it, without a circle.
 */
export function placeNotes(flow: NotedFlow, height: number): NotePlan {
  const long = flow.notes.flatMap((note, index) => (note.height > height * longest ? [index] : []));
  return placeAll(flow, height, new Set(long));
}

function placeAll(flow: NotedFlow, height: number, listed: ReadonlySet<number>): NotePlan {
  const pieces = withList(flow, listed);
  const pages: Page[] = [];
  for (let start = 0; pieces.slice(start).some(({ calls }) => calls.length > 0); ) {
    const page = fill(pieces, start, { flow, height, origin: pages.length === 0 ? 0 : (pieces[start]?.top ?? 0) });
    if (page.end === start) {
      return placeAll(flow, height, new Set([...listed, ...tooMuch(pieces.slice(start), flow)]));
    }
    pages.push(page);
    start = page.end;
  }
  return {
    notes: pages.flatMap((page, index) => notesOf(page, index, flow, height)),
    cuts: cutsOf(pieces, pages, height),
  };
}

/** Of a page on which not even the first piece fits: the longest note up to where it may end, or else all to come. */
function tooMuch(pieces: readonly Piece[], { notes }: NotedFlow): readonly number[] {
  const next = pieces.findIndex(({ breaks }, index) => index > 0 && breaks);
  const calls = pieces.slice(0, next < 0 ? undefined : next).flatMap(piece => piece.calls);
  const [longestFirst] = calls.toSorted((a, b) => (notes[b]?.height ?? 0) - (notes[a]?.height ?? 0));
  return longestFirst === undefined ? pieces.flatMap(piece => piece.calls) : [longestFirst];
}

/** The pieces with what stands in the list below them: it is text like all text. */
function withList({ pieces, notes }: NotedFlow, listed: ReadonlySet<number>): Piece[] {
  const without = pieces.map(piece => ({ ...piece, calls: piece.calls.filter(note => !listed.has(note)) }));
  let top = Math.max(0, ...pieces.map(({ bottom }) => bottom)) + listGap;
  const called = new Set(pieces.flatMap(({ calls }) => calls));
  const list = notes.flatMap((note, index): Piece[] => {
    if (called.has(index) && !listed.has(index)) return [];
    const bottom = top + note.listed;
    const piece = { top, bottom, leaf: -1 - index, line: 0, breaks: true, reach: bottom, calls: [] };
    top = bottom;
    return [piece];
  });
  return [...without, ...list];
}

/** At least the space above the list. */
const listGap = 16;

interface Page {
  readonly start: number;
  /** Index of the first piece of the next page. */
  readonly end: number;
  /** Where the page begins on the endless page. */
  readonly origin: number;
  readonly notes: readonly number[];
}

/** The page that begins with a piece: as many as fit with their notes, up to the last place where a page may end. */
function fill(
  pieces: readonly Piece[],
  start: number,
  { flow, height, origin }: { flow: NotedFlow; height: number; origin: number },
): Page {
  let page: Page = { start, end: start, origin, notes: [] };
  const notes: number[] = [];
  let foot = 0;
  for (let index = start; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (!piece) break;
    for (const note of piece.calls)
      foot += (notes.push(note) === 1 ? flow.opening : 0) + (flow.notes[note]?.height ?? 0);
    const room = height - margin + origin;
    if (piece.bottom + foot > room || piece.reach > room) break;
    const next = pieces[index + 1];
    if (!next || next.breaks) page = { ...page, end: index + 1, notes: [...notes] };
  }
  return page;
}

/** The notes of a page in order, the last one at the very foot of it. */
function notesOf(page: Page, index: number, flow: NotedFlow, height: number): PlacedNote[] {
  const heights = page.notes.map((note, at) => (flow.notes[note]?.height ?? 0) + (at === 0 ? flow.opening : 0));
  return page.notes.map((note, at) => {
    const below = heights.slice(at).reduce((sum, one) => sum + one, 0);
    return { note, page: index, top: (index + 1) * height - lift - below, isFirst: at === 0 };
  });
}

/** The end of every page but one that ends with the text. */
function cutsOf(pieces: readonly Piece[], pages: readonly Page[], height: number): Cut[] {
  return pages.flatMap((page, at) => {
    const next = pieces[page.end];
    if (!next) return [];
    const { leaf, line } = next;
    if (line === 0) return [{ leaf, line, pushed: 0, filled: 0 }];
    const lineHeight = next.bottom - next.top;
    const rest = lineHeight / 4;
    const began = pages[at - 1]?.end;
    const before = began === undefined ? undefined : pieces[began];
    const continues = before !== undefined && before.leaf === leaf && before.line > 0;
    const first = pieces.find(piece => piece.leaf === leaf);
    const lines = next.top - ((continues ? before : first)?.top ?? 0);
    const free = height - (next.top - page.origin);
    return [{ leaf, line, pushed: lines + (continues ? 2 : 1) * rest, filled: Math.max(0, free - 2 * rest) }];
  });
}
