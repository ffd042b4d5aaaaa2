// Rule `figure-not-shown`: a figure that a publication declares stands in one of its texts.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ComposedDocument } from '../document/compose.ts';
import type { Publication } from '../edition/edition.ts';

/** A diagnostic for every declared figure that no text shows; none when a text is torn. */
export function checkShown(
  publication: Publication,
  { shown, isTorn }: Pick<ComposedDocument, 'shown' | 'isTorn'>,
): Diagnostic[] {
  if (isTorn) return [];
  return [...publication.figures.values()]
    .filter(figure => !shown.includes(figure.id))
    .map(figure => ({
      severity: 'error',
      rule: 'figure-not-shown',
      message: `The figure "${figure.id}" stands in none of the publication's texts.`,
      place: figure.place,
      hints: [`Put {{figuur "${figure.id}"}} on a line of its own in a text, or take the figure out.`],
    }));
}
