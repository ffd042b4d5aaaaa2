// Rule `glyph-missing`: every printed character is in the publication's own fonts, never in the machine's.

import type { TextMeasure } from '../charts/measure.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { placeOnLine, type Source } from '../diagnostics/source.ts';
import { printedText } from '../document/compose.ts';

/** Characters that take no ink and need no glyph. */
const inkless = /[\s\u00AD\u200B\u2060]/;

/** A diagnostic for each character without a glyph, at its first place in the publication's sources. */
export function checkGlyphs(html: string, measure: TextMeasure, sources: readonly Source[]): Diagnostic[] {
  const characters = [...new Set(printedText(html))].filter(character => !inkless.test(character));
  return measure.missing(characters.join('')).map(character => glyphMissing(character, sources));
}

function glyphMissing(character: string, sources: readonly Source[]): Diagnostic {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const place = findPlace(character, sources);
  return {
    severity: 'error',
    rule: 'glyph-missing',
    message: `The fonts of the publication have no "${character}" (U+${code}).`,
    ...(place ? { place } : {}),
    hints: ['Write it in words ("ten minste" for ≥), or choose a font that has it in kind.yaml.'],
  };
}

function findPlace(character: string, sources: readonly Source[]): Diagnostic['place'] {
  for (const source of sources) {
    const line = source.lines.findIndex(one => positionIn(one, character) >= 0);
    if (line >= 0) return placeOnLine(source, line + 1, positionIn(source.lines[line] ?? '', character) + 1);
  }
  return undefined;
}

/** Where a line holds a character, as itself or as it is escaped in YAML or Markdown. */
function positionIn(line: string, character: string): number {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  const [four, eight] = [code.padStart(4, '0'), code.padStart(8, '0')];
  const escaped = new RegExp(`\\\\(?:u${four}|U${eight})|&#x0*${code};|&#0*${character.codePointAt(0)};`, 'i').exec(
    line,
  );
  return line.includes(character) ? line.indexOf(character) : (escaped?.index ?? -1);
}
