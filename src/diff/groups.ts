// Matched units put together as a reader sees them: whole sections, runs of sentences, rows of one table.

import type { Match } from './align.ts';
import type { Unit } from './units.ts';

/** Units that changed together; the units of a moved or changed group are paired one by one. */
export interface Group {
  readonly kind: 'changed' | 'added' | 'removed' | 'moved';
  /** Whether it is a heading with all that stands below it. */
  readonly isSection: boolean;
  readonly old: readonly Unit[];
  readonly new: readonly Unit[];
}

/** The groups in the order of the matches, without what stayed the same. */
export function groupMatches(matches: readonly Match[], old: readonly Unit[], now: readonly Unit[]): Group[] {
  const kindOfOld = new Map(matches.flatMap(match => ('old' in match ? [[match.old, match.kind] as const] : [])));
  const kindOfNew = new Map(matches.flatMap(match => ('new' in match ? [[match.new, match.kind] as const] : [])));
  const groups: Group[] = [];
  let last: { match: Match; isSection: boolean; until: number } | undefined;
  for (const match of matches) {
    if (match.kind === 'same') {
      last = undefined;
      continue;
    }
    const [before, after] = ['old' in match ? old[match.old] : undefined, 'new' in match ? now[match.new] : undefined];
    const own = { old: before ? [before] : [], new: after ? [after] : [] };
    const current = groups.at(-1);
    if (current && last && goesOn(last, match, { current, before, after })) {
      groups[groups.length - 1] = { ...current, old: [...current.old, ...own.old], new: [...current.new, ...own.new] };
      last = { ...last, match };
      continue;
    }
    const [units, at, kinds] =
      match.kind === 'removed' ? ([old, match.old, kindOfOld] as const) : ([now, match.new, kindOfNew] as const);
    const end = sectionEnd(units, at);
    const isWhole =
      match.kind !== 'changed' && end > at + 1 && range(at, end).every(index => kinds.get(index) === match.kind);
    groups.push({ kind: match.kind, isSection: isWhole, ...own });
    last = { match, isSection: isWhole, until: end };
  }
  return groups;
}

interface Current {
  readonly current: Group;
  readonly before: Unit | undefined;
  readonly after: Unit | undefined;
}

/** Whether a match belongs to the group before it: the next unit of a section, of a passage, or of a table. */
function goesOn(
  last: { readonly match: Match; readonly isSection: boolean; readonly until: number },
  match: Match,
  { current, before, after }: Current,
): boolean {
  if (match.kind !== last.match.kind || match.kind === 'changed') return false;
  const follows = isNext(last.match, match);
  const at = match.kind === 'removed' ? match.old : 'new' in match ? match.new : -1;
  if (last.isSection) return follows && at < last.until;
  const [previous, unit] = match.kind === 'removed' ? [current.old.at(-1), before] : [current.new.at(-1), after];
  if (!follows || !previous || !unit || unit.kind !== previous.kind) return false;
  return unit.passage === previous.passage || (unit.kind === 'row' && unit.table === previous.table);
}

/** Whether the second stands right behind the first, in each text that has them. */
function isNext(a: Match, b: Match): boolean {
  const isOld = !('old' in a && 'old' in b) || b.old === a.old + 1;
  const isNew = !('new' in a && 'new' in b) || b.new === a.new + 1;
  return isOld && isNew;
}

/** Where the section of a heading ends: at the next heading that is not below it; behind itself for any other unit. */
function sectionEnd(units: readonly Unit[], at: number): number {
  const heading = units[at];
  if (heading?.kind !== 'heading') return at + 1;
  const end = units.findIndex(
    (unit, index) => index > at && unit.kind === 'heading' && (unit.level ?? 0) <= (heading.level ?? 0),
  );
  return end < 0 ? units.length : end;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
