// What is painted on a finished page, and where: pieces of text with their sequences, obstacles, and coloured surfaces.

import { createPathExtent, type PathExtent } from '../finish/extent.ts';
import { type ContentCursor, code, openContent, operatorName } from '../pdf/content.ts';
import { type FontOf, textOf } from '../pdf/fonts.ts';
import type { Box } from '../pdf/pages.ts';
import { buildsPath, followGraphics, type Graphics, paintsPath } from '../pdf/painting.ts';
import { isDictionary } from '../pdf/values.ts';

/** Glyphs shown by one operator. */
export interface Piece {
  readonly box: Box;
  /** How far its baseline stands above the foot of the page. */
  readonly baseline: number;
  /** The sequence it stands in; undefined for an artifact, such as a running head. */
  readonly mcid: number | undefined;
}

/** Something painted that is no text. */
export interface Shape {
  readonly box: Box;
  /** Its colour as `#rrggbb` where it is filled with one. */
  readonly fill: string | undefined;
}

/** A page as it is painted, each list in the order of painting; what is clipped away is left out. */
export interface Painted {
  readonly pieces: readonly Piece[];
  readonly shapes: readonly Shape[];
}

interface State {
  readonly clip: Box;
  readonly fill: string;
}

interface Scan {
  readonly pieces: Piece[];
  readonly shapes: Shape[];
  readonly graphics: Graphics;
  readonly extent: PathExtent;
  readonly fontOf: FontOf;
  readonly stack: State[];
  state: State;
  /** The path being built will clip all that follows. */
  clips: boolean;
  /** The MCIDs of the marked content that is open. */
  readonly open: (number | undefined)[];
}

/** Reads the content of a page of a size. */
export function readPainted(content: Uint8Array, page: Box, fontOf: FontOf): Painted {
  const scan: Scan = {
    ...{ pieces: [], shapes: [], graphics: followGraphics(fontOf), extent: createPathExtent(), fontOf, stack: [] },
    ...{ state: { clip: page, fill: '#000000' }, clips: false, open: [] },
  };
  const cursor = openContent(content);
  while (cursor.next()) step(cursor, scan);
  return scan;
}

type Operation = (cursor: ContentCursor, scan: Scan) => void;

const operations: ReadonlyMap<number, Operation> = new Map(
  Object.entries<Operation>({
    q: (_, { stack, state }) => stack.push(state),
    Q(_, scan) {
      scan.state = scan.stack.pop() ?? scan.state;
    },
    rg(cursor, scan) {
      scan.state = { ...scan.state, fill: hexadecimal([0, 1, 2].map(cursor.number)) };
    },
    g(cursor, scan) {
      scan.state = { ...scan.state, fill: hexadecimal([0, 0, 0].map(cursor.number)) };
    },
    W(_, scan) {
      scan.clips = true;
    },
    'W*'(_, scan) {
      scan.clips = true;
    },
    n: (_, scan) => endPath(scan),
    BDC(cursor, { open }) {
      const properties = cursor.value(1);
      const mcid = isDictionary(properties) ? properties.entries.get('MCID') : undefined;
      open.push(typeof mcid === 'number' ? mcid : undefined);
    },
    BMC: (_, { open }) => open.push(undefined),
    EMC: (_, { open }) => open.pop(),
    Do: (_, scan) => addSquare(scan),
  }).map(([name, operation]) => [code(name), operation]),
);

function step(cursor: ContentCursor, scan: Scan): void {
  const { graphics, extent, fontOf } = scan;
  const shown = graphics.follow(cursor);
  if (shown && textOf(shown.codes, shown.font ?? fontOf('')).trim() !== '') addPiece(scan);
  if (buildsPath.has(cursor.operator)) extent.add(cursor);
  if (paintsPath.has(cursor.operator)) paintPath(operatorName(cursor.operator), scan);
  operations.get(cursor.operator)?.(cursor, scan);
}

function addPiece({ pieces, graphics: { textBox: box, baseline }, open, state }: Scan): void {
  if (!within(box, state.clip)) return;
  pieces.push({ box, baseline, mcid: open.findLast(one => one !== undefined) });
}

function paintPath(name: string, scan: Scan): void {
  const { extent, graphics, state, shapes } = scan;
  const isStroke = /^[Ss]$/.test(name);
  const box = extent.box(graphics, /[SsBb]/.test(name) ? graphics.lineWidth : 0);
  const seen = box && within(box, state.clip);
  if (seen) shapes.push({ box: seen, fill: isStroke ? undefined : state.fill });
  endPath(scan);
}

function endPath(scan: Scan): void {
  const { extent, graphics, state } = scan;
  const box = scan.clips ? extent.box(graphics, 0) : undefined;
  if (box) scan.state = { ...state, clip: within(box, state.clip) ?? nothing };
  scan.clips = false;
  extent.clear();
}

const nothing: Box = { left: 0, bottom: 0, right: 0, top: 0 };

/** An image, or a form, fills the unit square (8.9.3). */
function addSquare({ shapes, graphics, state }: Scan): void {
  const [[left, bottom], [right, top]] = [graphics.point(0, 0), graphics.point(1, 1)];
  const box = within(
    {
      left: Math.min(left, right),
      bottom: Math.min(bottom, top),
      right: Math.max(left, right),
      top: Math.max(bottom, top),
    },
    state.clip,
  );
  if (box) shapes.push({ box, fill: undefined });
}

/** The part of a box that lies in another; undefined when there is none. */
function within(box: Box, clip: Box): Box | undefined {
  const [left, bottom] = [Math.max(box.left, clip.left), Math.max(box.bottom, clip.bottom)];
  const [right, top] = [Math.min(box.right, clip.right), Math.min(box.top, clip.top)];
  return left <= right && bottom <= top ? { left, bottom, right, top } : undefined;
}

function hexadecimal(channels: readonly number[]): string {
  return `#${channels
    .map(one =>
      Math.round(one * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
