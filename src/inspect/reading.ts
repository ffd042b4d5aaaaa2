// What the content of a page says and paints, by the marks around it (ISO 32000-1, 14.6 and 14.8.2).

import { type ContentCursor, code, openContent } from '../pdf/content.ts';
import type { PdfFile } from '../pdf/file.ts';
import { decodeStream } from '../pdf/filters.ts';
import type { createFontFinder, PdfFont } from '../pdf/fonts.ts';
import { contentOf, type PdfPage } from '../pdf/pages.ts';
import { followGraphics, type Graphics, paintsOther, paintsPath, type Shown } from '../pdf/painting.ts';
import { endOfRun, visitRun } from '../pdf/runs.ts';
import { decodeText } from '../pdf/textstring.ts';
import { isDictionary, isReference, isStream, nameOf, type PdfDictionary, type PdfValue } from '../pdf/values.ts';

/** A marked-content sequence that the structure tree can hold. */
export interface SequenceReading {
  readonly text: string;
  /** Whether it paints anything. */
  readonly paints: boolean;
}

/** Text that is marked as an artifact. */
export interface ArtifactReading {
  /** Pagination, Layout, Page or Background; empty where the mark does not say. */
  readonly type: string;
  /** Header, Footer or Watermark. */
  readonly subtype: string;
  readonly text: string;
}

/** What the content of a page says. */
export interface PageReading {
  readonly page: PdfPage;
  /** By the key that `sequenceKey` gives. */
  readonly sequences: ReadonlyMap<string, SequenceReading>;
  readonly artifacts: readonly ArtifactReading[];
  /** What is painted without a mark: its operators with their count, and its text. */
  readonly unmarked: { readonly operators: ReadonlyMap<string, number>; readonly text: string };
  /** Artifacts within tagged content, and tagged content within artifacts. */
  readonly nested: number;
  readonly fonts: ReadonlySet<PdfFont>;
  /** Codes shown whose text the file does not say, with their fonts. */
  readonly unreadable: ReadonlyMap<string, number>;
  /** Device colour spaces that it paints with. */
  readonly colours: ReadonlySet<string>;
}

/** The key of a sequence: its MCID, and the form it stands in. */
export function sequenceKey(mcid: number, stream?: number): string {
  return stream === undefined ? String(mcid) : `${stream}:${mcid}`;
}

type FontsOf = ReturnType<typeof createFontFinder>;

/** Reads a page with the forms that it paints. */
export function readPage(file: PdfFile, page: PdfPage, fontsOf: FontsOf): PageReading {
  const reading = createReading(file, fontsOf);
  readContent(contentOf(file, page), { resources: page.resources, depth: 0 }, reading);
  return {
    ...{ page, nested: reading.nested, fonts: reading.fonts, unreadable: reading.unreadable, colours: reading.colours },
    sequences: reading.sequences,
    artifacts: reading.artifacts.filter(({ text }) => text.trim() !== ''),
    unmarked: { operators: reading.operators, text: reading.loose },
  };
}

/** A mark that is open. */
interface Mark {
  readonly kind: 'sequence' | 'artifact' | 'other';
  readonly sequence?: { text: string; paints: boolean };
  readonly artifact?: { type: string; subtype: string; text: string };
  /** Whether a text of its own stands for what it shows. */
  readonly isReplaced: boolean;
}

interface Reading {
  readonly file: PdfFile;
  readonly fontsOf: FontsOf;
  readonly sequences: Map<string, { text: string; paints: boolean }>;
  readonly artifacts: { type: string; subtype: string; text: string }[];
  readonly operators: Map<string, number>;
  readonly fonts: Set<PdfFont>;
  readonly unreadable: Map<string, number>;
  readonly colours: Set<string>;
  readonly open: Mark[];
  loose: string;
  nested: number;
}

function createReading(file: PdfFile, fontsOf: FontsOf): Reading {
  return {
    ...{ file, fontsOf, sequences: new Map(), artifacts: [], operators: new Map(), fonts: new Set() },
    ...{ unreadable: new Map(), colours: new Set(), open: [], loose: '', nested: 0 },
  };
}

interface Scope {
  readonly resources: PdfValue;
  readonly depth: number;
  /** Number of the form's object. */
  readonly stream?: number;
}

const op = { BDC: code('BDC'), BMC: code('BMC'), EMC: code('EMC'), Do: code('Do') };

const device = new Map([
  ...['g', 'G'].map(one => [code(one), 'DeviceGray'] as const),
  ...['rg', 'RG'].map(one => [code(one), 'DeviceRGB'] as const),
  ...['k', 'K'].map(one => [code(one), 'DeviceCMYK'] as const),
]);

function readContent(bytes: Uint8Array, scope: Scope, reading: Reading): void {
  const graphics = followGraphics(reading.fontsOf(scope.resources));
  const cursor = openContent(bytes);
  const depth = reading.open.length;
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const all = { content, scope, reading, graphics };
  while (cursor.next()) step(cursor, all);
  reading.open.length = Math.min(reading.open.length, depth);
}

interface Step {
  /** The content as text in which every character is a byte. */
  readonly content: string;
  readonly scope: Scope;
  readonly reading: Reading;
  readonly graphics: Graphics;
}

function step(cursor: ContentCursor, { content, scope, reading, graphics }: Step): void {
  const { operator } = cursor;
  const colour = device.get(operator);
  if (colour) reading.colours.add(colour);
  if (operator === op.BDC || operator === op.BMC) openMark(cursor, scope, reading);
  else if (operator === op.EMC) reading.open.pop();
  else if (paintsPath.has(operator)) paint('path', reading);
  else if (operator === op.Do) paintObject(cursor, scope, reading);
  else if (paintsOther.has(operator)) paint('image', reading);
  else {
    const shown = graphics.follow(cursor);
    if (shown) show(shown, reading);
    if (shown) showRun(cursor, shown, { content, reading });
  }
}

function openMark(cursor: ContentCursor, scope: Scope, reading: Reading): void {
  const tag = cursor.name(0);
  const properties = cursor.operator === op.BDC ? propertiesOf(cursor.value(1), scope, reading.file) : undefined;
  const mcid = properties?.entries.get('MCID');
  const within = reading.open.find(mark => mark.kind !== 'other');
  const actual = properties?.entries.get('ActualText');
  const isReplaced = typeof actual === 'string';
  const said = isReplaced ? decodeText(actual) : '';
  if (tag === 'Artifact') {
    if (within?.kind === 'sequence') reading.nested += 1;
    const name = (key: string): string => nameOf(reading.file.resolve(properties?.entries.get(key))) ?? '';
    const artifact = { type: name('Type'), subtype: name('Subtype'), text: '' };
    reading.artifacts.push(artifact);
    reading.open.push({ kind: 'artifact', artifact, isReplaced: false });
  } else if (typeof mcid === 'number') {
    if (within?.kind === 'artifact') reading.nested += 1;
    const sequence = { text: '', paints: false };
    reading.sequences.set(sequenceKey(mcid, scope.stream), sequence);
    reading.open.push({ kind: 'sequence', sequence, isReplaced });
    if (isReplaced) say(said, reading, reading.open.length - 1);
  } else {
    if (isReplaced) say(said, reading, reading.open.length);
    reading.open.push({ kind: 'other', isReplaced });
  }
}

/** The properties of a mark stand in it, or by name in the resources. */
function propertiesOf(value: PdfValue, { resources }: Scope, file: PdfFile): PdfDictionary | undefined {
  const name = nameOf(value);
  const found = name === undefined ? value : file.get(file.get(resources, 'Properties'), name);
  return isDictionary(found) ? found : undefined;
}

/** Adds a text to the innermost mark that takes text, unless a mark around it has a text of its own. */
function say(text: string, reading: Reading, depth: number): void {
  const around = reading.open.slice(0, depth);
  if (around.some(mark => mark.isReplaced)) return;
  const mark = reading.open.findLast(one => one.kind !== 'other');
  if (mark?.sequence) mark.sequence.text += text;
  else if (mark?.artifact) mark.artifact.text += text;
  else reading.loose += text;
}

function show({ font, codes }: Pick<Shown, 'font' | 'codes'>, reading: Reading): void {
  if (codes.length === 0) return;
  if (font) reading.fonts.add(font);
  let text = '';
  for (const one of codes) {
    const read = font?.text(one);
    if (read === undefined || /^[\0\uFEFF\uFFFE]/.test(read)) {
      const name = font?.name ?? 'no font';
      reading.unreadable.set(name, (reading.unreadable.get(name) ?? 0) + 1);
    }
    text += read ?? '\uFFFD';
  }
  paint('text', reading);
  say(text, reading, reading.open.length);
}

/** The run of glyphs behind an operator that showed text. */
function showRun(
  cursor: ContentCursor,
  { font }: Shown,
  { content, reading }: Pick<Step, 'content' | 'reading'>,
): void {
  const [from, to] = [cursor.end, font?.codeLength === 2 ? endOfRun(content, cursor.end) : cursor.end];
  if (to === from) return;
  const codes: number[] = [];
  visitRun(content, { from, to }, one => codes.push(one));
  show({ font, codes }, reading);
  cursor.skipTo(to);
}

function paint(what: string, reading: Reading): void {
  const mark = reading.open.findLast(one => one.kind !== 'other');
  if (mark?.sequence) mark.sequence.paints = true;
  if (!mark) reading.operators.set(what, (reading.operators.get(what) ?? 0) + 1);
}

const mostNested = 12;

/** An image, or a form with a content of its own. */
function paintObject(cursor: ContentCursor, scope: Scope, reading: Reading): void {
  const { file } = reading;
  const objects = file.get(scope.resources, 'XObject');
  const reference = isDictionary(objects) ? objects.entries.get(cursor.name(0)) : undefined;
  const object = file.resolve(reference);
  if (!isStream(object) || nameOf(file.get(object, 'Subtype')) !== 'Form') {
    paint('image', reading);
    return;
  }
  if (scope.depth >= mostNested) return;
  const stream = isReference(reference) ? { stream: reference.object } : {};
  const resources = file.get(object, 'Resources') ?? scope.resources;
  readContent(decodeStream(object, file.resolve), { resources, depth: scope.depth + 1, ...stream }, reading);
}
