// Follows a content stream through its graphics state: where text and paths land on the page (ISO 32000-1, 8.3, 9.4).

import { type ContentCursor, code } from './content.ts';
import { codesOf, type PdfFont } from './fonts.ts';
import type { Box } from './pages.ts';

/** A transformation: [a b c d e f] of ISO 32000-1, 8.3.3. */
export type Matrix = readonly [number, number, number, number, number, number];

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [p, q, r, s, t, u] = outer;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}

/** How many times as large an area becomes; below zero where it is mirrored. */
function areaOf([a, b, c, d]: Matrix): number {
  return a * d - b * c;
}

/** The operators that build a path. */
export const buildsPath: ReadonlySet<number> = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're'].map(code));

/** The operators that end a path by painting it. */
export const paintsPath: ReadonlySet<number> = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*'].map(code));

/** The operators that paint anything else. */
export const paintsOther: ReadonlySet<number> = new Set(['Do', 'sh', 'BI'].map(code));

interface State {
  ctm: Matrix;
  font: PdfFont | undefined;
  size: number;
  spacing: number;
  words: number;
  scale: number;
  leading: number;
  lineWidth: number;
}

/** What was shown: its codes, and where each begins and ends along the line, two numbers for each, from the pen on. */
export interface Shown {
  readonly font: PdfFont | undefined;
  readonly codes: readonly number[];
  readonly reaches: readonly number[];
}

/** The graphics state along a content stream. */
export interface Graphics {
  /** Takes the operator that the cursor has just read; gives what it showed, if it shows text. */
  follow(cursor: ContentCursor): Shown | undefined;
  /** The box around the text shown last, from the pen's way and the size of the font. */
  readonly textBox: Box;
  /** The boxes of its codes, one behind the other, each as high as that box. */
  codeBoxes(shown: Shown): readonly Box[];
  /** The size of the font of the text shown last, on the page. */
  readonly textSize: number;
  /** How far above the foot of the page the text shown last stands. */
  readonly baseline: number;
  /** Whether the text shown last runs from left to right, upright. */
  readonly isLevel: boolean;
  /** The line width on the page. */
  readonly lineWidth: number;
  /** The point of the page at a point of the current user space. */
  point(x: number, y: number): readonly [number, number];
}

/**
 * The text matrix as numbers that change in place, since a page has thousands of glyphs: its first four, where the line
 * begins, where the pen is, and where it was before the text shown last.
 */
interface Pen {
  matrix: Matrix;
  lineX: number;
  lineY: number;
  x: number;
  y: number;
  fromX: number;
  fromY: number;
}

interface Following {
  state: State;
  readonly stack: State[];
  readonly pen: Pen;
  /** The transformation and size of the text shown last. */
  shownAt: Matrix;
  shownSize: number;
  readonly fontOf: (name: string) => PdfFont | undefined;
}

/** The state at the beginning of a page or form; fonts are found by their name in the resources. */
export function followGraphics(fontOf: (name: string) => PdfFont | undefined, start: Matrix = identity): Graphics {
  const following: Following = {
    state: { ctm: start, font: undefined, size: 0, spacing: 0, words: 0, scale: 1, leading: 0, lineWidth: 1 },
    stack: [],
    pen: { matrix: identity, lineX: 0, lineY: 0, x: 0, y: 0, fromX: 0, fromY: 0 },
    ...{ shownAt: start, shownSize: 0, fontOf },
  };
  return {
    follow: cursor => operations.get(cursor.operator)?.(cursor, following),
    get textBox() {
      const { pen } = following;
      return boxBetween([pen.fromX, pen.fromY], [pen.x, pen.y], following);
    },
    codeBoxes: shown => codeBoxes(shown, following),
    get textSize() {
      const { pen, shownAt, shownSize } = following;
      return shownSize * Math.sqrt(Math.abs(areaOf(pen.matrix) * areaOf(shownAt)));
    },
    get isLevel() {
      const { pen, shownAt } = following;
      const [a, b, c, d] = pen.matrix;
      const [across, up] = [shownAt[0] * a + shownAt[2] * b, shownAt[1] * a + shownAt[3] * b];
      return across > 0 && Math.abs(up) < across / 20 && shownAt[1] * c + shownAt[3] * d > 0;
    },
    get baseline() {
      const { pen, shownAt } = following;
      return shownAt[1] * pen.fromX + shownAt[3] * pen.fromY + shownAt[5];
    },
    get lineWidth() {
      const { ctm, lineWidth } = following.state;
      return lineWidth * Math.sqrt(Math.abs(areaOf(ctm)));
    },
    point: (x, y) => apply(following.state.ctm, x, y),
  };
}

type Operation = (cursor: ContentCursor, following: Following) => Shown | undefined;

/** What each operator of the graphics and text state does; all others change neither. */
const operations: ReadonlyMap<number, Operation> = new Map(
  Object.entries<Operation>({
    q(_, { state, stack }) {
      stack.push({ ...state });
      return undefined;
    },
    Q(_, following) {
      following.state = following.stack.pop() ?? following.state;
      return undefined;
    },
    cm(cursor, { state }) {
      state.ctm = multiply(matrixOf(cursor), state.ctm);
      return undefined;
    },
    w(cursor, { state }) {
      state.lineWidth = cursor.number(0);
      return undefined;
    },
    BT: (_, { pen }) => setPen(pen, identity),
    Tf(cursor, { state, fontOf }) {
      state.font = fontOf(cursor.name(0));
      state.size = cursor.number(1);
      return undefined;
    },
    Tm: (cursor, { pen }) => setPen(pen, matrixOf(cursor)),
    Td: (cursor, { pen }) => move(pen, cursor.number(0), cursor.number(1)),
    TD(cursor, { state, pen }) {
      state.leading = -cursor.number(1);
      return move(pen, cursor.number(0), cursor.number(1));
    },
    'T*': (_, { state, pen }) => move(pen, 0, -state.leading),
    TL(cursor, { state }) {
      state.leading = cursor.number(0);
      return undefined;
    },
    Tc(cursor, { state }) {
      state.spacing = cursor.number(0);
      return undefined;
    },
    Tw(cursor, { state }) {
      state.words = cursor.number(0);
      return undefined;
    },
    Tz(cursor, { state }) {
      state.scale = cursor.number(0) / 100;
      return undefined;
    },
    Tj: (cursor, following) => show([cursor.string(0)], following),
    TJ: (cursor, following) => show((cursor.value(0) ?? []) as readonly unknown[], following),
    "'"(cursor, following) {
      move(following.pen, 0, -following.state.leading);
      return show([cursor.string(0)], following);
    },
    '"'(cursor, following) {
      following.state.words = cursor.number(0);
      following.state.spacing = cursor.number(1);
      move(following.pen, 0, -following.state.leading);
      return show([cursor.string(2)], following);
    },
  }).map(([name, operation]) => [code(name), operation]),
);

function setPen(pen: Pen, matrix: Matrix): undefined {
  pen.matrix = matrix;
  [, , , , pen.lineX, pen.lineY] = matrix;
  pen.x = pen.lineX;
  pen.y = pen.lineY;
}

/** To the beginning of another line, in the space of the text. */
function move(pen: Pen, x: number, y: number): undefined {
  const [a, b, c, d] = pen.matrix;
  pen.lineX += a * x + c * y;
  pen.lineY += b * x + d * y;
  pen.x = pen.lineX;
  pen.y = pen.lineY;
}

function advance(pen: Pen, width: number): void {
  pen.x += pen.matrix[0] * width;
  pen.y += pen.matrix[1] * width;
}

/** Shows strings, with moves back by thousandths of the size between them. */
function show(items: readonly unknown[], following: Following): Shown {
  const { state, pen } = following;
  pen.fromX = pen.x;
  pen.fromY = pen.y;
  following.shownAt = state.ctm;
  following.shownSize = state.size;
  const codes: number[] = [];
  const reaches: number[] = [];
  let along = 0;
  for (const item of items) {
    if (typeof item === 'number') along -= (item / 1000) * state.size * state.scale;
    else if (typeof item === 'string' && state.font)
      for (const one of codesOf(item, state.font)) {
        codes.push(one);
        const width = (state.font.width(one) / 1000) * state.size;
        reaches.push(along, along + width * state.scale);
        along += (width + spacingOf(one, state)) * state.scale;
      }
  }
  advance(pen, along);
  return { font: state.font, codes, reaches };
}

/** What is added behind a letter; a space has more. */
function spacingOf(one: number, { font, spacing, words }: State): number {
  return one === 32 && font?.codeLength === 1 ? spacing + words : spacing;
}

/** The point to which a transformation takes a point. */
export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function matrixOf(cursor: ContentCursor): Matrix {
  const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5].map(cursor.number);
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f ?? 0];
}

type Point = readonly [number, number];

interface Reach {
  readonly at: Matrix;
  readonly low: number;
  readonly high: number;
}

/** The box of upright letters, as most are: its sides without the corners. */
function levelBox(from: Point, to: Point, { at, low, high }: Reach): Box {
  const [x0, x1] = [at[0] * from[0] + at[4], at[0] * to[0] + at[4]];
  const [y0, y1] = [at[3] * (from[1] + low) + at[5], at[3] * (from[1] + high) + at[5]];
  return { left: Math.min(x0, x1), bottom: Math.min(y0, y1), right: Math.max(x0, x1), top: Math.max(y0, y1) };
}

function codeBoxes({ codes, reaches }: Shown, following: Following): Box[] {
  const { pen } = following;
  const [a, b] = pen.matrix;
  return codes.map((_, index) => {
    const [from, to] = [reaches[2 * index] ?? 0, reaches[2 * index + 1] ?? 0];
    const at = (along: number): Point => [pen.fromX + a * along, pen.fromY + b * along];
    return boxBetween(at(from), at(to), following);
  });
}

/** Between two places of the pen: letters reach from a quarter of the size below the line to three quarters above it. */
function boxBetween(from: Point, to: Point, { pen, shownAt, shownSize }: Following): Box {
  const [, , c, d] = pen.matrix;
  const [below, above] = [-0.25 * shownSize, 0.75 * shownSize];
  const isPlain = c === 0 && from[1] === to[1] && shownAt[1] === 0 && shownAt[2] === 0;
  if (isPlain) return levelBox(from, to, { at: shownAt, low: d * below, high: d * above });
  const [ax, ay] = apply(shownAt, from[0] + c * below, from[1] + d * below);
  const [bx, by] = apply(shownAt, to[0] + c * above, to[1] + d * above);
  const [ex, ey] = apply(shownAt, from[0] + c * above, from[1] + d * above);
  const [fx, fy] = apply(shownAt, to[0] + c * below, to[1] + d * below);
  return {
    left: Math.min(ax, bx, ex, fx),
    bottom: Math.min(ay, by, ey, fy),
    right: Math.max(ax, bx, ex, fx),
    top: Math.max(ay, by, ey, fy),
  };
}
