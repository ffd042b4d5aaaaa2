// Notes on pages: each with its line, the last at the foot; lines that call too much go to the next page.

import { expect, test } from 'vitest';
import { type NotedFlow, type NotePlan, type Piece, placeNotes } from '../../src/document/footnotes.ts';

const page = 1000;
const line = 20;

/** What makes the pieces of a text, one below the other. */
interface Part {
  readonly height: number;
  readonly lines: number;
  readonly keeps?: boolean;
  /** The line of each note that it calls. */
  readonly calls?: Readonly<Record<number, number>>;
}

const paragraph = (lines: number, calls: Part['calls'] = {}): Part => ({ height: lines * line, lines, calls });
const figure = (height: number): Part => ({ height, lines: 1 });
const heading: Part = { height: 40, lines: 1, keeps: true };

function flow(parts: readonly Part[], notes: readonly number[], start = 100): NotedFlow {
  let top = start;
  const pieces = parts.flatMap(({ height, lines, calls = {} }, leaf) => {
    const from = top;
    top += height;
    return Array.from({ length: lines }, (_, at): Piece => {
      const bottom = from + (height / lines) * (at + 1);
      const own = Object.entries(calls).flatMap(([note, called]) => (called === at ? [Number(note)] : []));
      const breaks = at === 0 ? !parts[leaf - 1]?.keeps : at >= 2 && lines - at >= 2;
      return { top: from + (height / lines) * at, bottom, leaf, line: at, breaks, reach: bottom, calls: own };
    });
  });
  return { pieces, notes: notes.map(height => ({ height, listed: height })), opening: 30 };
}

/** The notes of each page. */
function onPages({ notes }: NotePlan): number[][] {
  const last = Math.max(-1, ...notes.map(one => one.page));
  return Array.from({ length: last + 1 }, (_, at) => notes.filter(one => one.page === at).map(one => one.note));
}

test('a text without calls is left alone', () => {
  expect(placeNotes(flow([paragraph(200)], []), page)).toEqual({ notes: [], cuts: [] });
});

test('notes stand in order at the very foot, the first with what is above notes', () => {
  const { notes } = placeNotes(flow([paragraph(10, { 0: 0, 1: 5 })], [40, 20]), page);
  expect(notes.map(({ note, isFirst }) => [note, isFirst])).toEqual([
    [0, true],
    [1, false],
  ]);
  const [first, last] = notes;
  expect(page - (last?.top ?? 0)).toBeCloseTo(20, 0);
  expect((last?.top ?? 0) - (first?.top ?? 0)).toBe(40 + 30);
});

test('a page without a cut ends with its text; before more text it is cut where its notes begin', () => {
  expect(placeNotes(flow([paragraph(10, { 0: 0 })], [40]), page).cuts).toEqual([]);
  const { cuts } = placeNotes(flow([paragraph(100, { 0: 0 })], [200]), page);
  // 100 of title, 33 lines of 20, 30 above the notes, 200 of notes.
  expect(cuts).toEqual([
    { leaf: 0, line: 33, pushed: 33 * line + line / 4, filled: page - 100 - 34 * line + line / 2 },
  ]);
});

test('a line whose note does not fit goes to the next page with it', () => {
  const parts = [paragraph(30), paragraph(10, { 0: 5 })];
  const plan = placeNotes(flow(parts, [250]), page);
  expect(onPages(plan)).toEqual([[], [0]]);
  expect(plan.cuts[0]).toMatchObject({ leaf: 1, line: 5 });
});

test('no single lines: a page ends two lines into a paragraph at the earliest, and two before its end at the latest', () => {
  for (const [called, cut] of [
    [0, { leaf: 1, line: 0 }],
    [1, { leaf: 1, line: 0 }],
    [2, { leaf: 1, line: 2 }],
    [4, { leaf: 1, line: 3 }],
  ] as const) {
    const plan = placeNotes(flow([paragraph(35), paragraph(5, { 0: called })], [250]), page);
    expect(plan.cuts[0], `called in line ${called}`).toMatchObject(cut);
  }
});

test('a heading goes along with the line that follows it', () => {
  const plan = placeNotes(flow([paragraph(30), heading, paragraph(10, { 0: 0 })], [300]), page);
  expect(plan.cuts[0]).toMatchObject({ leaf: 1, line: 0 });
});

test('a figure that does not fit above the notes begins the next page', () => {
  const plan = placeNotes(flow([paragraph(20, { 0: 0 }), figure(400), paragraph(5, { 1: 0 })], [100, 20]), page);
  expect(plan.cuts[0]).toMatchObject({ leaf: 1, line: 0 });
  expect(onPages(plan)).toEqual([[0], [1]]);
});

test('what stands in the margin has to fit on the page, beside the notes if need be', () => {
  const withMargin = (reach: number): NotedFlow => {
    const { pieces, ...rest } = flow([paragraph(20, { 0: 0 }), paragraph(20)], [300]);
    return { ...rest, pieces: pieces.map(one => (one.leaf === 1 && one.line === 0 ? { ...one, reach } : one)) };
  };
  expect(placeNotes(withMargin(990), page).cuts[0]).toMatchObject({ leaf: 1, line: 8 });
  expect(placeNotes(withMargin(1100), page).cuts[0]).toMatchObject({ leaf: 1, line: 0 });
});

test('a paragraph over three pages is cut twice, the second time counted from the first', () => {
  const { cuts } = placeNotes(flow([paragraph(110, { 0: 0, 1: 60, 2: 100 })], [100, 100, 100]), page);
  expect(cuts.map(({ line: at }) => at)).toEqual([38, 81]);
  expect(cuts[1]?.pushed).toBe((81 - 38) * line + line / 2);
});

test('a note longer than two fifths of a page stays in the list, below the text and above the notes', () => {
  const plan = placeNotes(flow([paragraph(30, { 0: 0, 1: 1 })], [450, 100]), page);
  expect(onPages(plan)).toEqual([[1]]);
  // There is no room for the list below the text.
  expect(plan.cuts).toEqual([{ leaf: -1, line: 0, pushed: 0, filled: 0 }]);
});

test('of a line that calls too much, the longest notes stay in the list', () => {
  const plan = placeNotes(flow([paragraph(3, { 0: 0, 1: 0, 2: 0, 3: 0 })], [300, 310, 290, 280]), page);
  expect(onPages(plan)).toEqual([[2, 3]]);
});

test('behind a figure higher than a page all notes stay in the list', () => {
  const plan = placeNotes(flow([paragraph(5, { 0: 0 }), figure(1500), paragraph(5, { 1: 0 })], [40, 40]), page);
  expect(onPages(plan)).toEqual([[0]]);
});

test('whatever the text, no page holds more than fits, and every note is placed once or left', () => {
  let seed = 11;
  const below = (limit: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor(seed / 7) % limit;
  };
  for (let run = 0; run < 300; run += 1) {
    const notes: number[] = [];
    const parts = Array.from({ length: 1 + below(30) }, (): Part => {
      const kind = below(6);
      if (kind === 0) return heading;
      if (kind === 1) return figure(100 + below(500));
      const lines = 1 + below(25);
      const calls = Object.fromEntries(
        Array.from({ length: below(4) }, () => [notes.push(10 + below(150)) - 1, below(lines)]),
      );
      return paragraph(lines, calls);
    });
    const text = flow(parts, notes);
    const plan = placeNotes(text, page);
    expect(new Set(plan.notes.map(({ note }) => note)).size).toBe(plan.notes.length);
    expect(plan.notes.length, `run ${run}`).toBe(notes.length);
    expectRoom(text, plan);
  }
});

/** The lines of each page and its notes fit on it, and each note is with its line. */
function expectRoom({ pieces, notes, opening }: NotedFlow, { cuts, notes: placed }: NotePlan): void {
  const ends = cuts.map(cut => pieces.findIndex(one => one.leaf === cut.leaf && one.line === cut.line));
  [...ends, pieces.length].forEach((end, at) => {
    const own = pieces.slice(ends[at - 1] ?? 0, end);
    const calls = placed.filter(one => one.page === at).map(({ note }) => note);
    if (at < cuts.length || calls.length > 0) expect(own.flatMap(one => one.calls)).toEqual(calls);
    if (calls.length === 0) return;
    const height = (own.at(-1)?.bottom ?? 0) - (at === 0 ? 0 : (own[0]?.top ?? 0));
    const foot = calls.reduce((sum, note) => sum + (notes[note]?.height ?? 0), opening);
    expect(height + foot).toBeLessThanOrEqual(page);
  });
}
