// Reads the objects of a PDF as Chromium writes it: a classic cross-reference table and objects in plain sight.

/** A PDF value; the characters of strings and names are bytes (Latin-1). */
export type PdfValue = null | boolean | number | string | PdfName | PdfReference | PdfValue[] | PdfDictionary;

/** A name, without its slash. */
export interface PdfName {
  readonly name: string;
}

/** A reference to an object, by number. */
export interface PdfReference {
  readonly object: number;
}

/** A dictionary, its keys without slashes. */
export interface PdfDictionary {
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** Access to the objects of one file. */
export interface PdfObjects {
  readonly trailer: PdfDictionary;
  /** The value itself, or the object it refers to; null when that does not exist. */
  resolve(value: PdfValue | undefined): PdfValue;
}

/** The objects of a file, each read when asked for; throws on a file without a classic cross-reference table. */
export function readObjects(bytes: Uint8Array): PdfObjects {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-1024))?.[1] ?? Number.NaN);
  if (!text.startsWith('xref', start)) throw new Error('This PDF has no cross-reference table of the classic kind.');
  const { offsets, end } = readTable(text, start);
  const trailer = readValue(text, text.indexOf('<<', end)).value;
  if (!isDictionary(trailer)) throw new Error('This PDF has no trailer.');
  return {
    trailer,
    resolve(value) {
      const offset = isReference(value) ? offsets.get(value.object) : undefined;
      if (!isReference(value)) return value ?? null;
      return offset === undefined ? null : readValue(text, text.indexOf('obj', offset) + 3).value;
    },
  };
}

/** Whether a value is a dictionary. */
export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return typeof value === 'object' && value !== null && 'entries' in value && value.entries instanceof Map;
}

/** Whether a value is a reference. */
export function isReference(value: PdfValue | undefined): value is PdfReference {
  return typeof value === 'object' && value !== null && 'object' in value;
}

function readTable(text: string, start: number): { offsets: Map<number, number>; end: number } {
  const end = text.indexOf('trailer', start);
  const offsets = new Map<number, number>();
  let next = 0;
  for (const [, first, use] of text.slice(start, end).matchAll(/(\d+) \d+(?: ([nf]))?/g)) {
    if (use === undefined) next = Number(first);
    else if (use === 'n') offsets.set(next++, Number(first));
    else next++;
  }
  return { offsets, end };
}

interface Read {
  readonly value: PdfValue;
  readonly end: number;
}

const token =
  /[\s\0]*(?:%[^\r\n]*[\s\0]*)*(?:(<<)|(\[)|(\()|<([\dA-Fa-f\s]*)>|\/([^\s\0()<>[\]{}/%]*)|(\d+)\s+\d+\s+R\b|([-+.\d]+)|([A-Za-z]+)|(>>|\]))/y;

/** The value at an offset, and the offset behind it. */
function readValue(text: string, at: number): Read {
  const found = match(text, at);
  const [, dictionary, array, string, hex, name, reference, number, word] = found;
  const end = at + found[0].length;
  if (dictionary) return readDictionary(text, end);
  if (array) return readArray(text, end);
  if (string) return readString(text, end);
  if (hex !== undefined) return { value: Buffer.from(hex.replace(/\s/g, ''), 'hex').toString('latin1'), end };
  if (name !== undefined) return { value: { name: unescapeName(name) }, end };
  if (reference) return { value: { object: Number(reference) }, end };
  if (number) return { value: Number(number), end };
  if (word) return { value: word === 'null' ? null : word === 'true', end };
  throw new Error(`This PDF is damaged at byte ${at}.`);
}

function match(text: string, at: number): RegExpExecArray {
  token.lastIndex = at;
  const found = token.exec(text);
  if (!found) throw new Error(`This PDF is damaged at byte ${at}.`);
  return found;
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

function readDictionary(text: string, from: number): Read {
  const { value: items, end } = readArray(text, from);
  const entries = new Map<string, PdfValue>();
  for (let index = 0; index + 1 < items.length; index += 2) {
    const key = items[index];
    if (typeof key === 'object' && key !== null && 'name' in key) entries.set(key.name, items[index + 1] ?? null);
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

function unescapeName(raw: string): string {
  return raw.replace(/#([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
