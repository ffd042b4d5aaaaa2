// What the codes of a text mean in a font: Unicode text and widths (ISO 32000-1, 9.6 to 9.10).

import { listOf, type PdfFile } from './file.ts';
import { decodeStream } from './filters.ts';
import { glyphText } from './glyphnames.ts';
import { decodeUtf16 } from './textstring.ts';
import { readToUnicode } from './tounicode.ts';
import { isDictionary, isStream, nameOf, type PdfValue } from './values.ts';

/** A font of a page. */
export interface PdfFont {
  /** Its PostScript name, with the prefix of a subset. */
  readonly name: string;
  /** Type0, Type1, TrueType, Type3 and the like. */
  readonly type: string;
  readonly embedded: boolean;
  /** Bytes of one code. */
  readonly codeLength: 1 | 2;
  /** The text of a code; undefined where the file does not say. */
  text(code: number): string | undefined;
  /** The code whose text is a space; undefined where the font has none. */
  readonly spaceCode: number | undefined;
  /** The advance of a code, in thousandths of the font's size. */
  width(code: number): number;
}

/** Reads a font dictionary. */
export function readFont(file: PdfFile, value: PdfValue): PdfFont {
  const type = nameOf(file.get(value, 'Subtype')) ?? '';
  const isComposite = type === 'Type0';
  const descendant = isComposite ? (listOf(file, file.get(value, 'DescendantFonts'))[0] ?? null) : value;
  const descriptor = file.get(descendant, 'FontDescriptor');
  const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some(key => isStream(file.get(descriptor, key)));
  const unicode = toUnicode(file, value);
  const encoding = isComposite ? () => undefined : simpleEncoding(file, value);
  return {
    name: nameOf(file.get(value, 'BaseFont')) ?? nameOf(file.get(value, 'Name')) ?? '',
    type,
    embedded: embedded || type === 'Type3',
    codeLength: isComposite ? 2 : 1,
    text: code => unicode.get(code) ?? encoding(code),
    spaceCode: [...unicode].find(([, text]) => text === ' ')?.[0] ?? (encoding(32) === ' ' ? 32 : undefined),
    width: isComposite ? compositeWidths(file, descendant) : simpleWidths(file, value),
  };
}

/** Finds a font by its name in the resources of a page or form; undefined where there is none. */
export type FontOf = (name: string) => PdfFont | undefined;

/** Gives the fonts of resources; each is read once, whatever resources name it. */
export function createFontFinder(file: PdfFile): (resources: PdfValue) => FontOf {
  const known = new Map<PdfValue, PdfFont>();
  return resources => {
    const fonts = file.get(resources, 'Font');
    return name => {
      const dictionary = file.get(fonts, name);
      if (!isDictionary(dictionary)) return undefined;
      const font = known.get(dictionary) ?? readFont(file, dictionary);
      known.set(dictionary, font);
      return font;
    };
  };
}

/** The codes of a string in a font. */
export function codesOf(bytes: string, { codeLength }: PdfFont): number[] {
  if (codeLength === 2 && bytes.length === 2) return [bytes.charCodeAt(0) * 256 + bytes.charCodeAt(1)];
  const codes: number[] = [];
  if (codeLength === 1) for (let at = 0; at < bytes.length; at++) codes.push(bytes.charCodeAt(at));
  else
    for (let at = 0; at + 1 < bytes.length; at += 2) codes.push(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1));
  return codes;
}

function toUnicode(file: PdfFile, font: PdfValue): ReadonlyMap<number, string> {
  const stream = file.get(font, 'ToUnicode');
  return isStream(stream)
    ? readToUnicode(Buffer.from(decodeStream(stream, file.resolve)).toString('latin1'), decodeUtf16)
    : new Map();
}

/** The base encoding of a simple font with its differences. */
function simpleEncoding(file: PdfFile, font: PdfValue): (code: number) => string | undefined {
  const encoding = file.get(font, 'Encoding');
  const base = nameOf(encoding) ?? nameOf(file.get(encoding, 'BaseEncoding'));
  const differences = new Map<number, string>();
  let next = 0;
  for (const item of isDictionary(encoding) ? listOf(file, file.get(encoding, 'Differences')) : []) {
    const name = nameOf(item);
    if (typeof item === 'number') next = item;
    else if (name !== undefined) differences.set(next++, name);
  }
  return code => {
    const name = differences.get(code);
    return name === undefined ? baseText(base, code) : glyphText(name);
  };
}

const decoders = { WinAnsiEncoding: new TextDecoder('windows-1252'), MacRomanEncoding: new TextDecoder('macintosh') };

/** Outside ASCII a font without an encoding may mean anything. */
function baseText(base: string | undefined, code: number): string | undefined {
  if (base === 'WinAnsiEncoding' || base === 'MacRomanEncoding') return decoders[base].decode(Uint8Array.of(code));
  return code >= 32 && code < 127 ? String.fromCharCode(code) : undefined;
}

function numberOf(value: PdfValue, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function simpleWidths(file: PdfFile, font: PdfValue): (code: number) => number {
  const first = numberOf(file.get(font, 'FirstChar'), 0);
  const missing = numberOf(file.get(file.get(font, 'FontDescriptor'), 'MissingWidth'), 0);
  const widths = listOf(file, file.get(font, 'Widths')).map(one => numberOf(file.resolve(one), missing));
  return code => widths[code - first] ?? missing;
}

/** The W array: `first [w w …]` or `first last w`. */
function compositeWidths(file: PdfFile, descendant: PdfValue): (code: number) => number {
  const otherwise = numberOf(file.get(descendant, 'DW'), 1000);
  const items = listOf(file, file.get(descendant, 'W')).map(one => file.resolve(one));
  const widths = new Map<number, number>();
  for (let at = 0; at + 1 < items.length; ) {
    const first = Number(items[at]);
    const second = items[at + 1];
    if (Array.isArray(second)) {
      for (const [index, width] of second.entries())
        widths.set(first + index, numberOf(file.resolve(width), otherwise));
      at += 2;
    } else {
      for (let code = first; code <= Math.min(Number(second), first + 65_535); code++)
        widths.set(code, numberOf(items[at + 2] ?? null, otherwise));
      at += 3;
    }
  }
  return code => widths.get(code) ?? otherwise;
}

/** The text of codes in a font; a replacement character for each that has none. */
export function textOf(codes: readonly number[], font: PdfFont | undefined): string {
  let text = '';
  for (const one of codes) text += font?.text(one) ?? '\uFFFD';
  return text;
}
