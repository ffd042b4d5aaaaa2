// All that a value leads to: the objects that a file needs, and the dictionaries in them.

import { isArray, isDictionary, isReference, type PdfDictionary, type PdfReference, type PdfValue } from './values.ts';

/** Is handed a dictionary, and the number of the object that it is or stands in; -1 for the start itself. */
export type Visit = (dictionary: PdfDictionary, object: number) => void;

/** The numbers of all objects to which a value leads; every dictionary on the way is visited once for each place. */
export function reach(
  start: PdfValue,
  resolve: (reference: PdfReference) => PdfValue,
  visit: Visit = () => {},
): ReadonlySet<number> {
  const found = new Set<number>();
  const waiting: (readonly [PdfValue, number])[] = [[start, -1]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [value, object] = next;
    if (isReference(value)) {
      if (!found.has(value.object)) waiting.push([resolve(value), value.object]);
      found.add(value.object);
    } else if (isArray(value)) for (const one of value) waiting.push([one, object]);
    else if (isDictionary(value)) {
      visit(value, object);
      for (const one of value.entries.values()) waiting.push([one, object]);
    }
  }
  return found;
}
