// Reads a content stream operator by operator (ISO 32000-1, 7.8.2), without making anything of what nobody asks for.

import { readValue } from './syntax.ts';
import { nameOf, type PdfValue } from './values.ts';

/** A place in a content stream: an operator with its operands. Everything but `next` speaks of the last operator read. */
export interface ContentCursor {
  /** Moves to the next operator; false at the end. */
  next(): boolean;
  /** Goes on behind an offset, as if all up to there were read. */
  skipTo(offset: number): void;
  /** The operator as `code` gives it. */
  readonly operator: number;
  /** Where its first operand begins, or the operator itself when it has none. */
  readonly start: number;
  /** Where the operator itself begins, and where it ends. */
  readonly at: number;
  readonly end: number;
  /** How many operands it has. */
  readonly count: number;
  /** An operand as a number; 0 for what is none. */
  number(index: number): number;
  /** An operand as a name; empty for what is none. */
  name(index: number): string;
  /** An operand as a value. */
  value(index: number): PdfValue;
  /** An operand as the bytes of a string (Latin-1); empty for what is none. */
  string(index: number): string;
}

/** The code of an operator of at most three characters. */
export function code(operator: string): number {
  return operator.charCodeAt(0) | ((operator.charCodeAt(1) || 0) << 8) | ((operator.charCodeAt(2) || 0) << 16);
}

/** The characters of an operator's code. */
export function operatorName(operator: number): string {
  const codes = [operator & 255, (operator >> 8) & 255, operator >> 16];
  return String.fromCharCode(...codes.filter(one => one > 0));
}

/** What a byte begins: space, operator, number, name, string, hexadecimal or dictionary, array, comment, other. */
const [space, word, digit, slash, round, angle, square, percent, other] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

const kinds = new Uint8Array(256).map((_, byte) => {
  const character = String.fromCharCode(byte);
  if (/[\s\0]/.test(character)) return space;
  if (/[-+.\d]/.test(character)) return digit;
  const sign = '/(<[%'.indexOf(character);
  if (sign >= 0) return [slash, round, angle, square, percent][sign] ?? other;
  return /[A-Za-z'"*]/.test(character) ? word : other;
});

const mostOperands = 64;
const inlineImage = code('BI');

/** A cursor before the first operator of a stream whose filters are undone. */
export function openContent(bytes: Uint8Array): ContentCursor {
  const starts = new Int32Array(mostOperands);
  const cursor = { operator: 0, start: 0, at: 0, end: 0, count: 0 };
  const text = (from: number, to: number): string =>
    Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
  const value = (index: number): PdfValue => {
    const from = starts[index] ?? 0;
    return index < cursor.count ? readOperand(text(from, starts[index + 1] ?? cursor.at)) : null;
  };
  const next = (): boolean => {
    let at = cursor.end;
    let count = 0;
    for (; at < bytes.length; ) {
      const kind = kinds[bytes[at] ?? 0];
      if (kind === space) at++;
      else if (kind === word) {
        let end = at + 1;
        while (end < bytes.length && (kinds[bytes[end] ?? 0] === word || isDigit(bytes[end] ?? 0))) end++;
        if (isConstant(bytes, at, end)) {
          if (count < mostOperands) starts[count++] = at;
          at = end;
          continue;
        }
        cursor.operator =
          (bytes[at] ?? 0) |
          (end > at + 1 ? (bytes[at + 1] ?? 0) << 8 : 0) |
          (end > at + 2 ? (bytes[at + 2] ?? 0) << 16 : 0);
        if (count < mostOperands) starts[count] = at;
        cursor.count = count;
        cursor.start = count > 0 ? (starts[0] ?? at) : at;
        cursor.at = at;
        cursor.end = cursor.operator === inlineImage ? endOfImage(bytes, end) : end;
        return true;
      } else if (kind === percent) at = endOfLine(bytes, at);
      else {
        if (count < mostOperands) starts[count++] = at;
        at = endOfOperand(bytes, at, kind ?? other);
      }
    }
    cursor.end = bytes.length;
    return false;
  };
  return {
    next,
    skipTo(offset) {
      cursor.end = offset;
    },
    get operator() {
      return cursor.operator;
    },
    get start() {
      return cursor.start;
    },
    get at() {
      return cursor.at;
    },
    get end() {
      return cursor.end;
    },
    get count() {
      return cursor.count;
    },
    number: index => (index < cursor.count ? numberAt(bytes, starts[index] ?? 0) : 0),
    name: index => nameOf(value(index)) ?? '',
    value,
    string: index => (index < cursor.count ? stringAt(bytes, starts[index] ?? 0, () => value(index)) : ''),
  };
}

/** The properties of marks are few and return often: each is read once. */
const known = new Map<string, PdfValue>();

function readOperand(text: string): PdfValue {
  if (!text.startsWith('<<')) return readValue(text, 0).value;
  const found = known.get(text);
  if (found !== undefined) return found;
  const { value } = readValue(text, 0);
  if (known.size < 1000) known.set(text, value);
  return value;
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

const constants = ['true', 'false', 'null'].map(one => Buffer.from(one, 'latin1'));

function isConstant(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from < 4) return false;
  return constants.some(one => one.length === to - from && one.every((byte, index) => bytes[from + index] === byte));
}

function endOfLine(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
  return at;
}

function endOfOperand(bytes: Uint8Array, from: number, kind: number): number {
  if (kind === round) return endOfString(bytes, from);
  if (kind === square) return endOfGroup(bytes, from, 93);
  if (kind === angle)
    return bytes[from + 1] === 60 ? endOfGroup(bytes, from + 1, 62) + 1 : bytes.indexOf(62, from) + 1 || bytes.length;
  let at = from + 1;
  while (at < bytes.length && isRegular(kinds[bytes[at] ?? 0], bytes[at] ?? 0)) at++;
  return at;
}

/** Whether a byte goes on with the name or number before it. */
function isRegular(kind: number | undefined, byte: number): boolean {
  if (kind === word || kind === digit) return true;
  return kind === other && byte !== 41 && byte !== 62 && byte !== 93 && byte !== 123 && byte !== 125;
}

function endOfString(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 92) at++;
    else if (byte === 40) depth++;
    else if (byte === 41 && --depth === 0) return at + 1;
  }
  return bytes.length;
}

/** Behind the byte that closes an array or a dictionary (whose second `>` the caller counts). */
function endOfGroup(bytes: Uint8Array, from: number, close: number): number {
  let at = from + 1;
  while (at < bytes.length && bytes[at] !== close) {
    const kind = kinds[bytes[at] ?? 0] ?? other;
    at =
      kind === space || kind === word || kind === other
        ? at + 1
        : kind === percent
          ? endOfLine(bytes, at)
          : endOfOperand(bytes, at, kind);
  }
  return at + 1;
}

/** Behind the `EI` of an inline image: one that stands between spaces. */
function endOfImage(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 2 < bytes.length; at++) {
    const isEnd = bytes[at + 1] === 69 && bytes[at + 2] === 73 && kinds[bytes[at] ?? 0] === space;
    if (isEnd && (at + 3 >= bytes.length || kinds[bytes[at + 3] ?? 0] === space)) return at + 3;
  }
  return bytes.length;
}

/** A string of two bytes in hexadecimal is what Chromium shows most; it is read without a detour. */
function stringAt(bytes: Uint8Array, from: number, value: () => PdfValue): string {
  if (bytes[from] === 60 && bytes[from + 5] === 62) {
    const a = hexDigit(bytes[from + 1] ?? 0);
    const b = hexDigit(bytes[from + 2] ?? 0);
    const c = hexDigit(bytes[from + 3] ?? 0);
    const d = hexDigit(bytes[from + 4] ?? 0);
    if (a >= 0 && b >= 0 && c >= 0 && d >= 0) return String.fromCharCode(a * 16 + b, c * 16 + d);
  }
  const read = value();
  return typeof read === 'string' ? read : '';
}

/** The value of a digit; -1 for what is none. */
function hexDigit(byte: number): number {
  if (isDigit(byte)) return byte - 48;
  const letter = (byte | 32) - 87;
  return letter >= 10 && letter <= 15 ? letter : -1;
}

/** The number at an offset, read without making a string of it. */
function numberAt(bytes: Uint8Array, from: number): number {
  let at = from;
  let sign = 1;
  let whole = 0;
  let scale = 0;
  for (; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 45) sign = -1;
    else if (byte === 46) scale = 1;
    else if (isDigit(byte)) {
      whole = whole * 10 + byte - 48;
      scale *= 10;
    } else if (byte !== 43) break;
  }
  return scale > 1 ? (sign * whole) / scale : sign * whole;
}
