// The width of text in the very fonts that will print it.

import { create, type Font } from 'fontkit';

/** A text style; size in CSS px. */
export interface TextStyle {
  readonly family: string;
  readonly size: number;
  readonly weight: number;
}

/** A font file (woff2, woff, ttf or otf) with the family and weight it stands for. */
export interface FontFile {
  readonly family: string;
  readonly weight: number;
  readonly bytes: Uint8Array;
}

/** Measures text in known fonts. */
export interface TextMeasure {
  /** Width of one line in CSS px, kerning included; the nearest weight stands in, an unknown family counts as the first. */
  width(text: string, style: TextStyle): number;
  /** The characters of a text that at least one of the fonts (of the family, when given) has no glyph for. */
  missing(text: string, family?: string): readonly string[];
}

interface Face {
  readonly family: string;
  readonly weight: number;
  readonly font: Font;
  readonly advances: Map<string, number>;
}

/** A measure for the given fonts; a file that is not a font throws, for the fonts are the project's own. */
export function createTextMeasure(files: readonly FontFile[]): TextMeasure {
  const faces = files.map(({ family, weight, bytes }) => ({ family, weight, font: open(bytes), advances: new Map() }));
  return {
    width: (text, style) => (text === '' ? 0 : advance(faceFor(faces, style), text) * style.size),
    missing: (text, family) => missingIn(faces, text, family),
  };
}

function open(bytes: Uint8Array): Font {
  const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!('layout' in font)) throw new TypeError('A font collection cannot be measured; give one font per file.');
  return font;
}

function faceFor(faces: readonly Face[], style: TextStyle): Face {
  const family = faces.filter(face => face.family === style.family);
  const [first, ...rest] = family.length > 0 ? family : faces;
  if (!first) throw new TypeError('No fonts were given to measure text with.');
  const distance = (face: Face): number => Math.abs(face.weight - style.weight);
  return rest.reduce((best, face) => (distance(face) < distance(best) ? face : best), first);
}

/** Advance width in em. */
function advance(face: Face, text: string): number {
  const known = face.advances.get(text);
  if (known !== undefined) return known;
  const width = face.font.layout(text).advanceWidth / face.font.unitsPerEm;
  face.advances.set(text, width);
  return width;
}

function missingIn(faces: readonly Face[], text: string, family: string | undefined): string[] {
  const fonts = faces.filter(face => family === undefined || face.family === family);
  const lacks = (character: string): boolean =>
    fonts.some(({ font }) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
  return [...new Set(text)].filter(lacks);
}
