// The names of rows, columns, panels and tables, and what to say of one that is not there.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggestionHints } from '../diagnostics/suggest.ts';

/** The diagnostic for a row or column label that the table does not have. */
export function unknownLabel(
  what: 'row' | 'column' | 'panel' | 'table',
  label: string,
  known: readonly string[],
  place: Diagnostic['place'] & object,
): Diagnostic {
  return {
    severity: 'error',
    rule: `unknown-${what}`,
    message: `There is no ${what} "${label}".`,
    place,
    hints: suggestionHints(label, known),
  };
}
