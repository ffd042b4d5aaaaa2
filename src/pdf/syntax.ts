// Reads PDF values out of text in which every character is a byte (ISO 32000-1, 7.3).

import { damaged, type PdfDictionary, type PdfName, type PdfValue } from './values.ts';

/** A value, and the offset behind it. */
export interface Read {
  readonly value: PdfValue;
  readonly end: number;
}

/** The value at an offset; throws a PdfError where there is none. */
export function readValue(text: string, at: number): Read {
  const reader: Reader = { text, at, depth: 0 };
  return { value: read(reader), end: reader.at };
}

/** Where reading has come. */
interface Reader {
  readonly text: string;
  at: number;
  /** How many arrays and dictionaries are open. */
  depth: number;
}

/** What a character is: white space, a delimiter, or part of a word (7.2.2). */
const [regular, space, delimiter] = [0, 1, 2] as const;

const kinds = new Uint8Array(256).map((_, one) => {
  const character = String.fromCharCode(one);
  if ('\0\t\n\f\r '.includes(character)) return space;
  return '()<>[]{}/%'.includes(character) ? delimiter : regular;
});

function kindAt({ text }: Reader, at: number): number {
  return at < text.length ? (kinds[text.charCodeAt(at)] ?? regular) : space;
}

function skipSpace(reader: Reader): void {
  const { text } = reader;
  for (; reader.at < text.length; reader.at++) {
    const character = text.charCodeAt(reader.at);
    if (character === 0x25) while (reader.at < text.length && !isLineEnd(text.charCodeAt(reader.at))) reader.at++;
    else if (kinds[character] !== space) return;
  }
}

function isLineEnd(character: number): boolean {
  return character === 10 || character === 13;
}

/** The characters up to the next space or delimiter. */
function takeWord(reader: Reader): string {
  const start = reader.at;
  while (kindAt(reader, reader.at) === regular) reader.at++;
  return reader.text.slice(start, reader.at);
}

function read(reader: Reader): PdfValue {
  skipSpace(reader);
  const { text, at } = reader;
  switch (text[at]) {
    case '<':
      if (text[at + 1] === '<') return readDictionary(reader);
      return readHex(reader);
    case '[':
      reader.at += 1;
      return readItems(reader, ']');
    case '(':
      return readString(reader);
    case '/':
      reader.at += 1;
      return toKnownName(takeWord(reader));
    default:
      return readWord(reader);
  }
}

const words: ReadonlyMap<string, PdfValue> = new Map<string, PdfValue>([
  ['null', null],
  ['true', true],
  ['false', false],
]);

/** A number, a reference, or one of the few words that are values. */
function readWord(reader: Reader): PdfValue {
  const start = reader.at;
  const word = takeWord(reader);
  const first = word.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return isReferenceAt(reader) ? { object: Number(word) } : toNumber(word);
  if (first === 0x2d || first === 0x2b || first === 0x2e) return toNumber(word);
  const value = words.get(word);
  if (value !== undefined) return value;
  const found = word === '' ? reader.text.slice(start, start + 1) : word;
  throw damaged(found === '' ? 'a value is expected here' : `"${found.slice(0, 20)}" is no value`, start);
}

/** Whether ` 0 R` follows; then it is read over. */
function isReferenceAt(reader: Reader): boolean {
  let { at } = reader;
  while (kindAt(reader, at) === space && at < reader.text.length) at++;
  const generation = at;
  while (reader.text.charCodeAt(at) >= 0x30 && reader.text.charCodeAt(at) <= 0x39) at++;
  if (at === generation || kindAt(reader, at) !== space) return false;
  while (kindAt(reader, at) === space && at < reader.text.length) at++;
  if (reader.text[at] !== 'R' || kindAt(reader, at + 1) === regular) return false;
  reader.at = at + 1;
  return true;
}

/** Some writers put a sign in the middle of a number; what stands before it counts, as in other readers. */
function toNumber(text: string): number {
  const number = Number(text);
  return Number.isNaN(number) ? Number.parseFloat(text) || 0 : number;
}

function readHex(reader: Reader): string {
  const end = reader.text.indexOf('>', reader.at);
  const digits = end < 0 ? '?' : reader.text.slice(reader.at + 1, end).replace(/[\s\0]/g, '');
  if (!/^[\dA-Fa-f]*$/.test(digits)) throw damaged('a string in hexadecimal does not end', reader.at);
  reader.at = end + 1;
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

/** Deeper than any file needs, and not deep enough to end the program. */
const deepest = 500;

/** Values up to a closing mark. */
function readItems(reader: Reader, close: string): PdfValue[] {
  const items: PdfValue[] = [];
  reader.depth += 1;
  if (reader.depth > deepest) throw damaged('values stand in one another without end', reader.at);
  for (;;) {
    skipSpace(reader);
    if (reader.text.startsWith(close, reader.at)) {
      reader.at += close.length;
      reader.depth -= 1;
      return items;
    }
    items.push(read(reader));
  }
}

function readDictionary(reader: Reader): PdfDictionary {
  reader.at += 2;
  const items = readItems(reader, '>>');
  const entries = new Map<string, PdfValue>();
  for (let index = 0; index + 1 < items.length; index += 2) {
    const key = items[index];
    if (typeof key === 'object' && key !== null && 'name' in key && typeof key.name === 'string')
      entries.set(key.name, items[index + 1] ?? null);
  }
  return { entries };
}

function readString(reader: Reader): string {
  const { text, at: start } = reader;
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '(') depth++;
    else if (character === ')') depth--;
    if (depth > 0) continue;
    reader.at = at + 1;
    return unescapeString(text.slice(start + 1, at));
  }
  throw damaged('a string does not end', start);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescapeString(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\(?:([0-7]{1,3})|\r\n|([\s\S]))/g, (_, octal: string | undefined, one: string | undefined) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
    if (one === undefined || one === '\n' || one === '\r') return '';
    return escapes[one] ?? one;
  });
}
