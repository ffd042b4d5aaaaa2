// One bookmark more, behind those that a file has (ISO 32000-1, 12.3.3).

import type { PdfFile } from '../pdf/file.ts';
import { encodeText } from '../pdf/textstring.ts';
import { isDictionary, isReference, type PdfReference, type PdfValue, toDictionary, toName } from '../pdf/values.ts';

/** A bookmark, and the place to which it leads. */
export interface Bookmark {
  readonly title: string;
  readonly destination: PdfValue;
}

/** The objects of the outline with a bookmark more, and the outline itself, which the catalog names. */
export function appendBookmark(
  file: PdfFile,
  { title, destination }: Bookmark,
  allocate: () => number,
): { readonly objects: ReadonlyMap<number, PdfValue>; readonly outline: PdfReference } {
  const present = file.catalog.entries.get('Outlines');
  const outline = isReference(present) && isDictionary(file.resolve(present)) ? present : { object: allocate() };
  const before = file.resolve(outline);
  const entries: ReadonlyMap<string, PdfValue> = isDictionary(before)
    ? before.entries
    : new Map([['Type', toName('Outlines')]]);
  const last = entries.get('Last');
  const own = { object: allocate() };
  const item = toDictionary({
    ...{ Title: encodeText(title), Parent: outline, Dest: destination },
    Prev: isReference(last) ? last : undefined,
  });
  const count = Number(file.resolve(entries.get('Count')) ?? 0);
  const whole = new Map<string, PdfValue>([...entries, ['Last', own], ['Count', count < 0 ? count - 1 : count + 1]]);
  if (!whole.has('First')) whole.set('First', own);
  const objects = new Map<number, PdfValue>([
    [own.object, item],
    [outline.object, { entries: whole }],
  ]);
  const end = isReference(last) ? file.resolve(last) : undefined;
  if (isReference(last) && isDictionary(end))
    objects.set(last.object, { entries: new Map<string, PdfValue>([...end.entries, ['Next', own]]) });
  return { objects, outline };
}
