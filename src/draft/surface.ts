// What colour the page has at a place, and which colours of the house are seen on it.

import { contrastRatio } from '../charts/colour.ts';
import type { ChartTheme } from '../charts/theme.ts';
import type { Box } from '../pdf/pages.ts';
import { contains } from './gutter.ts';
import type { Shape } from './reading.ts';

/** The colours of the marks on a surface, as `#rrggbb`. */
export interface Inks {
  /** The large word: pale, and still seen on a copy. */
  readonly word: string;
  readonly line: string;
  readonly number: string;
}

/** The colours on the page at a place: what was filled there last, or else the paper. */
export function inksAt(place: Box, shapes: readonly Shape[], theme: ChartTheme): Inks {
  const { paper, ink, chalk, rule, muted, faint, pale } = theme;
  const below = shapes.findLast(({ box, fill }) => fill !== undefined && contains(box, place))?.fill ?? paper;
  const isDark = contrastRatio(below, chalk) > contrastRatio(below, ink);
  return isDark ? { word: faint, line: pale, number: pale } : { word: rule, line: muted, number: muted };
}
