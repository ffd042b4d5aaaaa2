// Bookmarks with the words of their headings (ISO 32000-1, 12.3.3), as they are read out.

import { type HeadingRecord, plainWords } from '../inspect/record.ts';
import type { PdfFile } from '../pdf/file.ts';
import { decodeText, encodeText } from '../pdf/textstring.ts';
import { isDictionary, isReference, type PdfDictionary, type PdfValue } from '../pdf/values.ts';

/**
 * The outline items by the numbers of their objects, their titles without soft hyphens and special spaces, and without
 * the numbers of notes. Chromium makes one for each heading that it prints, in their order.
 */
export function plainBookmarks(file: PdfFile, headings: readonly HeadingRecord[]): ReadonlyMap<number, PdfDictionary> {
  const made = new Map<number, PdfDictionary>();
  const waiting = [...headings];
  const visit = (first: PdfValue | undefined): void => {
    let item = first;
    while (isReference(item) && !made.has(item.object)) {
      const dictionary = file.resolve(item);
      if (!isDictionary(dictionary)) return;
      made.set(item.object, withPlainTitle(dictionary, waiting));
      visit(dictionary.entries.get('First'));
      item = dictionary.entries.get('Next');
    }
  };
  const outlines = file.get(file.catalog, 'Outlines');
  if (isDictionary(outlines)) visit(outlines.entries.get('First'));
  return made;
}

function withPlainTitle({ entries }: PdfDictionary, waiting: HeadingRecord[]): PdfDictionary {
  const title = entries.get('Title');
  const words = typeof title === 'string' ? plainWords(decodeText(title)) : '';
  const at = waiting.findIndex(({ text }) => text === words);
  const [heading] = at < 0 ? [] : waiting.splice(0, at + 1).slice(-1);
  return { entries: new Map([...entries, ['Title', encodeText(heading?.title ?? words)]]) };
}
