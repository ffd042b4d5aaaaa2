// A finished file with more painted on some of its pages, and every page's content written anew.

import { openPdf } from '../../src/pdf/file.ts';
import { contentOf, readPages } from '../../src/pdf/pages.ts';
import { isReference, type PdfValue, toDictionary } from '../../src/pdf/values.ts';
import { writePdf } from '../../src/pdf/write.ts';

/** The file with operators behind the content of pages, by their numbers; no page's content is byte for byte the same. */
export function retouch(bytes: Uint8Array, more: Readonly<Record<number, string>> = {}): Uint8Array {
  const base = openPdf(bytes);
  const Root = base.trailer.entries.get('Root');
  if (!Root) throw new Error('The file has no catalog.');
  const objects = new Map<number, PdfValue>();
  for (const page of readPages(base)) {
    const contents = page.dictionary.entries.get('Contents');
    if (!isReference(contents)) throw new Error(`Page ${page.number} has more than one stream.`);
    const content = [Buffer.from('q\n'), contentOf(base, page), Buffer.from(`\nQ\n${more[page.number] ?? ''}`)];
    objects.set(contents.object, { ...toDictionary({}), raw: Buffer.concat(content) });
  }
  return writePdf({ base, objects, trailer: toDictionary({ Root }) });
}
