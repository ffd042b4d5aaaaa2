// A PDF of one empty page that meets PDF/UA-1 and a part of PDF/A, to be broken one key at a time.

/** What a small PDF can be made without; it breaks one rule each. */
export type Part = 'metadata' | 'language' | 'title' | 'id';

const xmp = (title: string, archive: number): string => `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
${title}<pdfaid:part>${archive}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;

/** What a small PDF can have besides. */
export interface More {
  /** The part of PDF/A that it says it follows. */
  readonly archive?: number;
  /** Entries of its catalog, and of its page. */
  readonly catalog?: string;
  readonly page?: string;
  /** Objects, numbered from 7; their characters are bytes. */
  readonly objects?: readonly string[];
}

/** The file, less one part, with more. */
export function smallPdf(without?: Part, { archive = 2, catalog = '', page = '', objects: more = [] }: More = {}) {
  const key = (part: Part, text: string): string => (part === without ? '' : text);
  const title = '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Proef</rdf:li></rdf:Alt></dc:title>';
  const metadata = Buffer.from(xmp(key('title', title), archive), 'utf8').toString('latin1');
  const objects = [
    `<</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>
${key('language', '/Lang(nl-NL)')}${key('metadata', '/Metadata 5 0 R')}${catalog}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>${page}>>`,
    '<</Type/StructTreeRoot/K 6 0 R>>',
    `<</Type/Metadata/Subtype/XML/Length ${metadata.length}>>\nstream\n${metadata}\nendstream`,
    '<</Type/StructElem/S/Document/P 4 0 R>>',
    ...more,
  ];
  return assemble(objects, key('id', '/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]'));
}

function assemble(objects: readonly string[], trailer: string): Uint8Array {
  let text = '%PDF-1.7\n%\xE2\xE3\xCF\xD3\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}`;
  return Buffer.from(
    `${text}${table}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}
