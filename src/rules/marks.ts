// Where the cells of a sum stand: the places that a message underlines.

import type { Place, RelatedPlace } from '../diagnostics/diagnostic.ts';
import type { CellReference } from '../statistics/cell.ts';

/** The places of cells, those that follow each other on a line taken together as one. */
export function placesOf(cells: readonly CellReference[]): Place[] {
  const places: Place[] = [];
  for (const { observation } of cells) {
    const before = places.pop();
    const joined = before && join(before, observation.place);
    if (before && !joined) places.push(before);
    places.push(joined ?? observation.place);
  }
  return places;
}

/** Both places as one, when nothing but a comma stands between them. */
function join(before: Place, after: Place): Place | undefined {
  if (before.file !== after.file || before.line !== after.line || before.text === undefined) return undefined;
  const end = before.column - 1 + (before.length ?? 1);
  if (!/^\s*,\s*$/.test(before.text.slice(end, after.column - 1))) return undefined;
  return { ...before, length: after.column - before.column + (after.length ?? 1) };
}

/** Every place with the same words. */
export function related(message: string, places: readonly Place[]): RelatedPlace[] {
  return places.map(place => ({ message, place }));
}
