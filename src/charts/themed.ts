// Colours in a figure's own specification are names of the theme's, so that one file holds every colour.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import { suggestionHints } from '../diagnostics/suggest.ts';
import type { VegaLiteSpec } from './layer.ts';
import { pathsTo, placeOfValue, valueAt } from './place.ts';
import type { ChartTheme } from './theme.ts';
import { specificationMistake } from './vocabulary.ts';

const prefix = 'theme.';

/** The colours of the theme by the names a specification gives them: `theme.deep`. */
function coloursOf(theme: ChartTheme): Record<string, string> {
  const colours = Object.entries(theme).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(colours.map(([name, value]) => [prefix + name, String(value)]));
}

function isReference(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith(prefix);
}

/** A diagnostic for every `theme.…` that the theme does not have, and for every colour written out. */
export function colourDiagnostics(source: Source, spec: VegaLiteSpec, theme: ChartTheme): Diagnostic[] {
  const known = Object.keys(coloursOf(theme));
  const isStray = (_: string | number, value: unknown): boolean =>
    typeof value === 'string' && ((isReference(value) && !known.includes(value)) || /^#[0-9a-f]{3,8}$/i.test(value));
  return pathsTo(spec, isStray).map(path => {
    const value = String(valueAt(spec, path));
    const message = isReference(value)
      ? `The theme has no colour "${value}".`
      : `"${value}" is not a colour of the theme.`;
    return specificationMistake(placeOfValue(source, path), message, suggestionHints(value, known));
  });
}

/** The specification with the theme's colours in the place of their names. */
export function withColours(spec: VegaLiteSpec, theme: ChartTheme): VegaLiteSpec {
  const colours = coloursOf(theme);
  return JSON.parse(JSON.stringify(spec), (_, value: unknown) => (isReference(value) ? colours[value] : value));
}
