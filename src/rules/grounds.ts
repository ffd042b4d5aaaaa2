// Rules on the grounds of a publication: no number of unknown descent, every source used and listed, every waiver met.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ComposedDocument } from '../document/compose.ts';
import type { Occurrence } from '../document/restore.ts';
import type { Publication } from '../edition/edition.ts';

/** A diagnostic for each number that stands on nothing although no text typed it: of a template or a drawing. */
export function checkStrays(
  { strays }: ComposedDocument,
  drawnNumbers: readonly Occurrence[],
  publication: Publication,
): Diagnostic[] {
  const drawn = drawnNumbers.filter(({ statement }) => statement.ground === 'unbound');
  return [
    ...[...new Set(strays)].map(number => strayNumber(number, publication)),
    ...drawn.map(({ statement, figure = '' }) => drawnNumber(statement.text, figure, publication)),
  ];
}

function strayNumber(number: string, { place, kind }: Publication): Diagnostic {
  return {
    severity: 'error',
    rule: 'unbound-number',
    message: `A template prints the number "${number}", which comes from nowhere.`,
    place,
    hints: [`Take it out of templates/${kind}/ or templates/shared/, and let a text or a table say it.`],
  };
}

function drawnNumber(text: string, figure: string, { place, figures }: Publication): Diagnostic {
  return {
    severity: 'error',
    rule: 'unbound-number',
    message: `The drawing of ${figure} prints "${text}", which no cell or share of its tables gives.`,
    place: figures.get(figure.replace(/^figuur-/, ''))?.place ?? place,
    hints: ['Draw the number from the data of a table instead of typing it in the specification.'],
  };
}

/** A diagnostic for each source that is not used, and for sources that no text lists; none when a text is torn. */
export function checkSources(
  { occurrences, listed, referred, isTorn }: ComposedDocument,
  publication: Publication,
): Diagnostic[] {
  if (isTorn) return [];
  const { sources, places, place } = publication;
  const used = new Set(occurrences.map(({ statement }) => statement.basis));
  const unused = [...sources].filter(([id, text]) => !used.has(text) && !referred.has(id));
  const unlisted = sources.size > 0 && !listed.has('sources');
  return [
    ...unused.map(
      ([id]): Diagnostic => ({
        severity: 'error',
        rule: 'source-unused',
        message: `Nothing is cited from the source "${id}".`,
        place: places.get(`sources.${id}`) ?? place,
        hints: [`Cite from it, {{"…" bron="${id}"}}, or refer to it, [@${id}], or take it out.`],
      }),
    ),
    ...(unlisted ? [notListed('sources', 'bronnen', place)] : []),
  ];
}

/** A diagnostic for each known difference that matches nothing, and for differences that no text lists; a torn text may. */
export function checkDifferences(
  { unmet, listed, isTorn }: ComposedDocument,
  { differences, place }: Publication,
): Diagnostic[] {
  const unlisted = differences.length > 0 && !listed.has('differences') && !isTorn;
  return [
    ...(isTorn ? [] : unmet).map(
      (one): Diagnostic => ({
        severity: 'error',
        rule: 'difference-unmet',
        message: `The known difference "${one.printed}" against ${one.computed} in the text "${one.text}" matches nothing.`,
        place: one.place,
        hints: ['Take it out when the text and the tables agree; else give what the check reports, to the letter.'],
      }),
    ),
    ...differences
      .filter(one => !unmet.includes(one))
      .map(
        (one): Diagnostic => ({
          severity: 'warning',
          rule: 'known-difference',
          message: `The text "${one.text}" keeps "${one.printed}" where the tables give ${one.computed}: ${one.because}`,
          place: one.place,
          hints: ['Take the difference out as soon as the tables or the text are put right.'],
        }),
      ),
    ...(unlisted ? [notListed('differences', 'verschillen', place)] : []),
  ];
}

function notListed(what: string, helper: string, place: Diagnostic['place'] & object): Diagnostic {
  return {
    severity: 'error',
    rule: `${what}-not-listed`,
    message: `The publication has ${what === 'sources' ? 'sources of cited numbers' : 'known differences'}, and no text lists them.`,
    place,
    hints: [`Put {{${helper}}} on a line of its own in a text, such as the colophon.`],
  };
}
