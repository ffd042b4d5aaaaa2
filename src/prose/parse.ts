// Handlebars as it is parsed, of a template and of a text alike; a mistake in it is a diagnostic at its line.

import Handlebars from 'handlebars';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import { syntaxDiagnostic } from './syntax.ts';

type Program = ReturnType<typeof Handlebars.parse>;

/** A template that parsed. */
export interface Template {
  readonly source: Source;
  readonly program: Program;
}

/** The type of a statement that stands for an expression of a text that cannot be read. */
export const unreadType = 'UnreadStatement';

/** Parses Handlebars; a syntax error is a diagnostic at its line. A text keeps its lines with `ignoreStandalone`. */
export function parseTemplate(
  source: Source,
  { ignoreStandalone = false } = {},
): { template?: Template; diagnostics: Diagnostic[] } {
  try {
    const program = Handlebars.parse(source.text, { srcName: source.file, ignoreStandalone });
    return { template: { source, program }, diagnostics: [] };
  } catch (error) {
    return { diagnostics: [syntaxDiagnostic(source, error)] };
  }
}
