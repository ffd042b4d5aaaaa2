// What a PDF says of itself for archives and readers: XMP with the standards it follows, and the older document information.

import { encodeText } from '../pdf/textstring.ts';
import { type PdfDictionary, type PdfStream, toDictionary, toName } from '../pdf/values.ts';

/** The properties of a publication. */
export interface Metadata {
  readonly title: string;
  readonly author: string;
  readonly description: string;
  readonly keywords: readonly string[];
  /** Such as `nl`. */
  readonly language: string;
  /** The moment that the file carries, to the second. */
  readonly moment: Date;
  /** The program that made the file of the browser's print, such as `Skia/PDF m153`. */
  readonly producer: string;
  /** Of a draft: the commit it was built from, with what is to be said of that. */
  readonly draft?: string;
}

/** The part of ISO 19005 that a file follows: 3 where it carries files of any kind, else 2. */
export type ArchivePart = 2 | 3;

const creator = 'jaarcijfers';

/** A moment as a date of PDF, to the second (7.9.4). */
export function pdfDate(moment: Date): string {
  return `D:${moment.toISOString().replace(/\D/g, '').slice(0, 14)}+00'00'`;
}

/** The document information dictionary (14.3.3); it says what the XMP says. */
export function information(metadata: Metadata): PdfDictionary {
  const date = pdfDate(metadata.moment);
  return toDictionary({
    Title: encodeText(metadata.title),
    Author: encodeText(metadata.author),
    Subject: encodeText(metadata.description),
    Keywords: encodeText(metadata.keywords.join(', ')),
    Creator: encodeText(creator),
    Producer: encodeText(metadata.producer),
    CreationDate: date,
    ModDate: date,
  });
}

/** The metadata stream: PDF/A-2a or PDF/A-3a (ISO 19005-2 and -3, 6.6) and PDF/UA-1 (ISO 14289-1, 5), not compressed, so that all can read it. */
export function metadataStream(metadata: Metadata, part: ArchivePart): PdfStream {
  const date = metadata.moment.toISOString().replace(/\.\d+/, '');
  const packet = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"${metadata.draft === undefined ? '' : ' xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"'} xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>${part}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(metadata.title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(metadata.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(metadata.description)}</rdf:li></rdf:Alt></dc:description>
<dc:subject><rdf:Bag>${metadata.keywords.map(word => `<rdf:li>${escapeXml(word)}</rdf:li>`).join('')}</rdf:Bag></dc:subject>
<dc:language><rdf:Bag><rdf:li>${escapeXml(metadata.language)}</rdf:li></rdf:Bag></dc:language>
<dc:date><rdf:Seq><rdf:li>${date}</rdf:li></rdf:Seq></dc:date>
<xmp:CreatorTool>${creator}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
${draftProperties(metadata)}<pdf:Producer>${escapeXml(metadata.producer)}</pdf:Producer>
<pdf:Keywords>${escapeXml(metadata.keywords.join(', '))}</pdf:Keywords>
${extensions}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
  return { ...toDictionary({ Type: toName('Metadata'), Subtype: toName('XML') }), raw: Buffer.from(packet, 'utf8') };
}

/** Which draft it is, in properties that PDF/A knows: a label, and the version of the document. */
function draftProperties({ draft }: Metadata): string {
  if (draft === undefined) return '';
  return `<xmp:Label>concept</xmp:Label>\n<xmpMM:VersionID>${escapeXml(draft)}</xmpMM:VersionID>\n`;
}

/** PDF/A wants every schema described that it does not know itself (6.6.2.3). */
const extensions = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, one => entities[one] ?? one);
}
