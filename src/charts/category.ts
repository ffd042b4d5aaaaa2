// Categories that have a colour of their own, so that a form of exploitation looks the same in every chart.

import { contrastRatio } from './colour.ts';
import type { ChartTheme, Swatch } from './theme.ts';

/** How the rows of a chart touch: on top of each other, around a circle, or not at all. */
export type Contact = 'stack' | 'circle' | 'apart';

/** The least contrast of two surfaces that touch. */
const least = 3;

/** No two colours contrast more: black and white. */
const most = 21;

/** Rows that only hold what is left over; they are grey. */
export function isRest(label: string): boolean {
  return /^(onbekend|overige?)\b/i.test(label);
}

/**
 * Swatches by the theme's categories, a rest in the grey that stands out most beside its neighbours; undefined unless
 * every other row is a category, all look different and those that touch differ at least 3:1.
 */
export function categorySwatches(
  labels: readonly string[],
  theme: ChartTheme,
  contact: Contact,
): readonly Swatch[] | undefined {
  const own = labels.map(label => theme.series[(theme.categories[label] ?? 0) - 1]);
  if (own.every(swatch => swatch === undefined)) return undefined;
  if (labels.some((label, index) => !own[index] && !isRest(label))) return undefined;
  const swatches = withGreys(own, theme, contact);
  if (swatches.length < labels.length || new Set(swatches).size < labels.length) return undefined;
  const touches = swatches.every((swatch, index) =>
    neighbours(swatches, index, contact).every(next => contrastRatio(swatch.fill, next.fill) >= least),
  );
  return touches ? swatches : undefined;
}

/** The rests in their greys; shorter than it was when the theme has too few of them. */
function withGreys(own: readonly (Swatch | undefined)[], { rest }: ChartTheme, contact: Contact): Swatch[] {
  const greys = [rest.dark, rest.light];
  return own.flatMap((swatch, index) => {
    if (swatch) return [swatch];
    const beside = neighbours(own, index, contact).filter(next => next !== undefined);
    const contrast = (grey: Swatch): number =>
      Math.min(most, ...beside.map(next => contrastRatio(grey.fill, next.fill)));
    const best = greys.toSorted((a, b) => contrast(b) - contrast(a))[0];
    if (best) greys.splice(greys.indexOf(best), 1);
    return best ? [best] : [];
  });
}

function neighbours<T>(all: readonly T[], index: number, contact: Contact): T[] {
  if (contact === 'apart' || all.length < 2) return [];
  const around =
    contact === 'circle' ? [all.at(index - 1), all[(index + 1) % all.length]] : [all[index - 1], all[index + 1]];
  return around.filter(one => one !== undefined);
}
