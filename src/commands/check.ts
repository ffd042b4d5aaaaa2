// The command `check`: everything that can be said of an edition without a browser.

import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import type { Machine } from './machine.ts';
import { prepareEdition, preparePublication, prepareTheme } from './prepare.ts';
import { selectYears } from './selection.ts';

/** All diagnostics of the asked years (all years when none are named); throws a UsageError for an unknown year. */
export async function check(years: readonly string[], machine: Machine): Promise<readonly Diagnostic[]> {
  const { theme, diagnostics } = prepareTheme(machine);
  const found = [...diagnostics];
  for (const year of selectYears(years, machine)) {
    const checked = prepareEdition(year, machine);
    found.push(...checked.diagnostics);
    if (!theme || hasErrors(diagnostics)) continue;
    for (const publication of checked.edition.publications) {
      const workshop = { machine, theme, draw: 'specifications', onPhase: () => {} } as const;
      found.push(...(await preparePublication(checked, publication, workshop)).diagnostics);
    }
  }
  return found;
}
