// Objects of one PDF put into another, with all that they lead to, under new numbers.

import type { PdfFile } from '../pdf/file.ts';
import { isArray, isDictionary, isReference, isStream, type PdfReference, type PdfValue } from '../pdf/values.ts';

/** Copies values of one file for another. */
export interface Copier {
  /** The value as the other file holds it. */
  copy(value: PdfValue): PdfValue;
  /** The reference that a number of the first file has in the other; the object must be put there by the caller. */
  reserve(object: number): PdfReference;
  /** All objects copied so far, by their new numbers. */
  readonly objects: ReadonlyMap<number, PdfValue>;
}

/** A copier from a file; `allocate` gives a number for an object more. */
export function createCopier(file: PdfFile, allocate: () => number): Copier {
  const objects = new Map<number, PdfValue>();
  const numbers = new Map<number, number>();
  const reserve = (object: number): PdfReference => {
    const known = numbers.get(object);
    if (known !== undefined) return { object: known };
    const own = allocate();
    numbers.set(object, own);
    return { object: own };
  };
  const copy = (value: PdfValue): PdfValue => {
    if (isReference(value)) {
      const isKnown = numbers.has(value.object);
      const own = reserve(value.object);
      if (!isKnown) objects.set(own.object, copy(file.resolve(value)));
      return own;
    }
    if (isArray(value)) return value.map(copy);
    if (!isDictionary(value)) return value;
    const entries = new Map([...value.entries].map(([key, one]) => [key, copy(one)]));
    return isStream(value) ? { entries, raw: value.raw } : { entries };
  };
  return { copy, reserve, objects };
}
