// The units of two texts matched: those that stayed, were rewritten, moved, came or went.

import { diffArrays } from 'diff';
import { likeness } from './likeness.ts';
import { unnumbered } from './numbering.ts';
import { type Sliding, slideUp } from './slide.ts';
import type { Unit } from './units.ts';

/** A unit of both texts, or of one of them. */
export type Match =
  | { readonly kind: 'same' | 'changed'; readonly old: number; readonly new: number }
  | { readonly kind: 'moved'; readonly old: number; readonly new: number }
  | { readonly kind: 'removed'; readonly old: number }
  | { readonly kind: 'added'; readonly new: number };

/**
 * Every unit of both texts once, in the order of the new text; what went stands where it stood. When only one of the files
 * has tags, what is a heading of one may be a paragraph of the other: then `isAlike`, about their kinds, is false.
 */
export function align(old: readonly Unit[], now: readonly Unit[], isAlike = true): Match[] {
  if (isAlike) return withMoves(anchored(old, now), old, now);
  const plain = (unit: Unit): Unit => ({ ...unit, kind: unit.kind === 'drawing' ? 'drawing' : 'paragraph' });
  const [before, after] = [old.map(plain), now.map(plain)];
  return withMoves(anchored(before, after), before, after);
}

/** Equal units in their order first, headings and captions whatever their numbers; between them, what was rewritten. */
function anchored(old: readonly Unit[], now: readonly Unit[]): Match[] {
  const matches: Match[] = [];
  let [before, after] = [0, 0];
  for (const { removed, added, equal } of runsOf(old, now)) {
    const [gone, come] = [range(before, removed), range(after, added)];
    matches.push(...rewritten(gone, come, { old, now }));
    [before, after] = [before + removed, after + added];
    for (let index = 0; index < equal; index++) {
      const kind = old[before]?.text === now[after]?.text ? 'same' : 'changed';
      matches.push({ kind, old: before++, new: after++ });
    }
  }
  return matches;
}

function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}

function keyOf({ kind, text }: Unit): string {
  const isNumbered = kind === 'heading' || kind === 'caption';
  return `${kind} ${isNumbered ? unnumbered(kind, text) : text}`;
}

/** How many units went and came at a place, and how many equal ones follow. */
interface Run {
  removed: number;
  added: number;
  equal: number;
}

/** The runs of two texts by the keys of their units. */
function runsOf(old: readonly Unit[], now: readonly Unit[]): readonly Run[] {
  const [before, after] = [old.map(keyOf), now.map(keyOf)];
  const runs: Run[] = [{ removed: 0, added: 0, equal: 0 }];
  for (const { removed, added, count } of diffArrays(before, after)) {
    const last = runs.at(-1);
    const run: Run = last && last.equal === 0 ? last : { removed: 0, added: 0, equal: 0 };
    if (run !== last) runs.push(run);
    run[removed ? 'removed' : added ? 'added' : 'equal'] += count;
  }
  slideRuns(runs, { units: old, keys: before }, { units: now, keys: after });
  return runs;
}

/** Puts runs that only came or only went where a section begins: equal units from before them then stand behind them. */
function slideRuns(runs: readonly Run[], old: Keyed, now: Keyed): void {
  let [before, after] = [0, 0];
  runs.forEach((run, index) => {
    const previous = runs[index - 1];
    const { removed, added } = run;
    if (previous && (removed === 0) !== (added === 0)) {
      const own = removed > 0 ? { ...old, from: before, count: removed } : { ...now, from: after, count: added };
      const by = slideUp({ ...own, before: previous.equal - 1 });
      previous.equal -= by;
      run.equal += by;
      [before, after] = [before - by, after - by];
    }
    [before, after] = [before + removed + run.equal, after + added + run.equal];
  });
}

type Keyed = Pick<Sliding, 'units' | 'keys'>;

interface Texts {
  readonly old: readonly Unit[];
  readonly now: readonly Unit[];
}

/** How alike two units must be for one to be the other rewritten. */
const alike = 0.45;

/** Pairs in the order of both lists whose likeness adds up to the most (a longest common subsequence with weights). */
function rewritten(gone: readonly number[], come: readonly number[], { old, now }: Texts): Match[] {
  const score = gone.map(before =>
    come.map(after => {
      const [a, b] = [old[before], now[after]];
      const value = a && b && isComparable(a, b) ? likeness(a.text, b.text) : 0;
      return value >= alike ? value : 0;
    }),
  );
  const best = new Float64Array((gone.length + 1) * (come.length + 1));
  const at = (i: number, j: number): number => i * (come.length + 1) + j;
  for (let i = gone.length - 1; i >= 0; i--)
    for (let j = come.length - 1; j >= 0; j--) {
      const paired = (score[i]?.[j] ?? 0) > 0 ? (score[i]?.[j] ?? 0) + (best[at(i + 1, j + 1)] ?? 0) : 0;
      best[at(i, j)] = Math.max(paired, best[at(i + 1, j)] ?? 0, best[at(i, j + 1)] ?? 0);
    }
  const matches: Match[] = [];
  let [i, j] = [0, 0];
  while (i < gone.length || j < come.length) {
    const [before, after] = [gone[i], come[j]];
    const own = before !== undefined && after !== undefined ? (score[i]?.[j] ?? 0) : 0;
    if (
      before !== undefined &&
      after !== undefined &&
      own > 0 &&
      best[at(i, j)] === own + (best[at(i + 1, j + 1)] ?? 0)
    ) {
      matches.push({ kind: 'changed', old: before, new: after });
      [i, j] = [i + 1, j + 1];
    } else if (before !== undefined && (after === undefined || best[at(i, j)] === best[at(i + 1, j)])) {
      matches.push({ kind: 'removed', old: before });
      i += 1;
    } else if (after !== undefined) {
      matches.push({ kind: 'added', new: after });
      j += 1;
    }
  }
  return matches.flatMap((match, index) => replaced(matches, index, { old, now }) ?? match);
}

/** One that went and one that came at the same place are one that was rewritten, however little is left of it. */
function replaced(matches: readonly Match[], index: number, { old, now }: Texts): Match | [] | undefined {
  const isLone = (at: number, kinds: readonly (string | undefined)[]): boolean =>
    kinds.every((kind, step) => matches[at + step]?.kind === kind) &&
    !['removed', 'added'].includes(matches[at - 1]?.kind ?? '') &&
    !['removed', 'added'].includes(matches[at + 2]?.kind ?? '');
  const starts = [index, index - 1].find(at => isLone(at, ['removed', 'added']) || isLone(at, ['added', 'removed']));
  if (starts === undefined) return undefined;
  const pair = [matches[starts], matches[starts + 1]];
  const [gone, come] = [pair.find(one => one?.kind === 'removed'), pair.find(one => one?.kind === 'added')];
  if (gone?.kind !== 'removed' || come?.kind !== 'added') return undefined;
  const [a, b] = [old[gone.old], now[come.new]];
  if (!a || !b || !isComparable(a, b) || a.section.length !== b.section.length) return undefined;
  return starts === index ? { kind: 'changed', old: gone.old, new: come.new } : [];
}

/** A heading is no sentence, and a row no caption; a paragraph may become an item of a list. */
function isComparable(a: Unit, b: Unit): boolean {
  const running = new Set(['paragraph', 'item', 'quote', 'note']);
  return a.kind === b.kind || (running.has(a.kind) && running.has(b.kind));
}

/** Fewer words than these say too little to know a sentence again elsewhere. */
const fewest = 4;

/** How alike a unit must be to one elsewhere to be that one, moved. */
const movedAlike = 0.8;

/** What went in one place and came in another, nearly the same, has moved. */
function withMoves(matches: readonly Match[], old: readonly Unit[], now: readonly Unit[]): Match[] {
  const gone = matches.flatMap(one => (one.kind === 'removed' && isTelling(old[one.old]) ? [one.old] : []));
  const from = new Map<number, number>();
  for (const match of matches) {
    const unit = match.kind === 'added' ? now[match.new] : undefined;
    if (match.kind !== 'added' || !unit || !isTelling(unit)) continue;
    const scored = gone.map((index, place) => ({ index, place, value: movedLikeness(old[index], unit) }));
    const best = scored.reduce<(typeof scored)[number] | undefined>(
      (a, b) => (b.value > (a?.value ?? 0) ? b : a),
      undefined,
    );
    if (!best || best.value < movedAlike) continue;
    gone.splice(best.place, 1);
    from.set(match.new, best.index);
  }
  const moved = new Set(from.values());
  return matches.flatMap((match): Match[] => {
    if (match.kind === 'removed' && moved.has(match.old)) return [];
    const source = match.kind === 'added' ? from.get(match.new) : undefined;
    return match.kind === 'added' && source !== undefined ? [{ kind: 'moved', old: source, new: match.new }] : [match];
  });
}

function isTelling(unit: Unit | undefined): boolean {
  return unit !== undefined && (unit.kind === 'heading' || unit.words.length >= fewest);
}

function movedLikeness(a: Unit | undefined, b: Unit): number {
  if (!a || !isComparable(a, b)) return 0;
  return a.kind === 'heading' ? Number(a.text === b.text) : likeness(a.text, b.text);
}
