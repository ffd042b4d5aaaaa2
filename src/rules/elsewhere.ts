// What a relation names of another table, held against that table.

import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { suggestionHints } from '../diagnostics/suggest.ts';
import type { Sum, Table, Whole } from '../edition/edition.ts';

/** Cells that a relation names, and what it needs to say of them. */
export interface Naming {
  /** Words for the relation, such as `This sum is held against`. */
  readonly words: string;
  readonly cells: Whole;
  /** The rows and columns that the named cells must have because the relation looks at them. */
  readonly same: { readonly rows: readonly string[]; readonly columns: readonly string[] };
  /** The key under which the relation says which rows and columns it is about. */
  readonly about: 'for' | 'share';
  readonly place: Place;
}

/** What a sum names of its whole. */
export function namingOf(sum: Sum, cells: Whole): Naming {
  const inRows = sum.direction === 'rows';
  const same = { rows: inRows ? [] : sum.scope, columns: inRows ? sum.scope : [] };
  return { words: 'This sum is held against', cells, same, about: 'for', place: sum.place };
}

/** The diagnostic for a table that is not there. */
export function unknownTable(naming: Naming, known: readonly string[], where = ''): Diagnostic {
  const { words, cells, place } = naming;
  return {
    severity: 'error',
    rule: 'unknown-table',
    message: `${words} the table "${cells.table}"${where}, which is not there.`,
    place,
    hints: suggestionHints(cells.table, known),
  };
}

/** A diagnostic for every label that the other table does not have, each said once. */
export function unknownLabels(naming: Naming, other: Table): Diagnostic[] {
  const { cells, same } = naming;
  const rows = other.rows.map(row => row.label);
  const panels = other.panels.flatMap(panel => panel.title ?? []);
  return [
    ...unknown('row', labelsOf(cells.rows, same.rows), rows, naming),
    ...unknown('column', labelsOf(cells.columns, same.columns), other.columns, naming),
    ...unknown('panel', { named: cells.panel === undefined ? [] : [cells.panel], same: [] }, panels, naming),
  ];
}

/** Labels that are written down, and labels that come from the cells looked at. */
interface Labels {
  readonly named: readonly string[];
  readonly same: readonly string[];
}

function labelsOf(chosen: Whole['rows'], same: readonly string[]): Labels {
  if (chosen === 'all') return { named: [], same: [] };
  return chosen === 'same' ? { named: [], same } : { named: chosen, same: [] };
}

function unknown(
  what: 'row' | 'column' | 'panel',
  { named, same }: Labels,
  known: readonly string[],
  naming: Naming,
): Diagnostic[] {
  const shared = `Name under \`${naming.about}\` only ${what}s that both tables have.`;
  return [...named, ...same]
    .filter(label => !known.includes(label))
    .map(label => ({
      severity: 'error',
      rule: `unknown-${what}`,
      message: `${naming.words} the ${what} "${label}", which the table ${naming.cells.table} does not have.`,
      place: naming.place,
      hints: [...suggestionHints(label, known), ...(same.includes(label) ? [shared] : [])].slice(0, 2),
    }));
}
