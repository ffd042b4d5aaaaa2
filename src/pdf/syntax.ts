// Reads PDF values out of text in which every character is a byte (ISO 32000-1, 7.3).

import { damaged, type PdfDictionary, type PdfName, type PdfValue } from './values.ts';

/** A value, and the offset behind it. */
export interface Read {
  readonly value: PdfValue;
  readonly end: number;
}

const token =
  /[\s\0]*(?:%[^\r\n]*[\s\0]*)*(?:(<<)|(\[)|(\()|<([\dA-Fa-f\s\0]*)>|\/([^\s\0()<>[\]{}/%]*)|(\d+)\s+\d+\s+R(?![^\s\0()<>[\]{}/%])|([-+.\d]+)|([A-Za-z]+)|(>>|\]))/y;

/** The value at an offset; throws a PdfError where there is none. */
export function readValue(text: string, at: number): Read {
  const found = match(text, at);
  const [, dictionary, array, string, hex, name, reference, number, word] = found;
  const end = at + found[0].length;
  if (dictionary) return readDictionary(text, end);
  if (array) return readArray(text, end);
  if (string) return readString(text, end);
  if (hex !== undefined) return { value: fromHex(hex), end };
  if (name !== undefined) return { value: toKnownName(name), end };
  if (reference) return { value: { object: Number(reference) }, end };
  if (number) return { value: toNumber(number), end };
  if (word && word in words) return { value: words[word] ?? null, end };
  throw damaged(`"${found[0].trim().slice(0, 20)}" is no value`, at);
}

const words: Readonly<Record<string, PdfValue>> = { null: null, true: true, false: false };

function match(text: string, at: number): RegExpExecArray {
  token.lastIndex = at;
  const found = token.exec(text);
  if (!found) throw damaged('a value is expected here', at);
  return found;
}

/** Some writers put a sign in the middle of a number; what stands before it counts, as in other readers. */
function toNumber(text: string): number {
  const number = Number(text);
  return Number.isNaN(number) ? Number.parseFloat(text) || 0 : number;
}

function fromHex(hex: string): string {
  const digits = hex.replace(/[\s\0]/g, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1');
}

/** Names are few and return often: each is made once. */
const known = new Map<string, PdfName>();

function toKnownName(raw: string): PdfName {
  const found = known.get(raw);
  if (found) return found;
  const name = { name: raw.replace(/#([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) };
  if (known.size < 10_000) known.set(raw, name);
  return name;
}

function readArray(text: string, from: number): { value: PdfValue[]; end: number } {
  const items: PdfValue[] = [];
  let at = from;
  for (;;) {
    const found = match(text, at);
    if (found[9]) return { value: items, end: at + found[0].length };
    const { value, end } = readValue(text, at);
    items.push(value);
    at = end;
  }
}

function readDictionary(text: string, from: number): { value: PdfDictionary; end: number } {
  const { value: items, end } = readArray(text, from);
  const entries = new Map<string, PdfValue>();
  for (let index = 0; index + 1 < items.length; index += 2) {
    const key = items[index];
    if (typeof key === 'object' && key !== null && 'name' in key && typeof key.name === 'string')
      entries.set(key.name, items[index + 1] ?? null);
  }
  return { value: { entries }, end };
}

function readString(text: string, from: number): Read {
  let depth = 1;
  let at = from;
  for (; depth > 0 && at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '(') depth++;
    else if (character === ')') depth--;
  }
  if (depth > 0) throw damaged('a string does not end', from);
  return { value: unescapeString(text.slice(from, at - 1)), end: at };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescapeString(raw: string): string {
  return raw.replace(/\\(?:([0-7]{1,3})|\r\n|([\s\S]))/g, (_, octal: string | undefined, one: string | undefined) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
    if (one === undefined || one === '\n' || one === '\r') return '';
    return escapes[one] ?? one;
  });
}
