// Follows a content stream through its graphics state: where text and paths land on the page (ISO 32000-1, 8.3, 9.4).

import { type ContentCursor, code } from './content.ts';
import { codesOf, type PdfFont } from './fonts.ts';
import type { Box } from './pages.ts';

/** A transformation: [a b c d e f] of ISO 32000-1, 8.3.3. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [p, q, r, s, t, u] = outer;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}

/** Codes of the operators that this module follows. */
const op = Object.fromEntries(
  ['q', 'Q', 'cm', 'BT', 'ET', 'Tf', 'Td', 'TD', 'Tm', 'T*', 'TL', 'Tc', 'Tw', 'Tz', 'Tj', 'TJ', "'", '"', 'w'].map(
    name => [name, code(name)],
  ),
) as Record<string, number>;

/** The operators that show text. */
export const showsText: ReadonlySet<number> = new Set(['Tj', 'TJ', "'", '"'].map(code));

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

/** What was shown: its codes, and its box on the page. */
export interface Shown {
  readonly font: PdfFont | undefined;
  readonly codes: readonly number[];
}

/** The graphics state along a content stream. */
export interface Graphics {
  /** Takes the operator that the cursor has just read; gives what it showed, if it shows text. */
  follow(cursor: ContentCursor): Shown | undefined;
  readonly ctm: Matrix;
  /** Where the next glyph will stand. */
  readonly pen: readonly [number, number];
  /** The box around the text shown last, from the pen's way and the size of the font. */
  readonly textBox: Box;
  /** The line width on the page. */
  readonly lineWidth: number;
  /** The point of the page at a point of the current user space. */
  point(x: number, y: number): readonly [number, number];
}

/** The state at the beginning of a page or form; fonts are found by their name in the resources. */
export function followGraphics(fontOf: (name: string) => PdfFont | undefined, start: Matrix = identity): Graphics {
  let state: State = { ctm: start, font: undefined, size: 0, spacing: 0, words: 0, scale: 1, leading: 0, lineWidth: 1 };
  const stack: State[] = [];
  let text: Matrix = identity;
  let line: Matrix = identity;
  let shownAt = start;
  let [from, to, size] = [identity, identity, 0];

  const move = (x: number, y: number): void => {
    line = shifted(line, x, y);
    text = line;
  };
  const show = (items: readonly unknown[]): Shown => {
    const codes: number[] = [];
    const begin = text;
    for (const item of items) {
      if (typeof item === 'number') text = shifted(text, (-item / 1000) * state.size * state.scale, 0);
      else if (typeof item === 'string' && state.font) {
        const own = codesOf(item, state.font);
        let width = 0;
        for (const one of own) {
          const space = one === 32 && state.font.codeLength === 1 ? state.words : 0;
          width += ((state.font.width(one) / 1000) * state.size + state.spacing + space) * state.scale;
        }
        codes.push(...own);
        text = shifted(text, width, 0);
      }
    }
    [from, to, size] = [begin, text, state.size];
    shownAt = state.ctm;
    return { font: state.font, codes };
  };

  const follow = (cursor: ContentCursor): Shown | undefined => {
    switch (cursor.operator) {
      case op['q']:
        stack.push({ ...state });
        return undefined;
      case op['Q']:
        state = stack.pop() ?? state;
        return undefined;
      case op['cm']:
        state.ctm = multiply(matrixOf(cursor), state.ctm);
        return undefined;
      case op['w']:
        state.lineWidth = cursor.number(0);
        return undefined;
      case op['BT']:
        text = identity;
        line = identity;
        return undefined;
      case op['Tf']:
        state.font = fontOf(cursor.name(0));
        state.size = cursor.number(1);
        return undefined;
      case op['Tm']:
        line = matrixOf(cursor);
        text = line;
        return undefined;
      case op['Td']:
        move(cursor.number(0), cursor.number(1));
        return undefined;
      case op['TD']:
        state.leading = -cursor.number(1);
        move(cursor.number(0), cursor.number(1));
        return undefined;
      case op['T*']:
        move(0, -state.leading);
        return undefined;
      case op['TL']:
        state.leading = cursor.number(0);
        return undefined;
      case op['Tc']:
        state.spacing = cursor.number(0);
        return undefined;
      case op['Tw']:
        state.words = cursor.number(0);
        return undefined;
      case op['Tz']:
        state.scale = cursor.number(0) / 100;
        return undefined;
      case op['Tj']:
        return show([cursor.string(0)]);
      case op['TJ']:
        return show((cursor.value(0) ?? []) as readonly unknown[]);
      case op["'"]:
        move(0, -state.leading);
        return show([cursor.string(0)]);
      case op['"']:
        state.words = cursor.number(0);
        state.spacing = cursor.number(1);
        move(0, -state.leading);
        return show([cursor.string(2)]);
      default:
        return undefined;
    }
  };
  return {
    follow,
    get ctm() {
      return state.ctm;
    },
    get pen() {
      return apply(multiply(text, state.ctm), 0, 0);
    },
    get textBox() {
      return lineBox(multiply(from, shownAt), multiply(to, shownAt), size);
    },
    get lineWidth() {
      return state.lineWidth * Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2]));
    },
    point: (x, y) => apply(state.ctm, x, y),
  };
}

/** The transformation after a step in its own space. */
function shifted([a, b, c, d, e, f]: Matrix, x: number, y: number): Matrix {
  return [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
}

/** The point to which a transformation takes a point. */
export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function matrixOf(cursor: ContentCursor): Matrix {
  const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5].map(cursor.number);
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f ?? 0];
}

/** Letters reach from a quarter of the size below the line to three quarters above it. */
function lineBox(from: Matrix, to: Matrix, size: number): Box {
  const corners = [
    apply(from, 0, -0.25 * size),
    apply(from, 0, 0.75 * size),
    apply(to, 0, -0.25 * size),
    apply(to, 0, 0.75 * size),
  ];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}
