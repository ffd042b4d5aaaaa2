// What a file may still say of itself when pages were put behind it.

import type { PdfFile } from '../pdf/file.ts';
import { decodeStream } from '../pdf/filters.ts';
import { isReference, isStream, type PdfReference, type PdfStream, toDictionary, toName } from '../pdf/values.ts';

/**
 * Its metadata as it has them, or as a new stream without the standards that it can no longer promise: PDF/UA without
 * tags, and PDF/A without tags or of its first part, which knows no packed objects. Undefined for a file that has none.
 */
export function keptMetadata(file: PdfFile, isTagged: boolean): PdfReference | PdfStream | undefined {
  const present = file.catalog.entries.get('Metadata');
  const stream = file.resolve(present);
  if (present === undefined || !isStream(stream)) return undefined;
  const text = Buffer.from(decodeStream(stream, file.resolve)).toString('utf8');
  const isFirst = /pdfaid:part\s*(?:=\s*["']|>)\s*1/.test(text);
  const gone = isTagged ? (isFirst ? ['pdfaid'] : []) : ['pdfaid', 'pdfuaid'];
  const kept = gone.reduce(without, text);
  if (kept === text && isReference(present)) return present;
  return { ...toDictionary({ Type: toName('Metadata'), Subtype: toName('XML') }), raw: Buffer.from(kept, 'utf8') };
}

/** A text without the properties of a prefix, as elements and as attributes. */
function without(text: string, prefix: string): string {
  const names = '(?:part|conformance|amd|rev|corr)';
  return text
    .replace(new RegExp(`<${prefix}:${names}\\b[^>]*>[^<]*</${prefix}:${names}>`, 'g'), '')
    .replace(new RegExp(`\\s${prefix}:${names}\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'g'), '');
}
