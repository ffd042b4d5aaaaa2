// A sentence that became two, or two that became one, is one change: nothing of it went or came.

import type { Group } from './groups.ts';
import { likeness } from './likeness.ts';
import type { Unit } from './units.ts';

/** By how much more alike two sentences must be when one takes in its neighbour. */
const gain = 0.05;

/** The groups, with a rewritten sentence and the neighbour that was split from it, or taken into it, as one. */
export function joinSentences(groups: readonly Group[]): Group[] {
  const joined: Group[] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    const one = last && (joinedWith(last, group) ?? joinedWith(group, last));
    if (one) joined[joined.length - 1] = one;
    else joined.push(group);
  }
  return joined;
}

/** A changed group with what came or went beside it; undefined when that is a sentence of its own. */
function joinedWith(changed: Group, other: Group): Group | undefined {
  if (changed.kind !== 'changed' || (other.kind !== 'added' && other.kind !== 'removed')) return undefined;
  const side = other.kind === 'added' ? 'new' : 'old';
  const units = inOrder(changed[side], other[side]);
  if (!units) return undefined;
  const one: Group = { ...changed, [side]: units };
  return alikeness(one) > alikeness(changed) + gain ? one : undefined;
}

/** Both lists in reading order; undefined when they are not neighbours within one passage. */
function inOrder(a: readonly Unit[], b: readonly Unit[]): readonly Unit[] | undefined {
  const units = [...a, ...b].sort((one, other) => one.place - other.place);
  const [first] = units;
  const isRun = units.every(({ place, passage }, index) => {
    return passage === first?.passage && place === (first?.place ?? 0) + index;
  });
  return isRun ? units : undefined;
}

function alikeness({ old, new: now }: Group): number {
  return likeness(old.map(({ text }) => text).join(' '), now.map(({ text }) => text).join(' '));
}
