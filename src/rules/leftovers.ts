// Rule `leftover`: nothing of the machinery is left in print, whatever went wrong before; no brace either.

import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { printedText } from '../document/compose.ts';

/**
 * Marks of values that were not put back are private-use characters, which `glyph-missing` reports. Braces of running
 * texts are reported where they stand, and are not printed; these come from a table, a source or a template.
 */
const leftovers = /\[object \w+\]|\bundefined\b|\bNaN\b|\{[^{}]*\}|[{}]+/g;

/** A diagnostic for each piece of machinery in the printed text, with the words before it. */
export function checkLeftovers(html: string, place: Place): Diagnostic[] {
  const text = printedText(html);
  const found = [...text.matchAll(leftovers)].map(match => {
    const before = text.slice(Math.max(0, match.index - 60), match.index).replace(/\s+/g, ' ');
    return before + match[0];
  });
  return [...new Set(found)].map(words => ({
    severity: 'error',
    rule: 'leftover',
    message: `The document would print something that is no text: "…${words}".`,
    place,
    hints: ['Look at the text or template at these words; without a mistake there, this is a bug to report.'],
  }));
}
