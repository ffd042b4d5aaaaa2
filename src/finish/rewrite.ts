// A page's content once more: all that is no text or figure marked as an artifact, soft hyphens taken out (14.8.2.2).

import { type ContentCursor, code, openContent } from '../pdf/content.ts';
import { textOf } from '../pdf/fonts.ts';
import type { Box } from '../pdf/pages.ts';
import { buildsPath, paintsOther, paintsPath, type Shown } from '../pdf/painting.ts';
import { endOfRun, visitRun } from '../pdf/runs.ts';
import { isDictionary } from '../pdf/values.ts';
import { boxAround, joined } from './extent.ts';
import type { Transcript } from './hyphens.ts';
import { createWork, type RewriteOptions, type Rewritten, type Sequence, type Work } from './page.ts';

const op = {
  BDC: code('BDC'),
  BMC: code('BMC'),
  EMC: code('EMC'),
  q: code('q'),
  Q: code('Q'),
  BT: code('BT'),
  ET: code('ET'),
  cm: code('cm'),
};

/** Reads a content once, and notes what is to change in it. */
export function rewritePage(bytes: Uint8Array, options: RewriteOptions): Rewritten {
  const work = createWork(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'), options);
  const cursor = openContent(bytes);
  while (cursor.next()) step(cursor, work);
  work.artifacts.close();
  return { bytes, edits: work.edits, transcripts: work.transcripts, mcids: work.mcids, boxes: work.boxes };
}

/** What is done with each operator; of all others only the graphics state is followed. */
const kinds: ReadonlyMap<number, 'begin' | 'end' | 'build' | 'clip' | 'drop' | 'fill' | 'paint'> = new Map([
  ...['W', 'W*'].map(one => [code(one), 'clip'] as const),
  ...[op.BDC, op.BMC].map(one => [one, 'begin'] as const),
  [op.EMC, 'end'],
  ...[...buildsPath].map(one => [one, 'build'] as const),
  [code('n'), 'drop'],
  ...[...paintsPath].map(one => [one, 'fill'] as const),
  ...[...paintsOther].map(one => [one, 'paint'] as const),
]);

function step(cursor: ContentCursor, work: Work): void {
  switch (kinds.get(cursor.operator)) {
    case undefined:
      follow(cursor, work);
      break;
    case 'begin':
      begin(cursor, work);
      break;
    case 'end':
      end(cursor, work);
      break;
    case 'build':
      buildPath(cursor, work);
      break;
    case 'clip':
      work.artifacts.clip();
      break;
    case 'drop':
      work.pathStart = undefined;
      break;
    case 'fill':
      paintPath(cursor, work);
      break;
    case 'paint':
      work.words.interrupt();
      paint(cursor.start, cursor.end, { box: squareBox(work), isText: false }, work);
  }
}

/** The graphics state and text. */
function follow(cursor: ContentCursor, work: Work): void {
  const shown = work.graphics.follow(cursor);
  if (shown) {
    showText(cursor, shown, work);
    return;
  }
  switch (cursor.operator) {
    case op.q:
      work.artifacts.enter();
      work.words.interrupt();
      break;
    case op.Q:
      work.artifacts.leave();
      work.words.interrupt();
      break;
    case op.cm:
      work.words.interrupt();
      break;
    case op.BT:
      work.text = { start: cursor.at, box: undefined };
      work.words.edge(cursor, false);
      break;
    case op.ET:
      work.words.edge(cursor, true);
      endText(cursor, work);
      break;
    default:
  }
}

function begin(cursor: ContentCursor, work: Work): void {
  const properties = cursor.operator === op.BDC ? cursor.value(1) : null;
  const mcid = isDictionary(properties) ? properties.entries.get('MCID') : undefined;
  if (typeof mcid !== 'number') {
    work.open.push('other');
    if (work.sequence && work.does('soft-hyphens') && isDictionary(properties)) work.words.openSpan(cursor, properties);
    return;
  }
  work.artifacts.close();
  work.words.end();
  work.sequence = {
    tag: cursor.name(0),
    mcid,
    isFigure: work.plan.figures.has(mcid),
    start: cursor.start,
    end: cursor.end,
    painted: false,
    shown: false,
    box: undefined,
  };
  work.open.push(work.sequence);
  const transcript: Transcript = { text: '', joints: [] };
  work.transcripts.set(mcid, transcript);
  work.words.begin(transcript);
}

function end(cursor: ContentCursor, work: Work): void {
  const closed = work.open.pop();
  if (closed === 'other') work.words.closeSpan(cursor);
  if (closed === undefined || closed === 'other') return;
  work.sequence = undefined;
  work.words.end();
  const { mcid, start, end: begun } = closed;
  if (isArtifact(closed, work)) {
    work.edits.replace(start, begun, closed.painted || closed.shown ? artifactOf(closed, work) : '');
    if (!closed.painted && !closed.shown) work.edits.replace(cursor.at, cursor.end, '');
    return;
  }
  const renumbered = work.mcids.size;
  work.mcids.set(mcid, renumbered);
  if (closed.box) work.boxes.set(mcid, closed.box);
  if (renumbered !== mcid) work.edits.replace(start, begun, `/${closed.tag} <</MCID ${renumbered}>> BDC`);
}

function isArtifact({ mcid, shown }: Sequence, { plan, does }: Work): boolean {
  if (plan.repeated.has(mcid)) return true;
  return does('artifacts') && !shown && !plan.drawn.has(mcid);
}

function artifactOf({ mcid }: Sequence, { plan }: Work): string {
  return plan.repeated.has(mcid) ? '/Artifact <</Type /Pagination>> BDC' : '/Artifact <</Type /Layout>> BDC';
}

function buildPath(cursor: ContentCursor, work: Work): void {
  const { sequence, extent } = work;
  if (work.pathStart === undefined) {
    extent.clear();
    work.words.interrupt();
  }
  work.pathStart ??= cursor.start;
  if (sequence?.isFigure) extent.add(cursor);
}

const strokes = new Set(['S', 's', 'B', 'B*', 'b', 'b*'].map(code));

function paintPath(cursor: ContentCursor, work: Work): void {
  const { pathStart, graphics, extent, sequence } = work;
  work.pathStart = undefined;
  const width = strokes.has(cursor.operator) ? graphics.lineWidth : 0;
  const box = sequence?.isFigure ? extent.box(graphics, width) : undefined;
  paint(pathStart ?? cursor.start, cursor.end, { box, isText: false }, work);
}

function showText(cursor: ContentCursor, shown: Shown, work: Work): void {
  const { sequence, text, graphics } = work;
  if (!sequence) {
    if (text) text.box = joined(text.box, graphics.textBox);
    return;
  }
  sequence.shown = true;
  if (sequence.isFigure) sequence.box = joined(sequence.box, graphics.textBox);
  else if (work.does('soft-hyphens')) showWords(cursor, shown, work);
}

/** The glyphs of the operator, and the run of glyphs behind it. */
function showWords(cursor: ContentCursor, { font, codes }: Shown, { words, graphics, content }: Work): void {
  const baseline = (): number => graphics.baseline;
  words.show({ from: cursor.start, to: cursor.end, font, text: textOf(codes, font) }, baseline);
  const [from, to] = [cursor.end, endOfRun(content, cursor.end)];
  if (to === from || font?.codeLength !== 2) return;
  visitRun(content, { from, to }, (one, begin, end) =>
    words.show({ from: begin, to: end, font, text: font.text(one) ?? '\uFFFD' }, baseline),
  );
  cursor.skipTo(to);
}

function endText(cursor: ContentCursor, work: Work): void {
  const { text } = work;
  work.text = undefined;
  if (!work.sequence && text?.box) paint(text.start, cursor.end, { box: text.box, isText: true }, work);
}

/** An image fills the unit square (8.9.3); forms that Chromium makes are seldom larger. */
function squareBox({ sequence, graphics }: Work): Box | undefined {
  if (!sequence?.isFigure) return undefined;
  const corners = [graphics.point(0, 0), graphics.point(1, 0), graphics.point(0, 1), graphics.point(1, 1)];
  return boxAround(corners, 0);
}

interface Painted {
  readonly box: Box | undefined;
  readonly isText: boolean;
}

function paint(start: number, stop: number, { box, isText }: Painted, work: Work): void {
  const { sequence } = work;
  if (sequence) {
    sequence.painted = true;
    if (box) sequence.box = joined(sequence.box, box);
  } else if (work.open.length === 0 && work.does('artifacts')) work.artifacts.paint(start, stop, { box, isText });
}
