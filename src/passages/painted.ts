// What the content of a page paints, in its order: texts letter by letter with the marks around them, and drawings.

import { prefix } from '../draft/names.ts';
import { createPathExtent, type PathExtent } from '../finish/extent.ts';
import { sequenceKey } from '../inspect/reading.ts';
import { type ContentCursor, code, openContent } from '../pdf/content.ts';
import type { PdfFile } from '../pdf/file.ts';
import { decodeStream } from '../pdf/filters.ts';
import type { createFontFinder, PdfFont } from '../pdf/fonts.ts';
import { type Box, contentOf, type PdfPage, readBox } from '../pdf/pages.ts';
import {
  apply,
  buildsPath,
  followGraphics,
  type Graphics,
  type Matrix,
  multiply,
  paintsOther,
  paintsPath,
  type Shown,
} from '../pdf/painting.ts';
import { decodeText } from '../pdf/textstring.ts';
import { isDictionary, isReference, isStream, nameOf, type PdfDictionary, type PdfValue } from '../pdf/values.ts';
import { around, touches, within } from './boxes.ts';

/** A letter, or what one code of a font shows. */
export interface Glyph {
  readonly text: string;
  readonly box: Box;
  /** How far its line stands above the foot of the page. */
  readonly baseline: number;
  /** Size of its font on the page, in points. */
  readonly size: number;
  readonly font: PdfFont | undefined;
  /** Whether it runs from left to right, upright. */
  readonly isLevel: boolean;
  /** Whether it lies within the page and is not clipped away. */
  readonly isSeen: boolean;
}

/** What is said in one go: a letter, or letters with a text that stands in their place (14.9.4). */
export interface Saying {
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  readonly mark: Mark;
}

/** The marked content in which something stands. */
export interface Mark {
  /** The key of its sequence, as `sequenceKey` gives it. */
  readonly sequence: string | undefined;
  readonly isArtifact: boolean;
  /** What is said in the place of all that it shows. */
  readonly instead: { readonly glyphs: Glyph[] } | undefined;
}

/** Something painted that is no text. */
export interface Shape {
  readonly kind: 'path' | 'image';
  readonly box: Box;
  readonly mark: Mark;
}

/** A page as it is painted, each list in the order of painting. */
export interface PaintedPage {
  readonly page: PdfPage;
  readonly sayings: readonly Saying[];
  readonly shapes: readonly Shape[];
  /** The marks of a draft. */
  readonly stamps: readonly Box[];
}

type FontsOf = ReturnType<typeof createFontFinder>;

interface Scan {
  readonly file: PdfFile;
  readonly fontsOf: FontsOf;
  readonly page: Box;
  readonly sayings: Saying[];
  readonly shapes: Shape[];
  readonly stamps: Box[];
  readonly open: Mark[];
}

/** Reads a page with the forms that it paints. */
export function readPainted(file: PdfFile, page: PdfPage, fontsOf: FontsOf): PaintedPage {
  const scan: Scan = { file, fontsOf, page: page.box, sayings: [], shapes: [], stamps: [], open: [] };
  const start = { resources: page.resources, depth: 0, clip: page.box };
  readContent(contentOf(file, page), start, scan);
  return { page, sayings: scan.sayings, shapes: scan.shapes, stamps: scan.stamps };
}

interface Scope {
  readonly resources: PdfValue;
  readonly depth: number;
  readonly clip: Box;
  readonly matrix?: Matrix;
  /** Number of the form's object. */
  readonly stream?: number;
}

/** One content stream while it is read. */
interface Reading {
  readonly scan: Scan;
  readonly scope: Scope;
  readonly graphics: Graphics;
  readonly extent: PathExtent;
  readonly clips: Box[];
  clip: Box;
  /** The path being built will clip all that follows. */
  willClip: boolean;
}

function readContent(bytes: Uint8Array, scope: Scope, scan: Scan): void {
  const graphics = followGraphics(scan.fontsOf(scope.resources), scope.matrix);
  const extent = createPathExtent();
  const reading: Reading = { scan, scope, graphics, extent, clips: [], clip: scope.clip, willClip: false };
  const depth = scan.open.length;
  const cursor = openContent(bytes);
  while (cursor.next()) step(cursor, reading);
  scan.open.length = Math.min(scan.open.length, depth);
}

type Operation = (cursor: ContentCursor, reading: Reading) => void;

const operations: ReadonlyMap<number, Operation> = new Map(
  Object.entries<Operation>({
    q: (_, reading) => reading.clips.push(reading.clip),
    Q(_, reading) {
      reading.clip = reading.clips.pop() ?? reading.clip;
    },
    W(_, reading) {
      reading.willClip = true;
    },
    'W*'(_, reading) {
      reading.willClip = true;
    },
    n: (_, reading) => endPath(reading),
    BDC: openMark,
    BMC: openMark,
    EMC: (_, { scan }) => scan.open.pop(),
  }).map(([name, operation]) => [code(name), operation]),
);

const paintsObject = code('Do');

function step(cursor: ContentCursor, reading: Reading): void {
  const { graphics, extent } = reading;
  const { operator } = cursor;
  const shown = graphics.follow(cursor);
  if (shown) {
    say(shown, reading);
    return;
  }
  if (buildsPath.has(operator)) extent.add(cursor);
  else if (paintsPath.has(operator)) paintPath(reading);
  else if (operator === paintsObject) paintObject(cursor, reading);
  else if (paintsOther.has(operator)) addShape('image', unitSquare(graphics), reading);
  operations.get(operator)?.(cursor, reading);
}

const outside: Mark = { sequence: undefined, isArtifact: false, instead: undefined };

function markOf({ open }: Scan): Mark {
  return open.at(-1) ?? outside;
}

function openMark(cursor: ContentCursor, { scan, scope }: Reading): void {
  const around = markOf(scan);
  const properties = propertiesOf(cursor.value(1), scope, scan.file);
  const mcid = properties?.entries.get('MCID');
  const isArtifact = cursor.name(0) === 'Artifact';
  const sequence = typeof mcid === 'number' ? sequenceKey(mcid, scope.stream) : around.sequence;
  const mark = {
    sequence: isArtifact ? undefined : sequence,
    isArtifact: isArtifact || (around.isArtifact && typeof mcid !== 'number'),
  };
  const said = properties?.entries.get('ActualText');
  if (typeof said !== 'string' || around.instead) {
    scan.open.push({ ...mark, instead: around.instead });
    return;
  }
  const glyphs: Glyph[] = [];
  const own = { ...mark, instead: { glyphs } };
  scan.sayings.push({ text: decodeText(said), glyphs, mark: own });
  scan.open.push(own);
}

/** The properties of a mark stand in it, or by name in the resources. */
function propertiesOf(value: PdfValue, { resources }: Scope, file: PdfFile): PdfDictionary | undefined {
  const name = nameOf(value);
  const found = name === undefined ? value : file.get(file.get(resources, 'Properties'), name);
  return isDictionary(found) ? found : undefined;
}

function say(shown: Shown, { scan, graphics, clip }: Reading): void {
  const { font, codes } = shown;
  if (codes.length === 0) return;
  const mark = markOf(scan);
  const boxes = graphics.codeBoxes(shown);
  const { baseline, textSize: size, isLevel } = graphics;
  for (const [index, one] of codes.entries()) {
    const box = boxes[index];
    if (!box) continue;
    const text = font?.text(one) ?? '\uFFFD';
    const glyph = { text, box, baseline, size, font, isLevel, isSeen: touches(box, clip) };
    if (mark.instead) mark.instead.glyphs.push(glyph);
    else scan.sayings.push({ text, glyphs: [glyph], mark });
  }
}

function paintPath(reading: Reading): void {
  const { extent, graphics } = reading;
  const box = extent.box(graphics, 0);
  if (box) addShape('path', box, reading);
  endPath(reading);
}

function endPath(reading: Reading): void {
  const { extent, graphics } = reading;
  const box = reading.willClip ? extent.box(graphics, 0) : undefined;
  if (box) reading.clip = within(box, reading.clip);
  reading.willClip = false;
  extent.clear();
}

function addShape(kind: Shape['kind'], box: Box, { scan, clip }: Reading): void {
  if (touches(box, clip)) scan.shapes.push({ kind, box: within(box, clip), mark: markOf(scan) });
}

const mostNested = 12;

/** An image, or a form with a content of its own; those with the marks of a draft are known by their names. */
function paintObject(cursor: ContentCursor, reading: Reading): void {
  const { scan, scope, graphics, clip } = reading;
  const { file } = scan;
  const name = cursor.name(0);
  const objects = file.get(scope.resources, 'XObject');
  const reference = isDictionary(objects) ? objects.entries.get(name) : undefined;
  const object = file.resolve(reference);
  if (!isStream(object) || nameOf(file.get(object, 'Subtype')) !== 'Form') {
    addShape('image', unitSquare(graphics), reading);
    return;
  }
  const matrix = multiply(matrixOf(file, object), currentMatrix(graphics));
  const reach = boxOn(matrix, readBox(file, file.get(object, 'BBox')) ?? scan.page);
  if (name.startsWith(prefix)) {
    if (touches(reach, scan.page)) scan.stamps.push(within(reach, scan.page));
    return;
  }
  if (scope.depth >= mostNested) return;
  const resources = file.get(object, 'Resources') ?? scope.resources;
  const stream = isReference(reference) ? { stream: reference.object } : {};
  const inner = { resources, depth: scope.depth + 1, clip: within(reach, clip), matrix, ...stream };
  readContent(decodeStream(object, file.resolve), inner, scan);
}

function matrixOf(file: PdfFile, form: PdfDictionary): Matrix {
  const value = file.get(form, 'Matrix');
  const numbers = Array.isArray(value) ? value.map(one => Number(file.resolve(one))) : [];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [a, b, c, d, e, f];
}

function currentMatrix({ point }: Graphics): Matrix {
  const [e, f] = point(0, 0);
  const [[ae, bf], [ce, df]] = [point(1, 0), point(0, 1)];
  return [ae - e, bf - f, ce - e, df - f, e, f];
}

/** An image fills the unit square (8.9.3). */
function unitSquare(graphics: Graphics): Box {
  return boxOn(currentMatrix(graphics), { left: 0, bottom: 0, right: 1, top: 1 });
}

function boxOn(matrix: Matrix, { left, bottom, right, top }: Box): Box {
  const corner = (x: number, y: number): Box => {
    const [across, up] = apply(matrix, x, y);
    return { left: across, bottom: up, right: across, top: up };
  };
  return around([corner(left, bottom), corner(left, top), corner(right, bottom), corner(right, top)]);
}
