// The marks of one page: the word along its outer edge, the line at its head or foot, and a number beside each line.

import type { ChartTheme } from '../charts/theme.ts';
import type { Box } from '../pdf/pages.ts';
import type { Forms } from './forms.ts';
import { type NumberStyle, type PlacedNumber, placeNumbers } from './gutter.ts';
import type { Line } from './lines.ts';
import { digitForm } from './names.ts';
import type { Letters } from './outline.ts';
import type { Painted } from './reading.ts';
import { inksAt } from './surface.ts';

/** A page to be marked. */
export interface PageToMark {
  readonly box: Box;
  readonly painted: Painted;
  readonly lines: readonly Line[];
  /** Whether it has the notice, which says what the line says. */
  readonly isFront: boolean;
}

/** Sizes that line numbers may have, in points, from the largest. */
const numberSizes = [6.4, 5.8, 5.2] as const;

/** The size of all line numbers of a document: the largest at which most of them stand right beside their columns. */
export function numberSizeOf(pages: readonly PageToMark[], letters: Letters): number {
  const beside = (size: number): number => {
    const style = { digit: letters.outline('0', { size, weight: 400 }).width, height: size * letters.capital };
    return pages.flatMap(page => numbersOn(page, style)).filter(one => one.isBeside).length;
  };
  const [best] = numberSizes.map(size => ({ size, count: beside(size) })).toSorted((a, b) => b.count - a.count);
  return best?.size ?? numberSizes[0];
}

function numbersOn({ painted, lines }: PageToMark, style: NumberStyle): PlacedNumber[] {
  return placeNumbers(
    lines,
    [...painted.pieces, ...painted.shapes].map(({ box }) => box),
    style,
  );
}

/** What all pages are marked with. */
export interface Marking {
  readonly forms: Forms;
  readonly theme: ChartTheme;
  /** White at the outer edge of all pages, and at the left one, in points. */
  readonly margins: { readonly outer: number; readonly left: number };
}

/** The operators that paint the marks of a page, all of them artifacts. */
export function markPage(page: PageToMark, marking: Marking): string {
  return [paintWord(page, marking), page.isFront ? '' : paintLine(page, marking), paintNumbers(page, marking)].join('');
}

/** The margins of a document: the white that all its pages have, but never so little that no mark fits. */
export function marginsOf(pages: readonly PageToMark[]): Marking['margins'] {
  const white = pages.map(page => {
    const things = thingsOn(page);
    const right = Math.max(page.box.left, ...things.map(one => one.right));
    const left = Math.min(page.box.right, ...things.map(one => one.left));
    return { outer: page.box.right - right, left: left - page.box.left };
  });
  const least = (of: 'outer' | 'left'): number => Math.min(most, Math.max(12, Math.min(...white.map(one => one[of]))));
  return { outer: least('outer'), left: least('left') };
}

/** A mark needs no more white than this: 20 mm. */
const most = 57;

/** Boxes of all that stands on a page, apart from surfaces that reach to its edges. */
function thingsOn({ box, painted: { pieces, shapes } }: Pick<PageToMark, 'box' | 'painted'>): Box[] {
  const isSurface = ({ left, right, bottom, top }: Box): boolean =>
    left < box.left + 3 || right > box.right - 3 || bottom < box.bottom + 3 || top > box.top - 3;
  return [...pieces.map(one => one.box), ...shapes.map(one => one.box).filter(one => !isSurface(one))];
}

/** Upright, read from the foot to the head of the page, in the middle of its outer margin. */
function paintWord({ box, painted }: PageToMark, { forms: { word }, theme, margins }: Marking): string {
  const height = Math.min(26, margins.outer * 0.45);
  const scale = height / word.height;
  const [x, y] = [box.right - margins.outer / 2 + height / 2, (box.bottom + box.top - word.width * scale) / 2];
  const place = { left: x - height, right: x, bottom: y, top: y + word.width * scale };
  const colour = colourOf(inksAt(place, painted.shapes, theme).word);
  const move = [0, scale, -scale, 0, x, y].map(short).join(' ');
  return artifact('Watermark', `${colour} ${move} cm /${word.name} Do`);
}

/** Distance of the line from the edge of the page, in points: about 7 mm, which every printer reaches. */
const edge = 19;

/** At the head of the page; at its foot where something stands at the head. */
function paintLine(page: PageToMark, { forms: { line }, theme, margins }: Marking): string {
  const { box, painted } = page;
  const left = box.left + margins.left;
  const scale = Math.min(1, (box.right - margins.outer - left) / line.width);
  const size = { left, right: left + line.width * scale };
  const at = (bottom: number): Box => ({ ...size, bottom, top: bottom + line.height * scale });
  const places = [at(box.top - edge), at(box.bottom + edge - line.height)];
  const place = places.find(one => isFree(page, one)) ?? at(box.top - edge);
  const colour = colourOf(inksAt(place, painted.shapes, theme).line);
  const move = [scale, 0, 0, scale, place.left, place.bottom].map(short).join(' ');
  return artifact(place === places[1] ? 'Footer' : 'Header', `${colour} ${move} cm /${line.name} Do`);
}

/** Whether nothing stands at a place of a page. */
export function isFree(page: PageToMark, place: Box): boolean {
  return !thingsOn(page).some(thing => touches(place, thing));
}

function touches(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

function paintNumbers(page: PageToMark, { forms, theme }: Marking): string {
  const [digit] = forms.digits;
  if (!digit || page.lines.length === 0) return '';
  const numbers = numbersOn(page, { digit: digit.width, height: digit.height });
  const byColour = Map.groupBy(numbers, ({ box }) => inksAt(box, page.painted.shapes, theme).number);
  const painting = [...byColour].map(
    ([colour, some]) => `${colourOf(colour)}\n${some.map(paintNumber(digit.width)).join('\n')}`,
  );
  return artifact(undefined, painting.join('\n'));
}

/** One digit behind the other: each form stands where the one before it ended. */
function paintNumber(width: number): (number: PlacedNumber) => string {
  return ({ number, box, baseline }) => {
    const digits = Array.from(String(number), digit => `/${digitForm(digit)} Do`);
    return `q 1 0 0 1 ${short(box.left)} ${short(baseline)} cm ${digits.join(` 1 0 0 1 ${short(width)} 0 cm `)} Q`;
  };
}

function artifact(subtype: string | undefined, painting: string): string {
  const kind = subtype === undefined ? '' : ` /Subtype /${subtype}`;
  return `/Artifact <</Type /Pagination${kind}>> BDC\nq ${painting} Q\nEMC\n`;
}

function colourOf(colour: string): string {
  const channels = [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  return `${channels.map(short).join(' ')} rg`;
}

function short(value: number): string {
  return value
    .toFixed(4)
    .replace(/\.?0+$/, '')
    .replace(/^-0$/, '0');
}
