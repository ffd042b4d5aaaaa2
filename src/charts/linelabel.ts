// Names beside lines: each where its own line has room, none where it would touch another line or name.

/** A point of a drawing, px from its top left. */
export interface PixelPoint {
  readonly x: number;
  readonly y: number;
}

/** A line to be named: its unbroken runs, all its points, and the width of its name in px. */
export interface Polyline {
  readonly text: string;
  readonly colour: string;
  readonly width: number;
  readonly runs: readonly (readonly PixelPoint[])[];
  readonly points: readonly PixelPoint[];
}

/** A name with the middle of its place, px. */
export interface PlacedLabel extends PixelPoint {
  readonly text: string;
  readonly colour: string;
}

/** The room for names: the panels' sides, the plot's height and the size of the text, px. */
export interface LabelRoom {
  readonly panels: readonly { readonly left: number; readonly right: number }[];
  readonly height: number;
  readonly size: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const stride = 4;
const ownDistance = 5;
const otherDistance = 5;
const samples = 6;

/** Places for the names of lines, at most one per line; a line without free room beside it gets none. */
export function placeLineLabels(lines: readonly Polyline[], room: LabelRoom): PlacedLabel[] {
  const taken: Box[] = [];
  return lines.flatMap(line => {
    const candidates = room.panels.flatMap(panel => candidatesIn(line, panel, room));
    const free = candidates.filter(({ box }) => isFree(box, line, lines, taken));
    const best = free.reduce<Candidate | undefined>((a, b) => (a && a.cost <= b.cost ? a : b), undefined);
    if (!best) return [];
    taken.push(best.box);
    return [{ text: line.text, colour: line.colour, x: round(middle(best.box).x), y: round(middle(best.box).y) }];
  });
}

interface Candidate {
  readonly box: Box;
  /** Lower is better: how far the name's ends are from the line, and how far it stands from the line's end. */
  readonly cost: number;
}

/** Boxes just above and just below the line, all along the panel. */
function candidatesIn(line: Polyline, panel: { left: number; right: number }, room: LabelRoom): Candidate[] {
  const found: Candidate[] = [];
  for (let right = panel.right - 2; right - line.width >= panel.left + 2; right -= stride) {
    const left = right - line.width;
    const heights = heightsOver(line, left, right);
    if (heights.length < samples * 0.7) continue;
    const [highest, lowest] = [Math.min(...heights), Math.max(...heights)];
    const cost = (lowest - highest) * 2 + (panel.right - right) * 0.08;
    const above = highest - ownDistance;
    const below = lowest + ownDistance;
    const text = room.size * 0.8;
    found.push({ box: { left, right, top: above - text, bottom: above }, cost });
    found.push({ box: { left, right, top: below, bottom: below + text }, cost: cost + 1 });
  }
  return found.filter(({ box }) => box.top >= 0 && box.bottom <= room.height - 2);
}

/** The line's heights at a few places between two sides; places beside the line give none. */
function heightsOver(line: Polyline, left: number, right: number): number[] {
  const inside = line.points.filter(point => point.x >= left && point.x <= right).map(point => point.y);
  const places = Array.from({ length: samples + 1 }, (_, index) => left + ((right - left) * index) / samples);
  return [...places.flatMap(x => heightAt(line, x) ?? []), ...inside];
}

function heightAt(line: Polyline, x: number): number | undefined {
  for (const run of line.runs)
    for (let index = 1; index < run.length; index += 1) {
      const [from, to] = [run[index - 1], run[index]];
      if (from && to && x >= from.x && x <= to.x) return from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
    }
  return undefined;
}

function isFree(box: Box, own: Polyline, lines: readonly Polyline[], taken: readonly Box[]): boolean {
  if (taken.some(other => overlap(grown(box, 3), other))) return false;
  return lines.every(line => !touches(line, grown(box, line === own ? 1 : otherDistance)));
}

function touches(line: Polyline, box: Box): boolean {
  const steps = 24;
  for (let index = 0; index <= steps; index += 1) {
    const y = heightAt(line, box.left + ((box.right - box.left) * index) / steps);
    if (y !== undefined && y >= box.top && y <= box.bottom) return true;
  }
  const symbol = 4;
  return line.points.some(({ x, y }) =>
    overlap(box, { left: x - symbol, right: x + symbol, top: y - symbol, bottom: y + symbol }),
  );
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function grown(box: Box, by: number): Box {
  return { left: box.left - by, right: box.right + by, top: box.top - by, bottom: box.bottom + by };
}

function middle(box: Box): PixelPoint {
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}

function round(px: number): number {
  return Math.round(px * 100) / 100;
}
