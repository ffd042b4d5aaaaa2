// The command `check`: everything that can be said of an edition without a browser.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Coverage } from '../ledger/entry.ts';
import { checkPrintedTwice, type StatedPublication } from '../rules/printed-twice.ts';
import { checkAgreement } from './agreement.ts';
import type { Machine } from './machine.ts';
import { prepareEdition, prepareHouse, preparePublication } from './prepare.ts';
import { selectYears } from './selection.ts';

/** What a check found. */
export interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  /** The publications that could be composed, with what their numbers and judgements stand on. */
  readonly publications: readonly CheckedPublication[];
}

/** A publication and what its numbers and judgements stand on. */
export interface CheckedPublication {
  readonly year: number;
  readonly id: string;
  readonly coverage: Coverage;
}

/** Checks the asked years (all years when none are named); throws a UsageError for an unknown year. */
export async function check(years: readonly string[], machine: Machine): Promise<Checked> {
  const { house, diagnostics } = prepareHouse(machine);
  const found = [...diagnostics];
  const publications: CheckedPublication[] = [];
  const editions = selectYears(years, machine).map(year => prepareEdition(year, machine));
  found.push(...editions.flatMap(checked => checked.diagnostics));
  if (!house) return { diagnostics: found, publications };
  const read = editions.map(({ edition }) => edition);
  found.push(...checkAgreement(read, house));
  const stated: StatedPublication[] = [];
  for (const checked of editions) {
    const year = checked.edition.reportingYear;
    for (const publication of checked.edition.publications) {
      const workshop = { machine, house, draw: 'specifications', onPhase: () => {} } as const;
      const { prepared, diagnostics: own } = await preparePublication(checked, publication, workshop);
      found.push(...own);
      if (!prepared) continue;
      const { diagnostics: rules, coverage } = prepared.examine();
      found.push(...rules);
      publications.push({ year, id: publication.id, coverage });
      stated.push({ year, id: publication.id, occurrences: prepared.document.occurrences });
    }
  }
  found.push(...checkPrintedTwice(stated));
  return { diagnostics: found, publications };
}

/** The coverage in a line: `312 computed, 14 asserted, 9 cited, 402 structural, 0 unbound`. */
export function coverageLine(count: Coverage['numbers']): string {
  return Object.entries(count)
    .map(([ground, number]) => `${number} ${ground}`)
    .join(', ');
}
