// The finished document with its values put back: each number and judgement in an element of its own, and listed.

import { anyMark, createMarks, type InlineInsert, type Insert, type Marks, plainly } from '../claims/marks.ts';
import type { Statement } from '../claims/statement.ts';
import { escapeHtml, glueNumbers, plainText, setInProse } from '../prose/typography.ts';

/** A statement where it stands in the document. */
export interface Occurrence {
  /** Id of the element it is printed in, or of the list item whose number it is. */
  readonly id: string;
  readonly statement: Statement;
  /** The headings above it, from the outermost. */
  readonly section: readonly string[];
  /** Id of the figure it stands in. */
  readonly figure?: string;
}

/** A text of a drawing. */
export interface DrawnText {
  readonly text: string;
  /** Id of the figure. */
  readonly figure: string;
  /** Whether it belongs to the scale beside the drawing. */
  readonly isScale: boolean;
  readonly section: readonly string[];
}

/** A document whose marks are gone. */
export interface Restored {
  readonly html: string;
  readonly occurrences: readonly Occurrence[];
  readonly drawn: readonly DrawnText[];
  /** Numbers that stand in the document without a statement: a template wrote them. */
  readonly strays: readonly string[];
}

/** Name of the attribute of the elements around numbers and judgements. */
export const statementAttribute = 'data-n';

const pieces = /<!--[\s\S]*?-->|<style\b[\s\S]*?<\/style>|<title>[\s\S]*?<\/title>|<[^>]*>|[^<]+/g;

/** The document with every mark replaced by its value. */
export function restore(html: string, marks: Marks): Restored {
  const walk = createWalk();
  const whole = withBlocks(html, marks);
  const bodyStart = Math.max(0, whole.indexOf('<body'));
  const head = whole.slice(0, bodyStart).replace(pieces, piece => {
    if (piece.startsWith('<style')) marks.replace(piece, insert => runningHead(insert, walk));
    return restoreOutside(piece, marks);
  });
  const body = whole.slice(bodyStart).replace(pieces, piece => restorePiece(piece, marks, walk));
  return { html: head + body, ...walk.found };
}

/** A number in a style sheet stands in the margins of pages. */
function runningHead(insert: Insert, walk: Walk): string {
  const statement = insert.kind === 'inline' ? insert.statement : undefined;
  if (statement) walk.margin({ ...statement, ground: 'structural', basis: 'lopende kop of voet' });
  return '';
}

/** The texts of a drawing of a figure that stands in no document. */
export function textsDrawn(figure: string, svg: string): readonly DrawnText[] {
  return restore(`<body><figure id="${figure}">${svg}</figure></body>`, createMarks()).drawn;
}

/** Blocks hold marks of sentences, and boxes may hold blocks. */
function withBlocks(html: string, marks: Marks): string {
  const opened = marks.replace(html, (insert, index) =>
    insert.kind === 'block' ? insert.html : `\uE000${index}\uE001`,
  );
  return opened === html ? html : withBlocks(opened, marks);
}

function restoreOutside(piece: string, marks: Marks): string {
  if (!piece.includes('\uE000')) return piece;
  if (!piece.startsWith('<style')) return plainEscaped(piece, marks);
  const css = (text: string): string => text.replace(/[\\"]/g, '\\$&').replace(/</g, '\\3c ');
  return marks.replace(piece, insert => (insert.kind === 'inline' ? css(insert.text) : ''));
}

function plainEscaped(piece: string, marks: Marks): string {
  return marks.replace(piece, insert => (insert.kind === 'inline' ? escapeHtml(insert.text) : ''));
}

function restorePiece(piece: string, marks: Marks, walk: Walk): string {
  if (piece.startsWith('<style') || piece.startsWith('<!--')) return restoreOutside(piece, marks);
  if (piece.startsWith('<')) {
    walk.tag(piece);
    return piece.includes('\uE000') ? plainEscaped(piece, marks) : piece;
  }
  walk.text(plainly(piece, marks), piece.replace(anyMark, ''));
  if (!piece.includes('\uE000')) return piece;
  return marks.replace(piece, insert => (insert.kind === 'inline' ? inlineHtml(insert, walk) : ''));
}

function inlineHtml(insert: InlineInsert, walk: Walk): string {
  const isNumber = insert.statement?.form === 'number';
  const html = insert.whole || isNumber ? escapeHtml(glueNumbers(insert.text)) : setInProse(insert.text);
  if (!insert.statement || walk.isInDrawing()) return html;
  const { id, isInLink } = walk.state(insert.statement);
  return `<span id="${id}" ${statementAttribute}="${isInLink ? 'link' : insert.statement.ground}">${html}</span>`;
}

/** What is known on the way through the document. */
interface Walk {
  readonly found: { occurrences: Occurrence[]; drawn: DrawnText[]; strays: string[] };
  tag(tag: string): void;
  /** A text as printed, and what of it was no mark. */
  text(printed: string, bare: string): void;
  /** Notes a statement in the margins of pages, once however often it stands there. */
  margin(statement: Statement): void;
  /** Notes a statement here; gives its id, and whether it stands in a link, where nothing else can be pointed at. */
  state(statement: Statement): { readonly id: string; readonly isInLink: boolean };
  isInDrawing(): boolean;
}

interface HeadingNow {
  readonly level: number;
  words: string;
}

interface WalkState {
  /** The headings above the present place; the last may still be open. */
  headings: HeadingNow[];
  isHeading: boolean;
  figure: string | undefined;
  /** How many `<svg>` are open, and whether the scale of one is. */
  drawings: number;
  scaleDepth: number;
  isSlot: boolean;
  isLink: boolean;
  /** The next number of every open list; undefined for lists without numbers. */
  lists: (number | undefined)[];
}

function createWalk(): Walk {
  const found: Walk['found'] = { occurrences: [], drawn: [], strays: [] };
  const state: WalkState = {
    ...{
      headings: [],
      isHeading: false,
      figure: undefined,
      drawings: 0,
      scaleDepth: 0,
      isSlot: false,
      isLink: false,
      lists: [],
    },
  };
  const section = (): string[] => state.headings.map(heading => heading.words);
  const pending: { readonly occurrence: { section: readonly string[] }; readonly headings: HeadingNow[] }[] = [];
  const note = (id: string, statement: Statement): void => {
    const occurrence = { id, statement, section: section(), ...(state.figure ? { figure: state.figure } : {}) };
    if (state.isHeading) pending.push({ occurrence, headings: state.headings });
    found.occurrences.push(occurrence);
  };
  const closeHeading = (): void => {
    for (const { occurrence, headings } of pending.splice(0))
      occurrence.section = headings.map(heading => heading.words.trim());
  };
  return {
    found,
    isInDrawing: () => state.drawings > 0,
    margin: statement => {
      const isKnown = found.occurrences.some(
        ({ statement: { text, place } }) => text === statement.text && place === statement.place,
      );
      if (!isKnown) found.occurrences.push({ id: '', statement, section: [] });
    },
    state: statement => {
      const id = `n${found.occurrences.length + 1}`;
      note(id, statement);
      return { id, isInLink: state.isLink };
    },
    tag: tag => {
      readTag(tag, state);
      if (/^<\/h\d/.test(tag)) closeHeading();
      const item = tag.startsWith('<li') ? listItem(tag, state) : undefined;
      if (item) note(item.id, item.statement);
    },
    text: (printed, bare) => {
      const heading = state.headings.at(-1);
      if (state.isHeading && heading) heading.words += plainText(printed);
      if (state.drawings > 0) found.drawn.push(...drawnText(printed, state, section()));
      else if (!state.isSlot) found.strays.push(...strayNumbers(bare));
    },
  };
}

function readTag(tag: string, state: WalkState): void {
  const [, close, name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(tag) ?? [];
  const opens = close === '';
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level !== undefined) {
    state.isHeading = opens;
    if (opens)
      state.headings = [
        ...state.headings.filter(one => one.level < Number(level)),
        { level: Number(level), words: '' },
      ];
  }
  if (name === 'figure') state.figure = opens ? /\bid="([^"]*)"/.exec(tag)?.[1] : undefined;
  if (name === 'ol' || name === 'ul') {
    const start = Number(/\bstart="(\d+)"/.exec(tag)?.[1] ?? 1);
    if (opens) state.lists.push(name === 'ol' ? start : undefined);
    else state.lists.pop();
  }
  if (name === 'span') state.isSlot = opens && tag.includes('id="pagina-');
  if (name === 'a') state.isLink = opens;
  if (name === 'svg' && !tag.endsWith('/>')) state.drawings += opens ? 1 : -1;
  if (name === 'g') readGroup(tag, opens, state);
}

function readGroup(tag: string, opens: boolean, state: WalkState): void {
  const isScale = opens && tag.includes('data-scale');
  if (isScale || state.scaleDepth > 0) state.scaleDepth += opens ? 1 : -1;
}

/** The number of an item of a numbered list, which the browser prints. */
function listItem(tag: string, state: WalkState): { id: string; statement: Statement } | undefined {
  const number = state.lists.at(-1);
  if (number === undefined) return undefined;
  state.lists[state.lists.length - 1] = number + 1;
  const place = { file: '', line: 1, column: 1 };
  const claim = { form: 'number', ground: 'structural', basis: 'nummer in een lijst', verdict: 'holds' } as const;
  return { id: /\bid="([^"]*)"/.exec(tag)?.[1] ?? '', statement: { ...claim, text: `${number}.`, place } };
}

function drawnText(text: string, state: WalkState, section: readonly string[]): DrawnText[] {
  const { figure = '', scaleDepth } = state;
  return /\d/.test(text) ? [{ text: plainText(text).trim(), figure, isScale: scaleDepth > 0, section }] : [];
}

/** Runs of digits in what a template wrote. */
function strayNumbers(bare: string): string[] {
  const decoded = bare.replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hexadecimal?: string, decimal?: string) =>
    String.fromCodePoint(hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)),
  );
  return plainText(decoded).match(/\d+/g) ?? [];
}
