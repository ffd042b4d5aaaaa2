// A draft's file as the final one looks: the marks taken from its pages again.

import { identify } from '../finish/finish.ts';
import { openPdf, type PdfFile } from '../pdf/file.ts';
import { type PdfPage, readPages } from '../pdf/pages.ts';
import { isArray, isDictionary, type PdfValue, toDictionary } from '../pdf/values.ts';
import { writePdf } from '../pdf/write.ts';
import { prefix } from './names.ts';

/** The file without the word, lines, numbers and notice of a draft, to be looked at only; any other file as it is. */
export function withoutMarks(bytes: Uint8Array): Uint8Array {
  const file = openPdf(bytes);
  const objects = new Map<number, PdfValue>();
  for (const page of readPages(file)) {
    const own = ownContent(file, page);
    if (own !== undefined)
      objects.set(page.object, { entries: new Map([...page.dictionary.entries, ['Contents', own]]) });
  }
  if (objects.size === 0) return bytes;
  const { Root = null, Info = null } = Object.fromEntries(file.trailer.entries);
  return writePdf({ base: file, objects, trailer: toDictionary({ Root, ...(Info ? { Info } : {}) }), identify });
}

/** A marked page has the content of the final one between two streams of its own; undefined for any other page. */
export function ownContent(file: PdfFile, page: PdfPage): PdfValue | undefined {
  const contents = file.resolve(page.dictionary.entries.get('Contents'));
  const forms = file.get(page.resources, 'XObject');
  const isMarked = isDictionary(forms) && [...forms.entries.keys()].some(name => name.startsWith(prefix));
  return isMarked && isArray(contents) && contents.length === 3 ? contents[1] : undefined;
}
