// Words without their soft hyphens: those not used are taken out, and a word broken at one is said whole (14.9.4).

import type { ContentCursor } from '../pdf/content.ts';
import type { PdfFont } from '../pdf/fonts.ts';
import { serialise } from '../pdf/serialise.ts';
import { decodeText, encodeText } from '../pdf/textstring.ts';
import type { PdfDictionary } from '../pdf/values.ts';
import type { Edits } from './edits.ts';

/** Follows the words of marked-content sequences, operator by operator. */
export interface Words {
  /** A sequence begins; what is shown goes to its transcript. */
  begin(transcript: Transcript): void;
  /** A span with a text of its own begins; Chromium makes one for each soft hyphen, and paints a space in it. */
  openSpan(cursor: ContentCursor, properties: PdfDictionary): void;
  /** The innermost span ends. */
  closeSpan(cursor: ContentCursor): void;
  /** Text is shown; its baseline, in points from the foot of the page, is asked for when it may be a new one. */
  show(glyphs: Glyphs, baseline: () => number): void;
  /** A text object begins or ends. */
  edge(cursor: ContentCursor, isEnd: boolean): void;
  /** Something happens that cannot stand within a text object. */
  interrupt(): void;
  /** The sequence ends. */
  end(): void;
}

/** What a sequence says, without the hyphens at which lines end. */
export interface Transcript {
  text: string;
  /** The ends of text objects that have no space there: a space may have been lost with the end of a line. */
  readonly joints: Joint[];
}

/** A place behind a glyph where a space may have to be said. */
export interface Joint extends Stretch {
  /** How much of the transcript stands before it. */
  readonly at: number;
  readonly font: PdfFont | undefined;
  /** The text of the glyph. */
  readonly glyph: string;
}

/** What an operator shows, and where it stands with its operands. */
export interface Glyphs extends Stretch {
  readonly font: PdfFont | undefined;
  readonly text: string;
}

/** A stretch of the content, in bytes. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The word that the text has reached. */
interface Word {
  /** Where its first glyph is shown. */
  readonly start: number;
  /** Behind its last glyph. */
  last: number;
  text: string;
  /** Whether one text cannot stand for all of it. */
  isMixed: boolean;
  /** The hyphens at which lines end. */
  readonly hyphens: Stretch[];
  /** Ends and beginnings of text objects in it. */
  readonly edges: Stretch[];
}

interface Reading {
  readonly edits: Edits;
  transcript: Transcript | undefined;
  /** What showed the last glyph of the transcript, and in which font. */
  glyph: Omit<Joint, 'at'> | undefined;
  word: Word | undefined;
  span: { readonly isHidden: boolean; readonly isHyphen: boolean } | undefined;
  /** Whether nothing was shown yet in the present text object; and the baseline of what was shown last. */
  isFresh: boolean;
  baseline: number;
  /** Whether a soft hyphen was the last thing shown, and the line ended after it. */
  broken: 'no' | 'hyphen' | 'line';
}

/** For one page; the changes go to its edits. */
export function createWords(edits: Edits): Words {
  const reading: Reading = {
    edits,
    transcript: undefined,
    glyph: undefined,
    word: undefined,
    span: undefined,
    isFresh: true,
    baseline: 0,
    broken: 'no',
  };
  return {
    begin(transcript) {
      reading.transcript = transcript;
    },
    openSpan: (cursor, properties) => openSpan(cursor, properties, reading),
    closeSpan(cursor) {
      if (reading.span?.isHidden) edits.replace(cursor.at, cursor.end, '');
      if (reading.span) reading.broken = reading.span.isHyphen ? 'hyphen' : 'no';
      reading.span = undefined;
    },
    show: (glyphs, baseline) => show(glyphs, { reading, baseline }),
    edge(cursor, isEnd) {
      if (isEnd) join(reading);
      else reading.isFresh = true;
      if (isEnd && reading.broken === 'hyphen') reading.broken = 'line';
      reading.word?.edges.push({ from: cursor.at, to: cursor.end });
    },
    interrupt() {
      if (reading.word) reading.word.isMixed = true;
    },
    end() {
      endWord(reading);
      join(reading);
      reading.broken = 'no';
      reading.transcript = undefined;
      reading.glyph = undefined;
    },
  };
}

function openSpan(cursor: ContentCursor, properties: PdfDictionary, reading: Reading): void {
  const said = properties.entries.get('ActualText');
  const text = typeof said === 'string' ? decodeText(said) : '';
  const isHidden = text === '\u00AD' || text === '\u200B';
  reading.span = { isHidden, isHyphen: text === '\u00AD' };
  if (isHidden) reading.edits.replace(cursor.start, cursor.end, '');
  else if (reading.word) reading.word.isMixed = true;
  if (!isHidden && reading.transcript) reading.transcript.text += text;
}

/** Notes that a text object ends here, unless it ends with a space. */
function join({ transcript, glyph }: Reading): void {
  if (!transcript || !glyph || transcript.text === '' || /\s$/.test(transcript.text)) return;
  if (transcript.joints.at(-1)?.at === transcript.text.length) return;
  transcript.joints.push({ ...glyph, at: transcript.text.length });
}

interface Showing {
  readonly reading: Reading;
  readonly baseline: () => number;
}

function show({ from, to, font, text }: Glyphs, { reading, baseline }: Showing): void {
  const { edits, span } = reading;
  if (span?.isHidden) {
    edits.replace(from, to, '');
    return;
  }
  if (reading.word && reading.broken === 'line' && /^[-\u2010\u00AD]$/.test(text)) {
    reading.word.hyphens.push({ from, to });
    reading.word.last = to;
    reading.broken = 'no';
    return;
  }
  reading.broken = 'no';
  reading.glyph = { from, to, font, glyph: text };
  if (reading.transcript && !span) reading.transcript.text += text;
  extendWord(text, { from, to }, { reading, baseline });
}

/** A word goes on until a space, and on the next line only after a hyphen. */
function extendWord(text: string, { from, to }: Stretch, { reading, baseline }: Showing): void {
  const isSpace = text === ' ' || /\s/.test(text);
  if (isSpace || isNewLine(reading, baseline)) endWord(reading);
  if (isSpace) return;
  if (reading.word) {
    reading.word.text += text;
    reading.word.last = to;
    return;
  }
  const isMixed = reading.span !== undefined;
  reading.word = { start: from, last: to, text, isMixed, hyphens: [], edges: [] };
}

/** Whether a text object has begun on another line than the one before, and the word was not broken there. */
function isNewLine(reading: Reading, baseline: () => number): boolean {
  if (!reading.isFresh) return false;
  const before = reading.baseline;
  reading.baseline = baseline();
  reading.isFresh = false;
  const { word } = reading;
  return Math.abs(before - reading.baseline) > 1 && word?.hyphens.at(-1)?.to !== word?.last;
}

function endWord(reading: Reading): void {
  const { word, edits } = reading;
  reading.word = undefined;
  if (!word || word.hyphens.length === 0) return;
  if (word.isMixed) for (const hyphen of word.hyphens) sayNothing(hyphen, edits);
  else sayWhole(word, edits);
}

/** The parts on their lines become one text object, which one span can hold. */
function sayWhole({ start, last, text, edges }: Word, edits: Edits): void {
  edits.insert(start, `${span(text)} `);
  for (const edge of edges) if (edge.from > start && edge.to < last) edits.replace(edge.from, edge.to, '');
  edits.insert(last, ' EMC');
}

function sayNothing({ from, to }: Stretch, edits: Edits): void {
  edits.insert(from, `${span('')} `);
  edits.insert(to, ' EMC');
}

/** The beginning of a span that says a text in the place of what it shows. */
export function span(text: string): string {
  return `/Span <</ActualText ${serialise(encodeText(text))}>> BDC`;
}
