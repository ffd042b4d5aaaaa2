// "Did you mean": the known name nearest to a misspelt one.

import { distance } from 'fastest-levenshtein';

/** A hint with the nearest known name, or with the whole list when that is short; empty when there is nothing to offer. */
export function suggestionHints(wrong: string, known: readonly string[]): string[] {
  const nearest = nearestName(wrong, known);
  if (nearest !== undefined) return [`Did you mean "${nearest}"?`];
  if (known.length === 0) return [];
  const list = known.slice(0, 12).map(name => `"${name}"`);
  return [`Use one of ${list.join(', ')}${known.length > 12 ? `, … (${known.length} in all)` : ''}.`];
}

/** The known name within a third of the wrong name's length in edits, ignoring case; undefined when none is near. */
export function nearestName(wrong: string, known: readonly string[]): string | undefined {
  const scored = known.map(name => ({ name, edits: distance(wrong.toLowerCase(), name.toLowerCase()) }));
  scored.sort((a, b) => a.edits - b.edits);
  const best = scored[0];
  const allowed = Math.max(1, Math.ceil(wrong.length / 3));
  return best && best.edits <= allowed ? best.name : undefined;
}
