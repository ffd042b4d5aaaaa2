// Words as outlines of their letters, so that a mark needs no font in the file, and is no text to copy or to read out.

import { create, type Font } from 'fontkit';

/** Words drawn once: operators that build their path (ISO 32000-1, 8.5.2), from the left end of their baseline. */
export interface Outline {
  readonly path: string;
  /** How far the pen goes, in points. */
  readonly width: number;
}

/** A font file (woff2, woff, ttf or otf) and its weight. */
export interface Lettering {
  readonly weight: number;
  readonly bytes: Uint8Array;
}

/** How words are set. */
export interface LetterStyle {
  /** In points. */
  readonly size: number;
  readonly weight: number;
  /** White after each letter, in em; none unless given. */
  readonly tracking?: number;
}

/** Draws words in the nearest weight of a family. */
export interface Letters {
  outline(text: string, style: LetterStyle): Outline;
  /** Height of a capital, in em. */
  readonly capital: number;
}

/** Letters of the given files, which are one family; a file that is not a font throws, for the fonts are the project's own. */
export function openLetters(files: readonly Lettering[]): Letters {
  const fonts = files.map(({ weight, bytes }) => ({ weight, font: open(bytes) }));
  const nearest = (weight: number): Font => {
    const [best] = fonts.toSorted((a, b) => Math.abs(a.weight - weight) - Math.abs(b.weight - weight));
    if (!best) throw new TypeError('No fonts were given to draw words with.');
    return best.font;
  };
  const regular = nearest(400);
  return {
    outline: (text, style) => draw(text, nearest(style.weight), style),
    capital: regular.capHeight / regular.unitsPerEm,
  };
}

function open(bytes: Uint8Array): Font {
  const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!('layout' in font)) throw new TypeError('A font collection cannot be drawn; give one font per file.');
  return font;
}

function draw(text: string, font: Font, { size, tracking = 0 }: LetterStyle): Outline {
  const scale = size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text);
  const parts: string[] = [];
  let pen = 0;
  for (const [index, glyph] of glyphs.entries()) {
    parts.push(...operators(glyph.path.commands, scale, pen));
    pen += (positions[index]?.xAdvance ?? 0) * scale + tracking * size;
  }
  return { path: parts.join('\n'), width: pen - (glyphs.length > 0 ? tracking * size : 0) };
}

interface Command {
  readonly command: string;
  readonly args: readonly number[];
}

const names: Readonly<Record<string, string>> = { moveTo: 'm', lineTo: 'l', bezierCurveTo: 'c', closePath: 'h' };

/** The commands of a glyph's path as operators; a quadratic curve becomes the cubic one that is the same. */
function operators(commands: readonly Command[], scale: number, pen: number): string[] {
  let [x, y] = [0, 0];
  return commands.map(({ command, args }) => {
    const points = command === 'quadraticCurveTo' ? cubic(x, y, args) : args;
    [x, y] = [points.at(-2) ?? x, points.at(-1) ?? y];
    const scaled = points.map((value, index) => short(value * scale + (index % 2 === 0 ? pen : 0)));
    return [...scaled, names[command] ?? 'c'].join(' ');
  });
}

function cubic(x: number, y: number, [cx = 0, cy = 0, ex = 0, ey = 0]: readonly number[]): number[] {
  const third = (from: number, to: number): number => from + (2 / 3) * (to - from);
  return [third(x, cx), third(y, cy), third(ex, cx), third(ey, cy), ex, ey];
}

function short(value: number): string {
  return value
    .toFixed(2)
    .replace(/\.?0+$/, '')
    .replace(/^-0$/, '0');
}
