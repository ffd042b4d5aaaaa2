// What is said of a declared sum that cannot hold: the arithmetic, its cells, the whole and the declaration.

import type { Diagnostic, Place, RelatedPlace } from '../diagnostics/diagnostic.ts';
import type { Sum } from '../edition/edition.ts';
import { viewpointOf } from '../edition/whole.ts';
import { isPercentage, writeSum, writeTotal } from './arithmetic.ts';
import { placesOf, related } from './marks.ts';
import { canHold, type Side } from './side.ts';

/** A declared sum worked out for one row or column. */
export interface WorkedSum {
  readonly sum: Sum;
  /** The row (when columns are added) or column (when rows are) that it is worked out for. */
  readonly label: string;
  readonly parts: Side;
  readonly whole: Side;
  /** Where the whole stands, when not in the table of the sum, such as `the table leeftijd`. */
  readonly elsewhere?: string;
  /** Whether a cell of the parts counts with what it was before its revision. */
  readonly isFormer?: boolean;
}

const words: Readonly<Record<Sum['holds'], string>> = { equals: 'equal', exceeds: 'be at least', within: 'be at most' };

/** The diagnostic of a sum that cannot hold, whatever its uncertain cells are; none when it can. */
export function checkWorked(worked: WorkedSum, hints: readonly string[] = []): Diagnostic[] {
  const { sum, parts, whole } = worked;
  if (canHold(sum.holds, parts, whole)) return [];
  return [
    {
      severity: 'error',
      rule: 'sum',
      message: `${writeParts(worked)}; that should ${words[sum.holds]} ${writeWhole(worked)}.`,
      ...placesOfSum(worked),
      hints: ['Check the marked cells against the source.', ...hints],
    },
  ];
}

/** The parts of a sum as the place of a finding; its whole and its declaration as further places. */
export function placesOfSum({ sum, parts, whole }: WorkedSum): { place: Place; related: readonly RelatedPlace[] } {
  const [place = sum.place, ...others] = placesOf(parts.cells);
  const further = [
    ...related('added to it', others),
    ...related('the whole', placesOf(whole.cells)),
    ...related('declared here', [sum.place]),
  ];
  return { place, related: further };
}

/** What the parts are: `In column "2023" the rows add up to 8 ("Man") + 4 ("Vrouw") = 12`. */
export function writeParts({ sum, label, parts, isFormer = false }: WorkedSum): string {
  const [one, across] = sum.direction === 'rows' ? ['row', 'column'] : ['column', 'row'];
  const [first, ...others] = sum.parts;
  const at = `In ${across} "${label}" the ${one}`;
  const when = isFormer ? ' before the revision' : '';
  if (first !== undefined && others.length === 0)
    return `${at} "${first}" ${isFormer ? 'had' : 'has'} ${writeTotal(parts)}${when}`;
  return `${at}s ${isFormer ? 'added' : 'add'} up to ${writeSum(parts, viewpointOf(sum.direction, label))}${when}`;
}

/** What the whole is: `the whole in the table leeftijd, 868 ("Totaal")`. */
export function writeWhole({ sum, label, parts, whole, elsewhere }: WorkedSum): string {
  if (whole.cells.length === 0) return writeTotal(whole, isPercentage(parts));
  const where = elsewhere === undefined ? '' : ` in ${elsewhere}`;
  return `the whole${where}, ${writeSum(whole, viewpointOf(sum.direction, label))}`;
}
