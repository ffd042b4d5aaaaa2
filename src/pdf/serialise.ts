// Writes PDF values as text in which every character is a byte (ISO 32000-1, 7.3).

import { isArray, isReference, type PdfDictionary, type PdfValue } from './values.ts';

/** A value as it stands in a file; a stream without its bytes. */
export function serialise(value: PdfValue): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return serialiseNumber(value);
  if (typeof value === 'string') return serialiseString(value);
  if (isReference(value)) return `${value.object} 0 R`;
  if (isArray(value)) return `[${value.map(serialise).join(' ')}]`;
  return 'entries' in value ? serialiseDictionary(value) : serialiseName(value.name);
}

/** A number with at most five decimals and no exponent. */
function serialiseNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(5).replace(/\.?0+$/, '');
}

function serialiseDictionary({ entries }: PdfDictionary): string {
  let body = '';
  for (const [key, value] of entries) body += `${serialiseName(key)} ${serialise(value)}\n`;
  return `<<${body.slice(0, -1)}>>`;
}

function serialiseName(name: string): string {
  return `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, one => `#${one.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}

/** In brackets where all is printable, else in hexadecimal. */
function serialiseString(bytes: string): string {
  if (/^[ -~]*$/.test(bytes)) return `(${bytes.replace(/[\\()]/g, '\\$&')})`;
  return `<${Buffer.from(bytes, 'latin1').toString('hex').toUpperCase()}>`;
}
