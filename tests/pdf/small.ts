// Tiny PDFs, written by hand.

import { deflateSync } from 'node:zlib';

/** A PDF of these objects, numbered from 1, with a classic cross-reference table; the first is the catalog. */
export function classicPdf(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, '0');
  });
  const table = ['0000000000 65535 f ', ...offsets.map(offset => `${offset} 00000 n `)].join('\n');
  const end = `trailer\n<</Size ${objects.length + 1}\n/Root 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}xref\n0 ${objects.length + 1}\n${table}\n${end}`, 'latin1');
}

/** A stream object of a text. */
export function stream(body: string, entries = ''): string {
  return `<</Length ${body.length} ${entries}>>\nstream\n${body}\nendstream`;
}

/** A stream object of a text, compressed. */
export function deflated(body: string, entries = ''): string {
  return stream(deflateSync(Buffer.from(body, 'latin1')).toString('latin1'), `/Filter /FlateDecode ${entries}`);
}

/** A PDF whose catalog is packed in an object stream, with a cross-reference stream (fields of 1, 2 and 1 bytes). */
export function packedPdf(): Uint8Array {
  const inner = ['<</Type /Catalog /Pages 3 0 R /Lang (nl)>>', '<</Type /Pages /Kids [] /Count 0>>'];
  const index = `1 0 % een uitleg, 9 9\n3 ${(inner[0]?.length ?? 0) + 1} `;
  let text = '%PDF-1.5\n';
  const pack = text.length;
  text += `2 0 obj\n${deflated(`${index}${inner.join(' ')}`, `/Type /ObjStm /N 2 /First ${index.length}`)}\nendobj\n`;
  const start = text.length;
  const rows = [
    [0, 0, 255],
    [2, 2, 0],
    [1, pack, 0],
    [2, 2, 1],
    [1, start, 0],
  ];
  // Each row after the predictor "up" is its difference with the row above.
  const bytes = rows.map(([kind = 0, main = 0, last = 0]) => [kind, main >> 8, main & 255, last]);
  const predicted = bytes.flatMap((row, at) => [2, ...row.map((byte, i) => (byte - (bytes[at - 1]?.[i] ?? 0)) & 255)]);
  const body = String.fromCharCode(...predicted);
  const parms = '/DecodeParms <</Predictor 12 /Columns 4>>';
  text += `4 0 obj\n${deflated(body, `/Type /XRef /Size 5 /W [1 2 1] /Root 1 0 R ${parms}`)}\nendobj\n`;
  return Buffer.from(`${text}startxref\n${start}\n%%EOF\n`, 'latin1');
}
