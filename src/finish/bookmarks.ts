// Bookmarks with the words of their headings (ISO 32000-1, 12.3.3), as they are read out.

import { plainWords } from '../inspect/record.ts';
import type { PdfFile } from '../pdf/file.ts';
import { decodeText, encodeText } from '../pdf/textstring.ts';
import { isDictionary, isReference, type PdfDictionary, type PdfValue } from '../pdf/values.ts';

/** The outline items by the numbers of their objects, their titles without soft hyphens and special spaces. */
export function plainBookmarks(file: PdfFile): ReadonlyMap<number, PdfDictionary> {
  const made = new Map<number, PdfDictionary>();
  const visit = (first: PdfValue | undefined): void => {
    let item = first;
    while (isReference(item) && !made.has(item.object)) {
      const dictionary = file.resolve(item);
      if (!isDictionary(dictionary)) return;
      made.set(item.object, withPlainTitle(dictionary));
      visit(dictionary.entries.get('First'));
      item = dictionary.entries.get('Next');
    }
  };
  const outlines = file.get(file.catalog, 'Outlines');
  if (isDictionary(outlines)) visit(outlines.entries.get('First'));
  return made;
}

function withPlainTitle({ entries }: PdfDictionary): PdfDictionary {
  const title = entries.get('Title');
  const words = typeof title === 'string' ? plainWords(decodeText(title)) : '';
  return { entries: new Map([...entries, ['Title', encodeText(words)]]) };
}
