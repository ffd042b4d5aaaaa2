// Rows or columns of two states matched by their labels; one that only got another label is known by its cells.

/** A label, and what its cells print. */
export type Labelled = readonly [label: string, cells: string];

/** Which belong together. */
export interface LabelMatch {
  /** Indexes in both states, in the order of the new one; removed ones behind. */
  readonly pairs: readonly (readonly [old: number | undefined, now: number | undefined])[];
  readonly renamed: readonly (readonly [old: string, now: string])[];
  /** Whether those of both states stand in another order. */
  readonly isReordered: boolean;
}

/** Matches labels, which are unique in each state. */
export function matchLabels(old: readonly Labelled[], now: readonly Labelled[]): LabelMatch {
  const known = new Map(old.map(([label], index) => [label, index]));
  const labels = new Set(now.map(([label]) => label));
  const left = old.flatMap(([label], index) => (labels.has(label) ? [] : [index]));
  const renamed: [string, string][] = [];
  const pairs = now.map(([label, cells], index): readonly [number | undefined, number] => {
    const same = known.get(label);
    if (same !== undefined) return [same, index];
    const twin = left.findIndex(one => isRenamed(old[one], cells));
    const [found] = twin < 0 ? [] : left.splice(twin, 1);
    if (found === undefined) return [undefined, index];
    renamed.push([old[found]?.[0] ?? '', label]);
    return [found, index];
  });
  const places = pairs.flatMap(([before]) => before ?? []);
  const isReordered = places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0));
  return { pairs: [...pairs, ...left.map(index => [index, undefined] as const)], renamed, isReordered };
}

/** Cells of which most are the same are those of another row when they tell enough. */
function isRenamed(old: Labelled | undefined, cells: string): boolean {
  return old !== undefined && old[1] === cells && new Set(cells.split('|')).size > 1;
}
