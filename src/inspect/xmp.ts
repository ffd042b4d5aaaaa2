// What the XMP metadata of a PDF says: the properties that its rules ask for (ISO 16684-1).

import type { PdfFile } from '../pdf/file.ts';
import { decodeStream } from '../pdf/filters.ts';
import type { PdfStream } from '../pdf/values.ts';

/** Properties by their usual names, such as `dc:title`; of several values the first. */
export type Xmp = ReadonlyMap<string, string>;

const namespaces: Readonly<Record<string, string>> = {
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://ns.adobe.com/xap/1.0/': 'xmp',
  'http://ns.adobe.com/pdf/1.3/': 'pdf',
  'http://www.aiim.org/pdfa/ns/id/': 'pdfaid',
  'http://www.aiim.org/pdfua/ns/id/': 'pdfuaid',
};

/** Reads a metadata stream: properties written as elements and as attributes. */
export function readXmp(file: PdfFile, stream: PdfStream): Xmp {
  const text = Buffer.from(decodeStream(stream, file.resolve)).toString('utf8');
  const prefixes = new Map(
    [...text.matchAll(/xmlns:([\w-]+)\s*=\s*["']([^"']*)["']/g)].flatMap(([, prefix = '', address = '']) => {
      const usual = namespaces[address];
      return usual === undefined ? [] : [[prefix, usual] as const];
    }),
  );
  const found = new Map<string, string>();
  const note = (prefix: string, name: string, value: string): void => {
    const usual = prefixes.get(prefix);
    if (usual !== undefined && !found.has(`${usual}:${name}`)) found.set(`${usual}:${name}`, unescapeXml(value.trim()));
  };
  for (const { 0: tag, 1: prefix = '', 2: name = '', index } of text.matchAll(/<([\w-]+):([\w-]+)(?:\s[^>]*)?>/g)) {
    const start = index + tag.length;
    const body = text.slice(start, Math.max(start, text.indexOf(`</${prefix}:${name}>`, start)));
    const value = /<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/.exec(body)?.[1] ?? body;
    if (prefixes.has(prefix) && !value.includes('<')) note(prefix, name, value);
  }
  for (const [, prefix = '', name = '', , value = ''] of text.matchAll(/\s([\w-]+):([\w-]+)\s*=\s*(["'])([^"']*)\3/g))
    note(prefix, name, value);
  return found;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\dA-Fa-f]+)|(\w+));/g, (found, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return entities[name ?? ''] ?? found;
  });
}
