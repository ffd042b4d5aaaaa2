// What editions say of each other: their tables name the office's concepts, and one statistic has one value in all.

import { mayHold } from '../concepts/candidates.ts';
import { printedIn } from '../concepts/printed.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Edition } from '../edition/edition.ts';
import { checkConcepts } from '../rules/concepts.ts';
import { checkSameStatistic } from '../rules/same-statistic.ts';
import type { House } from './prepare.ts';

/** What is wrong between the asked editions and all others; the tables of these are read for it, and not judged. */
export function checkAgreement(editions: readonly Edition[], { concepts, shelf }: House): Diagnostic[] {
  const asked = new Set(editions.map(({ reportingYear }) => reportingYear));
  for (const edition of editions) shelf.keep(edition);
  const named = editions.flatMap(edition => checkConcepts(edition, concepts));
  if (concepts.statistics.length === 0) return named;
  const printed = editions.flatMap(edition =>
    printedIn({ year: edition.reportingYear, tables: edition.tables }, concepts).map(({ of }) => of),
  );
  const volumes = shelf.volumes(text => mayHold(text, printed, concepts));
  return [...named, ...checkSameStatistic(volumes, asked, concepts)];
}
